/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/docket-many-words.h"

#include <glib/gi18n.h>
#include "tallyfy/tallyfy-error.h"
#include "ui/docket-words.h"
#include "workspace/docket-text.h"

#define MAX_SENTENCE 300

static guint
count_ended (DocketRemovalBatch *batch)
{
  return docket_removal_batch_get_n_done (batch) + docket_removal_batch_get_n_failed (batch);
}

static const char *
get_under_way (DocketRemovalKind kind)
{
  switch (kind)
    {
    case DOCKET_REMOVAL_ARCHIVE:
      return _ ("Archiving Tasks");
    case DOCKET_REMOVAL_RESTORE:
      return _ ("Restoring Tasks");
    case DOCKET_REMOVAL_DELETE:
    default:
      return _ ("Deleting Tasks Permanently");
    }
}

/* "3 Were Not": what is not said again are the words of describe_done(). */
static char *
describe_others (DocketRemovalKind kind, guint n)
{
  switch (kind)
    {
    case DOCKET_REMOVAL_ARCHIVE:
      /* Translators: behind “117 Tasks Archived” */
      return g_strdup_printf (docket_words_plural ("archived", "%'u Was Not", "%'u Were Not", n),
                              n);
    case DOCKET_REMOVAL_RESTORE:
      /* Translators: behind “117 Tasks Restored” */
      return g_strdup_printf (docket_words_plural ("restored", "%'u Was Not", "%'u Were Not", n),
                              n);
    case DOCKET_REMOVAL_DELETE:
    default:
      /* Translators: behind “117 Tasks Deleted” */
      return g_strdup_printf (docket_words_plural ("deleted", "%'u Was Not", "%'u Were Not", n), n);
    }
}

static char *
describe_done (DocketRemovalKind kind, guint n)
{
  switch (kind)
    {
    case DOCKET_REMOVAL_ARCHIVE:
      return g_strdup_printf (ngettext ("%'u Task Archived", "%'u Tasks Archived", n), n);
    case DOCKET_REMOVAL_RESTORE:
      return g_strdup_printf (ngettext ("%'u Task Restored", "%'u Tasks Restored", n), n);
    case DOCKET_REMOVAL_DELETE:
    default:
      return g_strdup_printf (ngettext ("%'u Task Deleted", "%'u Tasks Deleted", n), n);
    }
}

/* "117 Tasks Archived, 3 Were Not" */
static char *
describe_end (DocketRemovalKind kind, guint n_done, guint n_others)
{
  g_autofree char *done = NULL;
  g_autofree char *others = NULL;

  if (n_done == 0)
    return docket_many_words_failed (kind, n_others);
  done = describe_done (kind, n_done);
  others = describe_others (kind, n_others);
  /* Translators: such as: 117 Tasks Archived, 3 Were Not */
  return g_strdup_printf (C_ ("end of many removals", "%1$s, %2$s"), done, others);
}

char *
docket_many_words_heading (DocketRemovalBatch *batch)
{
  DocketRemovalKind kind = docket_removal_batch_get_kind (batch);
  guint n_done = docket_removal_batch_get_n_done (batch);

  switch (docket_removal_batch_get_state (batch))
    {
    case DOCKET_BATCH_WAITING:
      return g_strdup (_ ("Tallyfy Asks to Wait"));
    case DOCKET_BATCH_PAUSED:
      /* Translators: what many removals are */
      return g_strdup (_ ("Paused"));
    case DOCKET_BATCH_SLEPT:
      return g_strdup (_ ("Paused, the Computer Was Asleep"));
    case DOCKET_BATCH_OFFLINE:
      return g_strdup (_ ("Paused, You Are Offline"));
    case DOCKET_BATCH_SIGNED_OUT:
      return g_strdup (_ ("Paused, You Are Signed Out"));
    case DOCKET_BATCH_ENDED:
      return describe_end (kind, n_done, docket_removal_batch_get_n_total (batch) - n_done);
    case DOCKET_BATCH_READY:
    case DOCKET_BATCH_RUNNING:
    default:
      return g_strdup (get_under_way (kind));
    }
}

