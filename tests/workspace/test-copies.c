/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
/* The kept copies, in the journal's real file: read, counted, and taken out without a trace. */
#include "room.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <sys/stat.h>

#include "workspace/docket-copies.h"

#define OLD_MARKER "zq-marker-of-an-old-copy"
#define NEW_MARKER "zq-marker-of-a-new-copy"
#define DAY (24 * 60 * 60)
/* More than a page of the file. */
#define PADDING 9000

/* Lines for the journal, written while the room has it open: they are in the file beside it then.
 */
typedef struct
{
  Room *room;
  sqlite3 *db;
} Pen;

static void
pen_open (Pen *pen, Room *room)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "docket", "journal.db", NULL);

  if (room->workspace == NULL)
    room_open (room);
  pen->room = room;
  g_assert_cmpint (sqlite3_open (path, &pen->db), ==, SQLITE_OK);
}

static void
pen_exec (Pen *pen, const char *sql)
{
  g_assert_cmpint (sqlite3_exec (pen->db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
}

/* @account: (nullable): the room's. @outcome: SQL */
static void
pen_write_entry (Pen *pen, gint64 id, const char *account, const char *title, const char *outcome)
{
  g_autofree char *own = docket_account_dup_file_name (pen->room->account);
  g_autofree char *sql = g_strdup_printf ("INSERT INTO removal (id, account, organization, task, "
                                          "title, kind, was_archived,"
                                          " intended_at, outcome) VALUES (%" G_GINT64_FORMAT
                                          ", '%s', 'org1', 't%" G_GINT64_FORMAT
                                          "', '%s', 2, 0, %" G_GINT64_FORMAT ", %s)",
                                          id, account != NULL ? account : own, id, title,
                                          g_get_real_time () / G_USEC_PER_SEC - id, outcome);

  pen_exec (pen, sql);
}

static void
pen_write_copy (Pen *pen, gint64 id, gint64 age, const char *json)
{
  char *sql = sqlite3_mprintf ("INSERT INTO copy (removal, kept_at, json) VALUES (%lld, %lld,"
                               " CAST (%Q AS BLOB))",
                               (long long)id,
                               (long long)(g_get_real_time () / G_USEC_PER_SEC - age), json);

  pen_exec (pen, sql);
  sqlite3_free (sql);
}

static void
pen_close (Pen *pen)
{
  g_assert_cmpint (sqlite3_close (pen->db), ==, SQLITE_OK);
}

/* A task whose text fills pages, with @marker at the end. (transfer full) */
static char *
large_json (const char *marker)
{
  g_autofree char *padding = g_strnfill (PADDING, 'x');

  return g_strdup_printf ("{\"id\":\"t1\",\"title\":\"Large\",\"summary\":\"%s%s\"}", padding,
                          marker);
}

/* Two copies of this account, 100 days and one day old, and an entry without one. */
static void
write_two (Room *room)
{
  g_autofree char *old = large_json (OLD_MARKER);
  g_autofree char *new = large_json (NEW_MARKER);
  Pen pen;

  pen_open (&pen, room);
  pen_write_entry (&pen, 1, NULL, "Old", "0");
  pen_write_copy (&pen, 1, 100 * DAY, old);
  pen_write_entry (&pen, 2, NULL, "New", "1");
  pen_write_copy (&pen, 2, DAY, new);
  pen_write_entry (&pen, 3, NULL, "Without", "0");
  pen_close (&pen);
  g_assert_true (journal_holds (OLD_MARKER));
  g_assert_true (journal_holds (NEW_MARKER));
}

static DocketCopy *
load (Room *room, gint64 entry, GError **error)
{
  GAsyncResult *slot = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  docket_copies_load_async (room->workspace, entry, NULL, keep_result, &slot);
  result = wait_for_result (&slot);
  return docket_copies_load_finish (room->workspace, result, error);
}

static void
assert_sum (Room *room, guint days, guint n_copies, guint n_older, guint n_entries)
{
  GAsyncResult *slot = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autofree DocketCopiesSum *sum = NULL;

  docket_copies_sum_async (room->workspace, days, NULL, keep_result, &slot);
  result = wait_for_result (&slot);
  sum = docket_copies_sum_finish (room->workspace, result, NULL);
  g_assert_cmpuint (sum->n_copies, ==, n_copies);
  g_assert_cmpuint (sum->n_older, ==, n_older);
  g_assert_cmpuint (sum->n_entries, ==, n_entries);
  if (n_copies == 0)
    g_assert_cmpuint (sum->n_bytes, ==, 0);
  else
    g_assert_cmpuint (sum->n_bytes, >=, n_copies * PADDING);
}

typedef void (*Remove) (DocketWorkspace *workspace,
                        GAsyncReadyCallback callback,
                        gpointer user_data);

static void
finish_removing (Room *room, GAsyncResult **slot)
{
  g_autoptr (GAsyncResult) result = wait_for_result (slot);
  g_autoptr (GError) error = NULL;

  g_assert_true (docket_copies_remove_finish (room->workspace, result, &error));
  g_assert_no_error (error);
}

static void
remove_by (Room *room, Remove remove)
{
  GAsyncResult *slot = NULL;

  remove (room->workspace, keep_result, &slot);
  finish_removing (room, &slot);
}

static void
expire (Room *room, guint days)
{
  GAsyncResult *slot = NULL;

  docket_copies_expire_async (room->workspace, days, keep_result, &slot);
  finish_removing (room, &slot);
}

static gboolean
is_at_rest (gpointer history)
{
  return !docket_history_get_busy (history);
}

static char
describe_copy (DocketHistoryEntry *entry)
{
  if (docket_history_entry_has_copy (entry))
    return '+';
  return docket_history_entry_get_copy_removed_at (entry) != NULL ? '/' : '-';
}

/* "Title+" for an entry with a copy, "Title/" for one whose copy was removed, "Title-" for one
 * without. */
static char *
describe_history (Room *room)
{
  DocketHistory *history = docket_workspace_get_history (room->workspace);
  g_autoptr (GString) words = g_string_new (NULL);

  wait_until (is_at_rest, history);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (history)); i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (history), i);

      if (DOCKET_IS_HISTORY_ENTRY (item))
        g_string_append_printf (words, "%s%c ",
                                docket_history_entry_get_title (DOCKET_HISTORY_ENTRY (item)),
                                describe_copy (DOCKET_HISTORY_ENTRY (item)));
    }
  return g_string_free (g_steal_pointer (&words), FALSE);
}

