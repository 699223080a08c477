/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
/* Search finds the same whatever the index has of the tasks, and the index has nothing of what is
 * gone. */
#include "index-file.h"
#include "stock.h"

#include <string.h>

#include "workspace/docket-cache-pass.h"
#include "workspace/docket-search-words.h"
#include "workspace/docket-task-private.h"
#include "workspace/docket-text.h"

#define NOW "2026-03-18T15:00:00+01:00"
#define N_TASKS 40
#define N_PEOPLE 4

static const char *const people[N_PEOPLE]
    = { "Tomás Rivera", "Lena Vogt", "契約 太郎", "Übel Ann" };
static const char *const words[] = { "lease", "leased",    "a",    "b",      "ab",
                                     "abc",   "abcd",      "bcd",  "Tomás",  "Überweisung",
                                     "契約",  "契約書",    "書",   "ガラス", "ﬁle",
                                     "x y",   "\\\"q\\\"", "1234", "rivera", "ann@example.com" };
static const char *const queries[]
    = { "lease",       "leas",      "ease",       "a",           "b",       "ab",
        "abc",         "abcd",      "bcda",       "tomas",       "Tomás",   "UBERW",
        "契",          "契約",      "約書",       "カラス",      "file",    "\"x y\"",
        "q",           "zz",        "z",          "1",           "12",      "234",
        "rivera",      "ann@",      "lease a",    "契約 b",      "is:mine", "is:mine a",
        "owner:tomas", "owner:ann", "owner:契約", "tag:ab",      "tag:書",  "process:lease",
        "process:b",   "vogt",      "\"",         "AND",         "OR \"a",  "(",
        "*",           "a*",        "-",          "lena is:mine" };

/* What was stored, so that a scan over it needs nothing of what is tested. */
typedef struct
{
  char *title, *summary, *comment, *answer, *tag, *process;
  int owner, author;
  gboolean there;
} Plain;

typedef struct
{
  DocketCache *cache;
  Plain plains[N_TASKS];
} Fixture;

static char *
draw (void)
{
  GString *text = g_string_new (NULL);

  for (int n = g_test_rand_int_range (0, 4); n > 0; n--)
    g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "",
                            words[g_test_rand_int_range (0, G_N_ELEMENTS (words))]);
  return g_string_free (text, FALSE);
}

static void
plain_clear (Plain *plain)
{
  g_free (plain->title);
  g_free (plain->summary);
  g_free (plain->comment);
  g_free (plain->answer);
  g_free (plain->tag);
  g_free (plain->process);
  *plain = (Plain){ NULL };
}

static void
store (Fixture *fixture, int index)
{
  Plain *plain = &fixture->plains[index];
  g_autofree char *json = NULL;

  plain_clear (plain);
  *plain = (Plain){ draw (), draw (), draw (), draw (), draw (), draw (), 0, 0, TRUE };
  plain->owner = g_test_rand_int_range (0, N_PEOPLE + 1);
  plain->author = g_test_rand_int_range (1, N_PEOPLE + 1);
  json = g_strdup_printf (
      "{\"id\":\"t%d\",\"title\":\"%s\",\"summary\":\"<p>%s</p>\",\"is_oneoff_task\":false,"
      "\"run_id\":\"r%d\",\"run\":{\"data\":{\"id\":\"r%d\",\"name\":\"%s\"}},"
      "\"owners\":{\"users\":[%d]},\"tags\":{\"data\":[{\"id\":\"g\",\"title\":\"%s\"}]},"
      "\"form_fields\":{\"data\":[{\"id\":\"f\",\"label\":\"zzz\",\"field_type\":\"text\","
      "\"required\":false,\"options\":[],\"value\":\"%s\",\"position\":1}]},"
      "\"threads\":{\"data\":[{\"id\":\"c\",\"task_id\":\"t%d\",\"content\":\"<p>%s</p>\","
      "\"author_id\":%d,\"author_type\":\"member\",\"label\":\"comment\"}]},\"threads_count\":1}",
      index, plain->title, plain->summary, index, index, plain->process,
      plain->owner + STOCK_USER - 1, plain->tag, plain->answer, index, plain->comment,
      plain->author + STOCK_USER - 1);
  stock_store_now (fixture->cache, json);
}

static void
drop (Fixture *fixture, int index)
{
  g_autofree char *id = g_strdup_printf ("t%d", index);

  stock_drop (fixture->cache, id);
  plain_clear (&fixture->plains[index]);
}