char *
docket_many_words_count (DocketRemovalBatch *batch)
{
  DocketBatchState state = docket_removal_batch_get_state (batch);
  guint n_ended = count_ended (batch);
  guint n_total = docket_removal_batch_get_n_total (batch);

  if (state == DOCKET_BATCH_ENDED && docket_removal_batch_get_kind (batch) == DOCKET_REMOVAL_DELETE)
    return g_strdup (_ ("What became of each is told below."));
  if (state == DOCKET_BATCH_ENDED)
    return g_strdup (_ ("Nothing was lost."));
  if (state == DOCKET_BATCH_WAITING)
    /* Translators: such as: 47 of 120 · goes on in 24 s */
    return g_strdup_printf (_ ("%1$'u of %2$'u · goes on in %3$'u s"), n_ended, n_total,
                            docket_removal_batch_get_seconds_left (batch));
  /* Translators: such as: 47 of 120 */
  return g_strdup_printf (_ ("%1$'u of %2$'u"), n_ended, n_total);
}

static char *
describe_deleted (guint n, guint n_copies)
{
  g_autofree char *deleted = g_strdup_printf (ngettext ("%'u task deleted permanently",
                                                        "%'u tasks deleted permanently", n),
                                              n);

  if (n_copies == 0)
    return g_steal_pointer (&deleted);
  if (n_copies == n)
    /* Translators: %s is such as: 2 tasks deleted permanently */
    return g_strdup_printf (ngettext ("%s, copy kept", "%s, copies kept", n), deleted);
  /* Translators: %s is such as: 12 tasks deleted permanently */
  return g_strdup_printf (ngettext ("%1$s, %2$'u copy kept", "%1$s, %2$'u copies kept", n_copies),
                          deleted, n_copies);
}

static char *
describe_left_out (guint n, guint n_left_out)
{
  /* Translators: how many tasks were archived; short, beside a button in a narrow window */
  g_autofree char *archived = g_strdup_printf (ngettext ("%'u archived", "%'u archived", n), n);
  /* Translators: how many tasks belong to a process and cannot be archived; short */
  g_autofree char *left_out
      = g_strdup_printf (ngettext ("%'u process task stays", "%'u process tasks stay", n_left_out),
                         n_left_out);

  /* Translators: such as: 3 archived, 1 process task stays */
  return g_strdup_printf (C_ ("archived and left out", "%1$s, %2$s"), archived, left_out);
}

char *
docket_many_words_done (DocketRemovalKind kind, guint n, guint n_copies, guint n_left_out)
{
  /* A narrow window does not say it before. */
  if (kind == DOCKET_REMOVAL_ARCHIVE && n_left_out > 0)
    return describe_left_out (n, n_left_out);
  switch (kind)
    {
    case DOCKET_REMOVAL_ARCHIVE:
      return g_strdup_printf (ngettext ("%'u task archived", "%'u tasks archived", n), n);
    case DOCKET_REMOVAL_RESTORE:
      return g_strdup_printf (ngettext ("%'u task restored", "%'u tasks restored", n), n);
    case DOCKET_REMOVAL_DELETE:
    default:
      return describe_deleted (n, n_copies);
    }
}

char *
docket_many_words_failed (DocketRemovalKind kind, guint n)
{
  switch (kind)
    {
    case DOCKET_REMOVAL_ARCHIVE:
      return g_strdup_printf (ngettext ("%'u Task Was Not Archived", "%'u Tasks Were Not Archived",
                                        n),
                              n);
    case DOCKET_REMOVAL_RESTORE:
      return g_strdup_printf (ngettext ("%'u Task Was Not Restored", "%'u Tasks Were Not Restored",
                                        n),
                              n);
    case DOCKET_REMOVAL_DELETE:
    default:
      return g_strdup_printf (ngettext ("%'u Task Was Not Deleted", "%'u Tasks Were Not Deleted",
                                        n),
                              n);
    }
}

