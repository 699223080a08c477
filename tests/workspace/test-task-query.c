/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
/* What a view has, in which order and groups, at times that are written down here. */
#include "stock.h"

#include "workspace/docket-group.h"
#include "workspace/docket-task-private.h"

static const char *const group_names[]
    = { "Overdue", "Today", "Tomorrow", "ThisWeek", "Later",  "None",    "Yesterday",
        "Earlier", "Done",  "From7",    "From30",   "From90", "From180", "From365" };

typedef struct
{
  const char *now; /* ISO 8601 with the offset of the zone whose days count */
  DocketView view;
  const char *search;
} Question;

static DocketTaskQueryResult *
ask (DocketCache *cache, const Question *question)
{
  return stock_query (cache, question->now, question->view, question->search);
}

static const char *
title_of (DocketTaskQueryResult *answer, gint64 row)
{
  for (guint i = 0; i < answer->data->len; i++)
    {
      DocketTaskData *data = answer->data->pdata[i];

      if (data->row == row)
        return data->title;
    }
  g_assert_not_reached ();
}

/* Such as "Overdue(2) a b Today(1) c". Asserts that the numbers are true. */
static char *
spell (DocketTaskQueryResult *answer)
{
  GString *text = g_string_new (NULL);
  guint n = 0;
  guint in_group = 0;

  for (guint i = answer->entries->len; i-- > 0;)
    {
      const gint64 entry = g_array_index (answer->entries, gint64, i);

      g_string_prepend_c (text, ' ');
      if (!docket_task_entry_is_group (entry))
        {
          g_string_prepend (text, title_of (answer, entry));
          in_group++;
          continue;
        }
      g_string_prepend (text, group_names[docket_task_entry_group (entry)]);
      g_assert_cmpuint (answer->group_sizes[docket_task_entry_group (entry)], ==, in_group);
      n += in_group;
      in_group = 0;
    }
  g_assert_cmpuint (answer->n_tasks, ==, n);
  g_strchomp (text->str);
  return g_string_free (text, FALSE);
}

static void
assert_list (DocketCache *cache, const Question *question, const char *expected)
{
  g_autoptr (DocketTaskQueryResult) answer = ask (cache, question);
  g_autofree char *text = spell (answer);

  g_test_message ("%s", question->now);
  g_assert_cmpstr (text, ==, expected);
}

#define DUE(id, at) "{\"id\":\"" id "\",\"title\":\"" id "\",\"deadline\":\"" at "\"}"
#define DONE(id, at)                                                                               \
  "{\"id\":\"" id "\",\"title\":\"" id "\",\"status\":\"completed\",\"completed_at\":\"" at "\"}"

/* Around days and weeks of a zone an hour east of UTC; 2026-03-18 is a Wednesday. */
/* clang-format off */
static const char deadlines[]
    = DUE ("a", "2026-03-18T13:59:59Z") "," DUE ("b", "2026-03-18T14:00:00Z") ","
      DUE ("c", "2026-03-18T22:59:59Z") "," DUE ("d", "2026-03-18T23:00:00Z") ","
      DUE ("e", "2026-03-19T22:59:59Z") "," DUE ("f", "2026-03-19T23:00:00Z") ","
      DUE ("g", "2026-03-22T22:59:59Z") "," DUE ("h", "2026-03-22T23:00:00Z") ","
      DUE ("i", "2027-01-01T00:00:00Z") "," "{\"id\":\"j\",\"title\":\"j\"},"
      "{\"id\":\"k\",\"title\":\"k\",\"deadline\":null}"; /* clang-format on */

static void
test_groups_by_deadline (void)
{
  DocketCache *cache = stock_open ("a");
  const DocketView all = DOCKET_VIEW_ALL;

  stock_store_now (cache, deadlines);
  stock_store_now (cache, DONE ("z", "2026-03-18T10:00:00Z"));
  assert_list (cache, &(Question){ "2026-03-18T15:00:00+01:00", all },
               "Overdue a Today b c Tomorrow d e ThisWeek f g Later h i None j k Done z");
  /* The same moment where it is already Thursday, and where it is Wednesday for longer. */
  assert_list (cache, &(Question){ "2026-03-19T03:00:00+13:00", all },
               "Overdue a Today b c d Tomorrow e f Later g h i None j k Done z");
  assert_list (cache, &(Question){ "2026-03-18T02:00:00-12:00", all },
               "Overdue a Today b c d Tomorrow e f ThisWeek g h Later i None j k Done z");
  /* Sunday: tomorrow is in the next week. */
  assert_list (cache, &(Question){ "2026-03-22T12:00:00+01:00", all },
               "Overdue a b c d e f Today g Tomorrow h Later i None j k Done z");
  /* Monday at midnight. */
  assert_list (cache, &(Question){ "2026-03-23T00:00:00+01:00", all },
               "Overdue a b c d e f g Today h Later i None j k Done z");
  stock_close (cache);
}

