/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include "tallyfy/tallyfy.h"

G_BEGIN_DECLS

/* The answer to a form field, as a list of texts: what was typed; a moment (docket_answer_from_date()); the choices, each
 * by its text; or the people, each as "user:ID", "guest:ADDRESS" or "group:ID". An empty list is no answer. */

/**
 * DocketAnswerKind:
 * @DOCKET_ANSWER_KIND_NONE: cannot be given with Docket: a table, or what came later than this program
 * @DOCKET_ANSWER_KIND_FILE: cannot be given either, but opened
 * @DOCKET_ANSWER_KIND_CHOICE: one of several
 * @DOCKET_ANSWER_KIND_CHOICES: any number of them
 */
typedef enum
{
  DOCKET_ANSWER_KIND_NONE,
  DOCKET_ANSWER_KIND_FILE,
  DOCKET_ANSWER_KIND_TEXT,
  DOCKET_ANSWER_KIND_EMAIL,
  DOCKET_ANSWER_KIND_LONG_TEXT,
  DOCKET_ANSWER_KIND_DATE,
  DOCKET_ANSWER_KIND_CHOICE,
  DOCKET_ANSWER_KIND_CHOICES,
  DOCKET_ANSWER_KIND_PEOPLE,
} DocketAnswerKind;

DocketAnswerKind docket_answer_get_kind (TallyfyFormField *field);
/* As the server has it. What is not one of the choices is in it all the same, so that it can be compared. */
GStrv docket_answer_read (TallyfyFormField *field);
/* White space around it and the order make no difference. */
gboolean docket_answer_equal (const char *const *first, const char *const *second);
/* FALSE, and @change is as it was, where @field takes no such answer. */
gboolean docket_answer_apply (TallyfyFormField *field, const char *const *answer, TallyfyTaskChange *change);

/* The choices of @field, each as an answer names it: two with the same text are told apart. (transfer full) */
GStrv docket_answer_list_choices (TallyfyFormField *field);

GStrv docket_answer_from_text (const char *text); /* white space alone is no answer */
GStrv docket_answer_from_date (GDateTime *date); /* nullable: no answer */
/* (transfer full) (nullable): UTC; NULL where @answer is no date */
GDateTime *docket_answer_get_date (const char *const *answer);

/* Both (nullable): NULL where @task has no such field, or came without its fields. */
TallyfyFormField *docket_answer_find_field (TallyfyTask *task, const char *field_id);
/* Whether @task has @answer in its field, whatever else is in it. */
gboolean docket_answer_is_stored (TallyfyTask *task, const char *field_id, const char *const *answer);

G_END_DECLS
