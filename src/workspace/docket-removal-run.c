/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */

/* The story of one removal, from the press to the row that moves:
 *
 *   may it be? -> the intent in the journal -> one request -> proof, refusal, or a look-up -> the
 * outcome in the journal -> the cache, which moves the row
 *
 * and of what is looked up again later. Nothing here is sent twice, and a look-up only reads. */
#include "docket-config.h"

#include "workspace/docket-workspace-private.h"

#include <glib/gi18n-lib.h>

#include "workspace/docket-removal-judge.h"
#include "workspace/docket-removal-private.h"

/* One removal under way: the data of its GTask. */
typedef struct
{
  DocketRemovalKind kind;
  char *task_id;
  char *title;
  gboolean was_archived;
  gint64 entry;          /* in the journal, 0 = not there */
  gboolean settles;      /* looks up what a crash left open: nobody waits, and nothing is sent */
  GError *error;         /* of the removing call */
  DocketFinding finding; /* proven by the answer, or looked up */
  GDateTime *archived_at;
  DocketRemoval *removal; /* how it ended */
} Run;

static void
run_free (gpointer data)
{
  Run *run = data;

  g_free (run->task_id);
  g_free (run->title);
  g_clear_error (&run->error);
  g_clear_pointer (&run->archived_at, g_date_time_unref);
  g_clear_object (&run->removal);
  g_free (run);
}

static DocketWorkspace *
get_workspace (GTask *task)
{
  return DOCKET_WORKSPACE (g_task_get_source_object (task));
}

/* The end of the story: the row moves, then the caller hears. */
static void
finish (GTask *task)
{
  DocketWorkspace *self = get_workspace (task);
  Run *run = g_task_get_task_data (task);

  g_hash_table_remove (self->removing, run->task_id);
  g_task_return_pointer (task, g_object_ref (run->removal), g_object_unref);
}

static void
corrected_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;

  /* The next list corrects what could not be written here. */
  if (!docket_cache_change_finish (DOCKET_CACHE (source), result, &error))
    g_debug ("The cache could not be corrected: %s", error->message);
  finish (task);
}

static void
correct_cache (GTask *task)
{
  DocketWorkspace *self = get_workspace (task);
  Run *run = g_task_get_task_data (task);
  gint64 archived_at = run->archived_at != NULL ? g_date_time_to_unix (run->archived_at)
                                                : g_get_real_time () / G_USEC_PER_SEC;

  switch (run->finding)
    {
    case DOCKET_FOUND_THERE:
      docket_cache_set_archived_async (self->cache, run->task_id, 0, corrected_cb,
                                       g_object_ref (task));
      break;
    case DOCKET_FOUND_ARCHIVED:
      docket_cache_set_archived_async (self->cache, run->task_id, archived_at, corrected_cb,
                                       g_object_ref (task));
      break;
    case DOCKET_FOUND_GONE:
      docket_cache_drop_task_async (self->cache, run->task_id, corrected_cb, g_object_ref (task));
      break;
    case DOCKET_FOUND_NOTHING:
    default:
      finish (task);
    }
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;

  /* The entry stays open then, and is looked up at the next start: nothing is lost. */
  if (!docket_journal_end_finish (DOCKET_JOURNAL (source), result, &error))
    g_debug ("An outcome could not be written to the journal: %s", error->message);
  correct_cache (task);
}

static void
write_outcome (GTask *task, DocketRemovalOutcome outcome)
{
  DocketWorkspace *self = get_workspace (task);
  Run *run = g_task_get_task_data (task);
  gboolean looked_up = outcome != DOCKET_OUTCOME_DONE && run->finding != DOCKET_FOUND_NOTHING;
  g_autoptr (GDateTime) now = looked_up ? g_date_time_new_now_utc () : NULL;

  run->removal = docket_removal_new (run->entry, run->kind, outcome, run->task_id, run->title,
                                     run->was_archived, run->error, now);
  if (run->entry == 0 || self->journal == NULL)
    correct_cache (task);
  else if (run->settles && outcome == DOCKET_OUTCOME_NOT_CONFIRMED)
    finish (task);
  else
    docket_journal_end_async (self->journal, run->removal, run->settles, written_cb,
                              g_object_ref (task));
}

static void
looked_up_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Run *run = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&run->archived_at, g_date_time_unref);
  run->finding = docket_lookup_finish (result, &run->archived_at, &error);
  docket_workspace_note_call (get_workspace (task), error);
  if (g_task_return_error_if_cancelled (task))
    g_hash_table_remove (get_workspace (task)->removing, run->task_id);
  else
    write_outcome (task, docket_removal_judge_finding (run->kind, run->was_archived,
                                                       g_error_matches (run->error, TALLYFY_ERROR,
                                                                        TALLYFY_ERROR_NOT_FOUND),
                                                       run->finding));
}