static void
test_groups_by_past (void)
{
  DocketCache *cache = stock_open ("a");

  stock_store_now (
      cache,
      DONE ("a", "2026-03-18T13:00:00Z") "," DONE ("b", "2026-03-17T23:00:00Z") "," DONE (
          "c",
          "202"
          "6-"
          "03-"
          "17T"
          "22:"
          "59:"
          "59"
          "Z") "," DONE ("d",
                         "2026-03-16T23:00:00Z") "," DONE ("e",
                                                           "2026-03-16T22:59:59Z") "," DONE ("f",
                                                                                             "2026-"
                                                                                             "03-"
                                                                                             "15T23"
                                                                                             ":00:"
                                                                                             "00Z") "," DONE ("g",
                                                                                                              "2026-03-15T22:59:"
                                                                                                              "59Z") "," DONE ("h",
                                                                                                                               "202"
                                                                                                                               "0-"
                                                                                                                               "01-"
                                                                                                                               "01T"
                                                                                                                               "00:"
                                                                                                                               "00:"
                                                                                                                               "00"
                                                                                                                               "Z") ","
                                                                                                                                    "{\"id\":\"i\",\"title\":\"i\",\"status\":\"completed\"}");
  assert_list (cache, &(Question){ "2026-03-18T15:00:00+01:00", DOCKET_VIEW_COMPLETED },
               "Today a b Yesterday c d ThisWeek e f Earlier g h i");
  /* Monday: yesterday was in the week before. */
  assert_list (cache, &(Question){ "2026-03-16T12:00:00+01:00", DOCKET_VIEW_COMPLETED },
               "Today a b c d e f Yesterday g Earlier h i");
  stock_close (cache);
}

/* When the list will be another though nothing changes. */
static void
test_next_change (void)
{
  DocketCache *cache = stock_open ("a");
  static const struct
  {
    const char *now;
    const char *then;
  } cases[] = {
    { "2026-03-18T12:00:00+01:00", "2026-03-18T14:00:00Z" }, /* a is over a second after its time */
    { "2026-03-18T15:00:00+01:00", "2026-03-18T14:00:01Z" },
    { "2026-03-18T15:00:01+01:00", "2026-03-18T23:00:00Z" }, /* midnight comes first */
    { "2028-03-18T15:00:00+01:00", "2028-03-18T23:00:00Z" },
  };

  stock_store_now (cache, deadlines);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (DocketTaskQueryResult) answer
          = ask (cache, &(Question){ cases[i].now, DOCKET_VIEW_ALL });
      g_autoptr (GDateTime) then = g_date_time_new_from_iso8601 (cases[i].then, NULL);

      g_assert_cmpint (answer->next_change, ==, g_date_time_to_unix (then));
    }
  stock_close (cache);
}

#define MINE ",\"owners\":{\"users\":[7],\"guests\":[],\"groups\":[]}"
#define THEIRS                                                                                     \
  ",\"owners\":{\"users\":[{\"id\":8,\"full_name\":\"Noa\"}],\"guests\":[\"7\"],\"groups\":["      \
  "\"7\"]}"
#define ENTRY(title, rest) "{\"id\":\"" title "\",\"title\":\"" title "\"" rest "}"

