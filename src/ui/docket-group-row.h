/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <adwaita.h>
#include "workspace/docket-group.h"

G_BEGIN_DECLS

/* The heading of a group of tasks in the list. */
#define DOCKET_TYPE_GROUP_ROW (docket_group_row_get_type ())
G_DECLARE_FINAL_TYPE (DocketGroupRow, docket_group_row, DOCKET, GROUP_ROW, AdwBin)

GtkWidget *docket_group_row_new (void);
void docket_group_row_set_group (DocketGroupRow *self, DocketGroup *group); /* (nullable) */

G_END_DECLS
