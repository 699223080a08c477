/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
/* What the person does to processes. */
#include "ui/docket-removals-private.h"

#include <glib/gi18n.h>
#include "ui/docket-toast.h"
#include "ui/docket-undo-list.h"

void
docket_removals_archive_process (DocketRemovals *self, const char *process_id)
{
  g_hash_table_add (self->processes, g_strdup (process_id));
  docket_removals_start (self, DOCKET_REMOVAL_ARCHIVE, process_id);
}

void
docket_removals_restore_process (DocketRemovals *self, const char *process_id)
{
  g_hash_table_add (self->processes, g_strdup (process_id));
  docket_removals_start (self, DOCKET_REMOVAL_RESTORE, process_id);
}

gboolean
docket_removals_is_process (DocketRemovals *self, const char *id)
{
  return g_hash_table_contains (self->processes, id);
}

/* A deletion under way. */
typedef struct
{
  DocketRemovals *removals;
  char *process_id;
  gboolean keeps_copy;
  DocketProcessRefused refused;
  GObject *owner;
} Deletion;

static void
deletion_free (Deletion *deletion)
{
  g_object_unref (deletion->removals);
  g_object_unref (deletion->owner);
  g_free (deletion->process_id);
  g_free (deletion);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Deletion, deletion_free)

static void
deleted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Deletion) deletion = user_data;
  DocketRemovals *self = deletion->removals;
  g_autoptr (GError) error = NULL;
  g_autoptr (DocketRemoval) removal
      = docket_workspace_remove_finish (DOCKET_WORKSPACE (source), result, &error);
  const DocketRemovalOutcome outcome
      = removal != NULL ? docket_removal_get_outcome (removal) : DOCKET_OUTCOME_NOT_SENT;

  /* The workspace was left meanwhile: its journal knows how it ended. */
  if (DOCKET_WORKSPACE (source) != self->workspace)
    return;
  g_hash_table_remove (self->busy, deletion->process_id);
  if (removal != NULL && docket_removals_is_gone (removal))
    docket_undo_list_forget (self->archived, deletion->process_id);
  g_signal_emit_by_name (self, "ended", deletion->process_id,
                         removal != NULL && docket_removals_is_gone (removal));
  if (removal != NULL && (outcome == DOCKET_OUTCOME_CHANGED || outcome == DOCKET_OUTCOME_NO_COPY))
    deletion->refused (deletion->owner, removal);
  else if (removal != NULL)
    docket_removals_tell (self, removal, deletion->keeps_copy && docket_removal_is_done (removal));
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    docket_toast_show (self->toasts, _ ("This process is already being changed"), NULL);
  g_signal_emit_by_name (self, "changed");
}

void
docket_removals_delete_process (DocketRemovals *self,
                                const char *process_id,
                                DocketProcessContents *shown,
                                gboolean keeps_copy,
                                DocketProcessRefused refused,
                                GObject *owner)
{
  Deletion *deletion;

  if (self->workspace == NULL || docket_removals_is_busy (self, process_id))
    return;
  deletion = g_new0 (Deletion, 1);
  deletion->removals = g_object_ref (self);
  deletion->process_id = g_strdup (process_id);
  deletion->keeps_copy = keeps_copy;
  deletion->refused = refused;
  deletion->owner = g_object_ref (owner);
  g_hash_table_add (self->processes, g_strdup (process_id));
  g_hash_table_add (self->busy, g_strdup (process_id));
  g_signal_emit_by_name (self, "started", process_id);
  docket_workspace_delete_process_async (self->workspace, process_id, shown, keeps_copy, deleted_cb,
                                         deletion);
  g_signal_emit_by_name (self, "changed");
}
