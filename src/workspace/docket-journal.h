/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include "workspace/docket-account.h"
#include "workspace/docket-database.h"
#include "workspace/docket-removal.h"

G_BEGIN_DECLS

/* What must outlive a crash: $XDG_DATA_HOME/docket/journal.db, each transaction synced to the disk. It holds every
 * removal, from before its request went out, and which account was open last. */
#define DOCKET_TYPE_JOURNAL (docket_journal_get_type ())
G_DECLARE_FINAL_TYPE (DocketJournal, docket_journal, DOCKET, JOURNAL, GObject)

/* Opens or makes the file. Errors: G_IO_ERROR with a sentence. */
void docket_journal_open_async (GCancellable *cancellable, GAsyncReadyCallback callback,
                                gpointer user_data);
DocketJournal *docket_journal_open_finish (GAsyncResult *result, GError **error);

/* For what else reads the file. The signal "changed" says that a removal was begun or has ended. */
DocketDatabase *docket_journal_get_database (DocketJournal *self);

/* One removal as it was intended. */
typedef struct
{
  gint64 id;
  char *account;      /* docket_account_dup_file_name() */
  char *organization; /* ID */
  char *task_id;
  char *title;
  DocketRemovalKind kind;
  gboolean was_archived;
} DocketJournalEntry;

void docket_journal_entry_free (DocketJournalEntry *entry);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DocketJournalEntry, docket_journal_entry_free)

/* Writes an intent. @entry: (transfer full): its id is ignored. Only when this has succeeded may the request go
 * out. */
void docket_journal_begin_async (DocketJournal *self, DocketJournalEntry *entry,
                                 GAsyncReadyCallback callback, gpointer user_data);
/* Returns: the new entry's ID, or 0 with @error set */
gint64 docket_journal_begin_finish (DocketJournal *self, GAsyncResult *result, GError **error);

/* Writes how the entry of @removal ended. @only_open: leaves one alone that has an outcome already. */
void docket_journal_end_async (DocketJournal *self, DocketRemoval *removal, gboolean only_open,
                               GAsyncReadyCallback callback, gpointer user_data);
gboolean docket_journal_end_finish (DocketJournal *self, GAsyncResult *result, GError **error);

/* The entries of @account without an outcome: whatever wrote them did not come to its end. */
void docket_journal_list_open_async (DocketJournal *self, const char *account,
                                     GCancellable *cancellable, GAsyncReadyCallback callback,
                                     gpointer user_data);
/* Returns: (transfer full) (element-type DocketJournalEntry) */
GPtrArray *docket_journal_list_open_finish (DocketJournal *self, GAsyncResult *result,
                                            GError **error);

/* The account that was open last. Returns: (transfer full) (nullable): NULL without an error where there is none */
void docket_journal_load_account_async (DocketJournal *self, GCancellable *cancellable,
                                        GAsyncReadyCallback callback, gpointer user_data);
DocketAccount *docket_journal_load_account_finish (DocketJournal *self, GAsyncResult *result,
                                                   GError **error);
/* @account: (nullable): NULL forgets it. */
void docket_journal_save_account_async (DocketJournal *self, DocketAccount *account,
                                        GCancellable *cancellable, GAsyncReadyCallback callback,
                                        gpointer user_data);
gboolean docket_journal_save_account_finish (DocketJournal *self, GAsyncResult *result,
                                             GError **error);

G_END_DECLS
