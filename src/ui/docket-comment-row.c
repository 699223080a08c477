/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/docket-comment-row.h"

#include <adwaita.h>
#include "ui/compat/docket-align.h"
#include "ui/compat/docket-links.h"
#include "workspace/docket-html.h"

#define AVATAR_SIZE 32

/* The author's name gives way, the time does not. */
static GtkWidget *
create_heading (const char *author, const char *stamp)
{
  GtkWidget *heading = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *name = gtk_label_new (author);
  GtkWidget *time = gtk_label_new (stamp);

  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_widget_add_css_class (name, "heading");
  gtk_widget_add_css_class (time, "caption");
  gtk_widget_add_css_class (time, "faint");
  gtk_widget_set_valign (time, DOCKET_ALIGN_BASELINE);
  gtk_widget_set_valign (name, DOCKET_ALIGN_BASELINE);
  gtk_box_append (GTK_BOX (heading), name);
  gtk_box_append (GTK_BOX (heading), time);
  return heading;
}

static GtkWidget *
create_text (const char *html)
{
  g_autofree char *markup = docket_html_to_markup (html);
  GtkWidget *text = gtk_label_new (NULL);

  docket_links_attach (GTK_LABEL (text));
  gtk_label_set_markup (GTK_LABEL (text), markup);
  gtk_label_set_wrap (GTK_LABEL (text), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (text), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (text), 0);
  gtk_label_set_selectable (GTK_LABEL (text), TRUE);
  return text;
}

GtkWidget *
docket_comment_row_new (const char *author, const char *stamp, const char *html)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *avatar = adw_avatar_new (AVATAR_SIZE, author, TRUE);

  gtk_widget_set_valign (avatar, GTK_ALIGN_START);
  gtk_widget_set_hexpand (column, TRUE);
  gtk_box_append (GTK_BOX (column), create_heading (author, stamp));
  gtk_box_append (GTK_BOX (column), create_text (html));
  gtk_box_append (GTK_BOX (row), avatar);
  gtk_box_append (GTK_BOX (row), column);
  return row;
}
