/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "workspace/docket-missing.h"

#include "workspace/docket-answer-draft-private.h"
#include "workspace/docket-workspace-private.h"

typedef struct
{
  char *task_id;
  gboolean asks;
  TallyfyTask *kept; /* (nullable): as the cache has it */
  gboolean is_known; /* no answer was saved since */
} Search;

static void
search_free (gpointer data)
{
  Search *search = data;

  g_free (search->task_id);
  g_clear_object (&search->kept);
  g_free (search);
}

/* (transfer none) (nullable): where something was typed for it that the server does not have */
static DocketAnswerDraft *
find_unsaved (GTask *task, TallyfyFormField *field)
{
  DocketWorkspace *workspace = g_task_get_source_object (task);
  const Search *search = g_task_get_task_data (task);
  const char *field_id = tallyfy_form_field_get_id (field);
  DocketAnswerDraft *draft;

  if (!docket_answer_draft_is_kept (workspace, search->task_id, field_id))
    return NULL;
  draft = docket_answer_draft_get (workspace, search->task_id, field_id);
  return docket_answer_draft_get_state (draft) != DOCKET_ANSWER_STATE_NONE ? draft : NULL;
}

/* @found: (nullable): as the server has it; else what is missing is for the server to say.
 * (transfer full) */
static GStrv
list_missing (GTask *task, TallyfyTask *found)
{
  const Search *search = g_task_get_task_data (task);
  TallyfyTask *known = found != NULL ? found : search->kept;
  GPtrArray *fields = known != NULL ? tallyfy_task_get_form_fields (known) : NULL;
  g_autoptr (GStrvBuilder) missing = g_strv_builder_new ();

  for (guint i = 0; fields != NULL && i < fields->len; i++)
    if (find_unsaved (task, fields->pdata[i]) != NULL
        || (found != NULL && tallyfy_form_field_is_required (fields->pdata[i])
            && !tallyfy_form_field_is_answered (fields->pdata[i])))
      g_strv_builder_add (missing, tallyfy_form_field_get_id (fields->pdata[i]));
  return g_strv_builder_end (missing);
}

static void
end (GTask *task, TallyfyTask *found)
{
  g_task_return_pointer (task, list_missing (task, found), (GDestroyNotify)g_strfreev);
}

static void
fetched_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (TallyfyTask) found
      = docket_workspace_fetch_task_finish (DOCKET_WORKSPACE (source), result, NULL);

  end (task, found);
}

static void
fetch (GTask *task)
{
  const Search *search = g_task_get_task_data (task);

  docket_workspace_fetch_task_async (g_task_get_source_object (task), search->task_id, NULL,
                                     fetched_cb, g_object_ref (task));
}

static void
load (GTask *task, GAsyncReadyCallback callback)
{
  const Search *search = g_task_get_task_data (task);

  docket_workspace_load_task_async (g_task_get_source_object (task), search->task_id, NULL,
                                    callback, g_object_ref (task));
}

static void
load_finish (GTask *task, GAsyncResult *result)
{
  Search *search = g_task_get_task_data (task);

  g_clear_object (&search->kept);
  search->kept = docket_workspace_load_task_finish (g_task_get_source_object (task), result, NULL);
}

static void
judge (GTask *task)
{
  const Search *search = g_task_get_task_data (task);
  g_auto (GStrv) missing = list_missing (task, search->kept);

  if (*missing != NULL)
    fetch (task);
  else
    end (task, NULL);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;

  load_finish (task, result);
  judge (task);
}

static void
look (GTask *task)
{
  const Search *search = g_task_get_task_data (task);

  if (search->asks)
    fetch (task);
  else if (search->is_known)
    judge (task);
  else
    load (task, loaded_cb);
}

static void
forget (gpointer data, GClosure *closure)
{
  g_object_unref (data);
}

static void wait_for_answers (GTask *task);

static void
answer_changed_cb (DocketAnswerDraft *draft, GTask *task)
{
  if (docket_answer_draft_get_state (draft) == DOCKET_ANSWER_STATE_SENDING)
    return;
  g_object_ref (task);
  g_signal_handlers_disconnect_by_data (draft, task);
  wait_for_answers (task);
  g_object_unref (task);
}

static void
wait_for_answers (GTask *task)
{
  Search *search = g_task_get_task_data (task);
  DocketAnswerDraft *draft
      = docket_answer_draft_find_sending (g_task_get_source_object (task), search->task_id);

  if (draft == NULL)
    {
      look (task);
      return;
    }
  search->is_known = FALSE;
  g_signal_connect_data (draft, "changed", G_CALLBACK (answer_changed_cb), g_object_ref (task),
                         forget, 0);
}

/* What was typed and not saved yet is meant to be there when the task is completed. */
static void
save_typed (GTask *task)
{
  const Search *search = g_task_get_task_data (task);
  GPtrArray *fields = search->kept != NULL ? tallyfy_task_get_form_fields (search->kept) : NULL;

  for (guint i = 0; fields != NULL && i < fields->len; i++)
    {
      DocketAnswerDraft *draft = find_unsaved (task, fields->pdata[i]);

      if (draft != NULL && docket_answer_draft_get_state (draft) == DOCKET_ANSWER_STATE_TYPED)
        docket_answer_draft_send (draft);
    }
}

static void
begin (GTask *task)
{
  Search *search = g_task_get_task_data (task);

  search->is_known = TRUE;
  save_typed (task);
  wait_for_answers (task);
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;

  load_finish (task, result);
  begin (task);
}

void
docket_missing_async (DocketWorkspace *workspace,
                      const char *task_id,
                      gboolean asks,
                      GAsyncReadyCallback callback,
                      gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (workspace, NULL, callback, user_data);
  Search *search = g_new0 (Search, 1);
  TallyfyTask *kept;

  g_task_set_source_tag (task, docket_missing_async);
  search->task_id = g_strdup (task_id);
  search->asks = asks;
  g_task_set_task_data (task, search, search_free);
  if (!docket_workspace_recall_task (workspace, task_id, &kept))
    {
      load (task, opened_cb);
      return;
    }
  search->kept = kept != NULL ? g_object_ref (kept) : NULL;
  begin (task);
}

GStrv
docket_missing_finish (DocketWorkspace *workspace, GAsyncResult *result)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, docket_missing_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), NULL);
}
