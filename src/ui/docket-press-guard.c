/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/docket-press-guard.h"

#define QUIET_MS 500
/* A held key repeats itself after less than this; a press after more is a new one, whose release
 * went to another program. */
#define REPEAT_MS 2000
#define MOVED_PIXELS 4
/* A press after a pause as long as this is not one of somebody who clicks on and on. */
#define PAUSE_MS 1500
/* Presses that follow one another faster are one and the same clicking on and on, also where the
 * pointer seems to move because the dialog does. */
#define RAPID_MS 400
#define DATA_KEY "docket-presses"

/* What is down on one display. */
typedef struct
{
  GHashTable *keys;   /* hardware key codes to the time of their last press */
  guint32 last_press; /* of a key or button, in the display server's milliseconds; 0 = none */
  GdkEvent *event;    /* that was noted last; it passes several widgets on its way */
  gboolean repeat;    /* what was found out about it */
} Presses;

/* What one dialog swallows. */
typedef struct
{
  Presses *presses;
  GHashTable *keys;    /* whose press was swallowed */
  GHashTable *buttons; /* likewise */
  guint32 last_press;  /* before it was made, in the display server's milliseconds; 0 = none */
  gint64 opened;       /* monotonic, in µs; 0 = not shown yet */
  gboolean entered;    /* the pointer was seen in it, first at x, y */
  double x, y;
  gboolean moved;     /* from there */
  guint32 last_click; /* in the dialog, in the display server's milliseconds; 0 = none */
} Guard;

static void
presses_free (gpointer data)
{
  Presses *presses = data;

  g_hash_table_unref (presses->keys);
  g_clear_pointer (&presses->event, gdk_event_unref);
  g_free (presses);
}

static Presses *
get_presses (GtkWidget *widget)
{
  GObject *display = G_OBJECT (gtk_widget_get_display (widget));
  Presses *presses = g_object_get_data (display, DATA_KEY);

  if (presses == NULL)
    {
      presses = g_new0 (Presses, 1);
      presses->keys = g_hash_table_new (NULL, NULL);
      g_object_set_data_full (display, DATA_KEY, presses, presses_free);
    }
  return presses;
}

/* Whether the press of a key is one that was seen before and not let go since. */
static gboolean
note_key_press (Presses *presses, GdkEvent *event)
{
  gpointer code = GUINT_TO_POINTER (gdk_key_event_get_keycode (event));
  guint32 time = gdk_event_get_time (event);
  gpointer last;
  gboolean repeat = g_hash_table_lookup_extended (presses->keys, code, NULL, &last)
                    && time - GPOINTER_TO_UINT (last) < REPEAT_MS;

  g_hash_table_insert (presses->keys, code, GUINT_TO_POINTER (time));
  if (!repeat)
    presses->last_press = time;
  return repeat;
}

/* Takes note of @event, once. Returns: whether it is the repetition of a held key */
static gboolean
note (Presses *presses, GdkEvent *event)
{
  if (presses->event == event)
    return presses->repeat;
  g_clear_pointer (&presses->event, gdk_event_unref);
  presses->event = gdk_event_ref (event);
  presses->repeat = FALSE;
  switch (gdk_event_get_event_type (event))
    {
    case GDK_KEY_PRESS:
      presses->repeat = note_key_press (presses, event);
      break;
    case GDK_KEY_RELEASE:
      g_hash_table_remove (presses->keys, GUINT_TO_POINTER (gdk_key_event_get_keycode (event)));
      break;
    case GDK_BUTTON_PRESS:
    case GDK_TOUCH_BEGIN:
      presses->last_press = gdk_event_get_time (event);
      break;
    default:
      break;
    }
  return presses->repeat;
}

/* The keys that make something happen. */
static gboolean
acts (GdkEvent *event)
{
  switch (gdk_key_event_get_keyval (event))
    {
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
    case GDK_KEY_space:
    case GDK_KEY_KP_Space:
    case GDK_KEY_Delete:
    case GDK_KEY_KP_Delete:
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
focus_takes_text (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return GTK_IS_TEXT (focus) || GTK_IS_TEXT_VIEW (focus);
}

static gboolean
watch_event_cb (GtkEventControllerLegacy *controller, GdkEvent *event, gpointer user_data)
{
  GtkWidget *widget = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));

  return note (user_data, event) && acts (event) && !focus_takes_text (widget);
}

/* Both clocks must agree that half a second went by: where the main loop was late, the event's own
 * time tells that the press was made before anybody saw the dialog. */
