/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <gtk/gtk.h>
#include "workspace/docket-task.h"

G_BEGIN_DECLS

/* What a DocketTaskRow consists of while it is in view. Of the some 200 rows that a GtkListView makes a dozen are, and the
 * others have none: it is taken where one comes into view, and put back where one leaves it, for the next. */
#define DOCKET_TYPE_TASK_ROW_BODY (docket_task_row_body_get_type ())
G_DECLARE_FINAL_TYPE (DocketTaskRowBody, docket_task_row_body, DOCKET, TASK_ROW_BODY, GtkBox)

/* What it shows of its row. */
typedef struct
{
  DocketTask *task; /* NULL, or not loaded: nothing */
  gboolean choosing;
  gboolean chosen;
  gboolean in_process;
} DocketTaskRowLook;

/* One that was put back, or a new one. Returns: (transfer full) */
DocketTaskRowBody *docket_task_row_body_take (void);
/* Takes @body out of its row, for another one. @body: (transfer full) */
void docket_task_row_body_put (DocketTaskRowBody *body);
void docket_task_row_body_show (DocketTaskRowBody *self, const DocketTaskRowLook *look);
void docket_task_row_body_set_chosen (DocketTaskRowBody *self, gboolean chosen);

/* What @task's first caption says. In a list of one process, the process says of all its tasks that they are archived.
 * Returns: (transfer full) */
char *docket_task_row_body_describe_state (DocketTask *task, gboolean in_process, GDateTime *now);
/* What @task belongs to. @spoken: within a sentence, not at the head of a caption. Returns: (transfer full) */
char *docket_task_row_body_describe_origin (DocketTask *task, gboolean spoken);
/* Returns: (transfer full): how @task is called */
char *docket_task_row_body_describe_title (DocketTask *task);

G_END_DECLS
