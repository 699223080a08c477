/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include "tallyfy/tallyfy-task.h"

G_BEGIN_DECLS

/* What a new one-off task is to be made of. */
typedef struct _TallyfyTaskDraft TallyfyTaskDraft;

/**
 * tallyfy_task_draft_new:
 * @type: "task" or "approval"
 *
 * Nobody's, without a deadline: the server wants both before it takes one.
 */
TallyfyTaskDraft *tallyfy_task_draft_new (const char *title, const char *type);

/**
 * tallyfy_task_draft_new_from_json:
 * @json: a task: see tallyfy_task_get_json()
 *
 * Everything of a task that can be given to another one: title, description, kind, deadline, users, and form fields with
 * their answers. Takes time: call it from a worker thread.
 *
 * Errors: TALLYFY_ERROR_MALFORMED.
 */
TallyfyTaskDraft *tallyfy_task_draft_new_from_json (GBytes *json, GError **error);
TallyfyTaskDraft *tallyfy_task_draft_ref (TallyfyTaskDraft *self);
void tallyfy_task_draft_unref (TallyfyTaskDraft *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TallyfyTaskDraft, tallyfy_task_draft_unref)

const char *tallyfy_task_draft_get_title (const TallyfyTaskDraft *self);
void tallyfy_task_draft_set_description (TallyfyTaskDraft *self, const char *html); /* @html: (nullable) */
void tallyfy_task_draft_set_tags (TallyfyTaskDraft *self, const char *const *tags);  /* their IDs */
GDateTime *tallyfy_task_draft_get_deadline (const TallyfyTaskDraft *self); /* nullable: it needs one before it is sent */
void tallyfy_task_draft_set_deadline (TallyfyTaskDraft *self, GDateTime *deadline);
/* To which members it is assigned: decimal IDs. */
const char *const *tallyfy_task_draft_get_users (const TallyfyTaskDraft *self);
void tallyfy_task_draft_set_users (TallyfyTaskDraft *self, const char *const *users);
/* And to whom else: e-mail addresses, and IDs of groups. */
void tallyfy_task_draft_set_others (TallyfyTaskDraft *self, const char *const *guests, const char *const *groups);
/* One more form field. @type: such as "text". @choices: (nullable): of one that has them */
void tallyfy_task_draft_add_field (TallyfyTaskDraft *self, const char *label, const char *type, gboolean required,
                                   const char *const *choices);
gboolean tallyfy_task_draft_is_nobodys (const TallyfyTaskDraft *self);
guint tallyfy_task_draft_get_n_answers (const TallyfyTaskDraft *self); /* that can be given to another task */
guint tallyfy_task_draft_get_n_lost (const TallyfyTaskDraft *self);    /* answers that cannot, such as files */

/* For the client: the body that makes the task. (transfer full) */
GBytes *tallyfy_task_draft_to_json (const TallyfyTaskDraft *self);
/* For the client: the body that gives @created (with its form fields, whose IDs are its own) the answers.
 * (transfer full) */
GBytes *tallyfy_task_draft_answers_to_json (const TallyfyTaskDraft *self, TallyfyTask *created);

G_END_DECLS
