/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/docket-search-keys.h"

#include "ui/compat/docket-typing.h"

#define TYPED "docket-typed"

/* Since the focus came: what was done to tasks before that is what Ctrl+Z takes back. */
static void
typed_cb (GtkEditable *entry)
{
  g_object_set_data (G_OBJECT (entry), TYPED, GINT_TO_POINTER (TRUE));
}

static void
focus_cb (GtkEditable *entry)
{
  g_object_set_data (G_OBJECT (entry), TYPED, GINT_TO_POINTER (FALSE));
}

static gboolean
entry_key_cb (GtkEventControllerKey *controller,
              guint keyval,
              guint keycode,
              GdkModifierType state,
              GtkSearchBar *bar)
{
  GtkWidget *entry = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));

  if (keyval == GDK_KEY_Escape && *gtk_editable_get_text (GTK_EDITABLE (entry)) != '\0')
    gtk_editable_set_text (GTK_EDITABLE (entry), "");
  else if (keyval == GDK_KEY_Escape)
    {
      gtk_search_bar_set_search_mode (bar, FALSE);
      g_signal_emit_by_name (entry, "stop-search");
    }
  else if (keyval == GDK_KEY_Down)
    g_signal_emit_by_name (entry, "activate");
  else if (keyval == GDK_KEY_z
           && (state & gtk_accelerator_get_default_mod_mask ()) == GDK_CONTROL_MASK
           && g_object_get_data (G_OBJECT (entry), TYPED) == NULL)
    return gtk_widget_activate_action (entry, "view.undo", NULL);
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

static void
mode_cb (GtkEditable *entry, GParamSpec *pspec, GtkSearchBar *bar)
{
  if (!gtk_search_bar_get_search_mode (bar))
    gtk_editable_set_text (entry, "");
}

void
docket_search_keys_add (GtkSearchBar *bar, GtkEditable *entry, GtkWidget *list)
{
  GtkEventController *leaving = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect_object (bar, "notify::search-mode-enabled", G_CALLBACK (mode_cb), entry,
                           G_CONNECT_SWAPPED);
  docket_typing_search (bar, entry, list);
  gtk_event_controller_set_propagation_phase (leaving, GTK_PHASE_CAPTURE);
  g_signal_connect_object (leaving, "key-pressed", G_CALLBACK (entry_key_cb), bar, 0);
  gtk_widget_add_controller (GTK_WIDGET (entry), leaving);
  g_signal_connect_object (entry, "changed", G_CALLBACK (typed_cb), entry, 0);
  g_signal_connect_object (focus, "enter", G_CALLBACK (focus_cb), entry, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (entry), focus);
}
