/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
/* Guests, groups and tags: what the client makes of their entries, in every shape that one may
 * have. */
#include "calls.h"

#include <string.h>

typedef void (*Start) (TallyfyClient *client,
                       const char *organization_id,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data);
typedef GPtrArray *(*Finish) (TallyfyClient *client, GAsyncResult *result, GError **error);

static char *
tell_guest (gpointer item)
{
  return g_strjoin (" | ", tallyfy_guest_get_email (item), tallyfy_guest_get_full_name (item),
                    NULL);
}

static char *
tell_group (gpointer item)
{
  g_autofree char *members = g_strjoinv (",", (char **)tallyfy_group_get_members (item));
  g_autofree char *guests = g_strjoinv (",", (char **)tallyfy_group_get_guests (item));

  return g_strjoin (" | ", tallyfy_group_get_id (item), tallyfy_group_get_name (item), members,
                    guests, NULL);
}

static char *
tell_tag (gpointer item)
{
  const char *color = tallyfy_tag_get_color (item);

  return g_strjoin (" | ", tallyfy_tag_get_id (item), tallyfy_tag_get_title (item),
                    color != NULL ? color : "-", NULL);
}

static const struct
{
  const char *name;
  Start start;
  Finish finish;
  char *(*tell) (gpointer item);
} lists[] = {
  { "guests", tallyfy_client_list_guests_async, tallyfy_client_list_guests_finish, tell_guest },
  { "groups", tallyfy_client_list_groups_async, tallyfy_client_list_groups_finish, tell_group },
  { "tags", tallyfy_client_list_tags_async, tallyfy_client_list_tags_finish, tell_tag },
};

/* What an entry is read as; NULL = it is refused. */
typedef struct
{
  const char *list;
  const char *entry;
  const char *told;
} Row;

static const Row rows[] = {
  { "guests", "{\"email\":\"g@b\"}", "g@b | g@b" },
  { "guests", "{\"email\":\"g@b\",\"first_name\":\"Ruth\",\"last_name\":\"Okafor\"}",
    "g@b | Ruth Okafor" },
  { "guests", "{\"email\":\"g@b\",\"first_name\":null,\"last_name\":\"Okafor\"}", "g@b | Okafor" },
  { "guests", "{\"email\":\"g@b\",\"first_name\":\"Ruth\",\"last_name\":\"\"}", "g@b | Ruth" },
  { "guests", "{\"email\":\"g@b\",\"full_name\":\"R. O.\",\"first_name\":\"Ruth\"}",
    "g@b | R. O." },
  { "guests", "{\"email\":\"g@b\",\"full_name\":\"\",\"first_name\":\" \"}", "g@b | g@b" },
  { "guests", "{\"email\":\"g@b\",\"full_name\":[]}", NULL },
  { "guests", "{\"email\":\"\"}", NULL },
  { "guests", "{\"email\":\"..\"}", NULL },
  { "guests", "{\"id\":7}", NULL },
  { "guests", "{\"email\":{}}", NULL },
  { "guests", "[]", NULL },

  { "groups", "{\"id\":\"g1\",\"name\":\"Office\",\"members\":[1,2],\"guests\":[\"g@b\"]}",
    "g1 | Office | 1,2 | g@b" },
  { "groups", "{\"id\":7}", "7 | 7 |  | " },
  { "groups", "{\"id\":\"g1\",\"name\":\"\",\"members\":null,\"guests\":[]}", "g1 | g1 |  | " },
  { "groups",
    "{\"id\":\"g1\",\"members\":{\"data\":[{\"id\":1,\"full_name\":\"Ana\"},\"2\"]},"
    "\"guests\":[{\"email\":\"g@b\"},\"\"]}",
    "g1 | g1 | 1,2 | g@b" },
  { "groups", "{\"id\":\"g1\",\"members\":7}", NULL },
  { "groups", "{\"id\":\"g1\",\"members\":[[]]}", NULL },
  { "groups", "{\"id\":\"g1\",\"guests\":[{\"email\":[]}]}", NULL },
  { "groups", "{\"id\":\"g1\",\"name\":[]}", NULL },
  { "groups", "{\"name\":\"Office\"}", NULL },

  { "tags", "{\"id\":\"t1\",\"title\":\"Board\",\"color\":\"#dc8add\"}", "t1 | Board | #dc8add" },
  { "tags", "{\"id\":7,\"title\":null,\"color\":null}", "7 |  | -" },
  { "tags", "{\"id\":\"t1\",\"title\":[]}", NULL },
  { "tags", "{\"title\":\"Board\"}", NULL },
  { "tags", "{\"id\":\"..\"}", NULL },
};

static void
done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_set_object ((GAsyncResult **)data, result);
}

static guint
find_list (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    if (g_str_equal (lists[i].name, name))
      return i;
  g_assert_not_reached ();
}

static GPtrArray *
fetch (Fixture *fixture, guint list, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  lists[list].start (fixture->client, TEST_ORG, NULL, done_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return lists[list].finish (fixture->client, result, error);
}

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  const guint list = find_list (row->list);
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *body = g_strdup_printf ("{\"data\":[%s]}", row->entry);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) items = NULL;
  g_autofree char *told = NULL;

  hostile_server_push_answer (fixture->server, 200, "", body);
  items = fetch (fixture, list, &error);
  if (row->told == NULL)
    {
      g_assert_error (error, TALLYFY_ERROR, TALLYFY_ERROR_MALFORMED);
      return;
    }
  g_assert_no_error (error);
  g_assert_cmpuint (items->len, ==, 1);
  told = lists[list].tell (items->pdata[0]);
  g_assert_cmpstr (told, ==, row->told);
}

/* An odd entry loses no other, and the list is read to its last page. */
static void
test_pages (gconstpointer data)
{
  static const char *const good[] = { "{\"email\":\"g@b\"}", "{\"id\":1}", "{\"id\":1}" };
  const guint list = GPOINTER_TO_UINT (data);
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *first
      = g_strdup_printf ("{\"data\":[%s,7,%s],\"meta\":{\"pagination\":{\"total_pages\":2}}}",
                         good[list], good[list]);
  g_autofree char *second
      = g_strdup_printf ("{\"data\":[%s],\"meta\":{\"pagination\":{\"total_pages\":2}}}",
                         good[list]);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) items = NULL;

  hostile_server_push_answer (fixture->server, 200, "", first);
  hostile_server_push_answer (fixture->server, 200, "", second);
  items = fetch (fixture, list, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (items->len, ==, 3);
  g_assert_cmpuint (hostile_server_get_n_requests (fixture->server), ==, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  guard_log ();
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/lists/%s/%u", rows[i].list, i);

      g_test_add_data_func (path, &rows[i], test_row);
    }
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_autofree char *path = g_strdup_printf ("/lists/%s/pages", lists[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_pages);
    }
  return g_test_run ();
}
