/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "workspace/docket-create-again.h"

#include "workspace/docket-copies.h"
#include "workspace/docket-workspace-private.h"

#define DAYS_TO_DEADLINE 7

void
docket_again_free (DocketAgain *again)
{
  g_free (again->title);
  g_strfreev (again->kept);
  g_strfreev (again->gone);
  g_clear_pointer (&again->deadline, g_date_time_unref);
  g_clear_pointer (&again->draft, tallyfy_task_draft_unref);
  g_clear_pointer (&again->json, g_bytes_unref);
  g_free (again);
}

static gboolean
has_member (GPtrArray *members, const char *id)
{
  const gint64 user = g_ascii_strtoll (id, NULL, 10);

  for (guint i = 0; i < members->len; i++)
    if (tallyfy_user_get_id (members->pdata[i]) == user
        && tallyfy_user_is_active (members->pdata[i]))
      return TRUE;
  return FALSE;
}

static const char *
name_person (DocketWorkspace *workspace, const char *id)
{
  const char *name = docket_workspace_get_person_name (workspace, id);

  return name != NULL ? name : id;
}

/* Assignees who still exist stay; where none is left it is the person who creates the task. */
static void
choose_users (DocketAgain *again, DocketWorkspace *workspace, GPtrArray *members)
{
  const char *const *users = tallyfy_task_draft_get_users (again->draft);
  g_autoptr (GStrvBuilder) kept = g_strv_builder_new ();
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_autoptr (GStrvBuilder) gone = g_strv_builder_new ();
  g_autofree char *me
      = g_strdup_printf ("%" G_GINT64_FORMAT, docket_account_get_user_id (workspace->account));
  g_auto (GStrv) list = NULL;
  guint n_kept = 0;

  for (guint i = 0; users[i] != NULL; i++)
    if (has_member (members, users[i]))
      {
        g_strv_builder_add (kept, users[i]);
        g_strv_builder_add (names, name_person (workspace, users[i]));
        n_kept++;
      }
    else
      g_strv_builder_add (gone, name_person (workspace, users[i]));
  again->mine = n_kept == 0;
  if (again->mine)
    g_strv_builder_add (kept, me);
  list = g_strv_builder_end (kept);
  again->kept = g_strv_builder_end (names);
  again->gone = g_strv_builder_end (gone);
  tallyfy_task_draft_set_users (again->draft, (const char *const *)list);
}

static void
set_later_deadline (DocketAgain *again)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr (GDateTime) later = g_date_time_add_days (now, DAYS_TO_DEADLINE);

  tallyfy_task_draft_set_deadline (again->draft, later);
}

/* A new task is not born late without somebody's having said so. */
static void
choose_deadline (DocketAgain *again)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  GDateTime *deadline = tallyfy_task_draft_get_deadline (again->draft);

  again->no_deadline = deadline == NULL;
  again->late = deadline != NULL && g_date_time_compare (deadline, now) < 0;
  if (deadline != NULL)
    again->deadline = g_date_time_ref (deadline);
  if (again->no_deadline || again->late)
    set_later_deadline (again);
}

void
docket_again_set_keeps_deadline (DocketAgain *again, gboolean keeps)
{
  g_return_if_fail (again->late);

  if (keeps)
    tallyfy_task_draft_set_deadline (again->draft, again->deadline);
  else
    set_later_deadline (again);
}

static void
members_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  DocketWorkspace *workspace = g_task_get_source_object (task);
  GError *error = NULL;
  g_autoptr (GPtrArray) members
      = tallyfy_client_list_users_finish (TALLYFY_CLIENT (source), result, &error);
  DocketAgain *again;

  docket_workspace_note_call (workspace, error);
  if (members == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  again = g_steal_pointer ((DocketAgain **)g_task_get_task_data (task));
  choose_users (again, workspace, members);
  choose_deadline (again);
  g_task_return_pointer (task, again, (GDestroyNotify)docket_again_free);
}

