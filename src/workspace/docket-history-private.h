/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include "workspace/docket-history.h"
#include "workspace/docket-journal.h"

G_BEGIN_DECLS

/* The columns of the journal. */
typedef struct
{
  gint64 id;
  char *task_id;
  char *title;
  DocketRemovalKind kind;
  DocketTarget target;
  gboolean was_archived;
  gint64 intended_at; /* unix seconds, as the other times */
  gboolean ended;
  DocketRemovalOutcome outcome;
  guint status;
  char *sentence;      /* nullable */
  gint64 looked_up_at; /* 0 = never */
  gboolean has_copy;
  gint64 copy_removed_at; /* 0 = none was, or it is not known when */
  gint64 created_at;      /* 0 = not again */
  char *created_task;     /* nullable */
} DocketHistoryRecord;

void docket_history_record_free (DocketHistoryRecord *record);
gboolean docket_history_record_is_open (const DocketHistoryRecord *record); /* docket_history_entry_is_open() */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DocketHistoryRecord, docket_history_record_free)

/* @record: (transfer full) */
DocketHistoryEntry *docket_history_entry_new (DocketHistoryRecord *record);
/* Tells of the change if there is one. @record: (transfer full): of the same ID */
void docket_history_entry_take (DocketHistoryEntry *self, DocketHistoryRecord *record);

/* @account: docket_account_dup_file_name(). Empty until it has a journal. */
DocketHistory *docket_history_new (const char *account);
void docket_history_set_journal (DocketHistory *self, DocketJournal *journal);

/* What the worker thread is asked. */
typedef struct
{
  char *account;
  char *search; /* nullable */
  DocketHistoryFilter filter;
} DocketHistoryQuestion;

void docket_history_question_free (DocketHistoryQuestion *question);
/* DocketDatabaseJob over DocketHistoryQuestion. Returns: (element-type DocketHistoryRecord): the newest first */
gpointer docket_history_read_job (sqlite3 *db, gpointer job_data, GCancellable *cancellable,
                                  GError **error);
/* DocketDatabaseJob over a gint64: takes the entry of this ID out of the file, unless it is under way. */
gpointer docket_history_remove_job (sqlite3 *db, gpointer job_data, GCancellable *cancellable,
                                    GError **error);

G_END_DECLS
