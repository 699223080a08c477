/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "counting-server.h"

#include <string.h>

#include <libsoup/soup.h>

#define TASKS "/organizations/org1/tasks"
#define MESSAGE "{\"error\":true,\"message\":\"Ask an administrator.\"}"
#define BUSY_SECONDS "60"

struct _CountingServer
{
  SoupServer *server;
  guint n_tasks;
  guint process_task; /* that belongs to a process */
  guint renamed;
  GHashTable *in_list; /* index to more members */
  GHashTable *in_item;
  gboolean holds;
  guint refuse_all;     /* status, 0 = none */
  GHashTable *refused;  /* index to status */
  GPtrArray *held;      /* of SoupServerMessage */
  GPtrArray *received;  /* such as "DELETE t3" */
  GHashTable *archived; /* indices */
  guint n_under_way;
  guint most;
};

static void
answer_json (SoupServerMessage *message, guint status, const char *json)
{
  soup_server_message_set_status (message, status, NULL);
  soup_server_message_set_response (message, "application/json", SOUP_MEMORY_COPY, json,
                                    strlen (json));
}

static char *
task_json (CountingServer *self, guint index, GHashTable *more)
{
  const char *members = g_hash_table_lookup (more, GUINT_TO_POINTER (index));
  gboolean archived = g_hash_table_contains (self->archived, GUINT_TO_POINTER (index));

  return g_strdup_printf ("{\"id\":\"t%u\",\"title\":\"%s %u\",\"is_oneoff_task\":%s%s%s}", index,
                          index == self->renamed ? "Other" : "Task", index,
                          index == self->process_task ? "false" : "true",
                          archived ? ",\"archived_at\":\"2026-03-15T17:00:00Z\"" : "",
                          members != NULL ? members : "");
}

/* One page of a list, 100 long. */
static void
answer_list (CountingServer *self, SoupServerMessage *message, GHashTable *query)
{
  const char *page_text = query != NULL ? g_hash_table_lookup (query, "page") : NULL;
  const char *archived = query != NULL ? g_hash_table_lookup (query, "archived") : NULL;
  guint page = page_text != NULL ? (guint)g_ascii_strtoull (page_text, NULL, 10) : 1;
  guint total = g_strcmp0 (archived, "only") == 0 ? 0 : self->n_tasks;
  g_autoptr (GString) json = g_string_new ("{\"data\":[");

  for (guint i = (page - 1) * 100; i < MIN (page * 100, total); i++)
    {
      g_autofree char *task = task_json (self, i, self->in_list);

      g_string_append_printf (json, "%s%s", i % 100 != 0 ? "," : "", task);
    }
  g_string_append_printf (json,
                          "],\"meta\":{\"pagination\":{\"total\":%u,\"per_page\":100,"
                          "\"current_page\":%u,\"total_pages\":%u,\"links\":[]}}}",
                          total, page, MAX ((total + 99) / 100, 1));
  answer_json (message, 200, json->str);
}

static guint
index_of (SoupServerMessage *message)
{
  const char *path = g_uri_get_path (soup_server_message_get_uri (message));

  return (guint)g_ascii_strtoull (path + strlen (TASKS "/t"), NULL, 10);
}

static void
do_write (CountingServer *self, SoupServerMessage *message)
{
  const char *path = g_uri_get_path (soup_server_message_get_uri (message));
  guint index = index_of (message);
  g_autofree char *task = NULL;

  if (g_str_has_suffix (path, "/restore"))
    g_hash_table_remove (self->archived, GUINT_TO_POINTER (index));
  else
    g_hash_table_add (self->archived, GUINT_TO_POINTER (index));
  task = task_json (self, index, self->in_item);
  if (g_str_has_suffix (path, "/restore"))
    {
      g_autofree char *item = g_strdup_printf ("{\"data\":%s}", task);

      answer_json (message, 200, item);
    }
  else
    soup_server_message_set_status (message, 204, NULL);
}

static void
answer_write (CountingServer *self, SoupServerMessage *message)
{
  guint status = self->refuse_all;

  if (status == 0)
    status = GPOINTER_TO_UINT (
        g_hash_table_lookup (self->refused, GUINT_TO_POINTER (index_of (message))));
  if (status == 429)
    soup_message_headers_append (soup_server_message_get_response_headers (message), "Retry-After",
                                 BUSY_SECONDS);
  if (status != 0)
    answer_json (message, status, MESSAGE);
  else
    do_write (self, message);
  self->n_under_way--;
}

