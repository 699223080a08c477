/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "docket-config.h"

#include "workspace/docket-answers.h"

#include <glib/gi18n-lib.h>

#include "workspace/docket-workspace-private.h"

typedef struct
{
  char *task_id;
  char *field_id;
  GStrv seen;
  GStrv wanted;
  GStrv theirs;
  DocketAnswersOutcome outcome;
} Saving;

static void
saving_free (gpointer data)
{
  Saving *saving = data;

  g_free (saving->task_id);
  g_free (saving->field_id);
  g_strfreev (saving->seen);
  g_strfreev (saving->wanted);
  g_strfreev (saving->theirs);
  g_free (saving);
}

static void
end (GTask *task, DocketAnswersOutcome outcome)
{
  Saving *saving = g_task_get_task_data (task);

  saving->outcome = outcome;
  g_task_return_boolean (task, TRUE);
}

static gboolean
has_wanted (Saving *saving, TallyfyTask *found)
{
  return docket_answer_is_stored (found, saving->field_id, (const char *const *)saving->wanted);
}

static void
looked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (TallyfyTask) found
      = docket_workspace_fetch_task_finish (DOCKET_WORKSPACE (source), result, NULL);

  if (found == NULL || tallyfy_task_get_form_fields (found) == NULL)
    end (task, DOCKET_ANSWERS_NOT_CONFIRMED);
  else
    end (task, has_wanted (g_task_get_task_data (task), found) ? DOCKET_ANSWERS_SAVED
                                                               : DOCKET_ANSWERS_ABSENT);
}

static void
look (GTask *task)
{
  Saving *saving = g_task_get_task_data (task);

  docket_workspace_fetch_task_async (g_task_get_source_object (task), saving->task_id, NULL,
                                     looked_cb, g_object_ref (task));
}

static void
updated_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  g_autoptr (TallyfyTask) updated
      = tallyfy_client_update_task_finish (TALLYFY_CLIENT (source), result, &error);

  docket_workspace_note_call (g_task_get_source_object (task), error);
  if (updated == NULL && !g_error_matches (error, TALLYFY_ERROR, TALLYFY_ERROR_UNKNOWN_OUTCOME))
    return g_task_return_error (task, error);
  g_clear_error (&error);
  look (task);
}

/* An update of a one-off task names its title, deadline and assignees each time, as they are in
 * @current. */
static void
send (GTask *task, TallyfyTask *current, TallyfyFormField *field)
{
  DocketWorkspace *workspace = g_task_get_source_object (task);
  Saving *saving = g_task_get_task_data (task);
  g_autoptr (TallyfyTaskChange) change = tallyfy_task_change_new (current);
  const char *process_id
      = tallyfy_task_is_one_off (current) ? NULL : tallyfy_task_get_process_id (current);

  if (!docket_answer_apply (field, (const char *const *)saving->wanted, change))
    return g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, "%s",
                                    _ ("The form was changed meanwhile: it does not take this "
                                       "answer any more."));
  tallyfy_client_update_task_async (workspace->client,
                                    docket_account_get_organization_id (workspace->account),
                                    process_id, saving->task_id, change, NULL, updated_cb,
                                    g_object_ref (task));
}

static void
fetched_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Saving *saving = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (TallyfyTask) current
      = docket_workspace_fetch_task_finish (DOCKET_WORKSPACE (source), result, &error);
  TallyfyFormField *field;
  g_auto (GStrv) now = NULL;

  if (current == NULL)
    return g_task_return_error (task, error);
  field = docket_answer_find_field (current, saving->field_id);
  if (field == NULL)
    return g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, "%s",
                                    _ ("The form was changed meanwhile: it does not have this "
                                       "field any more."));
  now = docket_answer_read (field);
  if (has_wanted (saving, current))
    return end (task, DOCKET_ANSWERS_SAVED);
  if (docket_answer_equal ((const char *const *)saving->seen, (const char *const *)now))
    return send (task, current, field);
  saving->theirs = g_steal_pointer (&now);
  end (task, DOCKET_ANSWERS_CHANGED);
}

static GTask *
saving_new (DocketWorkspace *workspace,
            const char *task_id,
            const char *field_id,
            const char *const *wanted,
            GAsyncReadyCallback callback,
            gpointer user_data)
{
  GTask *task = g_task_new (workspace, NULL, callback, user_data);
  Saving *saving = g_new0 (Saving, 1);

  g_task_set_source_tag (task, docket_answers_save_async);
  saving->task_id = g_strdup (task_id);
  saving->field_id = g_strdup (field_id);
  saving->wanted = g_strdupv ((char **)wanted);
  g_task_set_task_data (task, saving, saving_free);
  return task;
}

void
docket_answers_save_async (DocketWorkspace *workspace,
                           const char *task_id,
                           const char *field_id,
                           const char *const *seen,
                           const char *const *wanted,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_autoptr (GTask) task = saving_new (workspace, task_id, field_id, wanted, callback, user_data);
  Saving *saving = g_task_get_task_data (task);

  saving->seen = g_strdupv ((char **)seen);
  if (!docket_workspace_can_send (workspace))
    return g_task_return_new_error (task, TALLYFY_ERROR, TALLYFY_ERROR_OFFLINE, "%s",
                                    _ ("There is no connection: nothing was sent."));
  docket_workspace_fetch_task_async (workspace, task_id, NULL, fetched_cb, g_object_ref (task));
}

gboolean
docket_answers_save_finish (DocketWorkspace *workspace,
                            GAsyncResult *result,
                            DocketAnswersOutcome *outcome,
                            GStrv *theirs,
                            GError **error)
{
  Saving *saving;

  g_return_val_if_fail (g_async_result_is_tagged (result, docket_answers_save_async), FALSE);

  saving = g_task_get_task_data (G_TASK (result));
  *outcome = saving->outcome;
  *theirs = g_steal_pointer (&saving->theirs);
  return g_task_propagate_boolean (G_TASK (result), error);
}

void
docket_answers_look_up_async (DocketWorkspace *workspace,
                              const char *task_id,
                              const char *field_id,
                              const char *const *wanted,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  g_autoptr (GTask) task = saving_new (workspace, task_id, field_id, wanted, callback, user_data);

  look (task);
}
