/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
/* While all pages are read others change, add, archive, restore and delete tasks, so that rows move
 * from page to page. None is lost, and none is dropped that is there. */
#include "room.h"

#include <string.h>

#include <libsoup/soup.h>

#include "workspace/docket-cache-pass.h"
#include "workspace/docket-workspace-private.h"

#define N_TASKS 800
#define N_SEEDS 4
#define PER_PAGE 100
#define ITEM "/organizations/org1/tasks/"

typedef struct
{
  char id[16];
  gint64 updated;
  gboolean archived;
  gboolean gone;
} Item;

typedef struct
{
  SoupServer *server;
  GRand *random;
  GPtrArray *items; /* of Item */
  gint64 now;
  guint unrest; /* what happens before a page is answered, at most */
  guint n_pages;
  guint n_alone; /* tasks that were asked for alone */
} Office;

static Item *
add_item (Office *office)
{
  Item *item = g_new0 (Item, 1);

  g_snprintf (item->id, sizeof item->id, "t%u", office->items->len);
  item->updated = ++office->now;
  g_ptr_array_add (office->items, item);
  return item;
}

static void
disturb (Office *office)
{
  Item *item = office->items->pdata[g_rand_int_range (office->random, 0, (int)office->items->len)];

  switch (g_rand_int_range (office->random, 0, 5))
    {
    case 0:
      item = add_item (office);
      break;
    case 1:
      item->gone = TRUE;
      break;
    case 2:
    case 3:
      item->archived = !item->archived;
      item->updated = ++office->now;
      break;
    default:
      item->updated = ++office->now;
      break;
    }
}

static int
compare_items (gconstpointer a, gconstpointer b)
{
  const Item *x = *(const Item *const *)a;
  const Item *y = *(const Item *const *)b;

  return x->updated > y->updated ? -1 : 1;
}

static void
append_item (GString *json, const Item *item)
{
  g_autoptr (GDateTime) date = g_date_time_new_from_unix_utc (1700000000 + item->updated);
  g_autofree char *text = g_date_time_format_iso8601 (date);

  g_string_append_printf (json,
                          "{\"id\":\"%s\",\"title\":\"Task %s, %" G_GINT64_FORMAT
                          "\",\"is_oneoff_task\":true,\"last_updated\":\"%s\"%s}",
                          item->id, item->id, item->updated, text,
                          item->archived ? ",\"archived_at\":\"2026-03-15T17:00:00Z\"" : "");
}

static char *
make_page (Office *office, gboolean archived, guint page)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new ();
  g_autoptr (GString) tasks = g_string_new (NULL);

  for (guint i = 0; i < office->items->len; i++)
    {
      Item *item = office->items->pdata[i];

      if (!item->gone && item->archived == archived)
        g_ptr_array_add (list, item);
    }
  g_ptr_array_sort (list, compare_items);
  for (guint i = (page - 1) * PER_PAGE; i < MIN (page * PER_PAGE, list->len); i++)
    {
      if (tasks->len > 0)
        g_string_append_c (tasks, ',');
      append_item (tasks, list->pdata[i]);
    }
  return page_json (tasks->str, page, MAX ((list->len + PER_PAGE - 1) / PER_PAGE, 1), list->len);
}

static Item *
find_item (Office *office, const char *id)
{
  for (guint i = 0; i < office->items->len; i++)
    if (g_str_equal (((Item *)office->items->pdata[i])->id, id))
      return office->items->pdata[i];
  return NULL;
}

static char *
make_item (Office *office, const char *id, guint *status)
{
  const Item *item = find_item (office, id);
  GString *json = g_string_new ("{\"data\":");

  office->n_alone++;
  if (item->gone)
    {
      *status = 404;
      g_string_assign (json, "{\"error\":true,\"code\":\"RESOURCE_NOT_FOUND\",\"message\":\"No.\"");
    }
  else
    append_item (json, item);
  g_string_append_c (json, '}');
  return g_string_free (json, FALSE);
}

static void
request_cb (SoupServer *server,
            SoupServerMessage *message,
            const char *path,
            GHashTable *query,
            gpointer user_data)
{
  Office *office = user_data;
  guint status = 200;
  char *answer;

  if (g_str_has_suffix (path, "/tasks"))
    {
      const guint n = (guint)g_rand_int_range (office->random, 0, (int)office->unrest + 1);

      for (guint i = 0; i < n; i++)
        disturb (office);
      office->n_pages++;
      answer = make_page (office, g_strcmp0 (g_hash_table_lookup (query, "archived"), "only") == 0,
                          (guint)g_ascii_strtoull (g_hash_table_lookup (query, "page"), NULL, 10));
    }
  else if (g_str_has_prefix (path, ITEM))
    answer = make_item (office, path + strlen (ITEM), &status);
  else
    answer = page_json ("", 1, 1, 0);
  soup_server_message_set_status (message, status, NULL);
  soup_server_message_set_response (message, "application/json", SOUP_MEMORY_TAKE, answer,
                                    strlen (answer));
}

static Office *
office_new (guint32 seed)
{
  Office *office = g_new0 (Office, 1);
  g_autoptr (GError) error = NULL;

  office->random = g_rand_new_with_seed (seed);
  office->items = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < N_TASKS; i++)
    add_item (office)->archived = i % 4 == 0;
  office->server = soup_server_new (NULL, NULL);
  soup_server_add_handler (office->server, NULL, request_cb, office, NULL);
  soup_server_listen_local (office->server, 0, SOUP_SERVER_LISTEN_IPV4_ONLY, &error);
  g_assert_no_error (error);
  return office;
}

