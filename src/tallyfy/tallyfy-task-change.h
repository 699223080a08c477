/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include "tallyfy/tallyfy-form-field.h"
#include "tallyfy/tallyfy-task.h"

G_BEGIN_DECLS

/* What is to be changed of a task, and what its form fields are to be answered with. */
typedef struct _TallyfyTaskChange TallyfyTaskChange;

/**
 * tallyfy_task_change_new:
 * @task: as it was seen
 *
 * A change of nothing. An update of a one-off task must name its title, deadline and assignees each time, so these are
 * in it from the beginning, as @task has them; an update of a process task names only what changes.
 */
TallyfyTaskChange *tallyfy_task_change_new (TallyfyTask *task);
void tallyfy_task_change_free (TallyfyTaskChange *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TallyfyTaskChange, tallyfy_task_change_free)

void tallyfy_task_change_set_title (TallyfyTaskChange *self, const char *title);     /* up to 600 characters */
void tallyfy_task_change_set_summary (TallyfyTaskChange *self, const char *summary); /* HTML */
/* The server moves it to the organization's working days. */
void tallyfy_task_change_set_deadline (TallyfyTaskChange *self, GDateTime *deadline);
/* TRUE for a one-off task that has none: the server refuses its update (422) until it is given one. */
gboolean tallyfy_task_change_needs_deadline (const TallyfyTaskChange *self);
/* The whole set: who is not named is no assignee any more. NULL = none of that kind. @users: decimal IDs. */
void tallyfy_task_change_set_assignees (TallyfyTaskChange *self, const char *const *users,
                                        const char *const *guests, const char *const *groups);
/* The whole set, by ID. */
void tallyfy_task_change_set_tags (TallyfyTaskChange *self, const char *const *tag_ids);

/* The answer to a form field, each in the shape that its type wants. A later one replaces an earlier one. They return
 * FALSE, and change nothing, where a field of this type takes no such answer. @field must have come with its task. */

/* "text", "textarea", "email". "" takes the answer away. */
gboolean tallyfy_task_change_answer_text (TallyfyTaskChange *self, TallyfyFormField *field, const char *text);
/* "date". @date: (nullable): NULL takes the answer away */
gboolean tallyfy_task_change_answer_date (TallyfyTaskChange *self, TallyfyFormField *field, GDateTime *date);
/* "radio" and "dropdown" (one choice at most), "multiselect". @options: positions in tallyfy_form_field_get_options();
 * none takes the answer away */
gboolean tallyfy_task_change_answer_options (TallyfyTaskChange *self, TallyfyFormField *field,
                                             const guint *options, guint n_options);
/* "assignees_form". NULL = none of that kind; none at all takes the answer away. @users: decimal IDs. */
gboolean tallyfy_task_change_answer_people (TallyfyTaskChange *self, TallyfyFormField *field,
                                            const char *const *users, const char *const *guests,
                                            const char *const *groups);
/* Takes back what one of these said, so that the field is left as it is on the server. */
void tallyfy_task_change_forget_answer (TallyfyTaskChange *self, TallyfyFormField *field);

/**
 * tallyfy_task_change_find_lost_answers:
 * @stored: what the server has after the change
 *
 * Tallyfy drops an answer to a field that it does not know in silence, and still says that all went well.
 *
 * Returns: (transfer full) (nullable): the IDs of the fields that @stored does not have with the answer that was sent;
 *   NULL where it came without its form fields, and so cannot tell: get the task then
 */
GStrv tallyfy_task_change_find_lost_answers (const TallyfyTaskChange *self, TallyfyTask *stored);

/* For the client: the body of the update. (transfer full) */
GBytes *tallyfy_task_change_to_json (const TallyfyTaskChange *self);

G_END_DECLS
