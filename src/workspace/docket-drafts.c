/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
/* All drafts of a workspace: they are few, and read when it is opened. */
#include "workspace/docket-draft-private.h"
#include "workspace/docket-workspace-private.h"

static char *
dup_place (const char *task_id, const char *comment_id)
{
  return g_strdup_printf ("%s\n%s", task_id, comment_id != NULL ? comment_id : "");
}

GHashTable *
docket_drafts_new_table (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
}

DocketDraft *
docket_draft_get (DocketWorkspace *workspace, const char *task_id, const char *comment_id)
{
  g_autofree char *place = NULL;
  DocketDraft *draft;

  g_return_val_if_fail (DOCKET_IS_WORKSPACE (workspace), NULL);
  g_return_val_if_fail (task_id != NULL, NULL);

  place = dup_place (task_id, comment_id);
  draft = g_hash_table_lookup (workspace->drafts, place);
  if (draft == NULL)
    {
      draft = docket_draft_new (workspace, task_id, comment_id != NULL ? comment_id : "");
      g_hash_table_insert (workspace->drafts, g_steal_pointer (&place), draft);
    }
  return draft;
}

static char *
dup_problem (const char *problem_id)
{
  return problem_id != NULL ? g_strdup_printf (DOCKET_DRAFT_SOLUTION, problem_id)
                            : g_strdup (DOCKET_DRAFT_PROBLEM);
}

DocketDraft *
docket_draft_get_problem (DocketWorkspace *workspace, const char *task_id, const char *problem_id)
{
  g_autofree char *place = dup_problem (problem_id);

  return docket_draft_get (workspace, task_id, place);
}

gboolean
docket_draft_has_problem (DocketWorkspace *workspace, const char *task_id, const char *problem_id)
{
  g_autofree char *place = dup_problem (problem_id);

  return docket_draft_exists (workspace, task_id, place);
}

gboolean
docket_draft_exists (DocketWorkspace *workspace, const char *task_id, const char *comment_id)
{
  g_autofree char *place = NULL;
  DocketDraft *draft;

  g_return_val_if_fail (DOCKET_IS_WORKSPACE (workspace), FALSE);

  place = dup_place (task_id, comment_id);
  draft = g_hash_table_lookup (workspace->drafts, place);
  return draft != NULL && *docket_draft_get_text (draft) != '\0';
}

void
docket_drafts_take_stored (DocketWorkspace *workspace, GPtrArray *stored)
{
  for (guint i = 0; i < stored->len; i++)
    {
      const DocketJournalDraft *draft = stored->pdata[i];

      docket_draft_take_stored (docket_draft_get (workspace, draft->task_id, draft->comment_id),
                                draft);
    }
}

/* Whether there is still what it is about. */
static gboolean
has_aim (DocketDraft *draft, GPtrArray *comments)
{
  const char *id = docket_draft_get_comment_id (draft);

  if (*id == '\0')
    return TRUE;
  for (guint i = 0; i < comments->len; i++)
    if (g_str_equal (tallyfy_comment_get_id (comments->pdata[i]), id))
      return docket_draft_get_kind (draft) != DOCKET_COMMENT_RESOLVE
             || tallyfy_comment_is_open_problem (comments->pdata[i]);
  return FALSE;
}

/* Its comment is gone, or its problem solved: what was written goes behind what is written for a
 * new one. */
static void
rescue (DocketWorkspace *workspace, DocketDraft *draft)
{
  DocketDraft *heir = docket_draft_get (workspace, docket_draft_get_task_id (draft), NULL);
  const char *before = docket_draft_get_text (heir);
  g_autofree char *text = NULL;

  if (!docket_draft_is_open (draft) || !docket_draft_is_open (heir))
    return;
  text = g_strconcat (before, *before != '\0' ? "\n\n" : "", docket_draft_get_text (draft), NULL);
  docket_draft_set_text (heir, text);
  docket_draft_set_text (draft, "");
}

void
docket_drafts_judge (DocketWorkspace *workspace, TallyfyTask *task, gint64 mark)
{
  const char *task_id = tallyfy_task_get_id (task);
  GPtrArray *comments = tallyfy_task_get_comments (task);
  g_autoptr (GList) drafts = g_hash_table_get_values (workspace->drafts);

  for (GList *l = drafts; l != NULL; l = l->next)
    {
      DocketDraft *draft = l->data;

      if (!g_str_equal (docket_draft_get_task_id (draft), task_id))
        continue;
      docket_draft_judge (draft, task, mark);
      if (comments != NULL && *docket_draft_get_text (draft) != '\0' && !has_aim (draft, comments))
        rescue (workspace, draft);
    }
}

void
docket_drafts_save (DocketWorkspace *workspace)
{
  GHashTableIter iter;
  gpointer draft;

  g_hash_table_iter_init (&iter, workspace->drafts);
  while (g_hash_table_iter_next (&iter, NULL, &draft))
    docket_draft_save (draft);
}
