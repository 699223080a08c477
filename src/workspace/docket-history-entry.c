/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "workspace/docket-history-private.h"

#include "tallyfy/tallyfy-error.h"
#include "workspace/docket-removal-private.h"

struct _DocketHistoryEntry
{
  GObject parent_instance;

  DocketHistoryRecord *record;
  GDateTime *intended_at;
  GDateTime *looked_up_at;
  GDateTime *copy_removed_at;
  GDateTime *created_at;
};

enum
{
  CHANGED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DocketHistoryEntry, docket_history_entry, G_TYPE_OBJECT)

void
docket_history_record_free (DocketHistoryRecord *record)
{
  /* An array frees those that were taken out of it, too. */
  if (record == NULL)
    return;
  g_free (record->task_id);
  g_free (record->title);
  g_free (record->sentence);
  g_free (record->created_task);
  g_free (record);
}

gboolean
docket_history_record_is_open (const DocketHistoryRecord *record)
{
  return !record->ended || record->outcome == DOCKET_OUTCOME_NOT_CONFIRMED
         || record->outcome == DOCKET_OUTCOME_STILL_THERE;
}

/* What cannot change, an intent, is not compared. */
static gboolean
is_same (const DocketHistoryRecord *one, const DocketHistoryRecord *other)
{
  return one->ended == other->ended && one->outcome == other->outcome
         && one->status == other->status && g_strcmp0 (one->sentence, other->sentence) == 0
         && one->looked_up_at == other->looked_up_at && one->has_copy == other->has_copy
         && one->copy_removed_at == other->copy_removed_at && one->created_at == other->created_at
         && g_strcmp0 (one->created_task, other->created_task) == 0;
}

static void
clear (DocketHistoryEntry *self)
{
  g_clear_pointer (&self->record, docket_history_record_free);
  g_clear_pointer (&self->intended_at, g_date_time_unref);
  g_clear_pointer (&self->looked_up_at, g_date_time_unref);
  g_clear_pointer (&self->copy_removed_at, g_date_time_unref);
  g_clear_pointer (&self->created_at, g_date_time_unref);
}

/* Returns: (nullable): NULL for 0 */
static GDateTime *
to_moment (gint64 seconds)
{
  return seconds != 0 ? g_date_time_new_from_unix_utc (seconds) : NULL;
}

static void
fill (DocketHistoryEntry *self, DocketHistoryRecord *record)
{
  clear (self);
  self->record = record;
  self->intended_at = g_date_time_new_from_unix_utc (record->intended_at);
  self->looked_up_at = to_moment (record->looked_up_at);
  self->copy_removed_at = to_moment (record->copy_removed_at);
  self->created_at = to_moment (record->created_at);
}

static void
docket_history_entry_finalize (GObject *object)
{
  clear (DOCKET_HISTORY_ENTRY (object));
  G_OBJECT_CLASS (docket_history_entry_parent_class)->finalize (object);
}