static void
look_up (GTask *task)
{
  DocketWorkspace *self = get_workspace (task);
  Run *run = g_task_get_task_data (task);

  docket_lookup_async (self->client, docket_account_get_organization_id (self->account),
                       run->task_id, g_task_get_cancellable (task), looked_up_cb,
                       g_object_ref (task));
}

static gboolean
finish_request (TallyfyClient *client, DocketRemovalKind kind, GAsyncResult *result, GError **error)
{
  switch (kind)
    {
    case DOCKET_REMOVAL_ARCHIVE:
      return tallyfy_client_archive_task_finish (client, result, error);
    case DOCKET_REMOVAL_RESTORE:
      return tallyfy_client_restore_task_finish (client, result, error);
    case DOCKET_REMOVAL_DELETE:
    default:
      return tallyfy_client_delete_task_permanently_finish (client, result, error);
    }
}

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Run *run = g_task_get_task_data (task);

  if (finish_request (TALLYFY_CLIENT (source), run->kind, result, &run->error))
    {
      docket_workspace_note_call (get_workspace (task), NULL);
      run->finding = docket_removal_finding_when_done (run->kind);
      write_outcome (task, DOCKET_OUTCOME_DONE);
      return;
    }
  docket_workspace_note_call (get_workspace (task), run->error);
  switch (docket_removal_judge_error (run->error))
    {
    case DOCKET_ANSWER_NOT_SENT:
      write_outcome (task, DOCKET_OUTCOME_NOT_SENT);
      break;
    case DOCKET_ANSWER_REFUSED:
      write_outcome (task, DOCKET_OUTCOME_REFUSED);
      break;
    case DOCKET_ANSWER_NO_PROOF:
    default:
      look_up (task);
    }
}

/* The one request. No cancellable: once it is out, only its end can be told. */
static void
send_request (GTask *task)
{
  DocketWorkspace *self = get_workspace (task);
  Run *run = g_task_get_task_data (task);
  const char *organization = docket_account_get_organization_id (self->account);

  switch (run->kind)
    {
    case DOCKET_REMOVAL_ARCHIVE:
      tallyfy_client_archive_task_async (self->client, organization, run->task_id, NULL,
                                         answered_cb, g_object_ref (task));
      break;
    case DOCKET_REMOVAL_RESTORE:
      tallyfy_client_restore_task_async (self->client, organization, run->task_id, NULL,
                                         answered_cb, g_object_ref (task));
      break;
    case DOCKET_REMOVAL_DELETE:
    default:
      tallyfy_client_delete_task_permanently_async (self->client, organization, run->task_id, NULL,
                                                    answered_cb, g_object_ref (task));
    }
}

static void
refuse_without_journal (GTask *task, const GError *error)
{
  Run *run = g_task_get_task_data (task);

  g_set_error (&run->error, error->domain, error->code,
               /* Translators: the placeholder is a sentence about a file. */
               _ ("Docket notes down each removal before it is sent, and could not: %s"),
               error->message);
  write_outcome (task, DOCKET_OUTCOME_NOT_SENT);
}

static void
intended_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Run *run = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  run->entry = docket_journal_begin_finish (DOCKET_JOURNAL (source), result, &error);
  if (run->entry != 0)
    send_request (task);
  else
    refuse_without_journal (task, error);
}

static void
write_intent_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  DocketWorkspace *self = get_workspace (task);
  Run *run = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  DocketJournalEntry *entry;

  if (!docket_workspace_ensure_journal_finish (self, result, &error))
    {
      refuse_without_journal (task, error);
      return;
    }
  entry = g_new0 (DocketJournalEntry, 1);
  entry->account = docket_account_dup_file_name (self->account);
  entry->organization = g_strdup (docket_account_get_organization_id (self->account));
  entry->task_id = g_strdup (run->task_id);
  entry->title = g_strdup (run->title);
  entry->kind = run->kind;
  entry->was_archived = run->was_archived;
  docket_journal_begin_async (self->journal, entry, intended_cb, g_steal_pointer (&task));
}

/* Refuses before anything is sent what cannot be; @one_off, title and was_archived are known here.
 */
static void
decide (GTask *task, gboolean one_off)
{
  DocketWorkspace *self = get_workspace (task);
  Run *run = g_task_get_task_data (task);

  if (!one_off)
    {
      g_hash_table_remove (self->removing, run->task_id);
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                               _ ("Tallyfy removes such tasks only with their process."));
    }
  else if (self->connection == DOCKET_CONNECTION_OFFLINE)
    {
      g_set_error_literal (&run->error, TALLYFY_ERROR, TALLYFY_ERROR_OFFLINE,
                           "Known to be offline");
      write_outcome (task, DOCKET_OUTCOME_NOT_SENT);
    }
  else if (!self->has_token || self->connection == DOCKET_CONNECTION_SIGNED_OUT)
    {
      g_set_error_literal (&run->error, TALLYFY_ERROR, TALLYFY_ERROR_SIGNED_OUT,
                           "Known to be signed out");
      write_outcome (task, DOCKET_OUTCOME_NOT_SENT);
    }
  else
    docket_workspace_ensure_journal_async (self, write_intent_cb, g_object_ref (task));
}

