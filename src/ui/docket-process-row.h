/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <adwaita.h>
#include "workspace/docket-process.h"

G_BEGIN_DECLS

/* One process in the list. Its list item is named with a sentence that begins with the name. */
#define DOCKET_TYPE_PROCESS_ROW (docket_process_row_get_type ())
G_DECLARE_FINAL_TYPE (DocketProcessRow, docket_process_row, DOCKET, PROCESS_ROW, AdwBin)

GtkWidget *docket_process_row_new (void);
void docket_process_row_set_process (DocketProcessRow *self, DocketProcess *process); /* (nullable) */

G_END_DECLS
