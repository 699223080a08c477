/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <adwaita.h>
#include "workspace/docket-task.h"

G_BEGIN_DECLS

/* One task in the list. Its list item is named with a sentence that begins with the title. What it consists of is there
 * while it is in view (DocketTaskRowBody). */
#define DOCKET_TYPE_TASK_ROW (docket_task_row_get_type ())
G_DECLARE_FINAL_TYPE (DocketTaskRow, docket_task_row, DOCKET, TASK_ROW, GtkWidget)

GtkWidget *docket_task_row_new (void);
/* For a list that is of one process already: it does not name it, and shows that it leads on. */
GtkWidget *docket_task_row_new_in_process (void);
/* @task: (nullable); @my_name: the person signed in, who is called "you"; @choosing: docket_task_row_set_choosing() */
void docket_task_row_set_task (DocketTaskRow *self, DocketTask *task, const char *my_name, gboolean choosing);
DocketTask *docket_task_row_get_task (DocketTaskRow *self);
/* Whether the round check shows which says if the task is among those chosen: property "chosen" (boolean). */
void docket_task_row_set_choosing (DocketTaskRow *self, gboolean choosing);
/* Says the deadline anew: time went by. */
void docket_task_row_refresh (DocketTaskRow *self);

G_END_DECLS
