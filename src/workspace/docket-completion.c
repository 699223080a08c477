/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
/* One completion after the other for each task: what is asked for meanwhile (Undo) is shown at
 * once, and sent when it is known what became of the one before. */
#include "docket-config.h"

#include "workspace/docket-completion.h"

#include <glib/gi18n-lib.h>

#include "workspace/docket-workspace-private.h"

/* What is known of the task apart from what is being asked for. */
typedef struct
{
  gboolean completed;
  gint64 completed_at; /* unix seconds, 0 = not known */
  char *process_id;    /* nullable: NULL also for a one-off task */
  gboolean one_off;
} State;

typedef struct
{
  DocketCompletionKind kind;
  char *task_id;
  State before;
  gboolean is_next; /* another one went before it */
  DocketCompletionOutcome outcome;
  State after;
  gboolean corrects; /* the task is asked for as it is now, when this one has ended */
  GError *error;     /* why it was not done; nullable */
} Completion;

static void
completion_free (gpointer data)
{
  Completion *completion = data;

  g_free (completion->task_id);
  g_free (completion->before.process_id);
  g_clear_error (&completion->error);
  g_free (completion);
}

static gboolean
wants_completed (const Completion *completion)
{
  return completion->kind != DOCKET_COMPLETION_REOPEN;
}

static void
shown_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  if (!docket_cache_change_finish (DOCKET_CACHE (source), result, &error))
    g_debug ("A task could not be shown as it is: %s", error->message);
}

static void
show (DocketWorkspace *self, const char *task_id, gboolean completed, gint64 completed_at)
{
  docket_cache_set_completed_async (self->cache, task_id, completed, completed_at, shown_cb, NULL);
}

static void
show_as_wanted (DocketWorkspace *self, const Completion *completion)
{
  const gboolean completed = wants_completed (completion);

  show (self, completion->task_id, completed, completed ? docket_clock_get_now (self->clock) : 0);
}

static void start (GTask *task);

/* The next one in the queue of the task begins, with what is known of it now. */
static void
go_on (DocketWorkspace *self, Completion *ended, const State *now)
{
  GQueue *queue = g_hash_table_lookup (self->completions, ended->task_id);
  GTask *next;
  Completion *completion;

  g_object_unref (g_queue_pop_head (queue));
  next = g_queue_peek_head (queue);
  if (next == NULL)
    {
      g_hash_table_remove (self->completions, ended->task_id);
      return;
    }
  completion = g_task_get_task_data (next);
  completion->before = *now;
  completion->before.process_id = g_strdup (now->process_id);
  completion->is_next = TRUE;
  start (next);
}

static gboolean
has_next (DocketWorkspace *self, const Completion *completion)
{
  GQueue *queue = g_hash_table_lookup (self->completions, completion->task_id);

  return g_queue_get_length (queue) > 1;
}

/* Nobody waits for what corrects the list; what it fails with was told already. */
static void
corrected_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TallyfyTask) task
      = docket_workspace_fetch_task_finish (DOCKET_WORKSPACE (source), result, NULL);
}

static void
end (GTask *task)
{
  g_autoptr (GTask) owned = g_object_ref (task);
  DocketWorkspace *self = g_task_get_source_object (task);
  Completion *completion = g_task_get_task_data (task);
  const gboolean corrects = completion->corrects && !has_next (self, completion);

  go_on (self, completion, &completion->after);
  if (completion->error != NULL)
    g_task_return_error (task, g_steal_pointer (&completion->error));
  else
    g_task_return_boolean (task, TRUE);
  if (corrects)
    docket_workspace_fetch_task_async (self, completion->task_id, NULL, corrected_cb, NULL);
}

static void
shown_at_last_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;

  shown_cb (source, result, NULL);
  end (task);
}

/* Who is asked next reads what the task is from the list: so it ends when the list is as it was
 * left.
 * @error: (transfer full) (nullable): why it was not done. @done: whether the task is as was asked
 * for */
