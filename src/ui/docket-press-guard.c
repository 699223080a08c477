/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/docket-press-guard.h"

#define QUIET_MS 500
#define WATCH_KEY "docket-press-watch"

/* What is down, and since when the dialog is there. One for a window that is watched, one for each
 * dialog. */
typedef struct
{
  GHashTable *keys;    /* hardware key codes that are down */
  GHashTable *buttons; /* pointer buttons whose press was swallowed */
  guint32 last_time;   /* of the last press, in the display server's milliseconds; 0 = none */
  gint64 opened;       /* monotonic, in µs; 0 = not shown yet */
} Presses;

static Presses *
presses_new (void)
{
  Presses *presses = g_new0 (Presses, 1);

  presses->keys = g_hash_table_new (NULL, NULL);
  presses->buttons = g_hash_table_new (NULL, NULL);
  return presses;
}

static void
presses_free (gpointer data)
{
  Presses *presses = data;

  g_hash_table_unref (presses->keys);
  g_hash_table_unref (presses->buttons);
  g_free (presses);
}

/* Both clocks must agree that half a second went by: where the main loop was late, the event's own
 * time tells that the press was made before anybody saw the dialog. */
static gboolean
is_too_early (Presses *presses, GdkEvent *event)
{
  gint64 since = g_get_monotonic_time () - presses->opened;

  if (presses->opened == 0 || since < QUIET_MS * G_TIME_SPAN_MILLISECOND)
    return TRUE;
  return presses->last_time != 0 && gdk_event_get_time (event) - presses->last_time < QUIET_MS;
}

static gboolean
filter (Presses *presses, GHashTable *down, guint which, gboolean pressed, GdkEvent *event)
{
  gpointer key = GUINT_TO_POINTER (which);

  if (!pressed)
    return g_hash_table_remove (down, key);
  if (is_too_early (presses, event))
    g_hash_table_add (down, key);
  return g_hash_table_contains (down, key);
}

static gboolean
guard_event_cb (GtkEventControllerLegacy *controller, GdkEvent *event, gpointer user_data)
{
  Presses *presses = user_data;

  switch (gdk_event_get_event_type (event))
    {
    case GDK_KEY_PRESS:
      return filter (presses, presses->keys, gdk_key_event_get_keycode (event), TRUE, event);
    case GDK_KEY_RELEASE:
      return filter (presses, presses->keys, gdk_key_event_get_keycode (event), FALSE, event);
    case GDK_BUTTON_PRESS:
      return filter (presses, presses->buttons, gdk_button_event_get_button (event), TRUE, event);
    case GDK_BUTTON_RELEASE:
      return filter (presses, presses->buttons, gdk_button_event_get_button (event), FALSE, event);
    case GDK_TOUCH_BEGIN:
      return is_too_early (presses, event);
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static gboolean
watch_event_cb (GtkEventControllerLegacy *controller, GdkEvent *event, gpointer user_data)
{
  Presses *presses = user_data;
  gpointer key;

  switch (gdk_event_get_event_type (event))
    {
    case GDK_KEY_PRESS:
      key = GUINT_TO_POINTER (gdk_key_event_get_keycode (event));
      g_hash_table_add (presses->keys, key);
      presses->last_time = gdk_event_get_time (event);
      break;
    case GDK_KEY_RELEASE:
      key = GUINT_TO_POINTER (gdk_key_event_get_keycode (event));
      g_hash_table_remove (presses->keys, key);
      break;
    case GDK_BUTTON_PRESS:
    case GDK_BUTTON_RELEASE:
    case GDK_TOUCH_END:
      presses->last_time = gdk_event_get_time (event);
      break;
    default:
      break;
    }
  return GDK_EVENT_PROPAGATE;
}

static void
map_cb (GtkWidget *dialog, gpointer user_data)
{
  Presses *presses = user_data;

  presses->opened = g_get_monotonic_time ();
}

static void
add_controller (GtkWidget *widget, GCallback callback, Presses *presses)
{
  GtkEventController *controller = gtk_event_controller_legacy_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect (controller, "event", callback, presses);
  gtk_widget_add_controller (widget, controller);
}

void
docket_press_guard_watch (GtkWidget *window)
{
  Presses *presses;

  if (g_object_get_data (G_OBJECT (window), WATCH_KEY) != NULL)
    return;
  presses = presses_new ();
  g_object_set_data_full (G_OBJECT (window), WATCH_KEY, presses, presses_free);
  add_controller (window, G_CALLBACK (watch_event_cb), presses);
}

void
docket_press_guard_attach (GtkWidget *dialog, GtkWidget *window)
{
  Presses *watched = g_object_get_data (G_OBJECT (window), WATCH_KEY);
  Presses *presses = presses_new ();
  GHashTableIter iter;
  gpointer key;

  if (watched != NULL)
    {
      presses->last_time = watched->last_time;
      g_hash_table_iter_init (&iter, watched->keys);
      while (g_hash_table_iter_next (&iter, &key, NULL))
        g_hash_table_add (presses->keys, key);
      /* Its release goes to the dialog. */
      g_hash_table_remove_all (watched->keys);
    }
  g_object_set_data_full (G_OBJECT (dialog), WATCH_KEY, presses, presses_free);
  add_controller (dialog, G_CALLBACK (guard_event_cb), presses);
  g_signal_connect (dialog, "map", G_CALLBACK (map_cb), presses);
}
