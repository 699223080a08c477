/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include "tallyfy/tallyfy.h"

G_BEGIN_DECLS

/* A process with all its tasks, each as it was fetched whole. Immutable. */
#define DOCKET_TYPE_PROCESS_CONTENTS (docket_process_contents_get_type ())
G_DECLARE_FINAL_TYPE (DocketProcessContents, docket_process_contents, DOCKET, PROCESS_CONTENTS, GObject)

/* Reads all of it, or fails: one task that cannot be read is as bad as none. Errors: TALLYFY_ERROR. Sends no write. */
void docket_process_contents_fetch_async (TallyfyClient *client, const char *organization_id,
                                          const char *process_id, GCancellable *cancellable,
                                          GAsyncReadyCallback callback, gpointer user_data);
DocketProcessContents *docket_process_contents_fetch_finish (GAsyncResult *result, GError **error);

/* From what docket_process_contents_dup_json() wrote. Takes time. Errors: TALLYFY_ERROR_MALFORMED */
DocketProcessContents *docket_process_contents_new_from_json (GBytes *json, GError **error);
gboolean docket_process_contents_is_json (GBytes *json); /* and not that of a task */
/* {"process": what the server sent, "tasks": [what the server sent, …]}. (transfer full) */
GBytes *docket_process_contents_dup_json (DocketProcessContents *self);

TallyfyProcess *docket_process_contents_get_process (DocketProcessContents *self);
GPtrArray *docket_process_contents_get_tasks (DocketProcessContents *self); /* (element-type TallyfyTask) in their order */
/* Whether anything that a person can read is not as it was. */
gboolean docket_process_contents_is_same (DocketProcessContents *self, DocketProcessContents *now);
gboolean docket_process_contents_is_top_secret (DocketProcessContents *self); /* one of its tasks is */

G_END_DECLS
