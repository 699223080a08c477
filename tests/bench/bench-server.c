/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "bench-server.h"

#include <string.h>

#include <libsoup/soup.h>

#include "bench-office.h"

#define HOUR 60 /* minutes */

#define EMPTY                                                                                      \
  "{\"data\":[],\"meta\":{\"pagination\":{\"total\":0,\"per_page\":100,\"current_page\":1,"        \
  "\"total_pages\":1,\"links\":[]}}}"

/* What is allowed from the first request on, and anew from the first one after it is over. */
typedef struct
{
  guint limit; /* 0 = as many as one likes */
  gint64 length;
  gint64 begin;
  guint n;
} Window;

struct _BenchServer
{
  BenchServerTerms terms;
  GPtrArray *pages[2]; /* of GBytes; of the list, and of that which is archived */
  GMainContext *context;
  GMainLoop *loop;
  GThread *thread;
  SoupServer *server;
  char *address;
  Window minute;
  Window hour;
  gint n_requests;
  gint n_refused;
  guint n_minutes; /* that are over */
  guint n_used;    /* in them */
};

static gboolean
admits (Window *window, gint64 now)
{
  if (window->limit == 0)
    return TRUE;
  if (window->begin == 0 || now >= window->begin + window->length)
    {
      window->begin = now;
      window->n = 0;
    }
  return window->n < window->limit;
}

/* Returns: 0 = it is allowed; else how many seconds it is to wait */
static gint64
count (BenchServer *self)
{
  const gint64 now = g_get_monotonic_time ();
  Window *windows[] = { &self->minute, &self->hour };

  g_atomic_int_inc (&self->n_requests);
  if (self->minute.begin != 0 && now >= self->minute.begin + self->minute.length)
    {
      self->n_minutes++;
      self->n_used += self->minute.n;
    }
  for (guint i = 0; i < G_N_ELEMENTS (windows); i++)
    if (!admits (windows[i], now))
      {
        g_atomic_int_inc (&self->n_refused);
        return (windows[i]->begin + windows[i]->length - now + G_USEC_PER_SEC - 1) / G_USEC_PER_SEC;
      }
  self->minute.n++;
  self->hour.n++;
  return 0;
}

static void
answer (BenchServer *self, SoupServerMessage *message, GHashTable *query)
{
  const char *page = query != NULL ? g_hash_table_lookup (query, "page") : NULL;
  const gboolean archived
      = query != NULL && g_strcmp0 (g_hash_table_lookup (query, "archived"), "only") == 0;
  const guint number = page != NULL ? (guint)g_ascii_strtoull (page, NULL, 10) : 1;
  const char *path = g_uri_get_path (soup_server_message_get_uri (message));
  SoupMessageBody *body = soup_server_message_get_response_body (message);

  soup_server_message_set_status (message, 200, NULL);
  soup_message_headers_set_content_type (soup_server_message_get_response_headers (message),
                                         "application/json", NULL);
  if (g_str_has_suffix (path, "/tasks") && number <= self->pages[archived]->len)
    soup_message_body_append_bytes (body, self->pages[archived]->pdata[number - 1]);
  else
    soup_message_body_append (body, SOUP_MEMORY_STATIC, EMPTY, strlen (EMPTY));
}

/* The number of the task in the address of a request, or G_MAXUINT */
static guint
find_number (const char *path, const char *before)
{
  const char *found = strstr (path, before);

  return found != NULL ? (guint)g_ascii_strtoull (found + strlen (before), NULL, 10) : G_MAXUINT;
}

static guint
read_number (SoupServerMessage *message)
{
  SoupMessageBody *body = soup_server_message_get_request_body (message);
  g_autoptr (GBytes) bytes = soup_message_body_flatten (body);
  g_autofree char *text
      = g_strndup (g_bytes_get_data (bytes, NULL), (gsize)g_bytes_get_size (bytes));

  return find_number (text, "\"task_id\":\"t");
}

static void
answer_task (SoupServerMessage *message, guint number, gboolean archived, int done)
{
  char *json = bench_office_task (number, archived, done);

  soup_server_message_set_status (message, 200, NULL);
  soup_server_message_set_response (message, "application/json", SOUP_MEMORY_TAKE, json,
                                    strlen (json));
}

/* What is about one task. Returns: FALSE where it is about none */
static gboolean
answer_about_task (SoupServerMessage *message, const char *path)
{
  const char *method = soup_server_message_get_method (message);
  const guint done = find_number (path, "/completed-tasks/t");
  const guint number = find_number (path, "/tasks/t");

  if (g_str_equal (method, "POST") && g_str_has_suffix (path, "/completed-tasks"))
    answer_task (message, read_number (message), FALSE, TRUE);
  else if (done != G_MAXUINT)
    answer_task (message, done, FALSE, FALSE);
  else if (number != G_MAXUINT && g_str_equal (method, "DELETE"))
    soup_server_message_set_status (message, 204, NULL);
  else if (number != G_MAXUINT)
    answer_task (message, number, FALSE, -1);
  else
    return FALSE;
  return TRUE;
}

static gboolean
late_cb (gpointer message)
{
  soup_server_message_unpause (message);
  return G_SOURCE_REMOVE;
}