static void
assert_history (Room *room, const char *expected)
{
  g_autofree char *words = describe_history (room);

  g_assert_cmpstr (words, ==, expected);
}

#define JSON                                                                                       \
  "{\"id\":\"t1\",\"title\":\"Report\",\"unknown\":7,\"form_fields\":{\"data\":[{\"id\":\"f1\","   \
  "\"label\":\"Name\",\"field_type\":\"text\",\"value\":\"Ada\"}]},\"threads\":{\"data\":["        \
  "{\"id\":\"c1\",\"content\":\"Done\"}]}}"

static void
test_load (void)
{
  g_autoptr (Room) room = room_new (0);
  g_autoptr (DocketCopy) copy = NULL;
  Pen pen;
  g_autoptr (GBytes) written = g_bytes_new_static (JSON, strlen (JSON));

  pen_open (&pen, room);
  pen_write_entry (&pen, 1, NULL, "Report", "0");
  pen_write_copy (&pen, 1, 0, JSON);
  pen_exec (&pen, "UPDATE copy SET kept_at = 1773752531");
  pen_close (&pen);
  copy = load (room, 1, NULL);
  g_assert_cmpint (copy->entry, ==, 1);
  g_assert_cmpint (g_date_time_to_unix (copy->kept_at), ==, 1773752531);
  g_assert_cmpstr (tallyfy_task_get_title (copy->task), ==, "Report");
  g_assert_cmpuint (tallyfy_task_get_form_fields (copy->task)->len, ==, 1);
  g_assert_cmpuint (tallyfy_task_get_comments (copy->task)->len, ==, 1);
  g_assert_true (g_bytes_equal (tallyfy_task_get_json (copy->task), written));
}