static void
test_views (void)
{
  DocketCache *cache = stock_open ("a");
  static const char *const expected[] = {
    [DOCKET_VIEW_TO_DO] = "None mine mine-one-off",
    [DOCKET_VIEW_DUE_TODAY] = "",
    [DOCKET_VIEW_OVERDUE] = "",
    [DOCKET_VIEW_UNASSIGNED] = "",
    [DOCKET_VIEW_WAITING] = "",
    [DOCKET_VIEW_ONE_OFF] = "None mine-one-off one-off",
    [DOCKET_VIEW_COMPLETED] = "Earlier done",
    [DOCKET_VIEW_ARCHIVED] = "Earlier archived archived-done",
    [DOCKET_VIEW_ALL] = "None mine mine-one-off one-off theirs Done done",
    [DOCKET_VIEW_TIDY_UP] = "",
  };

  stock_store_now (
      cache,
      ENTRY ("mine", MINE ",\"run_id\":\"r1\"") "," ENTRY ("theirs", THEIRS ",\"run_id\":\"r1\"") "," ENTRY ("one-off", THEIRS ",\"is_oneoff_task\":true") "," ENTRY (
          "mine-one-off", MINE
          ",\"is_oneoff_task\":true") "," ENTRY ("done", MINE
                                                 ",\"status\":\"completed\",\"is_oneoff_task\":"
                                                 "true") "," ENTRY ("archived", MINE
                                                                    ",\"archived_at\":\"2020-01-"
                                                                    "02T00:00:00Z\"") "," ENTRY ("a"
                                                                                                 "r"
                                                                                                 "c"
                                                                                                 "h"
                                                                                                 "i"
                                                                                                 "v"
                                                                                                 "e"
                                                                                                 "d"
                                                                                                 "-"
                                                                                                 "d"
                                                                                                 "o"
                                                                                                 "n"
                                                                                                 "e",
                                                                                                 MINE
                                                                                                 ","
                                                                                                 "\"status\":\"completed\",\"deleted_at\":\"2020-01-01T00:00:00Z\""));
  for (guint view = 0; view < DOCKET_N_VIEWS; view++)
    {
      const Question question = { "2026-03-18T15:00:00+01:00", (DocketView)view };
      g_autoptr (DocketTaskQueryResult) answer = ask (cache, &question);

      assert_list (cache, &question, expected[view]);
      g_assert_cmpuint (stock_count (cache, (DocketView)view), ==, answer->n_tasks);
    }
  stock_close (cache);
}

#define AT(id, deadline, rest) ENTRY (id, rest ",\"deadline\":\"" deadline "\"")

/* Those that hang on the time, and on who started a task. */
static void
test_my_views (void)
{
  DocketCache *cache = stock_open ("a");
  static const struct
  {
    DocketView view;
    const char *expected;
  } cases[] = {
    { DOCKET_VIEW_DUE_TODAY, "Overdue now-due Today tonight" },
    { DOCKET_VIEW_OVERDUE, "Overdue late now-due" },
    { DOCKET_VIEW_UNASSIGNED, "Later nobodys" },
    { DOCKET_VIEW_WAITING, "Later asked-for" },
  };

  stock_store_now (cache, AT ("late", "2026-03-17T10:00:00Z", MINE));
  stock_store_now (cache, AT ("now-due", "2026-03-18T13:59:59Z", MINE));
  stock_store_now (cache, AT ("tonight", "2026-03-18T22:59:59Z", MINE));
  stock_store_now (cache, AT ("tomorrow", "2026-03-18T23:00:00Z", MINE));
  stock_store_now (cache, AT ("late-theirs", "2026-03-17T10:00:00Z", THEIRS));
  stock_store_now (cache,
                   AT ("late-done", "2026-03-17T10:00:00Z", MINE ",\"status\":\"completed\""));
  stock_store_now (cache, AT ("late-archived", "2026-03-17T10:00:00Z",
                              MINE ",\"archived_at\":\"2026-03-17T10:00:00Z\""));
  stock_store_now (cache, AT ("nobodys", "2026-04-17T10:00:00Z", ",\"starter_id\":7"));
  stock_store_now (cache, AT ("asked-for", "2026-04-17T10:00:00Z", THEIRS ",\"starter_id\":7"));
  stock_store_now (cache, AT ("for-myself", "2026-04-17T10:00:00Z", MINE ",\"starter_id\":7"));
  stock_store_now (cache, AT ("of-others", "2026-04-17T10:00:00Z", THEIRS ",\"starter_id\":\"8\""));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_list (cache, &(Question){ "2026-03-18T15:00:00+01:00", cases[i].view },
                 cases[i].expected);
  stock_close (cache);
}

#define OLD(id, at)                                                                                \
  ENTRY (id, ",\"is_oneoff_task\":true,\"status\":\"completed\",\"completed_at\":\"" at "\"")

/* One-off tasks that were completed long ago, and no others; days begin an hour before those of
 * UTC. */