static void
office_free (Office *office)
{
  soup_server_disconnect (office->server);
  run_pending ();
  g_object_unref (office->server);
  g_rand_free (office->random);
  g_ptr_array_unref (office->items);
  g_free (office);
}

static Room *
office_open_room (Office *office)
{
  GSList *uris = soup_server_get_uris (office->server);
  g_autofree char *address = g_strdup_printf ("http://127.0.0.1:%d", g_uri_get_port (uris->data));
  Room *room = room_new_at (address, 0);
  g_autofree char *name = docket_account_dup_file_name (room->account);

  /* Another office had the same port, perhaps. */
  docket_cache_remove_files (name);
  g_slist_free_full (uris, (GDestroyNotify)g_uri_unref);
  room_open (room);
  return room;
}

/* ID to whether it is archived, each once. */
static gpointer
list_job (sqlite3 *db, gpointer job_data, GCancellable *cancellable, GError **error)
{
  g_autoptr (sqlite3_stmt) statement
      = docket_database_prepare (db, "SELECT id, archived FROM task", error);
  GHashTable *rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  while (docket_database_step (statement, error) == 1)
    g_assert_true (g_hash_table_insert (rows,
                                        g_strdup ((const char *)sqlite3_column_text (statement, 0)),
                                        GINT_TO_POINTER (sqlite3_column_int (statement, 1))));
  return rows;
}

static GHashTable *
list_rows (Room *room)
{
  DocketDatabase *database = docket_cache_get_database (room->workspace->cache);
  GAsyncResult *slot = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  docket_database_run_async (database, G_PRIORITY_DEFAULT, list_job, NULL, NULL, NULL, NULL,
                             keep_result, &slot);
  result = wait_for_result (&slot);
  return docket_database_run_finish (database, result, NULL);
}

/* How many tasks of the server the cache has not. */
static guint
count_missing (Office *office, GHashTable *rows)
{
  guint n = 0;

  for (guint i = 0; i < office->items->len; i++)
    {
      const Item *item = office->items->pdata[i];

      if (!item->gone && !g_hash_table_contains (rows, item->id))
        n++;
    }
  return n;
}

/* What is gone from the cache is gone from the server. */
static void
assert_none_dropped (Office *office, GHashTable *before, GHashTable *after)
{
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, before);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_assert_true (g_hash_table_contains (after, id) || find_item (office, id)->gone);
}

/* The cache is what the server is. */
static void
assert_same (Office *office, GHashTable *rows)
{
  guint n = 0;

  for (guint i = 0; i < office->items->len; i++)
    {
      const Item *item = office->items->pdata[i];
      gpointer archived;
      const gboolean found = g_hash_table_lookup_extended (rows, item->id, NULL, &archived);

      g_assert_cmpint (found, ==, !item->gone);
      if (found)
        g_assert_cmpint (GPOINTER_TO_INT (archived), ==, item->archived);
      n += found;
    }
  g_assert_cmpuint (g_hash_table_size (rows), ==, n);
}

static void
refresh (Room *room)
{
  g_autoptr (GError) error = room_refresh (room);

  g_assert_no_error (error);
}

static void
look (Room *room)
{
  GAsyncResult *slot = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  docket_workspace_look_async (room->workspace, NULL, keep_result, &slot);
  result = wait_for_result (&slot);
  docket_workspace_refresh_finish (room->workspace, result, &error);
  g_assert_no_error (error);
}

/* Passes while the server does not rest. Returns how many tasks were missing after them; if any
 * were, that is known, and the next look leads to a pass. */
static guint
pass_in_unrest (Office *office, Room *room, guint unrest)
{
  guint n_missing = 0;

  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (GHashTable) before = list_rows (room);
      g_autoptr (GHashTable) after = NULL;
      guint n;

      office->unrest = unrest;
      refresh (room);
      office->unrest = 0;
      after = list_rows (room);
      assert_none_dropped (office, before, after);
      look (room);
      g_clear_pointer (&after, g_hash_table_unref);
      after = list_rows (room);
      assert_none_dropped (office, before, after);
      n = count_missing (office, after);
      g_assert_true (n == 0 || !docket_cache_get_pass (room->workspace->cache)->quiet);
      n_missing += n;
    }
  return n_missing;
}

static void
test_moving (gconstpointer data)
{
  guint n_alone = 0;
  guint n_missing = 0;

  for (guint32 seed = 1; seed <= N_SEEDS; seed++)
    {
      Office *office = office_new (seed);
      Room *room = office_open_room (office);
      GHashTable *rows;

      n_missing += pass_in_unrest (office, room, GPOINTER_TO_UINT (data));
      n_alone += office->n_alone;
      refresh (room);
      rows = list_rows (room);
      assert_same (office, rows);
      g_hash_table_unref (rows);
      room_free (room);
      office_free (office);
    }
  g_test_message ("%u were missing, and %u were asked for alone", n_missing, n_alone);
  g_assert_cmpuint (n_alone, >, 0);
}

int
main (int argc, char **argv)
{
  folders_init (&argc, &argv, TRUE);
  for (guint unrest = 1; unrest <= 4; unrest *= 2)
    {
      g_autofree char *path = g_strdup_printf ("/sync-moving/%u", unrest);

      folders_add_data_func (path, GUINT_TO_POINTER (unrest), NULL, test_moving);
    }
  return folders_run ();
}