/* No copy, no such entry, another person's copy, one that cannot be read. */
static void
test_load_nothing (void)
{
  g_autoptr (Room) room = room_new (0);
  g_autoptr (GError) malformed = NULL;
  Pen pen;

  pen_open (&pen, room);
  pen_write_entry (&pen, 1, NULL, "Without", "0");
  pen_write_entry (&pen, 2, "other", "Foreign", "0");
  pen_write_copy (&pen, 2, 0, JSON);
  pen_write_entry (&pen, 3, NULL, "Damaged", "0");
  pen_write_copy (&pen, 3, 0, "{\"id\":");
  pen_close (&pen);
  for (gint64 entry = 1; entry <= 4; entry++)
    if (entry != 3)
      {
        g_autoptr (GError) error = NULL;

        g_assert_null (load (room, entry, &error));
        g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
      }
  g_assert_null (load (room, 3, &malformed));
  g_assert_error (malformed, TALLYFY_ERROR, TALLYFY_ERROR_MALFORMED);
}

/* Whether each outcome, by its number in the journal, leaves a task that has gone or may have. */
static const struct
{
  const char *outcome;
  const char *shown;
} outcomes[] = {
  { "0", "Report+ " }, { "1", "Report+ " }, { "2", "Report+ " },  { "3", "Report- " },
  { "4", "Report- " }, { "5", "Report- " }, { "6", "Report- " },  { "7", "Report+ " },
  { "8", "Report- " }, { "9", "Report- " }, { "10", "Report- " }, { "NULL", "Report- " },
};

static void
test_offered (gconstpointer data)
{
  const guint i = GPOINTER_TO_UINT (data);
  g_autoptr (Room) room = room_new (0);
  Pen pen;

  pen_open (&pen, room);
  pen_write_entry (&pen, 1, NULL, "Report", outcomes[i].outcome);
  pen_write_copy (&pen, 1, 0, JSON);
  pen_close (&pen);
  assert_history (room, outcomes[i].shown);
}

static void
test_sum (void)
{
  g_autoptr (Room) room = room_new (0);
  Pen pen;

  room_open (room);
  assert_sum (room, 0, 0, 0, 0);
  write_two (room);
  pen_open (&pen, room);
  pen_write_entry (&pen, 4, "other", "Foreign", "0");
  pen_write_copy (&pen, 4, 200 * DAY, JSON);
  pen_write_entry (&pen, 5, "other", "Under way", "NULL");
  pen_write_copy (&pen, 5, 200 * DAY, JSON);
  pen_close (&pen);
  assert_sum (room, 0, 2, 0, 3);
  assert_sum (room, 30, 2, 2, 3);
  assert_sum (room, 365, 2, 0, 3);
}

/* What is too old goes, of every account, and nothing of its text stays; the entries stay. */
static void
test_expire (void)
{
  g_autoptr (Room) room = room_new (0);
  Pen pen;

  write_two (room);
  pen_open (&pen, room);
  pen_write_entry (&pen, 4, "other", "Foreign", "0");
  pen_write_copy (&pen, 4, 200 * DAY, "{\"id\":\"t4\",\"title\":\"zq-foreign\"}");
  pen_write_entry (&pen, 5, NULL, "Under way", "NULL");
  pen_write_copy (&pen, 5, 200 * DAY, "{\"id\":\"t5\",\"title\":\"zq-under-way\"}");
  pen_close (&pen);
  assert_history (room, "Old+ New+ Without- Under way- ");

  expire (room, 0);
  expire (room, 365);
  g_assert_true (journal_holds (OLD_MARKER));
  expire (room, 90);
  assert_history (room, "Old/ New+ Without- Under way- ");
  g_assert_false (journal_holds (OLD_MARKER));
  g_assert_false (journal_holds ("zq-foreign"));
  g_assert_true (journal_holds (NEW_MARKER));
  g_assert_true (journal_holds ("zq-under-way"));
  expire (room, 30);
  g_assert_true (journal_holds (NEW_MARKER));
}