static void
finish (GTask *task, DocketCompletionOutcome outcome, gboolean done, GError *error)
{
  DocketWorkspace *self = g_task_get_source_object (task);
  Completion *completion = g_task_get_task_data (task);
  State *after = &completion->after;

  completion->outcome = outcome;
  completion->error = error;
  *after = completion->before;
  if (done)
    {
      after->completed = wants_completed (completion);
      after->completed_at = after->completed ? docket_clock_get_now (self->clock) : 0;
    }
  if (has_next (self, completion))
    end (task);
  else
    docket_cache_set_completed_async (self->cache, completion->task_id, after->completed,
                                      after->completed_at, shown_at_last_cb, g_object_ref (task));
}

/* Ends it, and asks for the task as it is now. What another one has shown meanwhile is not
 * overwritten with what was before it. */
static void
finish_and_correct (GTask *task, DocketCompletionOutcome outcome, gboolean done, GError *error)
{
  Completion *completion = g_task_get_task_data (task);

  completion->corrects = TRUE;
  finish (task, outcome, done, error);
}

static void
looked_up_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  const Completion *completion = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (TallyfyTask) found
      = docket_workspace_fetch_task_finish (DOCKET_WORKSPACE (source), result, &error);

  if (found == NULL)
    finish (task, DOCKET_COMPLETION_NOT_CONFIRMED, FALSE, NULL);
  else if (tallyfy_task_is_completed (found) == wants_completed (completion))
    finish (task, DOCKET_COMPLETION_DONE, TRUE, NULL);
  else
    finish (task, DOCKET_COMPLETION_NOT_DONE, FALSE, NULL);
}

/* @answer: (nullable): the task, if its answer was proof. @error: (transfer full) (nullable) */
static void
judge (GTask *task, TallyfyTask *answer, GError *error)
{
  DocketWorkspace *self = g_task_get_source_object (task);
  const Completion *completion = g_task_get_task_data (task);

  docket_workspace_note_call (self, error);
  if (answer != NULL && tallyfy_task_is_completed (answer) == wants_completed (completion))
    finish_and_correct (task, DOCKET_COMPLETION_DONE, TRUE, NULL);
  else if (answer != NULL)
    finish_and_correct (task, DOCKET_COMPLETION_WAITS, FALSE, NULL);
  else if (g_error_matches (error, TALLYFY_ERROR, TALLYFY_ERROR_UNKNOWN_OUTCOME))
    {
      g_error_free (error);
      docket_workspace_fetch_task_async (self, completion->task_id, NULL, looked_up_cb,
                                         g_object_ref (task));
    }
  else if (tallyfy_error_get_status (error) == 0
           || g_error_matches (error, TALLYFY_ERROR, TALLYFY_ERROR_SIGNED_OUT))
    finish (task, DOCKET_COMPLETION_NOT_DONE, FALSE, error);
  else
    finish_and_correct (task, DOCKET_COMPLETION_NOT_DONE, FALSE, error);
}

static void
completed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  g_autoptr (TallyfyTask) answer
      = tallyfy_client_complete_task_finish (TALLYFY_CLIENT (source), result, &error);

  judge (task, answer, error);
}

static void
reopened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  g_autoptr (TallyfyTask) answer
      = tallyfy_client_reopen_task_finish (TALLYFY_CLIENT (source), result, &error);

  judge (task, answer, error);
}

static void
send (GTask *task)
{
  static const TallyfyVerdict verdicts[] = {
    [DOCKET_COMPLETION_COMPLETE] = TALLYFY_VERDICT_NONE,
    [DOCKET_COMPLETION_APPROVE] = TALLYFY_VERDICT_APPROVED,
    [DOCKET_COMPLETION_REJECT] = TALLYFY_VERDICT_REJECTED,
  };
  DocketWorkspace *self = g_task_get_source_object (task);
  const Completion *completion = g_task_get_task_data (task);
  const char *organization = docket_account_get_organization_id (self->account);
  const char *process = completion->before.one_off ? NULL : completion->before.process_id;

  if (completion->kind == DOCKET_COMPLETION_REOPEN)
    tallyfy_client_reopen_task_async (self->client, organization, process, completion->task_id,
                                      NULL, reopened_cb, g_object_ref (task));
  else
    tallyfy_client_complete_task_async (self->client, organization, process, completion->task_id,
                                        verdicts[completion->kind], NULL, completed_cb,
                                        g_object_ref (task));
}

