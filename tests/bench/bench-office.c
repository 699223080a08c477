/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "bench-office.h"

#include <string.h>

#include "tallyfy/tallyfy-json.h"
#include "tallyfy/tallyfy-readers.h"
#include "waiting.h"
#include "workspace/docket-cache-fill.h"
#include "workspace/docket-cache-pass.h"

#define N_MEMBERS 40
#define STEPS 12                              /* of a process */
#define LATEST G_GINT64_CONSTANT (1793491200) /* 2026-11-01: the latest activity */
#define DAY G_GINT64_CONSTANT (86400)

static const char *const verbs[]
    = { "Send", "Check", "Prepare", "Approve", "Review", "Order", "File", "Sign" };
static const char *const things[]
    = { "invoice", "contract",    "travel plan", "quarterly report", "budget",
        "lease",   "work permit", "newsletter",  "order form",       "tax return" };
static const char *const customers[] = {
  "Okafor Tax", "Traducões Ínes", "Müller & Söhne", "Harbour Office", "Nordlicht", "Café Brulé",
  "Sato"
};
static const char *const japanese[] = { "請求書を送付する", "契約書の確認", "出張計画の承認",
                                        "四半期報告書を作成", "予算会議の準備" };
static const char *const tags[] = { "Board", "Finance", "Urgent", "Office", "Legal" };
static const char *const processes[]
    = { "Onboarding", "Office move", "Month-end close", "Hiring", "Audit" };

