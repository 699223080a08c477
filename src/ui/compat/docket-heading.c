/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/compat/docket-heading.h"

void
docket_heading_keep_in_view (GtkListView *list, guint position)
{
#if GTK_CHECK_VERSION(4, 12, 0)
  gtk_list_view_scroll_to (list, position, GTK_LIST_SCROLL_NONE, NULL);
#endif
}
