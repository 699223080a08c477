/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include "practice/practice-call.h"

G_BEGIN_DECLS

/* Which relations an answer includes, and how it writes assignees. */
typedef enum
{
  PRACTICE_WITH_RUN = 1 << 0,
  PRACTICE_WITH_THREADS = 1 << 1,
  PRACTICE_WITH_FORM_FIELDS = 1 << 2,
  PRACTICE_WITH_TAGS = 1 << 3,
  PRACTICE_WITH_SUMMARY = 1 << 4,
  PRACTICE_WITH_NAMES = 1 << 5, /* assignees as objects, not as bare numbers */
} PracticeWith;

/* The columns that practice_task_node() reads, in its order. */
#define PRACTICE_TASK_COLUMNS                                                                      \
  "t.number, t.id, t.title, t.summary, t.run_id, t.step_id, t.position, t.one_off, t.status,"      \
  " t.task_type, t.is_approved, t.deadline, t.started_at, t.created_at, t.last_updated,"           \
  " t.completed_at, t.archived_at, t.starter_id, t.completer_id, t.problem, t.top_secret,"         \
  " t.webhook"

/* From the "with" of a query: unknown words are ignored. */
PracticeWith practice_with_parse (const char *with);

JsonNode *practice_task_node (PracticeStore *store, PracticeRows *row, PracticeWith with);
/* The task of that number, which exists. */
JsonNode *practice_task_node_for (PracticeStore *store, gint64 task, PracticeWith with);
JsonNode *practice_run_node (PracticeStore *store, const char *run_id);
JsonNode *practice_comment_node (PracticeStore *store, const char *comment_id);

G_END_DECLS
