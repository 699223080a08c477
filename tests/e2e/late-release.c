/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
/* To be preloaded: each press of a button is followed by a layout. Where GTK then asks the display
 * what is down, the answer comes only once the button was let go, as it does on a busy machine. The
 * file that DOCKET_LATE_FILE names is there while GTK waits for it. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <gtk/gtk.h>
#include <unistd.h>

#define LIMIT_S 20

/* As in Xlib's XInput2.h. */
typedef struct
{
  int mask_len;
  unsigned char *mask;
} Buttons;

typedef int (*QueryPointer) (void *display,
                             int device,
                             unsigned long window,
                             unsigned long *root,
                             unsigned long *child,
                             double *root_x,
                             double *root_y,
                             double *x,
                             double *y,
                             Buttons *buttons,
                             void *modifiers,
                             void *group);

/* Of the surface where a button is down. */
static GdkFrameClock *frames;
static gboolean laid_out; /* since the press */

static gboolean
is_down (const Buttons *buttons)
{
  return buttons->mask_len > 0 && (buttons->mask[0] & (1 << 1)) != 0;
}

static void
mark (const char *name, gboolean there)
{
  if (there)
    close (open (name, O_CREAT | O_WRONLY | O_CLOEXEC, 0600));
  else
    unlink (name);
}

G_MODULE_EXPORT int XIQueryPointer (void *display,
                                    int device,
                                    unsigned long window,
                                    unsigned long *root,
                                    unsigned long *child,
                                    double *root_x,
                                    double *root_y,
                                    double *x,
                                    double *y,
                                    Buttons *buttons,
                                    void *modifiers,
                                    void *group);

int
XIQueryPointer (void *display,
                int device,
                unsigned long window,
                unsigned long *root,
                unsigned long *child,
                double *root_x,
                double *root_y,
                double *x,
                double *y,
                Buttons *buttons,
                void *modifiers,
                void *group)
{
  const char *name = g_getenv ("DOCKET_LATE_FILE");
  const gint64 end = g_get_monotonic_time () + LIMIT_S * G_TIME_SPAN_SECOND;
  QueryPointer query;
  int found;

  *(void **)&query = dlsym (RTLD_NEXT, "XIQueryPointer");
  found = query (display, device, window, root, child, root_x, root_y, x, y, buttons, modifiers,
                 group);
  if (!laid_out)
    return found;
  mark (name, TRUE);
  while (found && is_down (buttons) && g_get_monotonic_time () < end)
    {
      free (buttons->mask);
      g_usleep (1000);
      found = query (display, device, window, root, child, root_x, root_y, x, y, buttons, modifiers,
                     group);
    }
  mark (name, FALSE);
  return found;
}

static void
layout_cb (void)
{
  laid_out = TRUE;
  gdk_frame_clock_request_phase (frames, GDK_FRAME_CLOCK_PHASE_FLUSH_EVENTS);
}

static void
end (void)
{
  laid_out = FALSE;
  if (frames == NULL)
    return;
  g_signal_handlers_disconnect_by_func (frames, layout_cb, NULL);
  g_clear_object (&frames);
}

static void
begin (GdkSurface *surface)
{
  GtkNative *native = gtk_native_get_for_surface (surface);

  end ();
  if (native == NULL)
    return;
  frames = g_object_ref (gdk_surface_get_frame_clock (surface));
  g_signal_connect_after (frames, "layout", G_CALLBACK (layout_cb), NULL);
  gtk_widget_queue_resize (GTK_WIDGET (native));
}

static gboolean
event_hook (GSignalInvocationHint *hint, guint n_values, const GValue *values, gpointer user_data)
{
  GdkEvent *event = G_VALUE_HOLDS_POINTER (values + 1) ? g_value_get_pointer (values + 1)
                                                       : g_value_peek_pointer (values + 1);

  if (gdk_event_get_event_type (event) == GDK_BUTTON_PRESS)
    begin (g_value_get_object (values));
  else if (gdk_event_get_event_type (event) == GDK_BUTTON_RELEASE)
    end ();
  return TRUE;
}

int
g_application_run (GApplication *application, int argc, char **argv)
{
  int (*run) (GApplication *, int, char **);

  g_type_class_ref (GDK_TYPE_SURFACE);
  g_signal_add_emission_hook (g_signal_lookup ("event", GDK_TYPE_SURFACE), 0, event_hook, NULL,
                              NULL);
  *(void **)&run = dlsym (RTLD_NEXT, "g_application_run");
  return run (application, argc, argv);
}
