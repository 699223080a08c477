/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
/* The look-up of docket-lookup.c for a process: the same questions, to other lists. */
#include "workspace/docket-lookup.h"

#include "tallyfy/tallyfy.h"

static const TallyfyProcessQuery archive_query = {
  .status = "archived",
};

typedef struct
{
  TallyfyClient *client;
  char *organization_id;
  char *process_id;
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
  g_free (lookup->process_id);
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
end_with_process (GTask *task, TallyfyProcess *found)
{
  Lookup *lookup = g_task_get_task_data (task);
  GDateTime *archived_at = tallyfy_process_get_archived_at (found);

  if (archived_at != NULL)
    lookup->archived_at = g_date_time_ref (archived_at);
  end (task, tallyfy_process_is_archived (found) ? DOCKET_FOUND_ARCHIVED : DOCKET_FOUND_THERE);
}

static void ask_for_page (GTask *task);

/* The process of this ID on a page; notes the others. Returns: (transfer none) (nullable) */
static TallyfyProcess *
search_page (Lookup *lookup, TallyfyProcessPage *page, gboolean *any_new)
{
  GPtrArray *processes = tallyfy_process_page_get_processes (page);

  *any_new = FALSE;
  for (guint i = 0; i < processes->len; i++)
    {
      const char *id = tallyfy_process_get_id (processes->pdata[i]);

      if (g_str_equal (id, lookup->process_id))
        return processes->pdata[i];
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
  g_autoptr (TallyfyProcessPage) page
      = tallyfy_client_list_processes_finish (TALLYFY_CLIENT (source), result, &error);
  TallyfyProcess *found;
  gboolean any_new;

  if (page == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  found = search_page (lookup, page, &any_new);
  if (found != NULL)
    end_with_process (task, found);
  else if (tallyfy_process_page_get_errors (page)->len > 0)
    end (task, DOCKET_FOUND_NOTHING);
  else if (!tallyfy_process_page_has_next (page))
    end (task, (gint64)g_hash_table_size (lookup->seen) < tallyfy_process_page_get_total (page)
                   ? DOCKET_FOUND_NOTHING
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

  tallyfy_client_list_processes_async (lookup->client, lookup->organization_id, &archive_query,
                                       ++lookup->page, g_task_get_cancellable (task), page_cb,
                                       g_object_ref (task));
}

static void
got_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Lookup *lookup = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (TallyfyProcess) found
      = tallyfy_client_get_process_finish (TALLYFY_CLIENT (source), result, &error);

  if (found != NULL && g_str_equal (tallyfy_process_get_id (found), lookup->process_id))
    end_with_process (task, found);
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
docket_lookup_process_async (TallyfyClient *client,
                             const char *organization_id,
                             const char *process_id,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);
  Lookup *lookup = g_new0 (Lookup, 1);

  g_task_set_source_tag (task, docket_lookup_process_async);
  lookup->client = g_object_ref (client);
  lookup->organization_id = g_strdup (organization_id);
  lookup->process_id = g_strdup (process_id);
  lookup->seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_task_set_task_data (task, lookup, lookup_free);
  tallyfy_client_get_process_async (client, organization_id, process_id, cancellable, got_cb, task);
}

DocketFinding
docket_lookup_process_finish (GAsyncResult *result, GDateTime **archived_at, GError **error)
{
  Lookup *lookup;

  g_return_val_if_fail (g_async_result_is_tagged (result, docket_lookup_process_async),
                        DOCKET_FOUND_NOTHING);

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return DOCKET_FOUND_NOTHING;
  lookup = g_task_get_task_data (G_TASK (result));
  if (archived_at != NULL)
    *archived_at = g_steal_pointer (&lookup->archived_at);
  return lookup->finding;
}
