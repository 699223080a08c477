/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "docket-config.h"

#include "workspace/docket-comments.h"

#include <glib/gi18n-lib.h>

#include "workspace/docket-comment-text.h"
#include "workspace/docket-workspace-private.h"

/* A change under way. */
typedef struct
{
  DocketCommentChange *change;
  DocketCommentOutcome outcome;
  TallyfyComment *comment; /* NULL: the server did not say how it is now */
} Work;

static void
work_free (gpointer data)
{
  Work *work = data;

  docket_comment_change_free (work->change);
  g_clear_object (&work->comment);
  g_free (work);
}

void
docket_comment_change_free (DocketCommentChange *change)
{
  g_free (change->task_id);
  g_free (change->comment_id);
  g_free (change->html);
  g_strfreev (change->known);
  g_free (change);
}

gboolean
docket_comments_is_own (DocketWorkspace *workspace, TallyfyComment *comment)
{
  const char *type = tallyfy_comment_get_author_type (comment);
  g_autofree char *own
      = g_strdup_printf ("%" G_GINT64_FORMAT,
                         docket_account_get_user_id (docket_workspace_get_account (workspace)));

  /* A bot writes in the name of whoever set it up. */
  return g_strcmp0 (tallyfy_comment_get_author_id (comment), own) == 0
         && (type == NULL || g_str_equal (type, "member"));
}

static gboolean
is_own_and_same (DocketWorkspace *workspace, TallyfyComment *comment, const char *html)
{
  return docket_comments_is_own (workspace, comment)
         && docket_comment_text_is_same (tallyfy_comment_get_content (comment), html);
}

GStrv
docket_comments_list_same (DocketWorkspace *workspace, TallyfyTask *task, const char *html)
{
  g_autoptr (GStrvBuilder) same = g_strv_builder_new ();
  GPtrArray *comments = tallyfy_task_get_comments (task);

  for (guint i = 0; comments != NULL && i < comments->len; i++)
    if (is_own_and_same (workspace, comments->pdata[i], html))
      g_strv_builder_add (same, tallyfy_comment_get_id (comments->pdata[i]));
  return g_strv_builder_end (same);
}

static TallyfyComment *
find_comment (GPtrArray *comments, const char *id)
{
  for (guint i = 0; i < comments->len; i++)
    if (g_str_equal (tallyfy_comment_get_id (comments->pdata[i]), id))
      return comments->pdata[i];
  return NULL;
}

/* Whether it is of the kind that such a change makes. */
static gboolean
is_of_kind (TallyfyComment *comment, DocketCommentKind kind)
{
  return (g_strcmp0 (tallyfy_comment_get_label (comment), "problem") == 0)
         == (kind == DOCKET_COMMENT_REPORT);
}

/* One that says the same, and was not there before. */
static TallyfyComment *
find_added (DocketWorkspace *workspace, const DocketCommentChange *change, GPtrArray *comments)
{
  for (guint i = 0; i < comments->len; i++)
    {
      TallyfyComment *comment = comments->pdata[i];
      const gboolean known = change->known != NULL
                             && g_strv_contains ((const char *const *)change->known,
                                                 tallyfy_comment_get_id (comment));

      if (!known && is_of_kind (comment, change->kind)
          && is_own_and_same (workspace, comment, change->html))
        return comment;
    }
  return NULL;
}

DocketCommentOutcome
docket_comments_judge (DocketWorkspace *workspace,
                       const DocketCommentChange *change,
                       TallyfyTask *task,
                       TallyfyComment **comment)
{
  GPtrArray *comments = tallyfy_task_get_comments (task);
  TallyfyComment *found;

  *comment = NULL;
  if (comments == NULL)
    return DOCKET_COMMENT_NOT_CONFIRMED;
  found = change->comment_id == NULL ? find_added (workspace, change, comments)
                                     : find_comment (comments, change->comment_id);
  /* Whoever has solved it: it is solved. */
  if (change->kind == DOCKET_COMMENT_RESOLVE)
    return found != NULL && tallyfy_comment_is_open_problem (found) ? DOCKET_COMMENT_NOT_DONE
                                                                    : DOCKET_COMMENT_DONE;
  if (change->kind == DOCKET_COMMENT_DELETE)
    return found == NULL ? DOCKET_COMMENT_DONE : DOCKET_COMMENT_NOT_DONE;
  if (found == NULL
      || !docket_comment_text_is_same (tallyfy_comment_get_content (found), change->html))
    return DOCKET_COMMENT_NOT_DONE;
  *comment = g_object_ref (found);
  return DOCKET_COMMENT_DONE;
}

/* One change of a comment at a time, and one new comment to a task. */
static char *
dup_place (const DocketCommentChange *change)
{
  const gboolean reports = change->kind == DOCKET_COMMENT_REPORT;

  return g_strdup_printf ("%s\n%s%s", change->task_id, reports ? "!" : "",
                          change->comment_id != NULL ? change->comment_id : "");
}

/* @error: (transfer full) (nullable): why it was not done */
static void
finish (GTask *task, DocketCommentOutcome outcome, GError *error)
{
  DocketWorkspace *self = g_task_get_source_object (task);
  Work *work = g_task_get_task_data (task);
  g_autofree char *place = dup_place (work->change);

  g_hash_table_remove (self->commenting, place);
  work->outcome = outcome;
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

/* Nobody waits for what corrects the thread; the workspace says what came. */
static void
corrected_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TallyfyTask) task
      = docket_workspace_fetch_task_finish (DOCKET_WORKSPACE (source), result, NULL);
}

