/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/docket-whole-clicks.h"

#include "ui/compat/docket-sheet.h"

/* Where a layout came since the pointer last moved, GTK asks the display at the next event where
 * the pointer is and which buttons are down, and makes a motion of the answer. X11 tells what is
 * down now: where that event is a press whose release is still on its way, the motion says that
 * nothing is down, and every gesture takes the click for cancelled. A quick click on a busy
 * machine. */

#define DATA_KEY "docket-buttons-down"

static GdkModifierType
mask_of (GdkEvent *event)
{
  const guint button = gdk_button_event_get_button (event);

  return button >= 1 && button <= 5 ? GDK_BUTTON1_MASK << (button - 1) : 0;
}

static gboolean
event_cb (GtkEventControllerLegacy *controller, GdkEvent *event, gpointer user_data)
{
  GdkModifierType *down = user_data;

  switch (gdk_event_get_event_type (event))
    {
    case GDK_BUTTON_PRESS:
      *down |= mask_of (event);
      return GDK_EVENT_PROPAGATE;
    case GDK_BUTTON_RELEASE:
      *down &= ~mask_of (event);
      return GDK_EVENT_PROPAGATE;
    case GDK_MOTION_NOTIFY:
      /* One that GTK made has no time. */
      if (gdk_event_get_time (event) == GDK_CURRENT_TIME)
        return (*down & ~gdk_event_get_modifier_state (event)) != 0;
      /* The release went elsewhere. */
      *down &= gdk_event_get_modifier_state (event);
      return GDK_EVENT_PROPAGATE;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
keep (GtkWidget *native)
{
  GtkEventController *controller;
  GdkModifierType *down;

  if (g_object_get_data (G_OBJECT (native), DATA_KEY) != NULL)
    return;
  down = g_new0 (GdkModifierType, 1);
  g_object_set_data_full (G_OBJECT (native), DATA_KEY, down, g_free);
  controller = gtk_event_controller_legacy_new ();
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect (controller, "event", G_CALLBACK (event_cb), down);
  gtk_widget_add_controller (native, controller);
}

/* What gets its events apart from its window gets the focus when it opens. */
static void
focus_cb (GtkWindow *window)
{
  GtkWidget *focus = gtk_window_get_focus (window);
  GtkWidget *sheet = focus != NULL ? docket_sheet_around (focus) : NULL;
  GtkNative *native = focus != NULL ? gtk_widget_get_native (focus) : NULL;

  if (sheet != NULL)
    keep (sheet);
  if (native != NULL)
    keep (GTK_WIDGET (native));
}

static void
windows_cb (GListModel *windows, guint position, guint removed, guint added)
{
  for (guint i = position; i < position + added; i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      keep (window);
      g_signal_connect (window, "notify::focus-widget", G_CALLBACK (focus_cb), NULL);
    }
}

void
docket_whole_clicks_keep (void)
{
  g_signal_connect (gtk_window_get_toplevels (), "items-changed", G_CALLBACK (windows_cb), NULL);
}