static void
request_cb (SoupServer *server,
            SoupServerMessage *message,
            const char *path,
            GHashTable *query,
            gpointer user_data)
{
  BenchServer *self = user_data;
  SoupMessageHeaders *headers = soup_server_message_get_response_headers (message);
  const gint64 wait = count (self);
  g_autofree char *limit = g_strdup_printf ("%u", self->minute.limit);
  g_autofree char *left = g_strdup_printf ("%u", self->minute.limit - self->minute.n);
  g_autofree char *seconds = g_strdup_printf ("%" G_GINT64_FORMAT, wait);

  soup_message_headers_append (headers, "X-RateLimit-Limit", limit);
  soup_message_headers_append (headers, "X-RateLimit-Remaining", left);
  if (wait > 0)
    {
      soup_server_message_set_status (message, 429, NULL);
      soup_message_headers_append (headers, "Retry-After", seconds);
    }
  else if (!answer_about_task (message, path))
    answer (self, message, query);
  if (self->terms.latency > 0)
    {
      g_autoptr (GSource) source = g_timeout_source_new (self->terms.latency);

      soup_server_message_pause (message);
      g_source_set_callback (source, late_cb, g_object_ref (message), g_object_unref);
      g_source_attach (source, self->context);
    }
}

static gpointer
serve (gpointer data)
{
  BenchServer *self = data;
  g_autoptr (GError) error = NULL;
  GSList *uris;

  g_main_context_push_thread_default (self->context);
  self->server = soup_server_new (NULL, NULL);
  soup_server_add_handler (self->server, NULL, request_cb, self, NULL);
  soup_server_listen_local (self->server, 0, SOUP_SERVER_LISTEN_IPV4_ONLY, &error);
  g_assert_no_error (error);
  uris = soup_server_get_uris (self->server);
  g_atomic_pointer_set (&self->address,
                        g_strdup_printf ("http://127.0.0.1:%d", g_uri_get_port (uris->data)));
  g_slist_free_full (uris, (GDestroyNotify)g_uri_unref);
  g_main_loop_run (self->loop);
  soup_server_disconnect (self->server);
  g_object_unref (self->server);
  g_main_context_pop_thread_default (self->context);
  return NULL;
}

/* So few tasks that only the number of pages matters. */
static char *
make_small_page (const BenchServerTerms *terms, guint page)
{
  GString *json = g_string_new ("{\"data\":[");

  for (guint i = 0; i < terms->per_page; i++)
    g_string_append_printf (json,
                            "%s{\"id\":\"p%u-%u\",\"title\":\"Task\",\"is_oneoff_task\":true}",
                            i > 0 ? "," : "", page, i);
  g_string_append_printf (json,
                          "],\"meta\":{\"pagination\":{\"total\":%u,\"per_page\":%u,"
                          "\"current_page\":%u,\"total_pages\":%u,\"links\":[]}}}",
                          terms->n_pages * terms->per_page, terms->per_page, page, terms->n_pages);
  return g_string_free (json, FALSE);
}

/* They are made before anything is measured. */
static void
make_pages (BenchServer *self)
{
  const guint n_listed = self->terms.n_pages * BENCH_PAGE;

  for (guint archived = 0; archived < 2; archived++)
    {
      self->pages[archived] = g_ptr_array_new_with_free_func ((GDestroyNotify)g_bytes_unref);
      for (guint page = 1; page <= self->terms.n_pages; page++)
        {
          char *json = NULL;

          if (self->terms.per_page < BENCH_PAGE && archived == 0)
            json = make_small_page (&self->terms, page);
          else if (self->terms.per_page == BENCH_PAGE
                   && (page - 1) * BENCH_PAGE < bench_office_count (n_listed, archived != 0))
            json = bench_office_page (n_listed, archived != 0, page, 0);
          if (json != NULL)
            g_ptr_array_add (self->pages[archived], g_bytes_new_take (json, strlen (json)));
        }
    }
}

BenchServer *
bench_server_new (const BenchServerTerms *terms)
{
  BenchServer *self = g_new0 (BenchServer, 1);

  self->terms = *terms;
  self->minute = (Window){ terms->per_minute, terms->minute * 1000L, 0, 0 };
  self->hour = (Window){ terms->per_hour, HOUR * terms->minute * 1000L, 0, 0 };
  make_pages (self);
  self->context = g_main_context_new ();
  self->loop = g_main_loop_new (self->context, FALSE);
  self->thread = g_thread_new ("server", serve, self);
  while (g_atomic_pointer_get (&self->address) == NULL)
    g_thread_yield ();
  return self;
}

void
bench_server_free (BenchServer *self)
{
  g_main_loop_quit (self->loop);
  g_thread_join (self->thread);
  g_main_loop_unref (self->loop);
  g_main_context_unref (self->context);
  for (guint i = 0; i < 2; i++)
    g_ptr_array_unref (self->pages[i]);
  g_free (self->address);
  g_free (self);
}

char *
bench_server_dup_address (BenchServer *self)
{
  return g_strdup (self->address);
}

guint
bench_server_get_n_requests (BenchServer *self)
{
  return (guint)g_atomic_int_get (&self->n_requests);
}

guint
bench_server_get_n_refused (BenchServer *self)
{
  return (guint)g_atomic_int_get (&self->n_refused);
}

double
bench_server_get_share (BenchServer *self)
{
  return (double)self->n_used / self->n_minutes / self->minute.limit;
}