static void
parse_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  DocketAgain *again = task_data;
  GError *error = NULL;

  again->draft = tallyfy_task_draft_new_from_json (again->json, &error);
  if (again->draft != NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
parsed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  DocketWorkspace *workspace = DOCKET_WORKSPACE (source);
  DocketAgain *again = *(DocketAgain **)g_task_get_task_data (task);
  GError *error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      g_task_return_error (task, error);
      return;
    }
  again->n_answers = tallyfy_task_draft_get_n_answers (again->draft);
  again->n_lost_answers = tallyfy_task_draft_get_n_lost (again->draft);
  tallyfy_client_list_users_async (workspace->client,
                                   docket_account_get_organization_id (workspace->account),
                                   g_task_get_cancellable (task), members_cb, g_object_ref (task));
}

static void
note_losses (DocketAgain *again, TallyfyTask *old)
{
  GPtrArray *assignees = tallyfy_task_get_assignees (old);
  GPtrArray *fields = tallyfy_task_get_form_fields (old);
  const char *summary = tallyfy_task_get_summary (old);

  again->title = g_strdup (tallyfy_task_get_title (old));
  again->described = summary != NULL && *summary != '\0';
  again->n_fields = fields != NULL ? fields->len : 0;
  again->n_comments = tallyfy_task_get_n_comments (old);
  again->n_tags = g_strv_length ((char **)tallyfy_task_get_tags (old));
  again->completed = tallyfy_task_is_completed (old);
  for (guint i = 0; i < assignees->len; i++)
    if (tallyfy_assignee_get_kind (assignees->pdata[i]) != TALLYFY_ASSIGNEE_USER)
      again->n_others++;
  again->json = g_bytes_ref (tallyfy_task_get_json (old));
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  DocketAgain *again = *(DocketAgain **)g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (DocketCopy) copy
      = docket_copies_load_finish (DOCKET_WORKSPACE (source), result, &error);
  g_autoptr (GTask) parsing = NULL;

  if (copy == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  if (copy->task == NULL)
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                               "A process cannot be created again");
      return;
    }
  note_losses (again, copy->task);
  parsing = g_task_new (source, g_task_get_cancellable (task), parsed_cb, g_object_ref (task));
  /* Nobody lets go of it before the thread has ended. */
  g_task_set_return_on_cancel (parsing, FALSE);
  g_task_set_task_data (parsing, again, NULL);
  g_task_run_in_thread (parsing, parse_in_thread);
}

static void
holder_free (gpointer data)
{
  DocketAgain **holder = data;

  g_clear_pointer (holder, docket_again_free);
  g_free (holder);
}

void
docket_create_again_prepare_async (DocketWorkspace *workspace,
                                   gint64 entry,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  GTask *task;
  DocketAgain **holder;

  g_return_if_fail (DOCKET_IS_WORKSPACE (workspace));

  task = g_task_new (workspace, cancellable, callback, user_data);
  g_task_set_source_tag (task, docket_create_again_prepare_async);
  holder = g_new (DocketAgain *, 1);
  *holder = g_new0 (DocketAgain, 1);
  (*holder)->entry = entry;
  g_task_set_task_data (task, holder, holder_free);
  docket_copies_load_async (workspace, entry, cancellable, loaded_cb, task);
}