static void
test_tidy_up (void)
{
  DocketCache *cache = stock_open ("a");
  static const char now[] = "2026-03-18T15:00:00+01:00";
  static const struct
  {
    guint days;
    const char *search;
    const char *expected;
  } cases[] = {
    { 7, NULL, "From7 week month-not From30 month From90 quarter From180 half From365 year" },
    { 30, NULL, "From30 month From90 quarter From180 half From365 year" },
    { 90, NULL, "From90 quarter From180 half From365 year" },
    { 365, NULL, "From365 year" },
    { 7, "month", "From7 month-not From30 month" },
  };

  stock_store_now (cache, OLD ("week-not", "2026-03-10T23:00:00Z"));
  stock_store_now (cache, OLD ("week", "2026-03-10T22:59:59Z"));
  stock_store_now (cache, OLD ("month-not", "2026-02-15T23:00:00Z"));
  stock_store_now (cache, OLD ("month", "2026-02-15T22:59:59Z"));
  stock_store_now (cache, OLD ("quarter", "2025-12-17T22:59:59Z"));
  stock_store_now (cache, OLD ("half", "2025-09-18T22:59:59Z"));
  stock_store_now (cache, OLD ("year", "2025-03-17T22:59:59Z"));
  stock_store_now (cache, ENTRY ("process", ",\"run_id\":\"r1\",\"status\":\"completed\","
                                            "\"completed_at\":\"2020-01-01T00:00:00Z\""));
  stock_store_now (cache,
                   ENTRY ("open",
                          ",\"is_oneoff_task\":true,\"created_at\":\"2020-01-01T00:00:00Z\""));
  stock_store_now (cache, ENTRY ("undated", ",\"is_oneoff_task\":true,\"status\":\"completed\""));
  stock_store_now (cache, ENTRY ("archived", ",\"is_oneoff_task\":true,\"status\":\"completed\","
                                             "\"completed_at\":\"2020-01-01T00:00:00Z\","
                                             "\"archived_at\":\"2020-01-02T00:00:00Z\""));
  g_assert_cmpuint (docket_cache_get_tidy_days (cache), ==, 30);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      docket_cache_set_tidy_days (cache, cases[i].days);
      assert_list (cache, &(Question){ now, DOCKET_VIEW_TIDY_UP, cases[i].search },
                   cases[i].expected);
    }
  stock_close (cache);
}

/* The number beside the view is of today and of the days that were set. */
static void
test_tidy_up_count (void)
{
  DocketCache *cache = stock_open ("a");
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr (GDateTime) then = g_date_time_add_days (now, -60);
  g_autofree char *date = g_date_time_format_iso8601 (then);
  g_autofree char *json = g_strdup_printf ("{\"id\":\"a\",\"title\":\"a\",\"is_oneoff_task\":true,"
                                           "\"status\":\"completed\",\"completed_at\":\"%s\"}",
                                           date);

  stock_store_now (cache, json);
  g_assert_cmpuint (stock_count (cache, DOCKET_VIEW_TIDY_UP), ==, 1);
  docket_cache_set_tidy_days (cache, 90);
  g_assert_cmpuint (stock_count (cache, DOCKET_VIEW_TIDY_UP), ==, 0);
  docket_cache_set_tidy_days (cache, 7);
  g_assert_cmpuint (stock_count (cache, DOCKET_VIEW_TIDY_UP), ==, 1);
  stock_close (cache);
}

/* Who completed it: a member's name of today, and nobody whose name is not known. */
static void
test_completer (void)
{
  DocketCache *cache = stock_open ("a");
  static const struct
  {
    const char *id;
    const char *expected;
  } cases[] = { { "8", "Noa" }, { "\"8\"", "Noa" }, { "9", NULL }, { "null", NULL } };

  stock_store_member (cache, "8", "Noa");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *json
          = g_strdup_printf ("{\"id\":\"a\",\"title\":\"a\",\"status\":\"completed\","
                             "\"completer_id\":%s}",
                             cases[i].id);
      g_autoptr (DocketTaskQueryResult) answer = NULL;
      DocketTaskData *data;

      stock_store_now (cache, json);
      answer = ask (cache, &(Question){ "2026-03-18T15:00:00+01:00", DOCKET_VIEW_ALL });
      data = answer->data->pdata[0];
      g_assert_cmpstr (data->completer, ==, cases[i].expected);
    }
  stock_close (cache);
}

static void
test_order (void)
{
  DocketCache *cache = stock_open ("a");

  stock_store_now (cache,
                   DUE ("late", "2026-04-02T00:00:00Z") "," DUE (
                       "éb",
                       "2026-04-01T00:00:"
                       "00Z") "," DUE ("Ea",
                                       "2026-04-01T00:00:00Z") "," DUE ("ec",
                                                                        "2026-04-01T00:00:00Z"));
  assert_list (cache, &(Question){ "2026-03-18T15:00:00+01:00", DOCKET_VIEW_ALL },
               "Later Ea éb ec late");
  stock_close (cache);
}

