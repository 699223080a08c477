/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include "workspace/docket-database.h"

G_BEGIN_DECLS

/* All that search looks in of a task, as one text: fields, folded, each behind the one before and a separator. */
typedef enum
{
  DOCKET_INDEX_TITLE,
  DOCKET_INDEX_PROCESS,
  DOCKET_INDEX_PEOPLE, /* names that came with the task, a line each */
  DOCKET_INDEX_TAGS,   /* a line each */
  DOCKET_INDEX_SUMMARY,
  DOCKET_INDEX_COMMENTS, /* lines, and the names that came with them */
  DOCKET_INDEX_ANSWERS,  /* lines */
  DOCKET_INDEX_KEYS,     /* who is assigned or has commented, by ID: docket_index_text_key() */
  DOCKET_N_INDEX_FIELDS,
} DocketIndexField;

/* Of the table "task". */
#define DOCKET_INDEX_COLUMNS                                                                       \
  "folded, folded_process, folded_people, folded_tags, summary, comment_lines, answer_lines, assignees,"                     \
  " folded_summary, folded_comments, folded_answers"

/* @row: its columns from the @first on are the above. (transfer full) */
char *docket_index_text_new (sqlite3_stmt *row, int first);

/* Whether @folded is in the field, or in any of them but the keys. */
gboolean docket_index_text_has (const char *text, DocketIndexField field, const char *folded);
gboolean docket_index_text_has_word (const char *text, const char *folded);

/* Who is assigned, or has commented, as a key between marks (DOCKET_GRAMS_MARK), the first of which is part of it. @kind:
 * "U" a member, "E" a guest, "G" a group. (transfer full) */
char *docket_index_text_key (const char *kind, const char *id, gboolean comment);
gboolean docket_index_text_has_key (const char *text, const char *key);

G_END_DECLS
