/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "workspace/docket-process-contents.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "workspace/docket-pages.h"
#include "workspace/docket-shown.h"

struct _DocketProcessContents
{
  GObject parent_instance;

  TallyfyProcess *process;
  GPtrArray *tasks;
};

G_DEFINE_FINAL_TYPE (DocketProcessContents, docket_process_contents, G_TYPE_OBJECT)

#define BEGINNING "{\"process\":"
#define MIDDLE ",\"tasks\":["

/* What is being read. */
typedef struct
{
  TallyfyClient *client;
  char *organization_id;
  char *process_id;
  DocketPages *pages; /* nullable */
  GPtrArray *ids;     /* of all its tasks, each once */
  GHashTable *seen;
  guint n_fetched;
  DocketProcessContents *contents;
} Reading;

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_object_unref (reading->client);
  g_free (reading->organization_id);
  g_free (reading->process_id);
  g_clear_object (&reading->pages);
  g_ptr_array_unref (reading->ids);
  g_hash_table_unref (reading->seen);
  g_object_unref (reading->contents);
  g_free (reading);
}

static void
docket_process_contents_finalize (GObject *object)
{
  DocketProcessContents *self = DOCKET_PROCESS_CONTENTS (object);

  g_clear_object (&self->process);
  g_ptr_array_unref (self->tasks);
  G_OBJECT_CLASS (docket_process_contents_parent_class)->finalize (object);
}

static void
docket_process_contents_class_init (DocketProcessContentsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = docket_process_contents_finalize;
}

static void
docket_process_contents_init (DocketProcessContents *self)
{
  self->tasks = g_ptr_array_new_with_free_func (g_object_unref);
}

/* In the order of the steps. */
static int
compare_tasks (gconstpointer a, gconstpointer b)
{
  TallyfyTask *x = *(TallyfyTask *const *)a;
  TallyfyTask *y = *(TallyfyTask *const *)b;
  const gint64 difference = tallyfy_task_get_position (x) - tallyfy_task_get_position (y);

  if (difference != 0)
    return difference < 0 ? -1 : 1;
  return strcmp (tallyfy_task_get_id (x), tallyfy_task_get_id (y));
}

static void
fail (GTask *task, const char *message)
{
  g_task_return_new_error (task, TALLYFY_ERROR, TALLYFY_ERROR_MALFORMED, "%s", message);
}

static void fetch_next (GTask *task);

static void
fetched_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Reading *reading = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (TallyfyTask) fetched
      = tallyfy_client_get_task_finish (TALLYFY_CLIENT (source), result, &error);

  if (fetched == NULL)
    g_task_return_error (task, error);
  else if (!g_str_equal (tallyfy_task_get_id (fetched), reading->ids->pdata[reading->n_fetched])
           || g_strcmp0 (tallyfy_task_get_process_id (fetched), reading->process_id) != 0)
    fail (task, "Another task came than the one that was asked for");
  else
    {
      g_ptr_array_add (reading->contents->tasks, g_steal_pointer (&fetched));
      reading->n_fetched++;
      fetch_next (task);
    }
}

static void
fetch_next (GTask *task)
{
  Reading *reading = g_task_get_task_data (task);

  if (reading->n_fetched == reading->ids->len)
    {
      g_ptr_array_sort (reading->contents->tasks, compare_tasks);
      g_task_return_pointer (task, g_object_ref (reading->contents), g_object_unref);
      return;
    }
  tallyfy_client_get_task_async (reading->client, reading->organization_id,
                                 reading->ids->pdata[reading->n_fetched],
                                 g_task_get_cancellable (task), fetched_cb, g_object_ref (task));
}

/* A one-off task may only be linked to the process: it stays, as its own. */
static void
take_page (DocketPages *pages, const DocketPage *page, gpointer user_data)
{
  Reading *reading = g_task_get_task_data (user_data);

  for (guint i = 0; i < page->items->len; i++)
    {
      const char *id = tallyfy_task_get_id (page->items->pdata[i]);

      if (g_hash_table_add (reading->seen, g_strdup (id))
          && !tallyfy_task_is_one_off (page->items->pdata[i]))
        g_ptr_array_add (reading->ids, g_strdup (id));
    }
  if (page->n_errors > 0)
    docket_pages_fail (pages, g_error_new_literal (TALLYFY_ERROR, TALLYFY_ERROR_MALFORMED,
                                                   "A task of the process could not be read"));
  else
    docket_pages_taken (pages, page->number, TRUE);
}

/* All of them, or it fails. */
static void
listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Reading *reading = g_task_get_task_data (task);
  GError *error = NULL;

  if (!docket_pages_read_finish (reading->pages, result, &error))
    g_task_return_error (task, error);
  else if (!docket_pages_is_complete (reading->pages))
    fail (task, "The list of the tasks of the process has no end");
  else
    fetch_next (task);
}

static void
list_tasks (GTask *task)
{
  Reading *reading = g_task_get_task_data (task);
  const TallyfyTaskQuery query = {
    .process_id = reading->process_id,
    .one_off = -1,
    .archived = "true",
  };

  reading->pages = docket_pages_new_tasks (reading->client, reading->organization_id, &query, 1,
                                           take_page, task);
  docket_pages_read_async (reading->pages, g_task_get_cancellable (task), listed_cb,
                           g_object_ref (task));
}

