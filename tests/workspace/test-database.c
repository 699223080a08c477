/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
/* SQLite files: who may read them, what is done about damage, in which order jobs run, what is on
 * the disk when. */
#include "folders.h"
#include "waiting.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "workspace/docket-database.h"
#include "workspace/docket-journal.h"
#include "workspace/docket-removal-private.h"

static const char *const one[] = { "CREATE TABLE a (x INTEGER); INSERT INTO a VALUES (1)" };
static const char *const two[]
    = { "CREATE TABLE a (x INTEGER); INSERT INTO a VALUES (1)",
        "CREATE TABLE b AS WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n"
        " LIMIT 1000000) SELECT max (i) FROM n; DROP TABLE b; UPDATE a SET x = x + 10" };
static const char *const broken[]
    = { "CREATE TABLE a (x INTEGER); INSERT INTO a VALUES (1)", "UPDATE a SET x = 7; NONSENSE" };

static const DocketDatabaseSchema kept = { one, 1, NULL, FALSE, TRUE };
static const DocketDatabaseSchema kept_two = { two, 2, NULL, FALSE, TRUE };
static const DocketDatabaseSchema kept_broken = { broken, 2, NULL, FALSE, TRUE };
static const DocketDatabaseSchema disposable = { one, 1, "SELECT max (x) FROM a", TRUE, FALSE };

/* Seen from outside: what this process asks of the system. */
static int n_syncs;
static int n_open_to_others;

int
fdatasync (int fd)
{
  g_atomic_int_inc (&n_syncs);
  return (int)syscall (SYS_fdatasync, fd);
}

int
fsync (int fd)
{
  g_atomic_int_inc (&n_syncs);
  return (int)syscall (SYS_fsync, fd);
}

static int
watched_open (const char *path, int flags, mode_t mode)
{
  if ((flags & O_CREAT) != 0 && strstr (path, ".db") != NULL && (mode & 077) != 0)
    g_atomic_int_inc (&n_open_to_others);
  return (int)syscall (SYS_openat, AT_FDCWD, path, flags, mode);
}

/* By both of its names: with large files it is open64. */
int
open (const char *path, int flags, ...)
{
  va_list arguments;
  mode_t mode = 0;

  va_start (arguments, flags);
  if ((flags & O_CREAT) != 0)
    mode = va_arg (arguments, mode_t);
  va_end (arguments);
  return watched_open (path, flags, mode);
}

int plain_open (const char *path, int flags, ...) __asm__("open");

int
plain_open (const char *path, int flags, ...)
{
  va_list arguments;
  mode_t mode = 0;

  va_start (arguments, flags);
  if ((flags & O_CREAT) != 0)
    mode = va_arg (arguments, mode_t);
  va_end (arguments);
  return watched_open (path, flags, mode);
}

static char *
path_of (const char *name)
{
  return g_build_filename (g_get_user_data_dir (), "docket", name, NULL);
}

static DocketDatabase *
open_file (const char *path, const DocketDatabaseSchema *schema, GError **error)
{
  GAsyncResult *slot = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  docket_database_open_async (path, schema, NULL, keep_result, &slot);
  result = wait_for_result (&slot);
  return docket_database_open_finish (result, error);
}

static void
close_file (DocketDatabase *database)
{
  GAsyncResult *slot = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  docket_database_close_async (database, keep_result, &slot);
  result = wait_for_result (&slot);
  g_assert_true (docket_database_close_finish (database, result, NULL));
  g_object_unref (database);
}

static gpointer
read_number_job (sqlite3 *db, gpointer sql, GCancellable *cancellable, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = docket_database_prepare (db, sql, error);

  if (statement == NULL || docket_database_step (statement, error) != 1)
    return NULL;
  return GINT_TO_POINTER (sqlite3_column_int (statement, 0));
}

static int
read_number (DocketDatabase *database, const char *sql)
{
  GAsyncResult *slot = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  int number;

  docket_database_run_async (database, G_PRIORITY_DEFAULT, read_number_job, g_strdup (sql), g_free,
                             NULL, NULL, keep_result, &slot);
  result = wait_for_result (&slot);
  number = GPOINTER_TO_INT (docket_database_run_finish (database, result, &error));
  g_assert_no_error (error);
  return number;
}

