/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "workspace/docket-journal.h"

#include "tallyfy/tallyfy-error.h"
#include "workspace/docket-removal-private.h"

struct _DocketJournal
{
  GObject parent_instance;

  DocketDatabase *database;
};

G_DEFINE_FINAL_TYPE (DocketJournal, docket_journal, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

/* kind and outcome: the numbers of their enumerations, which therefore never change. outcome NULL:
 * not ended. sent: whether a request left, NULL = not known. Times are unix seconds. */
static const char *const migrations[] = {
  "CREATE TABLE account (place INTEGER PRIMARY KEY CHECK (place = 1), address TEXT NOT NULL,"
  " user INTEGER NOT NULL, user_name TEXT NOT NULL, organization TEXT NOT NULL,"
  " organization_name TEXT NOT NULL);"
  "CREATE TABLE removal (id INTEGER PRIMARY KEY, account TEXT NOT NULL, organization TEXT NOT NULL,"
  " task TEXT NOT NULL, title TEXT NOT NULL, kind INTEGER NOT NULL, was_archived INTEGER NOT NULL,"
  " intended_at INTEGER NOT NULL, sent INTEGER, outcome INTEGER, status INTEGER, sentence TEXT,"
  " looked_up_at INTEGER);"
  "CREATE INDEX removal_open ON removal (account) WHERE outcome IS NULL",
};

static const DocketDatabaseSchema schema = {
  .migrations = migrations,
  .n_migrations = G_N_ELEMENTS (migrations),
  .durable = TRUE,
};

/* How a removal ended, for the worker thread. */
typedef struct
{
  DocketRemoval *removal;
  gboolean only_open;
} Ending;

static void
ending_free (gpointer data)
{
  Ending *ending = data;

  g_object_unref (ending->removal);
  g_free (ending);
}

void
docket_journal_entry_free (DocketJournalEntry *entry)
{
  g_free (entry->account);
  g_free (entry->organization);
  g_free (entry->task_id);
  g_free (entry->title);
  g_free (entry);
}

static char *
dup_text (sqlite3_stmt *statement, int column)
{
  return g_strdup ((const char *)sqlite3_column_text (statement, column));
}

static gpointer
begin_job (sqlite3 *db, gpointer job_data, GCancellable *cancellable, GError **error)
{
  const DocketJournalEntry *entry = job_data;
  gint64 *id;

  if (!docket_database_change (db, error,
                               "INSERT INTO removal (account, organization, task, title, kind,"
                               " was_archived, intended_at) VALUES (?, ?, ?, ?, ?, ?, ?)",
                               "ssssiii", entry->account, entry->organization, entry->task_id,
                               entry->title, (gint64)entry->kind, (gint64)entry->was_archived,
                               g_get_real_time () / G_USEC_PER_SEC))
    return NULL;
  id = g_new (gint64, 1);
  *id = sqlite3_last_insert_rowid (db);
  return id;
}

static gpointer
end_job (sqlite3 *db, gpointer job_data, GCancellable *cancellable, GError **error)
{
  const Ending *ending = job_data;
  DocketRemovalOutcome outcome = docket_removal_get_outcome (ending->removal);
  const GError *cause = docket_removal_get_error (ending->removal);
  GDateTime *looked_up_at = docket_removal_get_looked_up_at (ending->removal);

  /* What is looked up later knows nothing of the answer, so it keeps what is there. */
  docket_database_change (db, error,
                          "UPDATE removal SET outcome = ?, sent = ?,"
                          " status = coalesce (nullif (?, 0), status),"
                          " sentence = coalesce (?, sentence), looked_up_at = nullif (?, 0)"
                          " WHERE id = ? AND (outcome IS NULL OR NOT ?)",
                          "iiisiii", (gint64)outcome, (gint64)(outcome != DOCKET_OUTCOME_NOT_SENT),
                          (gint64)tallyfy_error_get_status (cause),
                          tallyfy_error_get_sentence (cause),
                          looked_up_at != NULL ? g_date_time_to_unix (looked_up_at) : (gint64)0,
                          docket_removal_get_entry (ending->removal), (gint64)ending->only_open);
  return NULL;
}

static gpointer
list_open_job (sqlite3 *db, gpointer job_data, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) entries
      = g_ptr_array_new_with_free_func ((GDestroyNotify)docket_journal_entry_free);
  g_autoptr (sqlite3_stmt) statement
      = docket_database_prepare (db,
                                 "SELECT id, account, organization, task, title, kind, was_archived"
                                 " FROM removal WHERE account = ? AND outcome IS NULL ORDER BY id",
                                 error);
  int step;

  if (statement == NULL)
    return NULL;
  docket_database_bind (statement, "s", job_data);
  while ((step = docket_database_step (statement, error)) == 1)
    {
      DocketJournalEntry *entry = g_new0 (DocketJournalEntry, 1);

      entry->id = sqlite3_column_int64 (statement, 0);
      entry->account = dup_text (statement, 1);
      entry->organization = dup_text (statement, 2);
      entry->task_id = dup_text (statement, 3);
      entry->title = dup_text (statement, 4);
      entry->kind = (DocketRemovalKind)sqlite3_column_int (statement, 5);
      entry->was_archived = sqlite3_column_int (statement, 6) != 0;
      g_ptr_array_add (entries, entry);
    }
  return step < 0 ? NULL : g_steal_pointer (&entries);
}