DocketAgain *
docket_create_again_prepare_finish (DocketWorkspace *workspace,
                                    GAsyncResult *result,
                                    GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, docket_create_again_prepare_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* What was made of it so far. */
typedef struct
{
  DocketAgain *again;
  DocketNewTaskOutcome outcome;
  TallyfyTask *made; /* nullable: with its form fields, whose IDs are its own */
  guint n_missing;
} Creation;

static void
creation_free (gpointer data)
{
  Creation *creation = data;

  docket_again_free (creation->again);
  g_clear_object (&creation->made);
  g_free (creation);
}

static void
finish_creation (GTask *task)
{
  Creation *creation = g_task_get_task_data (task);

  g_task_return_pointer (task, g_strdup (tallyfy_task_get_id (creation->made)), g_free);
}

static guint
count_answered (TallyfyTask *task)
{
  GPtrArray *fields = tallyfy_task_get_form_fields (task);
  guint n = 0;

  for (guint i = 0; fields != NULL && i < fields->len; i++)
    if (tallyfy_form_field_is_answered (fields->pdata[i]))
      n++;
  return n;
}

/* The server drops in silence what it does not take, so that only this says what is there. */
static void
read_back_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Creation *creation = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (TallyfyTask) created
      = docket_workspace_fetch_task_finish (DOCKET_WORKSPACE (source), result, &error);
  guint n_answered = created != NULL ? count_answered (created) : 0;

  creation->n_missing -= MIN (n_answered, creation->n_missing);
  finish_creation (task);
}

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  DocketWorkspace *workspace = g_task_get_source_object (task);
  Creation *creation = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  if (!tallyfy_client_answer_fields_finish (TALLYFY_CLIENT (source), result, &error))
    g_debug ("The answers were not confirmed: %s", error->message);
  docket_workspace_note_call (workspace, error);
  docket_workspace_fetch_task_async (workspace, tallyfy_task_get_id (creation->made), NULL,
                                     read_back_cb, task);
}

static void
give_answers (GTask *task)
{
  DocketWorkspace *workspace = g_task_get_source_object (task);
  Creation *creation = g_task_get_task_data (task);

  creation->n_missing = creation->again->n_answers;
  if (creation->n_missing == 0 || tallyfy_task_get_form_fields (creation->made) == NULL)
    finish_creation (task);
  else
    tallyfy_client_answer_fields_async (workspace->client,
                                        docket_account_get_organization_id (workspace->account),
                                        creation->again->draft, creation->made, NULL, answered_cb,
                                        g_object_ref (task));
}

/* The new task is there whether or not the history says so. */
static void
noted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;

  if (!docket_journal_note_created_finish (DOCKET_JOURNAL (source), result, &error))
    g_message ("The history does not say that a task was created again: %s", error->message);
  give_answers (task);
}

static void
made_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  DocketWorkspace *workspace = DOCKET_WORKSPACE (source);
  Creation *creation = g_task_get_task_data (task);
  GError *error = NULL;

  if (!docket_new_task_finish (workspace, result, &creation->outcome, &creation->made, &error))
    g_task_return_error (task, error);
  else if (creation->made == NULL)
    g_task_return_pointer (task, NULL, NULL);
  else
    docket_journal_note_created_async (workspace->journal, creation->again->entry,
                                       tallyfy_task_get_id (creation->made), noted_cb,
                                       g_object_ref (task));
}

void
docket_create_again_async (DocketWorkspace *workspace,
                           DocketAgain *again,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  GTask *task;
  Creation *creation;

  g_return_if_fail (DOCKET_IS_WORKSPACE (workspace));

  task = g_task_new (workspace, NULL, callback, user_data);
  g_task_set_source_tag (task, docket_create_again_async);
  creation = g_new0 (Creation, 1);
  creation->again = again;
  g_task_set_task_data (task, creation, creation_free);
  docket_new_task_async (workspace, tallyfy_task_draft_ref (again->draft), made_cb, task);
}

char *
docket_create_again_finish (DocketWorkspace *workspace,
                            GAsyncResult *result,
                            DocketNewTaskOutcome *outcome,
                            guint *n_missing,
                            GError **error)
{
  const Creation *creation;

  g_return_val_if_fail (g_async_result_is_tagged (result, docket_create_again_async), NULL);

  creation = g_task_get_task_data (G_TASK (result));
  *outcome = creation->outcome;
  *n_missing = creation->n_missing;
  return g_task_propagate_pointer (G_TASK (result), error);
}
