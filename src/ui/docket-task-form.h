/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <adwaita.h>
#include "workspace/docket-task-values.h"
#include "workspace/docket-workspace.h"

G_BEGIN_DECLS

/* What a one-off task is made of, to be filled in: title, deadline, assignees, tags, kind, description, form fields.
 *
 * Signals: "changed"; "submitted": Enter was pressed in the title, or Ctrl+Enter anywhere. */
#define DOCKET_TYPE_TASK_FORM (docket_task_form_get_type ())
G_DECLARE_FINAL_TYPE (DocketTaskForm, docket_task_form, DOCKET, TASK_FORM, AdwBin)

/* Empty, with the end of the next working day for a deadline, and the person signed in for an assignee. */
void docket_task_form_start (DocketTaskForm *self, DocketWorkspace *workspace);
/* What was filled in, for docket_task_form_restore(). (transfer full) (nullable): NULL where nobody typed anything */
char *docket_task_form_save (DocketTaskForm *self);
/* @text: from docket_task_form_save(); whatever else leaves the form as it is */
void docket_task_form_restore (DocketTaskForm *self, const char *text);

/* A task that is there already: it keeps its kind and its form, and a description that has more than text. */
void docket_task_form_show_values (DocketTaskForm *self, DocketWorkspace *workspace, const DocketTaskValues *values);
/* After that. @titles: of its tags, which stay as they are */
void docket_task_form_show_tags (DocketTaskForm *self, const char *const *titles);
/* (transfer full) */
DocketTaskValues *docket_task_form_get_values (DocketTaskForm *self);
void docket_task_form_set_needs_deadline (DocketTaskForm *self, gboolean needs_deadline);

/* Why it cannot be sent yet, in words; NULL where it can. (transfer none) */
const char *docket_task_form_get_reason (DocketTaskForm *self);
/* (transfer full) */
TallyfyTaskDraft *docket_task_form_to_draft (DocketTaskForm *self);
/* Opens the choice of the assignees, as soon as the form is on the screen. */
void docket_task_form_open_people (DocketTaskForm *self);
void docket_task_form_focus (DocketTaskForm *self);

G_END_DECLS
