/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <adwaita.h>
#include "workspace/docket-process.h"

G_BEGIN_DECLS

/* All processes under their headings: a DocketOtherList. The chosen one stays chosen while it moves.
 *
 * Property: "folded" (boolean): only one pane shows, and a single click opens a process. Signals: "selection-changed";
 * "opened": the selected process is to be shown where only one pane is. */
#define DOCKET_TYPE_PROCESS_LIST (docket_process_list_get_type ())
G_DECLARE_FINAL_TYPE (DocketProcessList, docket_process_list, DOCKET, PROCESS_LIST, AdwBin)

DocketProcess *docket_process_list_get_selected (DocketProcessList *self); /* (transfer none) (nullable) */

G_END_DECLS
