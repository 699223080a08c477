/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include "workspace/docket-account.h"
#include "workspace/docket-database.h"
#include "workspace/docket-removal.h"

G_BEGIN_DECLS

/* What must outlive a crash: $XDG_DATA_HOME/docket/journal.db, each transaction synced to the disk. It holds every
 * removal, from before its request went out, what was begun to be written, and which account was open last. */
#define DOCKET_TYPE_JOURNAL (docket_journal_get_type ())
G_DECLARE_FINAL_TYPE (DocketJournal, docket_journal, DOCKET, JOURNAL, GObject)

/* Opens or makes the file. Errors: G_IO_ERROR with a sentence. */
void docket_journal_open_async (GCancellable *cancellable, GAsyncReadyCallback callback,
                                gpointer user_data);
DocketJournal *docket_journal_open_finish (GAsyncResult *result, GError **error);

/* For what else reads the file. The signal "changed" says that what it tells of a removal is
 * no longer the same. */
DocketDatabase *docket_journal_get_database (DocketJournal *self);

/**
 * DocketJournalStage:
 * @DOCKET_STAGE_NONE: nothing is to come, or the request may be out
 * @DOCKET_STAGE_WAITING: not admitted (429), and not sent again yet
 * @DOCKET_STAGE_WATCHED: it has an outcome, and will be looked up again
 *
 * The journal holds these numbers.
 */
typedef enum
{
  DOCKET_STAGE_NONE,
  DOCKET_STAGE_WAITING,
  DOCKET_STAGE_WATCHED,
} DocketJournalStage;

/* One removal as it was intended, and as far as it has come. */
typedef struct
{
  gint64 id;
  char *account;      /* docket_account_dup_file_name() */
  char *organization; /* ID */
  char *task_id;
  char *title;
  DocketRemovalKind kind;
  DocketTarget target;
  gboolean was_archived;
  GBytes *copy; /* JSON of what is removed, or NULL; written, never read back here */
  DocketJournalStage stage;
  gboolean ended;
  DocketRemovalOutcome outcome; /* where @ended */
  gint64 looked_up_at;          /* unix seconds, 0 = not */
} DocketJournalEntry;

void docket_journal_entry_free (DocketJournalEntry *entry);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DocketJournalEntry, docket_journal_entry_free)

/* Writes an intent, with the copy of the task where there is one, in one transaction. @entry: (transfer full): what
 * stands before and with @copy is read. Only when this has succeeded may the request go out. */
void docket_journal_begin_async (DocketJournal *self, DocketJournalEntry *entry,
                                 GAsyncReadyCallback callback, gpointer user_data);
/* Returns: the new entry's ID, or 0 with @error set */
gint64 docket_journal_begin_finish (DocketJournal *self, GAsyncResult *result, GError **error);

/* Writes how far a removal without an outcome has come. */
void docket_journal_set_stage_async (DocketJournal *self, gint64 entry, DocketJournalStage stage,
                                     GAsyncReadyCallback callback, gpointer user_data);
gboolean docket_journal_set_stage_finish (DocketJournal *self, GAsyncResult *result, GError **error);

/* Writes how the entry of @removal ended. The copy of a task that was not deleted goes, unless it is still watched. */
void docket_journal_end_async (DocketJournal *self, DocketRemoval *removal, DocketJournalStage stage,
                               GAsyncReadyCallback callback, gpointer user_data);
gboolean docket_journal_end_finish (DocketJournal *self, GAsyncResult *result, GError **error);

/* Writes that a task was created again from the copy of @entry. @task_id: the new one's */
void docket_journal_note_created_async (DocketJournal *self, gint64 entry, const char *task_id,
                                        GAsyncReadyCallback callback, gpointer user_data);
gboolean docket_journal_note_created_finish (DocketJournal *self, GAsyncResult *result, GError **error);

/* The entries of @account that have no outcome, since whatever wrote them did not come to its end, and those that are
 * watched; oldest first. */
void docket_journal_list_open_async (DocketJournal *self, const char *account,
                                     GCancellable *cancellable, GAsyncReadyCallback callback,
                                     gpointer user_data);
/* Returns: (transfer full) (element-type DocketJournalEntry) */
GPtrArray *docket_journal_list_open_finish (DocketJournal *self, GAsyncResult *result,
                                            GError **error);

/* Who is signed in on this computer: the account that was open last comes first. Returns: (transfer full)
 * (element-type DocketAccount) */
void docket_journal_load_accounts_async (DocketJournal *self, GCancellable *cancellable,
                                         GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *docket_journal_load_accounts_finish (DocketJournal *self, GAsyncResult *result,
                                                GError **error);
/* @opened: is the one that was open last, from now on. @all: (nullable) (element-type DocketAccount): all
 * that its person has on its server, in place of what was known; NULL: what was known stays */
void docket_journal_save_account_async (DocketJournal *self, DocketAccount *opened, GPtrArray *all,
                                        GCancellable *cancellable, GAsyncReadyCallback callback,
                                        gpointer user_data);
gboolean docket_journal_save_account_finish (DocketJournal *self, GAsyncResult *result,
                                             GError **error);
/* Forgets all that @account's person has on its server. Returns: (transfer full) (element-type
 * DocketAccount): what was forgotten */
void docket_journal_forget_accounts_async (DocketJournal *self, DocketAccount *account,
                                           GCancellable *cancellable, GAsyncReadyCallback callback,
                                           gpointer user_data);
GPtrArray *docket_journal_forget_accounts_finish (DocketJournal *self, GAsyncResult *result,
                                                  GError **error);

G_END_DECLS
