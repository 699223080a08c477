/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "docket-config.h"

#include "workspace/docket-edit.h"

#include <glib/gi18n-lib.h>

#include "workspace/docket-workspace-private.h"

typedef struct
{
  char *task_id;
  DocketTaskValues *base;
  DocketTaskValues *wanted;
  gboolean overwrites;
  gboolean answered; /* the server said that it was saved */
  DocketTaskParts parts;
  TallyfyTask *task;
  DocketEditOutcome outcome;
} Edit;

static void
edit_free (gpointer data)
{
  Edit *edit = data;

  g_free (edit->task_id);
  docket_task_values_free (edit->base);
  docket_task_values_free (edit->wanted);
  g_clear_object (&edit->task);
  g_free (edit);
}

static void
end (GTask *task, DocketEditOutcome outcome, DocketTaskParts parts)
{
  Edit *edit = g_task_get_task_data (task);

  edit->outcome = outcome;
  edit->parts = parts;
  g_task_return_boolean (task, TRUE);
}

/* What of it a deadline that the server has moved is: taken. Where no answer came, one that is
 * still the old one was not. */
static DocketTaskParts
find_absent (Edit *edit, const DocketTaskValues *now)
{
  const DocketTaskParts asked = docket_task_values_compare (edit->base, edit->wanted);
  DocketTaskParts absent = docket_task_values_compare (edit->wanted, now) & asked;

  if (edit->answered
      || (docket_task_values_compare (edit->base, now) & DOCKET_TASK_PART_DEADLINE) != 0)
    absent &= ~DOCKET_TASK_PART_DEADLINE;
  return absent;
}

static void
looked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Edit *edit = g_task_get_task_data (task);
  TallyfyTask *found = docket_workspace_fetch_task_finish (DOCKET_WORKSPACE (source), result, NULL);
  g_autoptr (DocketTaskValues) now = NULL;
  DocketTaskParts absent;

  if (found == NULL)
    return end (task, DOCKET_EDIT_NOT_CONFIRMED, 0);
  edit->task = found;
  now = docket_task_values_new (found);
  absent = find_absent (edit, now);
  end (task, absent == 0 ? DOCKET_EDIT_SAVED : DOCKET_EDIT_ABSENT, absent);
}

static void
look (GTask *task)
{
  Edit *edit = g_task_get_task_data (task);

  docket_workspace_fetch_task_async (g_task_get_source_object (task), edit->task_id, NULL,
                                     looked_cb, g_object_ref (task));
}

static void
updated_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Edit *edit = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (TallyfyTask) updated
      = tallyfy_client_update_task_finish (TALLYFY_CLIENT (source), result, &error);

  docket_workspace_note_call (g_task_get_source_object (task), error);
  edit->answered = updated != NULL;
  if (updated == NULL && !g_error_matches (error, TALLYFY_ERROR, TALLYFY_ERROR_UNKNOWN_OUTCOME))
    return g_task_return_error (task, error);
  g_clear_error (&error);
  look (task);
}

static void
send (GTask *task, TallyfyTask *current, DocketTaskParts parts)
{
  DocketWorkspace *workspace = g_task_get_source_object (task);
  Edit *edit = g_task_get_task_data (task);
  g_autoptr (TallyfyTaskChange) change = tallyfy_task_change_new (current);
  const char *process_id
      = tallyfy_task_is_one_off (current) ? NULL : tallyfy_task_get_process_id (current);

  docket_task_values_apply (edit->wanted, parts, change);
  tallyfy_client_update_task_async (workspace->client,
                                    docket_account_get_organization_id (workspace->account),
                                    process_id, edit->task_id, change, NULL, updated_cb,
                                    g_object_ref (task));
}

static void
fetched_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Edit *edit = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (TallyfyTask) current
      = docket_workspace_fetch_task_finish (DOCKET_WORKSPACE (source), result, &error);
  g_autoptr (DocketTaskValues) now = NULL;
  DocketTaskParts missing, foreign;

  if (current == NULL)
    return g_task_return_error (task, error);
  now = docket_task_values_new (current);
  missing = docket_task_values_compare (edit->base, edit->wanted)
            & docket_task_values_compare (edit->wanted, now);
  foreign = missing & docket_task_values_compare (edit->base, now);
  if (foreign != 0 && !edit->overwrites)
    {
      g_set_object (&edit->task, current);
      end (task, DOCKET_EDIT_CHANGED, foreign);
    }
  else if (missing == 0)
    {
      g_set_object (&edit->task, current);
      end (task, DOCKET_EDIT_SAVED, 0);
    }
  else
    send (task, current, missing);
}

static GTask *
edit_new (DocketWorkspace *workspace,
          const char *task_id,
          const DocketTaskValues *base,
          const DocketTaskValues *wanted,
          GAsyncReadyCallback callback,
          gpointer user_data)
{
  GTask *task = g_task_new (workspace, NULL, callback, user_data);
  Edit *edit = g_new0 (Edit, 1);

  g_task_set_source_tag (task, docket_edit_async);
  edit->task_id = g_strdup (task_id);
  edit->base = docket_task_values_copy (base);
  edit->wanted = docket_task_values_copy (wanted);
  g_task_set_task_data (task, edit, edit_free);
  return task;
}

void
docket_edit_async (DocketWorkspace *workspace,
                   const char *task_id,
                   const DocketTaskValues *base,
                   const DocketTaskValues *wanted,
                   gboolean overwrites,
                   GAsyncReadyCallback callback,
                   gpointer user_data)
{
  g_autoptr (GTask) task = edit_new (workspace, task_id, base, wanted, callback, user_data);
  Edit *edit = g_task_get_task_data (task);

  edit->overwrites = overwrites;
  if (!docket_workspace_can_send (workspace))
    return g_task_return_new_error (task, TALLYFY_ERROR, TALLYFY_ERROR_OFFLINE, "%s",
                                    _ ("There is no connection: nothing was sent."));
  docket_workspace_fetch_task_async (workspace, task_id, NULL, fetched_cb, g_object_ref (task));
}

gboolean
docket_edit_finish (DocketWorkspace *workspace,
                    GAsyncResult *result,
                    DocketEditOutcome *outcome,
                    DocketTaskParts *parts,
                    TallyfyTask **task,
                    GError **error)
{
  Edit *edit;

  g_return_val_if_fail (g_async_result_is_tagged (result, docket_edit_async), FALSE);

  edit = g_task_get_task_data (G_TASK (result));
  *outcome = edit->outcome;
  *parts = edit->parts;
  *task = g_steal_pointer (&edit->task);
  return g_task_propagate_boolean (G_TASK (result), error);
}

void
docket_edit_look_up_async (DocketWorkspace *workspace,
                           const char *task_id,
                           const DocketTaskValues *base,
                           const DocketTaskValues *wanted,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_autoptr (GTask) task = edit_new (workspace, task_id, base, wanted, callback, user_data);

  look (task);
}