static gboolean
has (const char *text, const char *wanted, gboolean begins)
{
  g_autofree char *json = g_strdup (text != NULL ? text : "");
  g_auto (GStrv) parts = g_strsplit (json, "\\\"", -1);
  g_autofree char *plain = g_strjoinv ("\"", parts);
  g_autofree char *folded = docket_text_fold (plain);

  return begins ? g_str_has_prefix (folded, wanted) : strstr (folded, wanted) != NULL;
}

static gboolean
is_person (int number, const char *wanted)
{
  return number > 0 && has (people[number - 1], wanted, FALSE);
}

static gboolean
has_part (const Plain *plain, const DocketSearchPart *part)
{
  g_autofree char *wanted = docket_text_fold (part->value);

  switch (part->key)
    {
    case DOCKET_SEARCH_IS:
      return plain->owner == 1;
    case DOCKET_SEARCH_OWNER:
      return is_person (plain->owner, wanted);
    case DOCKET_SEARCH_TAG:
      return has (plain->tag, wanted, TRUE);
    case DOCKET_SEARCH_PROCESS:
      return has (plain->process, wanted, FALSE);
    default:
      return has (plain->title, wanted, FALSE) || has (plain->summary, wanted, FALSE)
             || has (plain->comment, wanted, FALSE) || has (plain->answer, wanted, FALSE)
             || has (plain->tag, wanted, FALSE) || has (plain->process, wanted, FALSE)
             || is_person (plain->owner, wanted) || is_person (plain->author, wanted);
    }
}

static gboolean
is_meant (const Plain *plain, GPtrArray *parts)
{
  for (guint i = 0; i < parts->len; i++)
    {
      const DocketSearchPart *part = parts->pdata[i];

      if (*part->value != '\0' && !has_part (plain, part))
        return FALSE;
    }
  return plain->there;
}

static char *
scan (Fixture *fixture, const char *query)
{
  g_autoptr (GPtrArray) parts = docket_search_words_split (query);
  GString *found = g_string_new (NULL);

  for (int i = 0; i < N_TASKS; i++)
    if (is_meant (&fixture->plains[i], parts))
      g_string_append_printf (found, "t%d ", i);
  return g_string_free (found, FALSE);
}

static char *
search (Fixture *fixture, const char *query)
{
  g_autoptr (DocketTaskQueryResult) answer
      = stock_query (fixture->cache, NOW, DOCKET_VIEW_ALL, query);
  GString *found = g_string_new (NULL);

  g_assert_false (answer->partial);
  g_assert_cmpuint (answer->data->len, ==, answer->n_tasks);
  for (int i = 0; i < N_TASKS; i++)
    for (guint j = 0; j < answer->data->len; j++)
      {
        g_autofree char *id = g_strdup_printf ("t%d", i);

        if (g_str_equal (((DocketTaskData *)answer->data->pdata[j])->id, id))
          g_string_append_printf (found, "%s ", id);
      }
  return g_string_free (found, FALSE);
}

static void
compare_all (Fixture *fixture)
{
  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      g_autofree char *found = search (fixture, queries[i]);
      g_autofree char *expected = scan (fixture, queries[i]);

      if (!g_str_equal (found, expected))
        g_error ("“%s” finds %s, not %s", queries[i], found, expected);
    }
}

static void
open_fixture (Fixture *fixture)
{
  memset (fixture, 0, sizeof *fixture);
  fixture->cache = stock_open ("a");
  for (int i = 0; i < N_PEOPLE; i++)
    {
      g_autofree char *id = g_strdup_printf ("%d", STOCK_USER + i);

      stock_store_member (fixture->cache, id, people[i]);
    }
}

static void
close_fixture (Fixture *fixture)
{
  stock_close (fixture->cache);
  for (int i = 0; i < N_TASKS; i++)
    plain_clear (&fixture->plains[i]);
}

/* Not at all, all, a part, and with rows that have changed since. */
static void
test_same_as_a_scan (void)
{
  Fixture fixture;

  for (guint round = 0; round < 6; round++)
    {
      open_fixture (&fixture);
      for (int i = 0; i < N_TASKS / 2; i++)
        store (&fixture, i);
      compare_all (&fixture);
      index_file_fill (fixture.cache);
      compare_all (&fixture);
      for (int i = N_TASKS / 4; i < N_TASKS * 3 / 4; i++)
        store (&fixture, i);
      for (int i = 0; i < N_TASKS / 8; i++)
        drop (&fixture, g_test_rand_int_range (0, N_TASKS / 2));
      compare_all (&fixture);
      index_file_fill (fixture.cache);
      compare_all (&fixture);
      close_fixture (&fixture);
      index_file_assert_sound ();
      docket_cache_remove_files ("a");
    }
}