static void
process_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Reading *reading = g_task_get_task_data (task);
  GError *error = NULL;

  reading->contents->process
      = tallyfy_client_get_process_finish (TALLYFY_CLIENT (source), result, &error);
  if (reading->contents->process == NULL)
    g_task_return_error (task, error);
  else if (!g_str_equal (tallyfy_process_get_id (reading->contents->process), reading->process_id))
    fail (task, "Another process came than the one that was asked for");
  else
    list_tasks (task);
}

void
docket_process_contents_fetch_async (TallyfyClient *client,
                                     const char *organization_id,
                                     const char *process_id,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);
  Reading *reading = g_new0 (Reading, 1);

  g_task_set_source_tag (task, docket_process_contents_fetch_async);
  reading->client = g_object_ref (client);
  reading->organization_id = g_strdup (organization_id);
  reading->process_id = g_strdup (process_id);
  reading->ids = g_ptr_array_new_with_free_func (g_free);
  reading->seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  reading->contents = g_object_new (DOCKET_TYPE_PROCESS_CONTENTS, NULL);
  g_task_set_task_data (task, reading, reading_free);
  tallyfy_client_get_process_async (client, organization_id, process_id, cancellable, process_cb,
                                    task);
}

DocketProcessContents *
docket_process_contents_fetch_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, docket_process_contents_fetch_async),
                        NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
append_bytes (GString *to, GBytes *bytes)
{
  g_string_append_len (to, g_bytes_get_data (bytes, NULL), (gssize)g_bytes_get_size (bytes));
}

GBytes *
docket_process_contents_dup_json (DocketProcessContents *self)
{
  GString *json = g_string_new (BEGINNING);

  append_bytes (json, tallyfy_process_get_json (self->process));
  g_string_append (json, MIDDLE);
  for (guint i = 0; i < self->tasks->len; i++)
    {
      if (i > 0)
        g_string_append_c (json, ',');
      append_bytes (json, tallyfy_task_get_json (self->tasks->pdata[i]));
    }
  g_string_append (json, "]}");
  return g_string_free_to_bytes (json);
}

gboolean
docket_process_contents_is_json (GBytes *json)
{
  return g_bytes_get_size (json) > strlen (BEGINNING)
         && memcmp (g_bytes_get_data (json, NULL), BEGINNING, strlen (BEGINNING)) == 0;
}

/* (transfer full) */
static GBytes *
print_node (JsonNode *node)
{
  char *text = json_to_string (node, FALSE);

  return g_bytes_new_take (text, strlen (text));
}

DocketProcessContents *
docket_process_contents_new_from_json (GBytes *json, GError **error)
{
  g_autoptr (DocketProcessContents) self = g_object_new (DOCKET_TYPE_PROCESS_CONTENTS, NULL);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GBytes) process = NULL;
  JsonObject *root;
  JsonArray *tasks;

  if (!json_parser_load_from_data (parser, g_bytes_get_data (json, NULL),
                                   (gssize)g_bytes_get_size (json), error))
    return NULL;
  root = json_node_get_object (json_parser_get_root (parser));
  process = print_node (json_object_get_member (root, "process"));
  self->process = tallyfy_process_new_from_json (process, error);
  if (self->process == NULL)
    return NULL;
  tasks = json_object_get_array_member (root, "tasks");
  for (guint i = 0; i < json_array_get_length (tasks); i++)
    {
      g_autoptr (GBytes) text = print_node (json_array_get_element (tasks, i));
      TallyfyTask *task = tallyfy_task_new_from_json (text, error);

      if (task == NULL)
        return NULL;
      g_ptr_array_add (self->tasks, task);
    }
  return g_steal_pointer (&self);
}

TallyfyProcess *
docket_process_contents_get_process (DocketProcessContents *self)
{
  return self->process;
}

GPtrArray *
docket_process_contents_get_tasks (DocketProcessContents *self)
{
  return self->tasks;
}

gboolean
docket_process_contents_is_same (DocketProcessContents *self, DocketProcessContents *now)
{
  if (!g_str_equal (tallyfy_process_get_name (self->process),
                    tallyfy_process_get_name (now->process))
      || g_strcmp0 (tallyfy_process_get_summary (self->process),
                    tallyfy_process_get_summary (now->process))
             != 0
      || tallyfy_process_is_archived (self->process) != tallyfy_process_is_archived (now->process)
      || self->tasks->len != now->tasks->len)
    return FALSE;
  for (guint i = 0; i < self->tasks->len; i++)
    {
      g_autoptr (DocketShown) shown = docket_shown_new_for_task (self->tasks->pdata[i]);

      if (!g_str_equal (tallyfy_task_get_id (self->tasks->pdata[i]),
                        tallyfy_task_get_id (now->tasks->pdata[i]))
          || !docket_shown_is_same (shown, now->tasks->pdata[i]))
        return FALSE;
    }
  return TRUE;
}

gboolean
docket_process_contents_is_top_secret (DocketProcessContents *self)
{
  for (guint i = 0; i < self->tasks->len; i++)
    if (tallyfy_task_is_top_secret (self->tasks->pdata[i]))
      return TRUE;
  return FALSE;
}
