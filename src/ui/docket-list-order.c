/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "docket-config.h"

#include "ui/docket-list-order.h"

#include <gio/gio.h>

#define SETTINGS_KEY "docket-order-settings"

static void
changed_cb (DocketTaskModel *tasks, const char *key, GSettings *settings)
{
  g_autofree char *sort = g_settings_get_string (settings, "sort-by");
  g_autofree char *group = g_settings_get_string (settings, "group-by");
  const DocketOrder order = { docket_sort_from_string (sort), g_str_equal (group, "none") };

  docket_task_model_set_order (tasks, &order);
}

void
docket_list_order_follow (DocketTaskModel *tasks)
{
  GSettings *settings = g_settings_new (APPLICATION_ID);

  g_object_set_data_full (G_OBJECT (tasks), SETTINGS_KEY, settings, g_object_unref);
  g_signal_connect_object (settings, "changed::sort-by", G_CALLBACK (changed_cb), tasks,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "changed::group-by", G_CALLBACK (changed_cb), tasks,
                           G_CONNECT_SWAPPED);
  changed_cb (tasks, NULL, settings);
}
