/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/compat/docket-sheet.h"

#include "ui/compat/docket-frame.h"

static GtkWidget *
wrap (GtkWidget *header, GtkWidget *child)
{
  DocketFrame *frame = DOCKET_FRAME (docket_frame_new ());

  gtk_widget_add_css_class (header, "flat");
  docket_frame_add_top (frame, header);
  docket_frame_set_content (frame, child);
  return GTK_WIDGET (frame);
}

GtkWidget *
docket_sheet_new (GtkWidget *parent, const char *title, GtkWidget *child, int width)
{
  return docket_sheet_new_with_header (parent, title, adw_header_bar_new (), child, width, -1);
}

#if ADW_CHECK_VERSION(1, 5, 0)

GtkWidget *
docket_sheet_new_with_header (GtkWidget *parent,
                              const char *title,
                              GtkWidget *header,
                              GtkWidget *child,
                              int width,
                              int height)
{
  AdwDialog *sheet = adw_dialog_new ();

  adw_dialog_set_title (sheet, title);
  adw_dialog_set_content_width (sheet, width);
  adw_dialog_set_content_height (sheet, height);
  adw_dialog_set_child (sheet, wrap (header, child));
  return GTK_WIDGET (sheet);
}

void
docket_sheet_set_can_close (GtkWidget *sheet, gboolean can_close)
{
  adw_dialog_set_can_close (ADW_DIALOG (sheet), can_close);
}

void
docket_sheet_present (GtkWidget *sheet, GtkWidget *parent)
{
  adw_dialog_present (ADW_DIALOG (sheet), parent);
}

void
docket_sheet_close (GtkWidget *sheet)
{
  adw_dialog_close (ADW_DIALOG (sheet));
}

GtkWidget *
docket_sheet_around (GtkWidget *widget)
{
  return gtk_widget_get_ancestor (widget, ADW_TYPE_DIALOG);
}

#else

static gboolean
escape_cb (GtkWidget *sheet, GVariant *arguments, gpointer user_data)
{
  gtk_window_close (GTK_WINDOW (sheet));
  return TRUE;
}

static gboolean
keep_open_cb (GtkWindow *sheet, gpointer user_data)
{
  return GDK_EVENT_STOP;
}

void
docket_sheet_set_can_close (GtkWidget *sheet, gboolean can_close)
{
  g_signal_handlers_disconnect_by_func (sheet, keep_open_cb, NULL);
  if (!can_close)
    g_signal_connect (sheet, "close-request", G_CALLBACK (keep_open_cb), NULL);
}

GtkWidget *
docket_sheet_new_with_header (GtkWidget *parent,
                              const char *title,
                              GtkWidget *header,
                              GtkWidget *child,
                              int width,
                              int height)
{
  GtkWidget *sheet = adw_window_new ();
  GtkWidget *below = GTK_WIDGET (gtk_widget_get_root (parent));
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_window_set_title (GTK_WINDOW (sheet), title);
  gtk_window_set_transient_for (GTK_WINDOW (sheet), GTK_WINDOW (below));
  gtk_window_set_modal (GTK_WINDOW (sheet), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (sheet), MIN (width, gtk_widget_get_width (below)),
                               height);
  adw_window_set_content (ADW_WINDOW (sheet), wrap (header, child));
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape,
                                                                                  0),
                                                          gtk_callback_action_new (escape_cb, NULL,
                                                                                   NULL)));
  gtk_widget_add_controller (sheet, keys);
  return sheet;
}

void
docket_sheet_present (GtkWidget *sheet, GtkWidget *parent)
{
  gtk_window_present (GTK_WINDOW (sheet));
}

void
docket_sheet_close (GtkWidget *sheet)
{
  gtk_window_close (GTK_WINDOW (sheet));
}

GtkWidget *
docket_sheet_around (GtkWidget *widget)
{
  return NULL;
}

#endif