static void
fetched_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Run *run = g_task_get_task_data (task);
  g_autoptr (TallyfyTask) fetched
      = docket_workspace_fetch_task_finish (DOCKET_WORKSPACE (source), result, &run->error);

  if (fetched == NULL)
    {
      write_outcome (task, DOCKET_OUTCOME_NOT_SENT);
      return;
    }
  run->title = g_strdup (tallyfy_task_get_title (fetched));
  run->was_archived = tallyfy_task_is_archived (fetched);
  decide (task, tallyfy_task_is_one_off (fetched));
}

static void
summarized_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Run *run = g_task_get_task_data (task);
  g_autoptr (DocketCacheSummary) summary
      = docket_cache_summarize_finish (DOCKET_CACHE (source), result, NULL);

  /* A task that the cache does not have, or cannot tell, is asked for: its kind decides. */
  if (summary == NULL)
    {
      docket_workspace_fetch_task_async (get_workspace (task), run->task_id, NULL, fetched_cb,
                                         g_object_ref (task));
      return;
    }
  run->title = g_strdup (summary->title);
  run->was_archived = summary->archived;
  decide (task, summary->one_off);
}

/* Makes the task of a removal or look-up, or returns an error to the caller where one is under way.
 */
static GTask *
begin (DocketWorkspace *self,
       gpointer tag,
       DocketRemovalKind kind,
       const char *task_id,
       GCancellable *cancellable,
       GAsyncReadyCallback callback,
       gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  Run *run = g_new0 (Run, 1);

  g_task_set_source_tag (task, tag);
  run->kind = kind;
  run->task_id = g_strdup (task_id);
  g_task_set_task_data (task, run, run_free);
  if (g_hash_table_add (self->removing, g_strdup (task_id)))
    return g_steal_pointer (&task);
  g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_PENDING,
                           _ ("This task is already being changed."));
  return NULL;
}

void
docket_workspace_remove_async (DocketWorkspace *self,
                               DocketRemovalKind kind,
                               const char *task_id,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  GTask *task;

  g_return_if_fail (DOCKET_IS_WORKSPACE (self));
  g_return_if_fail (task_id != NULL);

  task = begin (self, docket_workspace_remove_async, kind, task_id, NULL, callback, user_data);
  if (task != NULL)
    docket_cache_summarize_async (self->cache, task_id, NULL, summarized_cb, task);
}

DocketRemoval *
docket_workspace_remove_finish (DocketWorkspace *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, docket_workspace_remove_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
docket_workspace_check_again_async (DocketWorkspace *self,
                                    DocketRemoval *removal,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  const GError *error;
  Run *run;

  g_return_if_fail (DOCKET_IS_WORKSPACE (self));
  g_return_if_fail (DOCKET_IS_REMOVAL (removal));

  task = begin (self, docket_workspace_check_again_async, docket_removal_get_kind (removal),
                docket_removal_get_task_id (removal), cancellable, callback, user_data);
  if (task == NULL)
    return;
  run = g_task_get_task_data (task);
  error = docket_removal_get_error (removal);
  run->title = g_strdup (docket_removal_get_title (removal));
  run->was_archived = docket_removal_get_was_archived (removal);
  run->entry = docket_removal_get_entry (removal);
  run->error = error != NULL ? g_error_copy (error) : NULL;
  look_up (task);
}

DocketRemoval *
docket_workspace_check_again_finish (DocketWorkspace *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, docket_workspace_check_again_async),
                        NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
settle (DocketWorkspace *self, const DocketJournalEntry *entry)
{
  g_autoptr (GTask) task = NULL;
  Run *run;

  if (g_hash_table_contains (self->removing, entry->task_id))
    return;
  task = begin (self, docket_workspace_settle_open_removals, entry->kind, entry->task_id,
                self->cancellable, NULL, NULL);
  run = g_task_get_task_data (task);
  run->settles = TRUE;
  run->title = g_strdup (entry->title);
  run->was_archived = entry->was_archived;
  run->entry = entry->id;
  look_up (task);
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (DocketWorkspace) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries
      = docket_journal_list_open_finish (DOCKET_JOURNAL (source), result, &error);

  if (entries == NULL)
    g_debug ("The journal could not be read: %s", error->message);
  for (guint i = 0; entries != NULL && i < entries->len; i++)
    settle (self, entries->pdata[i]);
}

void
docket_workspace_settle_open_removals (DocketWorkspace *self)
{
  g_autofree char *account = docket_account_dup_file_name (self->account);

  if (self->journal != NULL)
    docket_journal_list_open_async (self->journal, account, self->cancellable, listed_cb,
                                    g_object_ref (self));
}
