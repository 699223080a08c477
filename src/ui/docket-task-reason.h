/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include "ui/docket-removals.h"

G_BEGIN_DECLS

/* Whether it goes only with its process. @task: (nullable) */
gboolean docket_task_reason_is_process (DocketTask *task);
/* Why it cannot be removed or restored now; NULL where it can. (transfer full) */
char *docket_task_reason_find (DocketWorkspace *workspace, DocketTask *task);
/* Enables those of @view's actions "task.archive", "task.restore", "task.delete" and "task.explain" that fit @task now.
 * @workspace, @task: (nullable). (transfer full) (nullable): why it cannot be removed or restored */
char *docket_task_reason_enable (GtkWidget *view, DocketWorkspace *workspace, DocketTask *task,
                                 DocketRemovals *removals);

G_END_DECLS