static void
looked_up_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  DocketWorkspace *self = DOCKET_WORKSPACE (source);
  Work *work = g_task_get_task_data (task);
  g_autoptr (TallyfyTask) found = docket_workspace_fetch_task_finish (self, result, NULL);

  if (found == NULL)
    finish (task, DOCKET_COMMENT_NOT_CONFIRMED, NULL);
  else
    finish (task, docket_comments_judge (self, work->change, found, &work->comment), NULL);
}

/* @done: whether there was proof. @error: (transfer full) (nullable) */
static void
judge (GTask *task, gboolean done, GError *error)
{
  g_autoptr (GTask) owned = task;
  DocketWorkspace *self = g_task_get_source_object (task);
  const Work *work = g_task_get_task_data (task);
  g_autofree char *task_id = g_strdup (work->change->task_id);

  docket_workspace_note_call (self, error);
  if (!done && g_error_matches (error, TALLYFY_ERROR, TALLYFY_ERROR_UNKNOWN_OUTCOME))
    {
      g_error_free (error);
      docket_workspace_fetch_task_async (self, task_id, NULL, looked_up_cb, g_object_ref (task));
      return;
    }
  if (done || tallyfy_error_get_status (error) != 0)
    docket_workspace_fetch_task_async (self, task_id, NULL, corrected_cb, NULL);
  finish (task, done ? DOCKET_COMMENT_DONE : DOCKET_COMMENT_NOT_DONE, error);
}

static void
added_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Work *work = g_task_get_task_data (user_data);
  GError *error = NULL;

  work->comment = tallyfy_client_add_comment_finish (TALLYFY_CLIENT (source), result, &error);
  judge (user_data, work->comment != NULL, error);
}

static void
edited_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Work *work = g_task_get_task_data (user_data);
  GError *error = NULL;

  work->comment = tallyfy_client_edit_comment_finish (TALLYFY_CLIENT (source), result, &error);
  judge (user_data, work->comment != NULL, error);
}

static void
deleted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GError *error = NULL;
  const gboolean done
      = tallyfy_client_delete_comment_finish (TALLYFY_CLIENT (source), result, &error);

  judge (user_data, done, error);
}

static void
reported_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Work *work = g_task_get_task_data (user_data);
  GError *error = NULL;

  work->comment = tallyfy_client_report_problem_finish (TALLYFY_CLIENT (source), result, &error);
  judge (user_data, work->comment != NULL, error);
}

static void
resolved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Work *work = g_task_get_task_data (user_data);
  GError *error = NULL;

  work->comment = tallyfy_client_resolve_problem_finish (TALLYFY_CLIENT (source), result, &error);
  judge (user_data, work->comment != NULL, error);
}

static void
send (GTask *task)
{
  DocketWorkspace *self = g_task_get_source_object (task);
  const DocketCommentChange *change = ((Work *)g_task_get_task_data (task))->change;
  const char *organization = docket_account_get_organization_id (self->account);

  switch (change->kind)
    {
    case DOCKET_COMMENT_EDIT:
      tallyfy_client_edit_comment_async (self->client, organization, change->task_id,
                                         change->comment_id, change->html, NULL, edited_cb,
                                         g_object_ref (task));
      break;
    case DOCKET_COMMENT_DELETE:
      tallyfy_client_delete_comment_async (self->client, organization, change->task_id,
                                           change->comment_id, NULL, deleted_cb,
                                           g_object_ref (task));
      break;
    case DOCKET_COMMENT_REPORT:
      tallyfy_client_report_problem_async (self->client, organization, change->task_id,
                                           change->html, NULL, reported_cb, g_object_ref (task));
      break;
    case DOCKET_COMMENT_RESOLVE:
      tallyfy_client_resolve_problem_async (self->client, organization, change->task_id,
                                            change->comment_id, change->html, NULL, resolved_cb,
                                            g_object_ref (task));
      break;
    case DOCKET_COMMENT_ADD:
    default:
      tallyfy_client_add_comment_async (self->client, organization, change->task_id, change->html,
                                        NULL, added_cb, g_object_ref (task));
    }
}

void
docket_comments_change_async (DocketWorkspace *workspace,
                              DocketCommentChange *change,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (workspace, NULL, callback, user_data);
  Work *work = g_new0 (Work, 1);
  g_autofree char *place = dup_place (change);

  g_return_if_fail (DOCKET_IS_WORKSPACE (workspace));

  g_task_set_source_tag (task, docket_comments_change_async);
  work->change = change;
  g_task_set_task_data (task, work, work_free);
  if (g_hash_table_contains (workspace->commenting, place))
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_PENDING, "%s",
                             _ ("Something is being done to this comment already."));
  else if (!docket_workspace_can_send (workspace))
    g_task_return_new_error (task, TALLYFY_ERROR, TALLYFY_ERROR_OFFLINE, "%s",
                             _ ("There is no connection: nothing was sent."));
  else
    {
      g_hash_table_add (workspace->commenting, g_steal_pointer (&place));
      send (task);
    }
}

gboolean
docket_comments_change_finish (DocketWorkspace *workspace,
                               GAsyncResult *result,
                               DocketCommentOutcome *outcome,
                               TallyfyComment **comment,
                               GError **error)
{
  Work *work;

  g_return_val_if_fail (g_async_result_is_tagged (result, docket_comments_change_async), FALSE);

  work = g_task_get_task_data (G_TASK (result));
  *outcome = work->outcome;
  if (comment != NULL)
    *comment = g_steal_pointer (&work->comment);
  return g_task_propagate_boolean (G_TASK (result), error);
}