static gpointer
load_account_job (sqlite3 *db, gpointer job_data, GCancellable *cancellable, GError **error)
{
  g_autoptr (sqlite3_stmt) statement
      = docket_database_prepare (db,
                                 "SELECT address, user, user_name, organization, organization_name"
                                 " FROM account",
                                 error);

  if (statement == NULL || docket_database_step (statement, error) != 1)
    return NULL;
  return docket_account_new ((const char *)sqlite3_column_text (statement, 0),
                             sqlite3_column_int64 (statement, 1),
                             (const char *)sqlite3_column_text (statement, 2),
                             (const char *)sqlite3_column_text (statement, 3),
                             (const char *)sqlite3_column_text (statement, 4), NULL);
}

static gpointer
save_account_job (sqlite3 *db, gpointer job_data, GCancellable *cancellable, GError **error)
{
  DocketAccount *account = job_data;

  docket_database_change (db, error,
                          "INSERT OR REPLACE INTO account (place, address, user, user_name,"
                          " organization, organization_name) VALUES (1, ?, ?, ?, ?, ?)",
                          "sisss", docket_account_get_address (account),
                          docket_account_get_user_id (account),
                          docket_account_get_user_name (account),
                          docket_account_get_organization_id (account),
                          docket_account_get_organization_name (account));
  return NULL;
}

static gpointer
forget_account_job (sqlite3 *db, gpointer job_data, GCancellable *cancellable, GError **error)
{
  docket_database_change (db, error, "DELETE FROM account", "");
  return NULL;
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  DocketDatabase *database = docket_database_open_finish (result, &error);
  DocketJournal *self;

  if (database == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  self = g_object_new (DOCKET_TYPE_JOURNAL, NULL);
  self->database = database;
  g_task_return_pointer (task, self, g_object_unref);
}

static void
ran_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GDestroyNotify result_free = g_task_get_task_data (task);
  GError *error = NULL;
  gpointer answer = docket_database_run_finish (DOCKET_DATABASE (source), result, &error);

  if (error == NULL
      && (g_task_get_source_tag (task) == docket_journal_begin_async
          || g_task_get_source_tag (task) == docket_journal_end_async))
    g_signal_emit (g_task_get_source_object (task), signals[CHANGED], 0);
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, answer, result_free);
}