char *
docket_many_words_rest (DocketRemovalBatch *batch)
{
  guint n_done = docket_removal_batch_get_n_done (batch);
  guint n_total = docket_removal_batch_get_n_total (batch);

  if (n_done == 0)
    return g_strdup (_ ("What was sent is listed in History, too."));
  switch (docket_removal_batch_get_kind (batch))
    {
    case DOCKET_REMOVAL_ARCHIVE:
      /* Translators: how many of how many tasks */
      return g_strdup_printf (ngettext ("%1$'u of %2$'u is in the archive now. What was sent is "
                                        "listed in History, too.",
                                        "%1$'u of %2$'u are in the archive now. What was sent is "
                                        "listed in History, too.",
                                        n_done),
                              n_done, n_total);
    case DOCKET_REMOVAL_RESTORE:
      return g_strdup_printf (
          /* Translators: how many of how many tasks */
          ngettext ("%1$'u of %2$'u is back. What was sent is listed in History, too.",
                    "%1$'u of %2$'u are back. What was sent is listed in History, too.", n_done),
          n_done, n_total);
    case DOCKET_REMOVAL_DELETE:
    default:
      /* Translators: how many of how many tasks */
      return g_strdup_printf (ngettext ("%1$'u of %2$'u was deleted permanently. What was sent is "
                                        "listed in History, too.",
                                        "%1$'u of %2$'u were deleted permanently. What was sent is "
                                        "listed in History, too.",
                                        n_done),
                              n_done, n_total);
    }
}

DocketRemedy
docket_many_words_remedy (DocketRemovalBatch *batch, guint index)
{
  DocketRemoval *removal = docket_removal_batch_get_removal (batch, index);

  if (removal == NULL)
    return DOCKET_REMEDY_OPEN;
  switch (docket_removal_get_outcome (removal))
    {
    case DOCKET_OUTCOME_DONE:
    case DOCKET_OUTCOME_FOUND_DONE:
      return DOCKET_REMEDY_NOTHING;
    case DOCKET_OUTCOME_GONE:
    case DOCKET_OUTCOME_ARCHIVED:
      return DOCKET_REMEDY_REFRESH;
    case DOCKET_OUTCOME_STILL_THERE:
    case DOCKET_OUTCOME_NOT_CONFIRMED:
      return DOCKET_REMEDY_CHECK_AGAIN;
    case DOCKET_OUTCOME_REFUSED:
    case DOCKET_OUTCOME_NOT_SENT:
    case DOCKET_OUTCOME_CHANGED:
    case DOCKET_OUTCOME_NO_COPY:
    case DOCKET_OUTCOME_NOT_RESUMED:
    default:
      return DOCKET_REMEDY_OPEN;
    }
}

const char *
docket_many_words_remedy_label (DocketRemedy remedy)
{
  switch (remedy)
    {
    case DOCKET_REMEDY_OPEN:
      /* Translators: a verb, on a button or in a menu */
      return _ ("Open");
    case DOCKET_REMEDY_REFRESH:
      /* Translators: a verb, on a button or in a menu */
      return _ ("Refresh");
    case DOCKET_REMEDY_CHECK_AGAIN:
      return _ ("Check Again");
    case DOCKET_REMEDY_NOTHING:
    default:
      return NULL;
    }
}

static gboolean
is_error (const GError *error, TallyfyError code)
{
  return g_error_matches (error, TALLYFY_ERROR, (int)code);
}

static char *
explain_refusal (const GError *error)
{
  const char *sentence = tallyfy_error_get_sentence (error);
  g_autofree char *clean = NULL;

  if (is_error (error, TALLYFY_ERROR_TOO_MANY_REQUESTS))
    return g_strdup (_ ("Tallyfy is busy. Nothing was done."));
  if (is_error (error, TALLYFY_ERROR_SIGNED_OUT))
    return g_strdup (_ ("You are signed out. Nothing was done."));
  if (sentence == NULL || *sentence == '\0')
    return g_strdup (_ ("Tallyfy refused, without a reason."));
  clean = docket_text_isolate (sentence, MAX_SENTENCE);
  /* Translators: %s is what the server said, in its own language */
  return g_strdup_printf (_ ("Tallyfy refused: “%s”"), clean);
}

