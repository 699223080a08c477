/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include "practice/practice-call.h"

G_BEGIN_DECLS

/* What a body says about a task. Texts are NULL where the body says nothing. */
typedef struct
{
  char *title;
  char *summary;
  char *task_type;
  char *deadline; /* as it is stored, on a working day */
  char *started_at;
  char *webhook;
  gboolean top_secret;
  gboolean has_owners;
  GPtrArray *users; /* of char *, as they are stored */
  GPtrArray *guests;
  GPtrArray *groups;
} PracticeInput;

/* Which members a body must have. */
typedef enum
{
  PRACTICE_NEED_NOTHING,
  PRACTICE_NEED_UPDATE, /* title, deadline, owners: each update of a one-off task */
  PRACTICE_NEED_CREATE, /* those and task_type */
} PracticeNeed;

/* FALSE = invalid: answered with 422. Old names ("name", "description") are understood. */
gboolean practice_input_read (PracticeCall *call, PracticeNeed need, PracticeInput *input);
void practice_input_clear (PracticeInput *input);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PracticeInput, practice_input_clear)

/* A member that is there and not null, else NULL. */
JsonNode *practice_input_node (PracticeCall *call, const char *member);
/* The text that a node holds, or NULL. */
const char *practice_node_text (JsonNode *node);
/* Who stands in @people's list "users", "guests" or "groups", as they are stored; somebody who is not in the
 * organization makes @field invalid (422). */
GPtrArray *
practice_input_people (PracticeCall *call, const char *field, JsonObject *people, const char *list);
/* A member that is a text, or NULL. */
const char *practice_input_text (PracticeCall *call, const char *member);

/* A member that is true or false; where it is missing, @usual. Anything else is invalid (422). */
gboolean practice_input_flag (PracticeCall *call, const char *member, gboolean usual);
/* "form_fields" of a new task. */
void practice_input_store_fields (PracticeCall *call, gint64 task);

G_END_DECLS
