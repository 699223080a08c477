/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "workspace/docket-lookup-private.h"

#include "tallyfy/tallyfy.h"

typedef struct
{
  TallyfyClient *client;
  const DocketLookupCalls *calls;
  char *organization_id;
  char *id;
  guint page;
  GHashTable *seen; /* IDs of the archive: rows move between pages */
  DocketFinding finding;
  GDateTime *archived_at;
} Lookup;

static void
lookup_free (gpointer data)
{
  Lookup *lookup = data;

  g_object_unref (lookup->client);
  g_free (lookup->organization_id);
  g_free (lookup->id);
  g_hash_table_unref (lookup->seen);
  g_clear_pointer (&lookup->archived_at, g_date_time_unref);
  g_free (lookup);
}

static void
end (GTask *task, DocketFinding finding)
{
  Lookup *lookup = g_task_get_task_data (task);

  lookup->finding = finding;
  g_task_return_boolean (task, TRUE);
}

static void
end_with_item (GTask *task, gpointer found)
{
  Lookup *lookup = g_task_get_task_data (task);
  const DocketLookupItem item = lookup->calls->read_item (found);

  if (item.archived_at != NULL)
    lookup->archived_at = g_date_time_ref (item.archived_at);
  end (task, item.archived ? DOCKET_FOUND_ARCHIVED : DOCKET_FOUND_THERE);
}

static void ask_for_page (GTask *task);

/* What has this ID on a page; notes the others. Returns: (transfer none) (nullable) */
static gpointer
search_page (Lookup *lookup, GPtrArray *items, gboolean *any_new)
{
  *any_new = FALSE;
  for (guint i = 0; i < items->len; i++)
    {
      const char *id = lookup->calls->read_item (items->pdata[i]).id;

      if (g_str_equal (id, lookup->id))
        return items->pdata[i];
      if (g_hash_table_add (lookup->seen, g_strdup (id)))
        *any_new = TRUE;
    }
  return NULL;
}

/* Absence proves something only in a list that was read completely: no entry that could not be
 * read, none that moved to another page unseen. */
static void
page_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Lookup *lookup = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (GObject) answer = lookup->calls->list_finish (TALLYFY_CLIENT (source), result, &error);
  DocketLookupPage page;
  gpointer found;
  gboolean any_new;

  if (answer == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  page = lookup->calls->read_page (answer);
  found = search_page (lookup, page.items, &any_new);
  if (found != NULL)
    end_with_item (task, found);
  else if (page.n_errors > 0)
    end (task, DOCKET_FOUND_NOTHING);
  else if (!page.has_next)
    end (task, (gint64)g_hash_table_size (lookup->seen) < page.total ? DOCKET_FOUND_NOTHING
                                                                     : DOCKET_FOUND_GONE);
  else if (any_new)
    ask_for_page (task);
  else
    end (task, DOCKET_FOUND_NOTHING);
}

static void
ask_for_page (GTask *task)
{
  Lookup *lookup = g_task_get_task_data (task);

  lookup->calls->list_archive_async (lookup->client, lookup->organization_id, ++lookup->page,
                                     g_task_get_cancellable (task), page_cb, g_object_ref (task));
}

static void
got_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Lookup *lookup = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (GObject) found = lookup->calls->get_finish (TALLYFY_CLIENT (source), result, &error);

  if (found != NULL && g_str_equal (lookup->calls->read_item (found).id, lookup->id))
    end_with_item (task, found);
  else if (found != NULL)
    end (task, DOCKET_FOUND_NOTHING);
  else if (g_strcmp0 (tallyfy_error_get_code (error), "RESOURCE_NOT_FOUND") == 0
           && g_error_matches (error, TALLYFY_ERROR, TALLYFY_ERROR_NOT_FOUND))
    {
      g_error_free (error);
      ask_for_page (task);
    }
  else
    g_task_return_error (task, error);
}

void
docket_lookup_async (TallyfyClient *client,
                     const char *organization_id,
                     DocketTarget target,
                     const char *id,
                     GCancellable *cancellable,
                     GAsyncReadyCallback callback,
                     gpointer user_data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);
  Lookup *lookup = g_new0 (Lookup, 1);

  g_task_set_source_tag (task, docket_lookup_async);
  lookup->client = g_object_ref (client);
  lookup->organization_id = g_strdup (organization_id);
  lookup->calls = docket_lookup_get_calls (target);
  lookup->id = g_strdup (id);
  lookup->seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_task_set_task_data (task, lookup, lookup_free);
  lookup->calls->get_async (client, organization_id, id, cancellable, got_cb, task);
}

DocketFinding
docket_lookup_finish (GAsyncResult *result, GDateTime **archived_at, GError **error)
{
  Lookup *lookup;

  g_return_val_if_fail (g_async_result_is_tagged (result, docket_lookup_async),
                        DOCKET_FOUND_NOTHING);

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return DOCKET_FOUND_NOTHING;
  lookup = g_task_get_task_data (G_TASK (result));
  if (archived_at != NULL)
    *archived_at = g_steal_pointer (&lookup->archived_at);
  return lookup->finding;
}
