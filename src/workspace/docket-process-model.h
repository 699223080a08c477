/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include "workspace/docket-process.h"

G_BEGIN_DECLS

/* GListModel of DocketGroup and DocketProcess: all processes that the cache knows, running ones first, those that are
 * archived last. Follows the cache. Owned by the workspace.
 *
 * Properties: "busy" (boolean): what it shows is not yet what was asked for; "n-processes" (uint). Signal "moved": rows came,
 * went or changed places, and all of that is told; until then docket_process_model_is_moving(). */
#define DOCKET_TYPE_PROCESS_MODEL (docket_process_model_get_type ())
G_DECLARE_FINAL_TYPE (DocketProcessModel, docket_process_model, DOCKET, PROCESS_MODEL, GObject)

/* Only those whose name has each word of @text. NULL or "" = all */
void docket_process_model_set_search (DocketProcessModel *self, const char *text);
const char *docket_process_model_get_search (DocketProcessModel *self); /* nullable */
gboolean docket_process_model_get_busy (DocketProcessModel *self);
guint docket_process_model_get_n_processes (DocketProcessModel *self); /* that show */
gboolean docket_process_model_is_moving (DocketProcessModel *self);
/* The one object of this process, whether it shows or not, known or not: it follows the cache for as long as somebody holds
 * it. (transfer full) */
DocketProcess *docket_process_model_get_process (DocketProcessModel *self, const char *process_id);
gboolean docket_process_model_find (DocketProcessModel *self, const char *process_id, guint *position);

G_END_DECLS