static void
docket_history_entry_class_init (DocketHistoryEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = docket_history_entry_finalize;
  signals[CHANGED] = g_signal_new ("changed", DOCKET_TYPE_HISTORY_ENTRY, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
docket_history_entry_init (DocketHistoryEntry *self)
{
}

DocketHistoryEntry *
docket_history_entry_new (DocketHistoryRecord *record)
{
  DocketHistoryEntry *self = g_object_new (DOCKET_TYPE_HISTORY_ENTRY, NULL);

  fill (self, record);
  return self;
}

void
docket_history_entry_take (DocketHistoryEntry *self, DocketHistoryRecord *record)
{
  gboolean same = is_same (self->record, record);

  fill (self, record);
  if (!same)
    g_signal_emit (self, signals[CHANGED], 0);
}

gint64
docket_history_entry_get_id (DocketHistoryEntry *self)
{
  g_return_val_if_fail (DOCKET_IS_HISTORY_ENTRY (self), 0);

  return self->record->id;
}

const char *
docket_history_entry_get_task_id (DocketHistoryEntry *self)
{
  g_return_val_if_fail (DOCKET_IS_HISTORY_ENTRY (self), NULL);

  return self->record->task_id;
}

const char *
docket_history_entry_get_title (DocketHistoryEntry *self)
{
  g_return_val_if_fail (DOCKET_IS_HISTORY_ENTRY (self), NULL);

  return self->record->title;
}

DocketRemovalKind
docket_history_entry_get_kind (DocketHistoryEntry *self)
{
  g_return_val_if_fail (DOCKET_IS_HISTORY_ENTRY (self), DOCKET_REMOVAL_ARCHIVE);

  return self->record->kind;
}

DocketTarget
docket_history_entry_get_target (DocketHistoryEntry *self)
{
  g_return_val_if_fail (DOCKET_IS_HISTORY_ENTRY (self), DOCKET_TARGET_TASK);

  return self->record->target;
}

gboolean
docket_history_entry_get_was_archived (DocketHistoryEntry *self)
{
  g_return_val_if_fail (DOCKET_IS_HISTORY_ENTRY (self), FALSE);

  return self->record->was_archived;
}

GDateTime *
docket_history_entry_get_intended_at (DocketHistoryEntry *self)
{
  g_return_val_if_fail (DOCKET_IS_HISTORY_ENTRY (self), NULL);

  return self->intended_at;
}

gboolean
docket_history_entry_get_outcome (DocketHistoryEntry *self, DocketRemovalOutcome *outcome)
{
  g_return_val_if_fail (DOCKET_IS_HISTORY_ENTRY (self), FALSE);

  if (self->record->ended && outcome != NULL)
    *outcome = self->record->outcome;
  return self->record->ended;
}

guint
docket_history_entry_get_status (DocketHistoryEntry *self)
{
  g_return_val_if_fail (DOCKET_IS_HISTORY_ENTRY (self), 0);

  return self->record->status;
}

const char *
docket_history_entry_get_sentence (DocketHistoryEntry *self)
{
  g_return_val_if_fail (DOCKET_IS_HISTORY_ENTRY (self), NULL);

  return self->record->sentence;
}

GDateTime *
docket_history_entry_get_looked_up_at (DocketHistoryEntry *self)
{
  g_return_val_if_fail (DOCKET_IS_HISTORY_ENTRY (self), NULL);

  return self->looked_up_at;
}

/* Whether the task is gone, or may be: while it is not, there is no use for a copy. */
static gboolean
may_be_gone (const DocketHistoryRecord *record)
{
  if (!record->ended)
    return FALSE;
  switch (record->outcome)
    {
    case DOCKET_OUTCOME_DONE:
    case DOCKET_OUTCOME_FOUND_DONE:
    case DOCKET_OUTCOME_GONE:
    case DOCKET_OUTCOME_NOT_CONFIRMED:
      return TRUE;
    default:
      return FALSE;
    }
}

gboolean
docket_history_entry_has_copy (DocketHistoryEntry *self)
{
  g_return_val_if_fail (DOCKET_IS_HISTORY_ENTRY (self), FALSE);

  return self->record->has_copy && may_be_gone (self->record);
}

GDateTime *
docket_history_entry_get_copy_removed_at (DocketHistoryEntry *self)
{
  g_return_val_if_fail (DOCKET_IS_HISTORY_ENTRY (self), NULL);

  return may_be_gone (self->record) ? self->copy_removed_at : NULL;
}

GDateTime *
docket_history_entry_get_created_at (DocketHistoryEntry *self)
{
  g_return_val_if_fail (DOCKET_IS_HISTORY_ENTRY (self), NULL);

  return self->created_at;
}

const char *
docket_history_entry_get_created_task (DocketHistoryEntry *self)
{
  g_return_val_if_fail (DOCKET_IS_HISTORY_ENTRY (self), NULL);

  return self->record->created_task;
}

gboolean
docket_history_entry_is_open (DocketHistoryEntry *self)
{
  g_return_val_if_fail (DOCKET_IS_HISTORY_ENTRY (self), FALSE);

  return docket_history_record_is_open (self->record);
}

DocketRemoval *
docket_history_entry_to_removal (DocketHistoryEntry *self)
{
  const DocketHistoryRecord *record;
  DocketRemoval *removal;
  DocketRemovalOutcome outcome = DOCKET_OUTCOME_NOT_CONFIRMED;
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (DOCKET_IS_HISTORY_ENTRY (self), NULL);

  record = self->record;
  docket_history_entry_get_outcome (self, &outcome);
  /* A 404 makes a difference to what a look-up proves; other answers without proof make none. */
  error = g_error_new_literal (TALLYFY_ERROR,
                               record->status == 404 ? TALLYFY_ERROR_NOT_FOUND
                                                     : TALLYFY_ERROR_UNKNOWN_OUTCOME,
                               "The answer gave no proof");
  removal = docket_removal_new (record->id, record->kind, outcome, record->task_id, record->title,
                                record->was_archived, error, self->looked_up_at);
  docket_removal_set_target (removal, record->target);
  return removal;
}