static void
test_remove_all (void)
{
  g_autoptr (Room) room = room_new (0);
  Pen pen;

  write_two (room);
  pen_open (&pen, room);
  pen_write_entry (&pen, 4, "other", "Foreign", "0");
  pen_write_copy (&pen, 4, 0, "{\"id\":\"t4\",\"title\":\"zq-foreign\"}");
  pen_close (&pen);
  assert_history (room, "Old+ New+ Without- ");
  remove_by (room, docket_copies_remove_all_async);
  assert_history (room, "Old/ New/ Without- ");
  assert_sum (room, 0, 0, 0, 3);
  g_assert_false (journal_holds (OLD_MARKER));
  g_assert_false (journal_holds (NEW_MARKER));
  g_assert_true (journal_holds ("zq-foreign"));
}

static void
test_clear_history (void)
{
  g_autoptr (Room) room = room_new (0);
  Pen pen;

  write_two (room);
  pen_open (&pen, room);
  pen_write_entry (&pen, 4, "other", "zq-foreign", "0");
  pen_write_entry (&pen, 5, NULL, "zq-under-way", "NULL");
  pen_write_entry (&pen, 6, NULL, "zq-title", "5");
  pen_close (&pen);
  remove_by (room, docket_copies_clear_history_async);
  assert_history (room, "zq-under-way- ");
  assert_sum (room, 0, 0, 0, 0);
  g_assert_false (journal_holds (OLD_MARKER));
  g_assert_false (journal_holds (NEW_MARKER));
  g_assert_false (journal_holds ("zq-title"));
  g_assert_true (journal_holds ("zq-foreign"));
  g_assert_true (journal_holds ("zq-under-way"));
}

/* The copy goes with its entry. */
static void
test_remove_entry (void)
{
  g_autoptr (Room) room = room_new (0);
  GAsyncResult *slot = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  DocketHistory *history;

  write_two (room);
  history = docket_workspace_get_history (room->workspace);
  docket_history_remove_async (history, 1, NULL, keep_result, &slot);
  result = wait_for_result (&slot);
  g_assert_true (docket_history_remove_finish (history, result, NULL));
  assert_history (room, "New+ Without- ");
  assert_sum (room, 0, 1, 0, 2);
  g_assert_false (journal_holds (OLD_MARKER));
  g_assert_true (journal_holds (NEW_MARKER));
}

static guint
mode_of (const char *path)
{
  GStatBuf status;

  g_assert_cmpint (g_stat (path, &status), ==, 0);
  return (guint)status.st_mode & 0777u;
}

/* Nobody else can read a copy, while the file is open and afterwards. */
static void
test_modes (void)
{
  g_autoptr (Room) room = room_new (0);
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "docket", NULL);
  g_autoptr (GDir) files = NULL;
  const char *name;
  guint n_files = 0;

  write_two (room);
  room_close (room);
  g_assert_cmpint (g_chmod (folder, 0755), ==, 0);
  room_open (room);
  remove_by (room, docket_copies_remove_all_async);
  g_assert_cmpuint (mode_of (folder), ==, 0700);
  files = g_dir_open (folder, 0, NULL);
  while ((name = g_dir_read_name (files)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_assert_cmpuint (mode_of (path), ==, 0600);
      n_files++;
    }
  g_assert_cmpuint (n_files, ==, 3);
}

int
main (int argc, char **argv)
{
  folders_init (&argc, &argv, TRUE);
  folders_add_func ("/copies/load", test_load);
  folders_add_func ("/copies/load-nothing", test_load_nothing);
  for (guint i = 0; i < G_N_ELEMENTS (outcomes); i++)
    {
      g_autofree char *path = g_strdup_printf ("/copies/offered/%s", outcomes[i].outcome);

      folders_add_data_func (path, GUINT_TO_POINTER (i), NULL, test_offered);
    }
  folders_add_func ("/copies/sum", test_sum);
  folders_add_func ("/copies/expire", test_expire);
  folders_add_func ("/copies/remove-all", test_remove_all);
  folders_add_func ("/copies/clear-history", test_clear_history);
  folders_add_func ("/copies/remove-entry", test_remove_entry);
  folders_add_func ("/copies/modes", test_modes);
  return folders_run ();
}
