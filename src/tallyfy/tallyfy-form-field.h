/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define TALLYFY_TYPE_FORM_FIELD (tallyfy_form_field_get_type ())
G_DECLARE_FINAL_TYPE (TallyfyFormField, tallyfy_form_field, TALLYFY, FORM_FIELD, GObject)

/* A form field of a task with its captured value. Immutable. */
const char *tallyfy_form_field_get_id (TallyfyFormField *self);
const char *tallyfy_form_field_get_label (TallyfyFormField *self);      /* never NULL */
const char *tallyfy_form_field_get_field_type (TallyfyFormField *self); /* "text", "dropdown" …; unknown ones kept */
gboolean tallyfy_form_field_is_required (TallyfyFormField *self);
gboolean tallyfy_form_field_is_answered (TallyfyFormField *self);

/* The answer as plain text: a choice's text, several joined by ", ", a table's cells, a file's name, a
 * date as the server sent it. NULL where there is none. */
const char *tallyfy_form_field_get_answer (TallyfyFormField *self);
/* For a date: the answer, else NULL. UTC. */
GDateTime *tallyfy_form_field_get_date (TallyfyFormField *self);
/* For a dropdown, radio or multiselect: what can be chosen, in order; else empty. Never NULL. */
const char *const *tallyfy_form_field_get_options (TallyfyFormField *self);
/* Whether the answer has the choice at this position. */
gboolean tallyfy_form_field_is_chosen (TallyfyFormField *self, guint option);
/* For an "assignees_form": who is named, of TallyfyAssignee; else empty. Never NULL. */
GPtrArray *tallyfy_form_field_get_people (TallyfyFormField *self);
/* For a file: its address (https), else NULL. */
const char *tallyfy_form_field_get_answer_uri (TallyfyFormField *self);

G_END_DECLS
