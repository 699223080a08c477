/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <adwaita.h>
#include "ui/docket-form-section.h"

G_BEGIN_DECLS

/* Everything there is to read of a task, in the order of reading. */
#define DOCKET_TYPE_TASK_BODY (docket_task_body_get_type ())
G_DECLARE_FINAL_TYPE (DocketTaskBody, docket_task_body, DOCKET, TASK_BODY, AdwBin)

/* Shows @row, what the list knows of a task; and @detail (nullable), what the server said of it, in
 * preference. */
void docket_task_body_show (DocketTaskBody *self,
                            DocketWorkspace *workspace,
                            DocketTask *row,
                            TallyfyTask *detail);
/* Shows a task that is kept as a copy. @state: what stands in place of its own state */
void docket_task_body_show_copy (DocketTaskBody *self,
                                 DocketWorkspace *workspace,
                                 TallyfyTask *copy,
                                 const char *state);
/* While there is no detail: that it is on its way, or (non-NULL) why it did not come. */
void docket_task_body_set_problem (DocketTaskBody *self, const char *sentence);
void docket_task_body_set_loading (DocketTaskBody *self, gboolean loading);
/* The label that says why a process task cannot be removed. */
GtkWidget *docket_task_body_get_reason (DocketTaskBody *self);
DocketFormSection *docket_task_body_get_form (DocketTaskBody *self);
/* What can be done with its comments: "report-problem". (transfer none) */
GActionGroup *docket_task_body_get_comment_actions (DocketTaskBody *self);

G_END_DECLS
