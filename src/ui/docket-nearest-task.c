/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/docket-nearest-task.h"

#include "workspace/docket-task.h"

guint
docket_nearest_task (GListModel *model, guint position, int step)
{
  guint n_items = g_list_model_get_n_items (model);

  for (guint turn = 0; turn < 2; turn++, step = -step)
    for (gint64 i = position; i >= 0 && i < n_items; i += step)
      {
        g_autoptr (GObject) item = g_list_model_get_item (model, (guint)i);

        if (DOCKET_IS_TASK (item))
          return (guint)i;
      }
  return GTK_INVALID_LIST_POSITION;
}