/* A pass that did not see them, a process that was deleted, and what is stored again. */
static void
test_sound_after_all (void)
{
  Fixture fixture;

  open_fixture (&fixture);
  for (guint round = 0; round < 8; round++)
    {
      for (int i = 0; i < N_TASKS; i++)
        if (g_test_rand_bit ())
          store (&fixture, i);
      if (round % 2 == 0)
        index_file_fill (fixture.cache);
      stock_change_process (fixture.cache, "r3", -1);
      plain_clear (&fixture.plains[3]);
      docket_cache_begin_pass (fixture.cache);
      for (int i = 0; i < N_TASKS; i++)
        if (g_test_rand_int_range (0, 3) > 0)
          store (&fixture, i);
        else
          plain_clear (&fixture.plains[i]);
      stock_finish_pass (fixture.cache);
      compare_all (&fixture);
      if (round % 3 == 0)
        {
          index_file_fill (fixture.cache);
          compare_all (&fixture);
        }
    }
  index_file_fill (fixture.cache);
  close_fixture (&fixture);
  index_file_assert_sound ();
}

/* Of what is removed for ever no part stays in the file, whoever has removed it. */
static void
test_forgets (void)
{
  Fixture fixture;

  open_fixture (&fixture);
  for (int i = 0; i < N_TASKS; i++)
    store (&fixture, i);
  stock_store_now (fixture.cache,
                   "{\"id\":\"x\",\"title\":\"the 龘 title\"},"
                   "{\"id\":\"y\",\"title\":\"A\",\"summary\":\"<p>the 靐 text</p>\"}");
  index_file_fill (fixture.cache);
  stock_close (fixture.cache);
  g_assert_true (cache_holds ("龘"));
  g_assert_true (cache_holds ("靐"));
  fixture.cache = stock_open ("a");
  stock_drop (fixture.cache, "x");
  index_file_fill (fixture.cache);
  stock_close (fixture.cache);
  g_assert_false (cache_holds ("龘"));
  g_assert_true (cache_holds ("靐"));
  fixture.cache = stock_open ("a");
  docket_cache_begin_pass (fixture.cache);
  stock_finish_pass (fixture.cache);
  index_file_fill (fixture.cache);
  close_fixture (&fixture);
  g_assert_false (cache_holds ("靐"));
}

/* By itself, some time after the last change. */
static gboolean
is_filled (gpointer data)
{
  sqlite3 *db = index_file_open ();
  g_autofree char *indexed = index_file_ask (db, "SELECT value FROM fact WHERE name = 'indexed'");

  sqlite3_close (db);
  return g_str_equal (indexed, data);
}

static void
test_fills_by_itself (void)
{
  DocketCache *cache = stock_open ("a");

  stock_store_now (cache, "{\"id\":\"1\",\"title\":\"A\"},{\"id\":\"2\",\"title\":\"B\"}");
  wait_until (is_filled, "2 ");
  stock_close (cache);
}

/* It is left alone, and made anew. */
static void
test_damaged (void)
{
  Fixture fixture;
  sqlite3 *db;

  open_fixture (&fixture);
  for (int i = 0; i < N_TASKS; i++)
    store (&fixture, i);
  index_file_fill (fixture.cache);
  stock_close (fixture.cache);
  db = index_file_open ();
  index_file_run (db, "UPDATE task_gram_data SET block = x'0000' WHERE id > 10");
  sqlite3_close (db);
  g_test_expect_message ("docket", G_LOG_LEVEL_MESSAGE, "The index of search*");
  fixture.cache = stock_open ("a");
  {
    g_autofree char *found = search (&fixture, "lease");
    g_autofree char *expected = scan (&fixture, "lease");

    g_assert_cmpstr (found, ==, expected);
  }
  g_test_assert_expected_messages ();
  index_file_fill (fixture.cache);
  compare_all (&fixture);
  close_fixture (&fixture);
  index_file_assert_sound ();
}

int
main (int argc, char **argv)
{
  folders_init (&argc, &argv, TRUE);
  folders_add_func ("/search-index/same-as-a-scan", test_same_as_a_scan);
  folders_add_func ("/search-index/sound-after-all", test_sound_after_all);
  folders_add_func ("/search-index/forgets", test_forgets);
  folders_add_func ("/search-index/fills-by-itself", test_fills_by_itself);
  folders_add_func ("/search-index/damaged", test_damaged);
  return folders_run ();
}
