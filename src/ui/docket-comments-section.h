/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <adwaita.h>
#include "workspace/docket-workspace.h"

G_BEGIN_DECLS

/* The comments of a task, below everything else there is to read of it, and where the next one is written. */
#define DOCKET_TYPE_COMMENTS_SECTION (docket_comments_section_get_type ())
G_DECLARE_FINAL_TYPE (DocketCommentsSection, docket_comments_section, DOCKET, COMMENTS_SECTION, AdwBin)

/* @task: (nullable): as the server said it; NULL: it is not here yet. @writable: whether it can be commented */
void docket_comments_section_show (DocketCommentsSection *self, DocketWorkspace *workspace,
                                   TallyfyTask *task, gboolean writable);
/* The action "report-problem". (transfer none) */
GActionGroup *docket_comments_section_get_actions (DocketCommentsSection *self);

G_END_DECLS