/* Every job goes this way. */
static void
run (DocketJournal *self,
     gpointer tag,
     DocketDatabaseJob job,
     gpointer job_data,
     GDestroyNotify job_data_free,
     GDestroyNotify result_free,
     GCancellable *cancellable,
     GAsyncReadyCallback callback,
     gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, tag);
  g_task_set_task_data (task, (gpointer)result_free, NULL);
  docket_database_run_async (self->database, G_PRIORITY_DEFAULT, job, job_data, job_data_free,
                             result_free, cancellable, ran_cb, task);
}

/* For a job that returns nothing. */
static gboolean
finish_change (DocketJournal *self, GAsyncResult *result, GError **error)
{
  g_autoptr (GError) own = NULL;

  g_task_propagate_pointer (G_TASK (result), &own);
  if (own == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&own));
  return FALSE;
}

static void
docket_journal_dispose (GObject *object)
{
  DocketJournal *self = DOCKET_JOURNAL (object);

  g_clear_object (&self->database);
  G_OBJECT_CLASS (docket_journal_parent_class)->dispose (object);
}

static void
docket_journal_class_init (DocketJournalClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = docket_journal_dispose;
  signals[CHANGED] = g_signal_new ("changed", DOCKET_TYPE_JOURNAL, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
docket_journal_init (DocketJournal *self)
{
}

void
docket_journal_open_async (GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "docket", "journal.db", NULL);

  g_task_set_source_tag (task, docket_journal_open_async);
  docket_database_open_async (path, &schema, cancellable, opened_cb, task);
}

DocketJournal *
docket_journal_open_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, docket_journal_open_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

DocketDatabase *
docket_journal_get_database (DocketJournal *self)
{
  g_return_val_if_fail (DOCKET_IS_JOURNAL (self), NULL);

  return self->database;
}

void
docket_journal_begin_async (DocketJournal *self,
                            DocketJournalEntry *entry,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  run (self, docket_journal_begin_async, begin_job, entry,
       (GDestroyNotify)docket_journal_entry_free, g_free, NULL, callback, user_data);
}

gint64
docket_journal_begin_finish (DocketJournal *self, GAsyncResult *result, GError **error)
{
  g_autofree gint64 *id = NULL;

  g_return_val_if_fail (g_async_result_is_tagged (result, docket_journal_begin_async), 0);

  id = g_task_propagate_pointer (G_TASK (result), error);
  return id != NULL ? *id : 0;
}

void
docket_journal_end_async (DocketJournal *self,
                          DocketRemoval *removal,
                          gboolean only_open,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  Ending *ending = g_new (Ending, 1);

  ending->removal = g_object_ref (removal);
  ending->only_open = only_open;
  run (self, docket_journal_end_async, end_job, ending, ending_free, NULL, NULL, callback,
       user_data);
}

gboolean
docket_journal_end_finish (DocketJournal *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, docket_journal_end_async), FALSE);

  return finish_change (self, result, error);
}

void
docket_journal_list_open_async (DocketJournal *self,
                                const char *account,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  run (self, docket_journal_list_open_async, list_open_job, g_strdup (account), g_free,
       (GDestroyNotify)g_ptr_array_unref, cancellable, callback, user_data);
}

GPtrArray *
docket_journal_list_open_finish (DocketJournal *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, docket_journal_list_open_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
docket_journal_load_account_async (DocketJournal *self,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  run (self, docket_journal_load_account_async, load_account_job, NULL, NULL, g_object_unref,
       cancellable, callback, user_data);
}

DocketAccount *
docket_journal_load_account_finish (DocketJournal *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, docket_journal_load_account_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
docket_journal_save_account_async (DocketJournal *self,
                                   DocketAccount *account,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  if (account != NULL)
    run (self, docket_journal_save_account_async, save_account_job, g_object_ref (account),
         g_object_unref, NULL, cancellable, callback, user_data);
  else
    run (self, docket_journal_save_account_async, forget_account_job, NULL, NULL, NULL, cancellable,
         callback, user_data);
}

gboolean
docket_journal_save_account_finish (DocketJournal *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, docket_journal_save_account_async),
                        FALSE);

  return finish_change (self, result, error);
}