static guint
mode_of (const char *path, const char *ending)
{
  g_autofree char *file = g_strconcat (path, ending, NULL);
  GStatBuf status;

  g_assert_cmpint (g_stat (file, &status), ==, 0);
  return status.st_mode & 0777;
}

static void
assert_private (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  g_assert_cmphex (mode_of (folder, ""), ==, 0700);
  g_assert_cmphex (mode_of (path, ""), ==, 0600);
  g_assert_cmphex (mode_of (path, "-wal"), ==, 0600);
  g_assert_cmphex (mode_of (path, "-shm"), ==, 0600);
}

static void
test_modes (gconstpointer data)
{
  g_autofree char *path = path_of ("a.db");
  const mode_t before = umask ((mode_t)GPOINTER_TO_UINT (data));
  DocketDatabase *database;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (g_get_user_data_dir (), 0700), ==, 0);
  g_chmod (g_get_user_data_dir (), 0700);
  g_atomic_int_set (&n_open_to_others, 0);
  database = open_file (path, &kept, &error);
  umask (before);
  g_assert_no_error (error);
  assert_private (path);
  g_assert_cmpint (g_atomic_int_get (&n_open_to_others), ==, 0);
  close_file (database);
}

static void
test_modes_of_before (void)
{
  g_autofree char *path = path_of ("a.db");
  g_autofree char *folder = g_path_get_dirname (path);
  DocketDatabase *database;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0755), ==, 0);
  g_assert_true (g_file_set_contents_full (path, "", 0, G_FILE_SET_CONTENTS_NONE, 0644, NULL));
  g_assert_cmpint (g_chmod (folder, 0755) + g_chmod (path, 0644), ==, 0);
  database = open_file (path, &kept, NULL);
  assert_private (path);
  close_file (database);
}

static void
test_migrations (void)
{
  g_autofree char *path = path_of ("a.db");
  g_autoptr (GError) error = NULL;
  DocketDatabase *database = open_file (path, &kept, NULL);

  g_assert_cmpint (read_number (database, "SELECT x FROM a"), ==, 1);
  close_file (database);

  /* A step that fails leaves everything as it was. */
  g_assert_null (open_file (path, &kept_broken, &error));
  g_assert_nonnull (error);
  database = open_file (path, &kept, NULL);
  g_assert_cmpint (read_number (database, "SELECT x FROM a"), ==, 1);
  close_file (database);

  for (int i = 0; i < 2; i++)
    {
      database = open_file (path, &kept_two, NULL);
      g_assert_cmpint (read_number (database, "SELECT x FROM a"), ==, 11);
      close_file (database);
    }
}

/* Two that open the same file take each step once. */
static void
test_migrations_side_by_side (void)
{
  g_autofree char *path = path_of ("a.db");
  DocketDatabase *database;
  GAsyncResult *slot = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  close_file (open_file (path, &kept, NULL));
  docket_database_open_async (path, &kept_two, NULL, keep_result, &slot);
  close_file (open_file (path, &kept_two, NULL));
  result = wait_for_result (&slot);
  database = docket_database_open_finish (result, NULL);
  g_assert_cmpint (read_number (database, "SELECT x FROM a"), ==, 11);
  close_file (database);
}

