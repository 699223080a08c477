/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/docket-rows.h"

#include "workspace/docket-group.h"

guint
docket_rows_find_nearest (GListModel *model, guint position, int step)
{
  guint n_items = g_list_model_get_n_items (model);

  for (guint turn = 0; turn < 2; turn++, step = -step)
    for (gint64 i = position; i >= 0 && i < n_items; i += step)
      {
        g_autoptr (GObject) item = g_list_model_get_item (model, (guint)i);

        if (!DOCKET_IS_GROUP (item))
          return (guint)i;
      }
  return GTK_INVALID_LIST_POSITION;
}

static void
items_changed_cb (GListModel *model, guint position, guint removed, guint added, GtkWidget *list)
{
  GtkRoot *root = gtk_widget_get_root (list);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus != NULL && !gtk_widget_is_ancestor (focus, GTK_WIDGET (root)))
    gtk_root_set_focus (root, list);
}

void
docket_rows_watch_focus (GtkListView *list, GListModel *model)
{
  /* After the list itself has let go of its rows. */
  g_signal_connect_object (model, "items-changed", G_CALLBACK (items_changed_cb), list,
                           G_CONNECT_AFTER);
}

void
docket_rows_name_item (GtkWidget *row, const char *name)
{
  GtkWidget *item = gtk_widget_get_parent (row);

  if (item != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

gboolean
docket_rows_query_tooltip (
    GtkLabel *label, int x, int y, gboolean keyboard, GtkTooltip *tooltip, gpointer user_data)
{
  if (!pango_layout_is_ellipsized (gtk_label_get_layout (label)))
    return FALSE;
  gtk_tooltip_set_text (tooltip, gtk_label_get_text (label));
  return TRUE;
}
