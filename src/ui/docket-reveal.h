/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include "ui/docket-task-list.h"

G_BEGIN_DECLS

/* Selects a task and gives its row the focus, now or as soon as it is in @tasks, the model that
 * @list shows. What the person selects meanwhile, or a later call, takes its place. */
void docket_reveal_task (DocketTaskList *list, DocketTaskModel *tasks, const char *task_id);
/* The same, and opens it as a click on its row does. */
void docket_reveal_and_open_task (DocketTaskList *list, DocketTaskModel *tasks,
                                  const char *task_id);

G_END_DECLS