/* The list does not always say of which process a task is. */
static void
process_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Completion *completion = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (TallyfyTask) found
      = docket_workspace_fetch_task_finish (DOCKET_WORKSPACE (source), result, &error);

  if (found == NULL)
    {
      finish (task, DOCKET_COMPLETION_NOT_DONE, FALSE, error);
      return;
    }
  completion->before.one_off = tallyfy_task_is_one_off (found);
  completion->before.process_id = g_strdup (tallyfy_task_get_process_id (found));
  send (task);
}

static void
start (GTask *task)
{
  DocketWorkspace *self = g_task_get_source_object (task);
  const Completion *completion = g_task_get_task_data (task);

  if (completion->is_next && completion->before.completed == wants_completed (completion))
    {
      show (self, completion->task_id, completion->before.completed,
            completion->before.completed_at);
      finish (task, DOCKET_COMPLETION_DONE, TRUE, NULL);
    }
  else if (!docket_workspace_can_send (self))
    finish (task, DOCKET_COMPLETION_NOT_DONE, FALSE,
            g_error_new_literal (TALLYFY_ERROR, TALLYFY_ERROR_OFFLINE,
                                 _ ("There is no connection: nothing was sent.")));
  else if (!completion->before.one_off && completion->before.process_id == NULL)
    docket_workspace_fetch_task_async (self, completion->task_id, NULL, process_cb,
                                       g_object_ref (task));
  else
    send (task);
}

static void
summarized_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Completion *completion = g_task_get_task_data (task);
  g_autoptr (DocketCacheSummary) summary
      = docket_cache_summarize_finish (DOCKET_CACHE (source), result, NULL);

  if (summary == NULL)
    {
      finish (task, DOCKET_COMPLETION_NOT_DONE, FALSE,
              g_error_new_literal (G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                                   _ ("This task is not in the list any more.")));
      return;
    }
  completion->before.completed = summary->completed;
  completion->before.completed_at = summary->completed_at;
  completion->before.process_id = g_steal_pointer (&summary->process_id);
  completion->before.one_off = summary->one_off;
  start (task);
}

static void
free_queue (gpointer data)
{
  g_queue_free_full (data, g_object_unref);
}

GHashTable *
docket_completion_new_queues (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_queue);
}

void
docket_completion_async (DocketWorkspace *workspace,
                         DocketCompletionKind kind,
                         const char *task_id,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  GTask *task;
  Completion *completion;
  GQueue *queue;

  g_return_if_fail (DOCKET_IS_WORKSPACE (workspace));
  g_return_if_fail (task_id != NULL);

  task = g_task_new (workspace, NULL, callback, user_data);
  g_task_set_source_tag (task, docket_completion_async);
  completion = g_new0 (Completion, 1);
  completion->kind = kind;
  completion->task_id = g_strdup (task_id);
  g_task_set_task_data (task, completion, completion_free);
  queue = g_hash_table_lookup (workspace->completions, task_id);
  if (queue != NULL)
    {
      show_as_wanted (workspace, completion);
      g_queue_push_tail (queue, task);
      return;
    }
  queue = g_queue_new ();
  g_queue_push_tail (queue, task);
  g_hash_table_insert (workspace->completions, g_strdup (task_id), queue);
  /* This is read before what follows is written. */
  docket_cache_summarize_async (workspace->cache, task_id, NULL, summarized_cb,
                                g_object_ref (task));
  show_as_wanted (workspace, completion);
}

gboolean
docket_completion_finish (DocketWorkspace *workspace,
                          GAsyncResult *result,
                          DocketCompletionOutcome *outcome,
                          GError **error)
{
  const Completion *completion;

  g_return_val_if_fail (g_async_result_is_tagged (result, docket_completion_async), FALSE);

  completion = g_task_get_task_data (G_TASK (result));
  *outcome = completion->outcome;
  return g_task_propagate_boolean (G_TASK (result), error);
}