/* SplitMix64: numbers that have nothing to do with those of the neighbours. */
static guint64
draw (guint64 *state)
{
  guint64 z = (*state += G_GUINT64_CONSTANT (0x9e3779b97f4a7c15));

  z = (z ^ (z >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  z = (z ^ (z >> 27)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);
  return z ^ (z >> 31);
}

static guint
below (guint64 *state, guint n)
{
  return (guint)(draw (state) % n);
}

#define one_of(state, list) (list[below (state, G_N_ELEMENTS (list))])

static void
append_date (GString *json, const char *name, gint64 seconds)
{
  g_autoptr (GDateTime) date = g_date_time_new_from_unix_utc (seconds);
  g_autofree char *text = g_date_time_format (date, "%Y-%m-%dT%H:%M:%SZ");

  g_string_append_printf (json, ",\"%s\":\"%s\"", name, text);
}

static void
append_title (GString *json, guint64 *state, guint index, gboolean changed)
{
  g_string_append_printf (json, ",\"title\":\"%s", changed ? "Again: " : "");
  if (below (state, 8) == 0)
    g_string_append_printf (json, "%s %u\"", one_of (state, japanese), index);
  else
    g_string_append_printf (json, "%s %s %u for %s\"", one_of (state, verbs),
                            one_of (state, things), index, one_of (state, customers));
}

static void
append_sentences (GString *json, guint64 *state, guint n)
{
  for (guint i = 0; i < n; i++)
    g_string_append_printf (json, "%s the %s that %s has asked for, and put it into the folder. ",
                            one_of (state, verbs), one_of (state, things),
                            one_of (state, customers));
}

static void
append_fields (GString *json, guint64 *state, guint index)
{
  static const char *const labels[] = { "Amount", "Account", "Delivered by" };

  g_string_append (json, ",\"form_fields\":{\"data\":[");
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    g_string_append_printf (json,
                            "%s{\"id\":\"f%u-%u\",\"label\":\"%s\",\"field_type\":\"text\","
                            "\"required\":false,"
                            "\"options\":[],\"value\":\"%u %s\",\"position\":%u}",
                            i > 0 ? "," : "", index, i, labels[i], below (state, 100000),
                            one_of (state, customers), i + 1);
  g_string_append (json, "]}");
}

static void
append_comments (GString *json, guint64 *state, guint index, gint64 updated)
{
  g_string_append (json, ",\"threads\":{\"data\":[");
  for (guint i = 0; i < 2; i++)
    {
      g_string_append_printf (json, "%s{\"id\":\"c%u-%u\",\"task_id\":\"t%u\",\"content\":\"<p>",
                              i > 0 ? "," : "", index, i, index);
      append_sentences (json, state, 2);
      g_string_append_printf (
          json, "</p>\",\"author_id\":%u,\"author_type\":\"member\",\"label\":\"comment\"",
          1 + below (state, N_MEMBERS));
      append_date (json, "created_at", updated - DAY * (2 - i));
      g_string_append_c (json, '}');
    }
  g_string_append (json, "]},\"threads_count\":2");
}

static void
append_place (GString *json, guint64 *state, guint index)
{
  if (below (state, 10) < 4)
    g_string_append_printf (json,
                            ",\"is_oneoff_task\":false,\"run_id\":\"r%u\",\"position\":%u,"
                            "\"run\":{\"data\":{\"id\":\"r%u\",\"name\":\"%s %u\"}}",
                            index / STEPS, index % STEPS, index / STEPS,
                            processes[index / STEPS % G_N_ELEMENTS (processes)], index / STEPS);
  else
    g_string_append (json, ",\"is_oneoff_task\":true,\"run_id\":null");
}

static void
append_dates (GString *json, guint64 *state, gint64 updated, gboolean archived, int done)
{
  const gboolean by_chance = below (state, 4) == 0;
  const gboolean completed = done < 0 ? by_chance : done != 0;

  g_string_append_printf (json, ",\"status\":\"%s\"", completed ? "completed" : "active");
  append_date (json, "created_at", updated - DAY * (1 + below (state, 60)));
  append_date (json, "last_updated", updated);
  if (below (state, 10) > 0)
    append_date (json, "deadline", LATEST + DAY * ((gint64)below (state, 400) - 100));
  if (completed)
    append_date (json, "completed_at", updated);
  if (archived)
    append_date (json, "archived_at", updated);
}

static void
append_task (GString *json, guint index, gboolean archived, gboolean changed, int done)
{
  guint64 state = index * G_GUINT64_CONSTANT (0xd1342543de82ef95) + 1;
  gint64 updated = LATEST - 60 * (gint64)index + (changed ? DAY : 0);

  g_string_append_printf (json, "{\"id\":\"t%u\",\"task_type\":\"task\"", index);
  append_title (json, &state, index, changed);
  append_place (json, &state, index);
  append_dates (json, &state, updated, archived, done);
  g_string_append_printf (json,
                          ",\"starter_id\":%u,\"owners\":{\"users\":[%u],\"guests\":[],\"groups\":["
                          "]}",
                          1 + below (&state, N_MEMBERS), 1 + below (&state, N_MEMBERS));
  if (below (&state, 5) == 0)
    g_string_append_printf (json, ",\"tags\":{\"data\":[{\"id\":\"g\",\"title\":\"%s\"}]}",
                            one_of (&state, tags));
  else
    g_string_append (json, ",\"tags\":{\"data\":[]}");
  g_string_append (json, ",\"summary\":\"<p>");
  append_sentences (json, &state, below (&state, 3));
  g_string_append (json, "</p>\"");
  if (below (&state, 10) < 3)
    {
      append_fields (json, &state, index);
      append_comments (json, &state, index, updated);
    }
  else
    g_string_append (json, ",\"form_fields\":{\"data\":[]},\"threads\":{\"data\":[]},\"threads_"
                           "count\":0");
  g_string_append_c (json, '}');
}

guint
bench_office_count (guint n_tasks, gboolean archived)
{
  return archived ? n_tasks / 10 : n_tasks - n_tasks / 10;
}

char *
bench_office_page (guint n_tasks, gboolean archived, guint page, guint n_changed)
{
  const guint total = bench_office_count (n_tasks, archived);
  const guint first = (page - 1) * BENCH_PAGE;
  GString *json = g_string_new ("{\"data\":[");

  for (guint i = first; i < MIN (first + BENCH_PAGE, total); i++)
    {
      if (i > first)
        g_string_append_c (json, ',');
      /* Each tenth task is an archived one. */
      append_task (json, archived ? 10 * i + 9 : i + i / 9, archived, !archived && i < n_changed,
                   -1);
    }
  g_string_append_printf (json,
                          "],\"meta\":{\"pagination\":{\"total\":%u,\"per_page\":%u,\"current_"
                          "page\":%u,"
                          "\"total_pages\":%u,\"links\":[]}}}",
                          total, BENCH_PAGE, page, MAX ((total + BENCH_PAGE - 1) / BENCH_PAGE, 1));
  return g_string_free (json, FALSE);
}

char *
bench_office_task (guint index, gboolean archived, int done)
{
  GString *json = g_string_new ("{\"data\":");

  append_task (json, index, archived, FALSE, done);
  g_string_append_c (json, '}');
  return g_string_free (json, FALSE);
}

char *
bench_office_users (void)
{
  static const char *const first[]
      = { "Mara", "Tomás", "Lena", "Priya", "Aiko", "Owen", "Noa", "Inês" };
  static const char *const last[] = { "Lindqvist", "Rivera", "Vogt", "Nair", "Tanaka" };
  GString *json = g_string_new ("{\"data\":[");

  for (guint i = 1; i <= N_MEMBERS; i++)
    g_string_append_printf (json, "%s{\"id\":%u,\"full_name\":\"%s %s\",\"role\":\"standard\"}",
                            i > 1 ? "," : "", i, first[i % G_N_ELEMENTS (first)],
                            last[i % G_N_ELEMENTS (last)]);
  g_string_append (json,
                   "],\"meta\":{\"pagination\":{\"total\":40,\"per_page\":100,\"current_page\":1,"
                   "\"total_pages\":1,\"links\":[]}}}");
  return g_string_free (json, FALSE);
}

static JsonNode *
parse (char *json)
{
  g_autoptr (GBytes) bytes = g_bytes_new_take (json, strlen (json));
  g_autoptr (GError) error = NULL;
  JsonNode *root = tallyfy_json_parse (bytes, &error);

  g_assert_no_error (error);
  return root;
}

static void
wait_for_change (DocketCache *cache, GAsyncResult **slot)
{
  g_autoptr (GAsyncResult) result = wait_for_result (slot);
  g_autoptr (GError) error = NULL;

  docket_cache_change_finish (cache, result, &error);
  g_assert_no_error (error);
}

static void
store_page (DocketCache *cache, gint64 mark, guint n_tasks, gboolean archived, guint number)
{
  g_autoptr (JsonNode) root = parse (bench_office_page (n_tasks, archived, number, 0));
  g_autoptr (GError) error = NULL;
  g_autoptr (TallyfyTaskPage) page = tallyfy_task_page_read (root, number, &error);
  GAsyncResult *slot = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (tallyfy_task_page_get_errors (page)->len, ==, 0);
  docket_cache_store_page_async (cache, tallyfy_task_page_get_tasks (page), mark, NULL, keep_result,
                                 &slot);
  wait_for_change (cache, &slot);
}

static void
store_users (DocketCache *cache)
{
  g_autoptr (JsonNode) root = parse (bench_office_users ());
  g_autoptr (GPtrArray) users = g_ptr_array_new_with_free_func (g_object_unref);
  JsonArray *list = json_object_get_array_member (json_node_get_object (root), "data");
  GAsyncResult *slot = NULL;

  for (guint i = 0; i < json_array_get_length (list); i++)
    g_ptr_array_add (users, tallyfy_user_read (json_array_get_element (list, i), NULL));
  docket_cache_store_users_async (cache, users, NULL, keep_result, &slot);
  wait_for_change (cache, &slot);
}

void
bench_office_index (DocketCache *cache)
{
  GAsyncResult *slot = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  docket_cache_fill_async (cache, keep_result, &slot);
  result = wait_for_result (&slot);
  docket_cache_fill_finish (cache, result, &error);
  g_assert_no_error (error);
}

void
bench_office_fill (DocketCache *cache, guint n_tasks)
{
  const gint64 mark = docket_cache_begin_pass (cache);
  GAsyncResult *slot = NULL;

  docket_cache_set_many_changes (cache, 300);
  for (guint archived = 0; archived < 2; archived++)
    for (guint page = 1; (page - 1) * BENCH_PAGE < bench_office_count (n_tasks, archived != 0);
         page++)
      store_page (cache, mark, n_tasks, archived != 0, page);
  store_users (cache);
  docket_cache_finish_pass_async (cache, NULL, TRUE, NULL, keep_result, &slot);
  wait_for_change (cache, &slot);
  docket_cache_set_last_sync_async (cache, g_get_real_time () / G_USEC_PER_SEC, keep_result, &slot);
  wait_for_change (cache, &slot);
  docket_cache_set_many_changes (cache, 0);
}

char *
bench_office_cache_path (DocketAccount *account)
{
  g_autofree char *name = docket_account_dup_file_name (account);
  g_autofree char *file_name = g_strconcat (name, ".db", NULL);

  return g_build_filename (g_get_user_cache_dir (), "docket", file_name, NULL);
}

void
bench_office_place (const char *file, DocketAccount *account)
{
  g_autofree char *path = bench_office_cache_path (account);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GFile) source = g_file_new_for_path (file);
  g_autoptr (GFile) copy = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  g_mkdir_with_parents (folder, 0700);
  g_file_copy (source, copy, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}
