/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include "workspace/docket-workspace.h"

G_BEGIN_DECLS

/* Whether it goes only with its process. @task: (nullable) */
gboolean docket_task_reason_is_process (DocketTask *task);
/* Why it cannot be removed or restored now; NULL where it can. (transfer full) */
char *docket_task_reason_find (DocketWorkspace *workspace, DocketTask *task);

G_END_DECLS
