/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <adwaita.h>
#include "workspace/docket-workspace.h"

G_BEGIN_DECLS

/* One form field of a task that can be answered: the row in which that is done, the row below it that says what became of
 * it, and the draft between the two.
 *
 * Signal "changed": what became of the answer is another. */
#define DOCKET_TYPE_FORM_FIELD (docket_form_field_get_type ())
G_DECLARE_FINAL_TYPE (DocketFormField, docket_form_field, DOCKET, FORM_FIELD, GObject)

/* Whether Docket can answer such a field. */
gboolean docket_form_field_can_answer (TallyfyFormField *field);
/* Adds its two rows to @list. @field: one that can be answered */
DocketFormField *docket_form_field_new (DocketWorkspace *workspace, const char *task_id, TallyfyFormField *field,
                                        GtkListBox *list);
/* Shows what the task has now. */
void docket_form_field_show (DocketFormField *self, TallyfyFormField *field);
const char *docket_form_field_get_id (DocketFormField *self);
/* Whether something can be sent. */
void docket_form_field_set_able (DocketFormField *self, gboolean able);
/* Whether an answer was tried, and the server does not have it. */
gboolean docket_form_field_is_unsaved (DocketFormField *self);
/* Whether it is said that the answer is missing. */
void docket_form_field_set_missing (DocketFormField *self, gboolean missing);
void docket_form_field_focus (DocketFormField *self);

G_END_DECLS
