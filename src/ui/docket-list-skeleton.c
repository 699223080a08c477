/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/docket-list-skeleton.h"

#define N_ROWS 12

static GtkWidget *
create_bar (int width, int height)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (bar, "skeleton");
  gtk_widget_set_size_request (bar, width, height);
  gtk_widget_set_halign (bar, GTK_ALIGN_START);
  return bar;
}

void
docket_list_skeleton_fill (GtkBox *box)
{
  static const int widths[] = { 210, 160, 240, 190, 220, 150 };

  for (guint i = 0; i < N_ROWS; i++)
    {
      GtkWidget *row = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);

      gtk_widget_add_css_class (row, "skeleton-row");
      gtk_box_append (GTK_BOX (row), create_bar (widths[i % G_N_ELEMENTS (widths)], 11));
      gtk_box_append (GTK_BOX (row), create_bar (90 + 10 * (int)(i % 4), 8));
      gtk_box_append (box, row);
    }
}