static char *
explain_not_sent (const GError *error)
{
  if (is_error (error, TALLYFY_ERROR_OFFLINE))
    return g_strdup (_ ("You are offline. Nothing was sent."));
  if (is_error (error, TALLYFY_ERROR_SIGNED_OUT))
    return g_strdup (_ ("You are signed out. Nothing was sent."));
  if (g_error_matches (error, DOCKET_REMOVAL_ERROR, DOCKET_REMOVAL_ERROR_SLEPT))
    return g_strdup (_ ("The computer was asleep meanwhile, so nothing was sent."));
  if (error != NULL && error->domain == TALLYFY_ERROR)
    return g_strdup (_ ("Tallyfy could not be reached, so nothing was sent."));
  return g_strdup (_ ("A file on this computer could not be written, so nothing was sent."));
}

static char *
explain_still_there (DocketRemoval *removal)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  GDateTime *looked_up = docket_removal_get_looked_up_at (removal);
  g_autofree char *clock = docket_words_clock (looked_up != NULL ? looked_up : now, now);

  /* Translators: %s is a time such as 14:03 */
  return g_strdup_printf (_ ("Not confirmed. It was still there, unchanged, at %s."), clock);
}

static char *
explain_error (const GError *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_PENDING))
    return g_strdup (_ ("It was already being changed."));
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED))
    return g_strdup (_ ("Tallyfy removes such tasks only with their process."));
  return g_strdup (_ ("Not begun. Nothing was sent."));
}

char *
docket_many_words_reason (DocketRemovalBatch *batch, guint index)
{
  DocketRemoval *removal = docket_removal_batch_get_removal (batch, index);
  const GError *error = removal != NULL ? docket_removal_get_error (removal)
                                        : docket_removal_batch_get_error (batch, index);

  if (removal == NULL)
    return explain_error (error);
  switch (docket_removal_get_outcome (removal))
    {
    case DOCKET_OUTCOME_REFUSED:
      return explain_refusal (error);
    case DOCKET_OUTCOME_GONE:
      return g_strdup (_ ("The task is no longer there. Somebody else may have deleted it."));
    case DOCKET_OUTCOME_STILL_THERE:
      return explain_still_there (removal);
    case DOCKET_OUTCOME_ARCHIVED:
      return g_strdup (_ ("Tallyfy archived it and did not delete it."));
    case DOCKET_OUTCOME_NOT_SENT:
      return explain_not_sent (error);
    case DOCKET_OUTCOME_CHANGED:
      if (g_error_matches (error, DOCKET_REMOVAL_ERROR, DOCKET_REMOVAL_ERROR_TOP_SECRET))
        return g_strdup (_ ("It is top secret, and a copy was to be kept: it was left alone."));
      return g_strdup (_ ("Changed meanwhile, so it was left alone."));
    case DOCKET_OUTCOME_NO_COPY:
      return g_strdup (_ ("No copy could be made, so it was not deleted."));
    case DOCKET_OUTCOME_NOT_RESUMED:
      return g_strdup (_ ("Tallyfy is busy. Nothing was done."));
    case DOCKET_OUTCOME_DONE:
    case DOCKET_OUTCOME_FOUND_DONE:
    case DOCKET_OUTCOME_NOT_CONFIRMED:
    default:
      return g_strdup (_ ("Not confirmed: the answer was lost on its way."));
    }
}

char *
docket_many_words_list (DocketRemovalBatch *batch, GDateTime *now)
{
  DocketAccount *account
      = docket_workspace_get_account (docket_removal_batch_get_workspace (batch));
  g_autofree char *heading
      = docket_many_words_failed (docket_removal_batch_get_kind (batch),
                                  docket_removal_batch_get_n_total (batch)
                                      - docket_removal_batch_get_n_done (batch));
  g_autofree char *organization
      = docket_text_clean (docket_account_get_organization_name (account));
  g_autofree char *time = g_date_time_format (now, "%c");
  GString *list = g_string_new (NULL);

  g_string_append_printf (list, "%s\n%s, %s\n", heading, organization, time);
  for (guint i = 0; i < docket_removal_batch_get_n_total (batch); i++)
    if (!docket_removal_batch_is_done (batch, i))
      {
        g_autofree char *title
            = docket_text_clean (docket_removal_batch_get_target (batch, i)->title);
        g_autofree char *reason = docket_many_words_reason (batch, i);

        g_string_append_printf (list, "\n%s\n    %s\n",
                                *title != '\0' ? title : _ ("Untitled task"), reason);
      }
  return g_string_free (list, FALSE);
}
