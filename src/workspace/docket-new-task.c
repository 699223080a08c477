/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "docket-config.h"

#include "workspace/docket-new-task.h"

#include <glib/gi18n-lib.h>

#include "workspace/docket-text.h"
#include "workspace/docket-workspace-private.h"

/* How far the server's clock may be from ours. */
#define SKEW_SECONDS 3600

/* More than anybody touches meanwhile. */
#define MOST_PAGES 20

typedef struct
{
  char *title;             /* clean */
  char *original;          /* nullable */
  TallyfyTaskDraft *draft; /* NULL: like the original */
  gint64 since;
  guint page;
  gboolean unclear; /* an entry could not be read */
  gboolean past;    /* an entry was touched before the request */
  gboolean mixed;   /* and one behind it was not: the order proves nothing */
  TallyfyTask *made;
  DocketNewTaskOutcome outcome;
} NewTask;

static void
new_task_free (gpointer data)
{
  NewTask *new_task = data;

  g_free (new_task->title);
  g_free (new_task->original);
  g_clear_pointer (&new_task->draft, tallyfy_task_draft_unref);
  g_clear_object (&new_task->made);
  g_free (new_task);
}

static void
end (GTask *task, DocketNewTaskOutcome outcome)
{
  NewTask *new_task = g_task_get_task_data (task);

  new_task->outcome = outcome;
  g_task_return_boolean (task, TRUE);
}

/* What the list could not be told now, the next pass tells it. */
static void
shown_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  NewTask *new_task = g_task_get_task_data (task);
  g_autoptr (TallyfyTask) found
      = docket_workspace_fetch_task_finish (DOCKET_WORKSPACE (source), result, NULL);

  /* The answer to the request need not say all. */
  if (found != NULL)
    g_set_object (&new_task->made, found);
  else
    docket_workspace_look (DOCKET_WORKSPACE (source));
  end (task, new_task->outcome);
}

/* @made: (transfer full) */
static void
end_with (GTask *task, DocketNewTaskOutcome outcome, TallyfyTask *made)
{
  NewTask *new_task = g_task_get_task_data (task);

  new_task->made = made;
  new_task->outcome = outcome;
  docket_workspace_fetch_task_async (g_task_get_source_object (task), tallyfy_task_get_id (made),
                                     NULL, shown_cb, g_object_ref (task));
}

static gboolean
is_before (GDateTime *time, gint64 seconds)
{
  return time != NULL && g_date_time_to_unix (time) < seconds;
}

/* One that was here before the request is none that it made. @known: (nullable): the IDs of those
 */
static gboolean
is_it (const NewTask *new_task, TallyfyTask *candidate, const char *me, const char *const *known)
{
  const char *starter = tallyfy_task_get_starter_id (candidate);
  g_autofree char *title = docket_text_clean (tallyfy_task_get_title (candidate));

  return tallyfy_task_is_one_off (candidate) && g_str_equal (title, new_task->title)
         && g_strcmp0 (tallyfy_task_get_id (candidate), new_task->original) != 0
         && (known == NULL || !g_strv_contains (known, tallyfy_task_get_id (candidate)))
         && (starter == NULL || g_str_equal (starter, me))
         && !is_before (tallyfy_task_get_created_at (candidate), new_task->since - SKEW_SECONDS);
}

static void ask_for_page (GTask *task);

/* The list begins with what was touched last: behind an entry that is older than the request there
 * is nothing that it made. Returns: (transfer none) (nullable): the task, if it is there */
static TallyfyTask *
search_page (NewTask *new_task, TallyfyTaskPage *page, const char *me, const char *const *known)
{
  GPtrArray *tasks = tallyfy_task_page_get_tasks (page);

  new_task->unclear = new_task->unclear || tallyfy_task_page_get_errors (page)->len > 0;
  for (guint i = 0; i < tasks->len; i++)
    {
      const gboolean old = is_before (tallyfy_task_get_last_updated (tasks->pdata[i]),
                                      new_task->since - SKEW_SECONDS);

      if (is_it (new_task, tasks->pdata[i], me, known))
        return tasks->pdata[i];
      new_task->mixed = new_task->mixed || (new_task->past && !old);
      new_task->past = new_task->past || old;
    }
  return NULL;
}

static void
page_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  NewTask *new_task = g_task_get_task_data (task);
  DocketWorkspace *workspace = g_task_get_source_object (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (TallyfyTaskPage) page
      = tallyfy_client_list_tasks_finish (TALLYFY_CLIENT (source), result, &error);
  g_autofree char *me
      = g_strdup_printf ("%" G_GINT64_FORMAT, docket_account_get_user_id (workspace->account));
  const char *const *known = g_hash_table_lookup (workspace->namesakes, new_task->title);
  TallyfyTask *found = page != NULL ? search_page (new_task, page, me, known) : NULL;

  docket_workspace_note_call (workspace, error);
  if (found != NULL)
    end_with (task, DOCKET_NEW_TASK_FOUND, g_object_ref (found));
  else if (page == NULL || new_task->unclear)
    end (task, DOCKET_NEW_TASK_NOT_CONFIRMED);
  else if (!tallyfy_task_page_has_next (page) || (new_task->past && !new_task->mixed))
    end (task, DOCKET_NEW_TASK_ABSENT);
  else if (new_task->page < MOST_PAGES)
    ask_for_page (task);
  else
    end (task, DOCKET_NEW_TASK_NOT_CONFIRMED);
}

