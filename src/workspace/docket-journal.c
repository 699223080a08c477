/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "workspace/docket-journal-private.h"

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

/* kind, outcome, stage and target: the numbers of their enumerations, which therefore never change.
 * outcome NULL: not ended. sent: whether a request left, NULL = not known. created_…: the task that
 * was made of the copy. Times are unix seconds. */
static const char *const migrations[] = {
  "CREATE TABLE account (place INTEGER PRIMARY KEY CHECK (place = 1), address TEXT NOT NULL,"
  " user INTEGER NOT NULL, user_name TEXT NOT NULL, organization TEXT NOT NULL,"
  " organization_name TEXT NOT NULL);"
  "CREATE TABLE removal (id INTEGER PRIMARY KEY, account TEXT NOT NULL, organization TEXT NOT NULL,"
  " task TEXT NOT NULL, title TEXT NOT NULL, kind INTEGER NOT NULL, was_archived INTEGER NOT NULL,"
  " intended_at INTEGER NOT NULL, sent INTEGER, outcome INTEGER, status INTEGER, sentence TEXT,"
  " looked_up_at INTEGER);"
  "CREATE INDEX removal_open ON removal (account) WHERE outcome IS NULL",

  "ALTER TABLE removal ADD COLUMN stage INTEGER NOT NULL DEFAULT 0;"
  "DROP INDEX removal_open;"
  "CREATE INDEX removal_open ON removal (account) WHERE outcome IS NULL OR stage <> 0;"
  "CREATE TABLE copy (removal INTEGER PRIMARY KEY REFERENCES removal (id) ON DELETE CASCADE,"
  " kept_at INTEGER NOT NULL, json BLOB NOT NULL)",

  "ALTER TABLE removal ADD COLUMN copy_removed_at INTEGER;"
  "ALTER TABLE removal ADD COLUMN created_at INTEGER;"
  "ALTER TABLE removal ADD COLUMN created_task TEXT",

  /* What was begun to be written. comment: which it is to replace, '' = a new one. known: NULL = it
   * is only here; else a request with it may be out, and these comments said the same before. */
  "CREATE TABLE draft (account TEXT NOT NULL, task TEXT NOT NULL, comment TEXT NOT NULL,"
  " text TEXT NOT NULL, known TEXT, PRIMARY KEY (account, task, comment))",

  /* Several at once: opened is the larger the later it was, 0 = never. */
  "CREATE TABLE known_account (address TEXT NOT NULL, user INTEGER NOT NULL,"
  " user_name TEXT NOT NULL, organization TEXT NOT NULL, organization_name TEXT NOT NULL,"
  " opened INTEGER NOT NULL, PRIMARY KEY (address, user, organization));"
  "INSERT INTO known_account SELECT address, user, user_name, organization, organization_name, 1"
  " FROM account;"
  "DROP TABLE account",

  /* target: the number of its enumeration; task has the ID of the process then. */
  "ALTER TABLE removal ADD COLUMN target INTEGER NOT NULL DEFAULT 0",
};

static const DocketDatabaseSchema schema = {
  .migrations = migrations,
  .n_migrations = G_N_ELEMENTS (migrations),
  .durable = TRUE,
};

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

/* What ran_cb() needs to know of a job. */
typedef struct
{
  GDestroyNotify result_free;
  gboolean changes;
} Run;

static void
ran_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  const Run *run = g_task_get_task_data (task);
  GError *error = NULL;
  gpointer answer = docket_database_run_finish (DOCKET_DATABASE (source), result, &error);

  if (error == NULL && run->changes)
    g_signal_emit (g_task_get_source_object (task), signals[CHANGED], 0);
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, answer, run->result_free);
}

void
docket_journal_run (DocketJournal *self,
                    gpointer tag,
                    gboolean changes,
                    DocketDatabaseJob job,
                    gpointer job_data,
                    GDestroyNotify job_data_free,
                    GDestroyNotify result_free,
                    GCancellable *cancellable,
                    GAsyncReadyCallback callback,
                    gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  Run *run = g_new (Run, 1);

  run->result_free = result_free;
  run->changes = changes;
  g_task_set_source_tag (task, tag);
  g_task_set_task_data (task, run, g_free);
  docket_database_run_async (self->database, G_PRIORITY_DEFAULT, job, job_data, job_data_free,
                             result_free, cancellable, ran_cb, task);
}

gboolean
docket_journal_finish_change (GAsyncResult *result, GError **error)
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

char *
docket_journal_build_path (void)
{
  return g_build_filename (g_get_user_data_dir (), "docket", "journal.db", NULL);
}

const DocketDatabaseSchema *
docket_journal_get_schema (void)
{
  return &schema;
}

void
docket_journal_open_async (GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);
  g_autofree char *path = docket_journal_build_path ();

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
