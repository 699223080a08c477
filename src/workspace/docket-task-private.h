/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include "workspace/docket-database.h"
#include "workspace/docket-group.h"
#include "workspace/docket-hit.h"
#include "workspace/docket-task.h"

G_BEGIN_DECLS

/* What one row of the cache says; travels from the worker thread to a DocketTask. Private to the
 * model. */
typedef struct
{
  gint64 row;
  char *id;
  char *title;
  char *task_type;
  char *process_name;
  char *process_id;
  char *completer; /* the name, where it is known */
  GStrv assignees;
  GDateTime *deadline;
  GDateTime *archived_at;
  GDateTime *completed_at;
  guint n_comments;
  gboolean completed;
  gboolean archived;
  gboolean one_off;
  gboolean mine;
  gboolean has_detail; /* the cache has all that can be read of it */
  DocketHit *hit; /* why search found it; NULL where nothing is searched for */
} DocketTaskData;

void docket_task_data_free (DocketTaskData *data);
DocketTaskData *docket_task_data_copy (const DocketTaskData *data);

/* The columns docket_task_data_read() expects of a statement, in their order. */
#define DOCKET_TASK_COLUMNS                                                                        \
  "row, id, title, type, process, deadline, archived_at, completed_at, comments, completed,"       \
  " archived, one_off, mine, assignees, completer, process_id, detail IS NOT NULL"
/* In the worker thread. @person: from docket_cache_prepare_name(). (transfer full) */
DocketTaskData *docket_task_data_read (sqlite3_stmt *row, sqlite3_stmt *person);

/* Parts of it: the names of a task's assignees, and the name of a member of today, NULL where there is none: nobody else's
 * name is known by the ID alone. (transfer full) */
GStrv docket_task_data_read_assignees (sqlite3_stmt *row, int column, sqlite3_stmt *person);
char *docket_task_data_find_person (sqlite3_stmt *row, int column, sqlite3_stmt *person);

DocketTask *docket_task_new (void);
/* Takes over @data and notifies what is other than before. */
void docket_task_fill (DocketTask *self, DocketTaskData *data);
/* Whether the cache is known to have nothing but the row. */
gboolean docket_task_is_row_only (DocketTask *self);
/* What it is filled with. @self is loaded. (transfer full) */
DocketTaskData *docket_task_dup_data (DocketTask *self);

DocketGroup *docket_group_new (DocketGroupKind kind, guint n_tasks);
void docket_group_set_n_tasks (DocketGroup *self, guint n_tasks);

G_END_DECLS