static void
ask_for_page (GTask *task)
{
  static const TallyfyTaskQuery query = { .one_off = 1, .sort = "newest" };
  DocketWorkspace *workspace = g_task_get_source_object (task);
  NewTask *new_task = g_task_get_task_data (task);

  tallyfy_client_list_tasks_async (workspace->client,
                                   docket_account_get_organization_id (workspace->account), &query,
                                   ++new_task->page, workspace->cancellable, page_cb,
                                   g_object_ref (task));
}

/* @made: (transfer full) (nullable) @error: (transfer full) (nullable) */
static void
take_answer (GTask *task, TallyfyTask *made, GError *error)
{
  docket_workspace_note_call (g_task_get_source_object (task), error);
  if (made != NULL)
    end_with (task, DOCKET_NEW_TASK_MADE, made);
  else if (g_error_matches (error, TALLYFY_ERROR, TALLYFY_ERROR_UNKNOWN_OUTCOME))
    {
      g_error_free (error);
      ask_for_page (task);
    }
  else
    g_task_return_error (task, error);
}

static void
created_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  TallyfyTask *made = tallyfy_client_create_task_finish (TALLYFY_CLIENT (source), result, &error);

  take_answer (task, made, error);
}

static void
cloned_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  TallyfyTask *made = tallyfy_client_clone_task_finish (TALLYFY_CLIENT (source), result, &error);

  take_answer (task, made, error);
}

/* @ids: (transfer full) (nullable) */
static void
send (GTask *task, GStrv ids)
{
  DocketWorkspace *workspace = g_task_get_source_object (task);
  NewTask *new_task = g_task_get_task_data (task);
  const char *organization_id = docket_account_get_organization_id (workspace->account);

  if (ids != NULL)
    g_hash_table_replace (workspace->namesakes, g_strdup (new_task->title), ids);
  if (new_task->draft != NULL)
    tallyfy_client_create_task_async (workspace->client, organization_id, new_task->draft, NULL,
                                      created_cb, g_object_ref (task));
  else
    tallyfy_client_clone_task_async (workspace->client, organization_id, new_task->original, NULL,
                                     cloned_cb, g_object_ref (task));
}

static void
namesakes_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;

  /* A cache that cannot be read is no reason not to send. */
  send (task, docket_cache_list_namesakes_finish (DOCKET_CACHE (source), result, NULL));
}

/* Which tasks had the title before can be known only before. */
static void
note_namesakes_and_send (GTask *task)
{
  DocketWorkspace *workspace = g_task_get_source_object (task);
  NewTask *new_task = g_task_get_task_data (task);

  docket_cache_list_namesakes_async (workspace->cache, new_task->title, NULL, namesakes_cb,
                                     g_object_ref (task));
}

/* @original: (nullable): */
static GTask *
new_task_new (DocketWorkspace *workspace,
              const char *original,
              const char *title,
              gint64 since,
              GAsyncReadyCallback callback,
              gpointer user_data)
{
  GTask *task = g_task_new (workspace, NULL, callback, user_data);
  NewTask *new_task = g_new0 (NewTask, 1);

  g_task_set_source_tag (task, docket_new_task_async);
  new_task->title = docket_text_clean (title);
  new_task->original = g_strdup (original);
  new_task->since = since;
  g_task_set_task_data (task, new_task, new_task_free);
  return task;
}

static gboolean
can_send (GTask *task)
{
  if (docket_workspace_can_send (g_task_get_source_object (task)))
    return TRUE;
  g_task_return_new_error (task, TALLYFY_ERROR, TALLYFY_ERROR_OFFLINE, "%s",
                           _ ("There is no connection: nothing was sent."));
  return FALSE;
}

void
docket_new_task_async (DocketWorkspace *workspace,
                       TallyfyTaskDraft *draft,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  g_autoptr (GTask) task
      = new_task_new (workspace, NULL, tallyfy_task_draft_get_title (draft),
                      docket_clock_get_now (workspace->clock), callback, user_data);
  g_autofree char *me
      = g_strdup_printf ("%" G_GINT64_FORMAT, docket_account_get_user_id (workspace->account));
  const char *const mine[] = { me, NULL };

  ((NewTask *)g_task_get_task_data (task))->draft = draft;
  if (!can_send (task))
    return;
  if (tallyfy_task_draft_is_nobodys (draft))
    tallyfy_task_draft_set_users (draft, mine);
  note_namesakes_and_send (task);
}

gboolean
docket_new_task_finish (DocketWorkspace *workspace,
                        GAsyncResult *result,
                        DocketNewTaskOutcome *outcome,
                        TallyfyTask **made,
                        GError **error)
{
  NewTask *new_task;

  g_return_val_if_fail (g_async_result_is_tagged (result, docket_new_task_async), FALSE);

  new_task = g_task_get_task_data (G_TASK (result));
  *outcome = new_task->outcome;
  *made = g_steal_pointer (&new_task->made);
  return g_task_propagate_boolean (G_TASK (result), error);
}

void
docket_new_task_clone_async (DocketWorkspace *workspace,
                             const char *original,
                             const char *title,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  g_autoptr (GTask) task
      = new_task_new (workspace, original, title, docket_clock_get_now (workspace->clock), callback,
                      user_data);

  if (can_send (task))
    note_namesakes_and_send (task);
}

void
docket_new_task_look_up_async (DocketWorkspace *workspace,
                               const char *original,
                               const char *title,
                               gint64 since,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  g_autoptr (GTask) task = new_task_new (workspace, original, title, since, callback, user_data);

  ask_for_page (task);
}
