/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
/* All answers of a workspace that were asked for since it was opened. */
#include "workspace/docket-answer-draft-private.h"
#include "workspace/docket-workspace-private.h"

GHashTable *
docket_answer_drafts_new_table (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
}

DocketAnswerDraft *
docket_answer_draft_get (DocketWorkspace *workspace, const char *task_id, const char *field_id)
{
  g_autofree char *place = NULL;
  DocketAnswerDraft *draft;

  g_return_val_if_fail (DOCKET_IS_WORKSPACE (workspace), NULL);
  g_return_val_if_fail (task_id != NULL && field_id != NULL, NULL);

  place = g_strdup_printf ("%s\n%s", task_id, field_id);
  draft = g_hash_table_lookup (workspace->answer_drafts, place);
  if (draft == NULL)
    {
      draft = docket_answer_draft_new (workspace, task_id, field_id);
      g_hash_table_insert (workspace->answer_drafts, g_steal_pointer (&place), draft);
    }
  return draft;
}

/* (transfer container): of those of @task_id, which may be forgotten meanwhile */
static GPtrArray *
list_of_task (DocketWorkspace *workspace, const char *task_id)
{
  GPtrArray *drafts = g_ptr_array_new_with_free_func (g_object_unref);
  GHashTableIter iter;
  gpointer draft;

  g_hash_table_iter_init (&iter, workspace->answer_drafts);
  while (g_hash_table_iter_next (&iter, NULL, &draft))
    if (g_str_equal (docket_answer_draft_get_task_id (draft), task_id))
      g_ptr_array_add (drafts, g_object_ref (draft));
  return drafts;
}

DocketAnswerDraft *
docket_answer_draft_find_sending (DocketWorkspace *workspace, const char *task_id)
{
  g_autoptr (GPtrArray) drafts = list_of_task (workspace, task_id);

  for (guint i = 0; i < drafts->len; i++)
    if (docket_answer_draft_get_state (drafts->pdata[i]) == DOCKET_ANSWER_STATE_SENDING)
      return drafts->pdata[i];
  return NULL;
}

gboolean
docket_answer_drafts_is_running (DocketWorkspace *workspace, const char *task_id)
{
  g_autoptr (GPtrArray) drafts = list_of_task (workspace, task_id);

  for (guint i = 0; i < drafts->len; i++)
    if (docket_answer_draft_is_running (drafts->pdata[i]))
      return TRUE;
  return FALSE;
}

void
docket_answer_drafts_begin_next (DocketWorkspace *workspace, const char *task_id)
{
  g_autoptr (GPtrArray) drafts = list_of_task (workspace, task_id);

  for (guint i = 0; i < drafts->len; i++)
    if (docket_answer_draft_take_turn (drafts->pdata[i]))
      return;
}

void
docket_answer_drafts_judge (DocketWorkspace *workspace, TallyfyTask *task, gint64 mark)
{
  const char *task_id = tallyfy_task_get_id (task);
  GPtrArray *fields = tallyfy_task_get_form_fields (task);

  for (guint i = 0; fields != NULL && i < fields->len; i++)
    {
      const char *field_id = tallyfy_form_field_get_id (fields->pdata[i]);

      if (docket_answer_draft_is_kept (workspace, task_id, field_id))
        docket_answer_draft_judge (docket_answer_draft_get (workspace, task_id, field_id), task,
                                   mark);
    }
}
