/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/compat/docket-typing.h"

#if GTK_CHECK_VERSION(4, 24, 0)

static void
intercepted_cb (GtkEditable *entry, GtkSearchBar *bar)
{
  gtk_search_bar_set_search_mode (bar, TRUE);
  gtk_text_grab_focus_without_selecting (GTK_TEXT (gtk_editable_get_delegate (entry)));
}

void
docket_typing_search (GtkSearchBar *bar, GtkEditable *entry, GtkWidget *from)
{
  gtk_editable_set_input_interceptor (entry, from);
  g_signal_connect_object (entry, "input-intercepted", G_CALLBACK (intercepted_cb), bar, 0);
}

#else

static gboolean
key_cb (GtkEventControllerKey *controller,
        guint keyval,
        guint keycode,
        GdkModifierType state,
        GtkSearchBar *bar)
{
  GtkEditable *entry = g_object_get_data (G_OBJECT (controller), "docket-entry");
  GtkWidget *text = GTK_WIDGET (gtk_editable_get_delegate (entry));
  gunichar character = gdk_keyval_to_unicode (keyval);

  if (character == 0 || !g_unichar_isgraph (character)
      || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  gtk_search_bar_set_search_mode (bar, TRUE);
  /* The bar may take a frame to open: until then the focus stays here, and what was typed before
   * must not be taken for a selection that the next character replaces. */
  gtk_text_grab_focus_without_selecting (GTK_TEXT (text));
  return gtk_event_controller_key_forward (controller, text);
}

void
docket_typing_search (GtkSearchBar *bar, GtkEditable *entry, GtkWidget *from)
{
  GtkEventController *typing = gtk_event_controller_key_new ();

  g_object_set_data (G_OBJECT (typing), "docket-entry", entry);
  g_signal_connect_object (typing, "key-pressed", G_CALLBACK (key_cb), bar, 0);
  gtk_widget_add_controller (from, typing);
}

#endif