static void
receive_write (CountingServer *self, SoupServerMessage *message)
{
  self->n_under_way++;
  self->most = MAX (self->most, self->n_under_way);
  g_ptr_array_add (self->received,
                   g_strdup_printf ("%s t%u", soup_server_message_get_method (message),
                                    index_of (message)));
  if (!self->holds)
    {
      answer_write (self, message);
      return;
    }
  soup_server_message_pause (message);
  g_ptr_array_add (self->held, g_object_ref (message));
}

static void
request_cb (SoupServer *server,
            SoupServerMessage *message,
            const char *path,
            GHashTable *query,
            gpointer user_data)
{
  CountingServer *self = user_data;
  g_autofree char *item = NULL;
  g_autofree char *task = NULL;

  if (!g_str_equal (soup_server_message_get_method (message), "GET"))
    receive_write (self, message);
  else if (g_str_equal (path, TASKS))
    answer_list (self, message, query);
  else if (g_str_has_prefix (path, TASKS "/t"))
    {
      task = task_json (self, index_of (message), self->in_item);
      item = g_strdup_printf ("{\"data\":%s}", task);
      answer_json (message, 200, item);
    }
  else if (g_str_equal (path, "/me"))
    answer_json (message, 200, "{\"data\":{\"id\":7,\"full_name\":\"Mia\"}}");
  else
    answer_json (message, 200,
                 "{\"data\":[],\"meta\":{\"pagination\":{\"total\":0,\"per_page\":100,"
                 "\"current_page\":1,\"total_pages\":1,\"links\":[]}}}");
}

CountingServer *
counting_server_new (guint n_tasks)
{
  CountingServer *self = g_new0 (CountingServer, 1);
  g_autoptr (GError) error = NULL;

  self->n_tasks = n_tasks;
  self->process_task = n_tasks;
  self->renamed = n_tasks;
  self->server = soup_server_new (NULL, NULL);
  self->refused = g_hash_table_new (NULL, NULL);
  self->archived = g_hash_table_new (NULL, NULL);
  self->in_list = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->in_item = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->held = g_ptr_array_new_with_free_func (g_object_unref);
  self->received = g_ptr_array_new_with_free_func (g_free);
  soup_server_add_handler (self->server, NULL, request_cb, self, NULL);
  soup_server_listen_local (self->server, 0, SOUP_SERVER_LISTEN_IPV4_ONLY, &error);
  g_assert_no_error (error);
  return self;
}

void
counting_server_free (CountingServer *self)
{
  soup_server_disconnect (self->server);
  g_object_unref (self->server);
  g_hash_table_unref (self->refused);
  g_hash_table_unref (self->archived);
  g_hash_table_unref (self->in_list);
  g_hash_table_unref (self->in_item);
  g_ptr_array_unref (self->held);
  g_ptr_array_unref (self->received);
  g_free (self);
}

char *
counting_server_dup_address (CountingServer *self)
{
  GSList *uris = soup_server_get_uris (self->server);
  char *address = g_strdup_printf ("http://127.0.0.1:%d", g_uri_get_port (uris->data));

  g_slist_free_full (uris, (GDestroyNotify)g_uri_unref);
  return address;
}

void
counting_server_hold (CountingServer *self, gboolean hold)
{
  self->holds = hold;
  if (!hold)
    counting_server_release (self);
}

void
counting_server_release (CountingServer *self)
{
  g_autoptr (GPtrArray) held = g_steal_pointer (&self->held);

  self->held = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < held->len; i++)
    {
      answer_write (self, held->pdata[i]);
      soup_server_message_unpause (held->pdata[i]);
    }
}

void
counting_server_refuse (CountingServer *self, int index, guint status)
{
  if (index < 0)
    self->refuse_all = status;
  else
    g_hash_table_insert (self->refused, GUINT_TO_POINTER ((guint)index), GUINT_TO_POINTER (status));
}

void
counting_server_set_process_task (CountingServer *self, guint index)
{
  self->process_task = index;
}

void
counting_server_rename (CountingServer *self, guint index)
{
  self->renamed = index;
}

void
counting_server_add_members (CountingServer *self, guint index, const char *list, const char *item)
{
  g_hash_table_insert (self->in_list, GUINT_TO_POINTER (index), g_strdup (list));
  g_hash_table_insert (self->in_item, GUINT_TO_POINTER (index), g_strdup (item));
}

guint
counting_server_get_n_writes (CountingServer *self)
{
  return self->received->len;
}

guint
counting_server_get_n_held (CountingServer *self)
{
  return self->held->len;
}

guint
counting_server_get_most (CountingServer *self)
{
  return self->most;
}

guint
counting_server_count (CountingServer *self, const char *method, guint index)
{
  g_autofree char *wanted = g_strdup_printf ("%s t%u", method, index);
  guint n = 0;

  for (guint i = 0; i < self->received->len; i++)
    if (g_str_equal (self->received->pdata[i], wanted))
      n++;
  return n;
}
