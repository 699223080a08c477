/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/compat/docket-sheet.h"

#include "ui/compat/docket-frame.h"

static GtkWidget *
wrap (GtkWidget *child)
{
  DocketFrame *frame = DOCKET_FRAME (docket_frame_new ());
  GtkWidget *header = adw_header_bar_new ();

  gtk_widget_add_css_class (header, "flat");
  docket_frame_add_top (frame, header);
  docket_frame_set_content (frame, child);
  return GTK_WIDGET (frame);
}

#if ADW_CHECK_VERSION(1, 5, 0)

GtkWidget *
docket_sheet_new (GtkWidget *parent, const char *title, GtkWidget *child, int width)
{
  AdwDialog *sheet = adw_dialog_new ();

  adw_dialog_set_title (sheet, title);
  adw_dialog_set_content_width (sheet, width);
  adw_dialog_set_child (sheet, wrap (child));
  return GTK_WIDGET (sheet);
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

GtkWidget *
docket_sheet_new (GtkWidget *parent, const char *title, GtkWidget *child, int width)
{
  GtkWidget *sheet = adw_window_new ();
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_window_set_title (GTK_WINDOW (sheet), title);
  gtk_window_set_transient_for (GTK_WINDOW (sheet), GTK_WINDOW (gtk_widget_get_root (parent)));
  gtk_window_set_modal (GTK_WINDOW (sheet), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (sheet), width, -1);
  adw_window_set_content (ADW_WINDOW (sheet), wrap (child));
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