static void
test_search (void)
{
  DocketCache *cache = stock_open ("a");
  static const struct
  {
    const char *search;
    const char *expected;
  } cases[] = {
    { NULL, "None 100%_a École~primaire Straße 日本語の会議" },
    { "", "None 100%_a École~primaire Straße 日本語の会議" },
    { "  ", "None 100%_a École~primaire Straße 日本語の会議" },
    { "ecole", "None École~primaire" },
    { "ÉCOLE", "None École~primaire" },
    { "e\u0301cole", "None École~primaire" },
    { "prim eco", "None École~primaire" },
    { "prim\teco\n", "None École~primaire" },
    { "prim strasse", "" },
    { "strasse", "None Straße" },
    { "STRASSE", "None Straße" },
    { "本", "None 日本語の会議" },
    { "%", "None 100%_a" },
    { "_", "None 100%_a" },
    { "' OR 1=1 --", "" },
    { "\xff", "" },
  };

  stock_store_now (cache,
                   ENTRY ("École~primaire",
                          "") "," ENTRY ("Straße", "") "," ENTRY ("日本語の会議",
                                                                  "") "," ENTRY ("100%_a", ""));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_list (cache,
                 &(Question){ "2026-03-18T15:00:00+01:00", DOCKET_VIEW_ALL, cases[i].search },
                 cases[i].expected);
  stock_close (cache);
}

/* In a task, too; and an answer of the server's that leaves that out takes nothing away. */
static void
test_search_inside (void)
{
  static const char *const words[] = { "landlord", "courier", "ferreira", NULL };
  DocketCache *cache = stock_open ("a");

  stock_store_now (cache,
                   ENTRY ("a",
                          ",\"summary\":\"<p>The <b>land</b>lord</p>\",\"threads\":{\"data\":[{"
                          "\"id\":\"c\",\"content\":\"by Courier\"}]},\"form_fields\":{\"data\":[{"
                          "\"id\":\"f\",\"label\":\"x\",\"field_type\":\"text\",\"value\":"
                          "\"Ferreira\"}]}"));
  stock_store_now (cache, ENTRY ("b", ""));
  for (guint turn = 0; turn < 2; turn++)
    {
      for (guint i = 0; words[i] != NULL; i++)
        assert_list (cache, &(Question){ "2026-03-18T15:00:00+01:00", DOCKET_VIEW_ALL, words[i] },
                     "None a");
      stock_store_now (cache, ENTRY ("a", ""));
    }
  stock_close (cache);
}

/* What a row shows of those it is assigned to: today's name, else the one that came with it, else
 * the ID. */
static void
test_assignees (void)
{
  DocketCache *cache = stock_open ("a");
  g_autoptr (DocketTaskQueryResult) answer = NULL;
  DocketTaskData *data;
  static const char *const names[] = { "7", "No a", "a@example.com", "g1", NULL };

  stock_store_now (cache, ENTRY ("a", ",\"threads_count\":3,\"task_type\":\"approval\",\"owners\":{"
                                      "\"users\":[7,"
                                      "{\"id\":8,\"full_name\":\"No\\ta\\n\"}],"
                                      "\"guests\":[\"a@example.com\"],\"groups\":[\"g1\"]}"));
  answer = ask (cache, &(Question){ "2026-03-18T15:00:00+01:00", DOCKET_VIEW_ALL });
  data = answer->data->pdata[0];
  g_assert_cmpstrv (data->assignees, names);
  g_assert_true (data->mine);
  g_assert_cmpuint (data->n_comments, ==, 3);
  g_assert_cmpstr (data->task_type, ==, "approval");
  stock_close (cache);
}

int
main (int argc, char **argv)
{
  folders_init (&argc, &argv, FALSE);
  folders_add_func ("/task-query/groups-by-deadline", test_groups_by_deadline);
  folders_add_func ("/task-query/groups-by-past", test_groups_by_past);
  folders_add_func ("/task-query/next-change", test_next_change);
  folders_add_func ("/task-query/views", test_views);
  folders_add_func ("/task-query/my-views", test_my_views);
  folders_add_func ("/task-query/tidy-up", test_tidy_up);
  folders_add_func ("/task-query/tidy-up-count", test_tidy_up_count);
  folders_add_func ("/task-query/completer", test_completer);
  folders_add_func ("/task-query/order", test_order);
  folders_add_func ("/task-query/search", test_search);
  folders_add_func ("/task-query/search-inside", test_search_inside);
  folders_add_func ("/task-query/assignees", test_assignees);
  return folders_run ();
}
