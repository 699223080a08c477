/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "workspace/docket-order.h"

DocketSort
docket_sort_from_string (const char *string)
{
  static const char *const names[] = {
    [DOCKET_SORT_DATE] = "date",
    [DOCKET_SORT_TITLE] = "title",
    [DOCKET_SORT_NEWEST] = "newest",
    [DOCKET_SORT_PROCESS] = "process",
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_strcmp0 (string, names[i]) == 0)
      return (DocketSort)i;
  return DOCKET_SORT_DATE;
}