static void
assert_refused_and_kept (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize n_before = 0;
  gsize n_after = 0;

  g_assert_true (g_file_get_contents (path, &before, &n_before, NULL));
  g_assert_null (open_file (path, &kept, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
  g_assert_true (g_str_has_suffix (error->message, "."));
  g_assert_true (g_file_get_contents (path, &after, &n_after, NULL));
  g_assert_cmpuint (n_before, ==, n_after);
  g_assert_cmpint (memcmp (before, after, n_before), ==, 0);
}

static void
assert_made_anew (const char *path)
{
  g_autoptr (GError) error = NULL;
  DocketDatabase *database = open_file (path, &disposable, &error);

  g_assert_no_error (error);
  g_assert_cmpint (read_number (database, "SELECT x FROM a"), ==, 1);
  close_file (database);
}

static void
test_newer (void)
{
  g_autofree char *path = path_of ("a.db");

  close_file (open_file (path, &kept_two, NULL));
  assert_refused_and_kept (path);
  assert_made_anew (path);
}

static void
test_garbage (void)
{
  g_autofree char *path = path_of ("a.db");
  g_autofree char *garbage = g_strnfill (8192, 'x');

  close_file (open_file (path, &kept, NULL));
  g_assert_true (g_file_set_contents (path, garbage, -1, NULL));
  assert_refused_and_kept (path);
  assert_made_anew (path);
}

/* The head of the file is as it was; a page behind it is not. */
static void
test_damaged_page (void)
{
  g_autofree char *path = path_of ("a.db");
  g_autofree char *content = NULL;
  gsize length;

  close_file (open_file (path, &disposable, NULL));
  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  g_assert_cmpuint (length, ==, 8192);
  memset (content + 4096, 'x', 4096);
  g_assert_true (g_file_set_contents (path, content, (gssize)length, NULL));
  assert_made_anew (path);
}

static void
assert_cannot_be_used (const char *path)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (open_file (path, &disposable, &error));
  g_assert_true (error->domain == G_IO_ERROR);
  g_assert_nonnull (strstr (error->message, path));
}

static void
test_folder_is_file (void)
{
  g_autofree char *path = path_of ("a.db");
  g_autofree char *folder = g_path_get_dirname (path);

  g_assert_cmpint (g_mkdir_with_parents (g_get_user_data_dir (), 0700), ==, 0);
  g_assert_true (g_file_set_contents (folder, "", 0, NULL));
  assert_cannot_be_used (path);
}

static void
test_read_only_folder (void)
{
  g_autofree char *path = path_of ("a.db");
  const gboolean is_root = geteuid () == 0;

  g_assert_cmpint (g_mkdir_with_parents (g_get_user_data_dir (), 0700), ==, 0);
  g_assert_cmpint (g_chmod (g_get_user_data_dir (), 0500), ==, 0);
  if (is_root) /* to whom no folder is read-only */
    g_assert_cmpint (seteuid (65534), ==, 0);
  assert_cannot_be_used (path);
  if (is_root)
    g_assert_cmpint (seteuid (0), ==, 0);
  g_chmod (g_get_user_data_dir (), 0700);
}

/* Keeps the worker busy until the test says so. */
typedef struct
{
  GMutex mutex;
  GString *order;
} Gate;

static gpointer
gate_job (sqlite3 *db, gpointer data, GCancellable *cancellable, GError **error)
{
  Gate *gate = data;

  g_mutex_lock (&gate->mutex);
  g_mutex_unlock (&gate->mutex);
  return NULL;
}

typedef struct
{
  Gate *gate;
  char letter;
} Letter;

static gpointer
letter_job (sqlite3 *db, gpointer data, GCancellable *cancellable, GError **error)
{
  Letter *letter = data;

  g_string_append_c (letter->gate->order, letter->letter);
  return NULL;
}

static void
push_letter (DocketDatabase *database,
             Gate *gate,
             char letter,
             int priority,
             GCancellable *cancellable,
             GAsyncResult **slot)
{
  Letter *data = g_new (Letter, 1);

  *data = (Letter){ gate, letter };
  docket_database_run_async (database, priority, letter_job, data, g_free, NULL, cancellable,
                             keep_result, slot);
}

static void
test_order (void)
{
  g_autofree char *path = path_of ("a.db");
  DocketDatabase *database = open_file (path, &kept, NULL);
  Gate gate = { .order = g_string_new (NULL) };
  GAsyncResult *slots[8] = { NULL };
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  GAsyncResult *end = NULL;
  g_autoptr (GError) error = NULL;

  g_mutex_init (&gate.mutex);
  g_mutex_lock (&gate.mutex);
  docket_database_run_async (database, G_MININT, gate_job, &gate, NULL, NULL, NULL, keep_result,
                             &slots[0]);
  push_letter (database, &gate, 'd', G_PRIORITY_DEFAULT, NULL, &slots[1]);
  push_letter (database, &gate, 'e', G_PRIORITY_DEFAULT, NULL, &slots[2]);
  push_letter (database, &gate, 'x', G_PRIORITY_DEFAULT, cancellable, &slots[3]);
  push_letter (database, &gate, 'f', G_PRIORITY_LOW, NULL, &slots[4]);
  push_letter (database, &gate, 'a', G_PRIORITY_HIGH - 1, NULL, &slots[5]);
  push_letter (database, &gate, 'b', G_PRIORITY_HIGH, NULL, &slots[6]);
  docket_database_close_async (database, keep_result, &end);
  push_letter (database, &gate, 'y', G_PRIORITY_HIGH, NULL, &slots[7]);
  g_cancellable_cancel (cancellable);
  g_mutex_unlock (&gate.mutex);
  g_object_unref (wait_for_result (&end));

  g_assert_cmpstr (gate.order->str, ==, "abdef");
  run_pending ();
  docket_database_run_finish (database, slots[3], &error);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  docket_database_run_finish (database, slots[7], &error);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CLOSED);
  for (guint i = 0; i < G_N_ELEMENTS (slots); i++)
    g_clear_object (&slots[i]);
  g_string_free (gate.order, TRUE);
  g_object_unref (database);
}