static gboolean
is_too_early (Guard *guard, GdkEvent *event)
{
  gint64 since = g_get_monotonic_time () - guard->opened;

  if (guard->opened == 0 || since < QUIET_MS * G_TIME_SPAN_MILLISECOND)
    return TRUE;
  return guard->last_press != 0 && gdk_event_get_time (event) - guard->last_press < QUIET_MS;
}

static gboolean
filter_press (Guard *guard, GHashTable *swallowed, guint which, gboolean accident, GdkEvent *event)
{
  if (accident || is_too_early (guard, event))
    g_hash_table_add (swallowed, GUINT_TO_POINTER (which));
  return g_hash_table_contains (swallowed, GUINT_TO_POINTER (which));
}

static void
note_motion (Guard *guard, GdkEvent *event)
{
  double x, y;

  if (!gdk_event_get_position (event, &x, &y))
    return;
  if (!guard->entered)
    {
      guard->entered = TRUE;
      guard->x = x;
      guard->y = y;
    }
  if (ABS (x - guard->x) + ABS (y - guard->y) >= MOVED_PIXELS)
    guard->moved = TRUE;
}

/* Who clicks on and on at one place, where a menu was, does not mean what came to lie under the
 * pointer. A pen or a remote desktop's pointer may have come there in one leap: then a pause tells
 * that it is meant. */
static gboolean
is_blind_click (Guard *guard, GdkEvent *event)
{
  const guint32 time = gdk_event_get_time (event);
  const guint32 last = guard->last_click != 0 ? guard->last_click : guard->last_press;

  guard->last_click = time;
  if (last != 0 && time - last < RAPID_MS)
    return TRUE;
  return !guard->moved && (!guard->entered || last == 0 || time - last < PAUSE_MS);
}

static gboolean
guard_event_cb (GtkEventControllerLegacy *controller, GdkEvent *event, gpointer user_data)
{
  Guard *guard = user_data;
  gboolean repeat = note (guard->presses, event);

  switch (gdk_event_get_event_type (event))
    {
    case GDK_KEY_PRESS:
      return filter_press (guard, guard->keys, gdk_key_event_get_keycode (event), repeat, event);
    case GDK_KEY_RELEASE:
      return g_hash_table_remove (guard->keys,
                                  GUINT_TO_POINTER (gdk_key_event_get_keycode (event)));
    case GDK_MOTION_NOTIFY:
      note_motion (guard, event);
      return GDK_EVENT_PROPAGATE;
    case GDK_BUTTON_PRESS:
      return filter_press (guard, guard->buttons, gdk_button_event_get_button (event),
                           is_blind_click (guard, event), event);
    case GDK_BUTTON_RELEASE:
      return g_hash_table_remove (guard->buttons,
                                  GUINT_TO_POINTER (gdk_button_event_get_button (event)));
    case GDK_TOUCH_BEGIN:
      return is_too_early (guard, event);
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
map_cb (GtkWidget *dialog, gpointer user_data)
{
  Guard *guard = user_data;

  guard->opened = g_get_monotonic_time ();
}

static void
guard_free (gpointer data)
{
  Guard *guard = data;

  g_hash_table_unref (guard->keys);
  g_hash_table_unref (guard->buttons);
  g_free (guard);
}

static void
add_controller (GtkWidget *widget, GCallback callback, gpointer user_data)
{
  GtkEventController *controller = gtk_event_controller_legacy_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect (controller, "event", callback, user_data);
  gtk_widget_add_controller (widget, controller);
}

void
docket_press_guard_watch (GtkWidget *widget)
{
  if (g_object_get_data (G_OBJECT (widget), DATA_KEY) != NULL)
    return;
  g_object_set_data (G_OBJECT (widget), DATA_KEY, GINT_TO_POINTER (TRUE));
  add_controller (widget, G_CALLBACK (watch_event_cb), get_presses (widget));
}

void
docket_press_guard_attach (GtkWidget *dialog)
{
  Guard *guard = g_new0 (Guard, 1);

  guard->presses = get_presses (dialog);
  guard->last_press = guard->presses->last_press;
  guard->keys = g_hash_table_new (NULL, NULL);
  guard->buttons = g_hash_table_new (NULL, NULL);
  g_object_set_data_full (G_OBJECT (dialog), DATA_KEY, guard, guard_free);
  add_controller (dialog, G_CALLBACK (guard_event_cb), guard);
  g_signal_connect (dialog, "map", G_CALLBACK (map_cb), guard);
}