static gpointer
half_job (sqlite3 *db, gpointer data, GCancellable *cancellable, GError **error)
{
  if (docket_database_exec (db, "BEGIN IMMEDIATE; UPDATE a SET x = 5", error))
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, "Half way");
  return NULL;
}

static void
test_half_a_transaction (void)
{
  g_autofree char *path = path_of ("a.db");
  DocketDatabase *database = open_file (path, &kept, NULL);
  GAsyncResult *slot = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  docket_database_run_async (database, G_PRIORITY_DEFAULT, half_job, NULL, NULL, NULL, NULL,
                             keep_result, &slot);
  result = wait_for_result (&slot);
  docket_database_run_finish (database, result, &error);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_FAILED);
  g_assert_cmpint (read_number (database, "SELECT x FROM a"), ==, 1);
  close_file (database);
}

/* A removal is on the disk before its request goes out. */
static void
test_journal_is_durable (void)
{
  GAsyncResult *slot = NULL;
  g_autoptr (GAsyncResult) opened = NULL;
  g_autoptr (GAsyncResult) begun = NULL;
  g_autoptr (DocketJournal) journal = NULL;
  DocketJournalEntry *entry = g_new0 (DocketJournalEntry, 1);

  docket_journal_open_async (NULL, keep_result, &slot);
  opened = wait_for_result (&slot);
  journal = docket_journal_open_finish (opened, NULL);
  entry->account = g_strdup ("account");
  entry->organization = g_strdup ("org1");
  entry->task_id = g_strdup ("t1");
  entry->title = g_strdup ("Report");
  g_atomic_int_set (&n_syncs, 0);
  docket_journal_begin_async (journal, entry, keep_result, &slot);
  begun = wait_for_result (&slot);
  g_assert_cmpint (docket_journal_begin_finish (journal, begun, NULL), ==, 1);
  g_assert_cmpint (g_atomic_int_get (&n_syncs), >, 0);
}

int
main (int argc, char **argv)
{
  folders_init (&argc, &argv, FALSE);
  folders_add_data_func ("/database/modes/umask-000", GUINT_TO_POINTER (0), NULL, test_modes);
  folders_add_data_func ("/database/modes/umask-022", GUINT_TO_POINTER (022), NULL, test_modes);
  folders_add_data_func ("/database/modes/umask-777", GUINT_TO_POINTER (0777), NULL, test_modes);
  folders_add_func ("/database/modes/of-before", test_modes_of_before);
  folders_add_func ("/database/migrations", test_migrations);
  folders_add_func ("/database/migrations/side-by-side", test_migrations_side_by_side);
  folders_add_func ("/database/newer", test_newer);
  folders_add_func ("/database/garbage", test_garbage);
  folders_add_func ("/database/damaged-page", test_damaged_page);
  folders_add_func ("/database/folder-is-file", test_folder_is_file);
  folders_add_func ("/database/read-only-folder", test_read_only_folder);
  folders_add_func ("/database/order", test_order);
  folders_add_func ("/database/half-a-transaction", test_half_a_transaction);
  folders_add_func ("/database/journal-is-durable", test_journal_is_durable);
  return folders_run ();
}
