/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/docket-edit-undo.h"

#include <glib/gi18n.h>
#include "ui/compat/docket-alert.h"
#include "ui/docket-edit-words.h"
#include "ui/docket-press-guard.h"
#include "ui/docket-toast.h"

typedef struct
{
  AdwToastOverlay *toasts;
  DocketWorkspace *workspace;
  char *task_id;
  DocketTaskValues *before;
  DocketTaskValues *saved;
} Change;

static void
change_free (Change *change)
{
  g_object_unref (change->toasts);
  g_object_unref (change->workspace);
  g_free (change->task_id);
  g_clear_pointer (&change->before, docket_task_values_free);
  g_clear_pointer (&change->saved, docket_task_values_free);
  g_free (change);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Change, change_free)

static void
tell_problem (Change *change, const char *body)
{
  GtkWidget *parent = GTK_WIDGET (change->toasts);
  GtkWidget *alert = docket_alert_new (parent, _ ("Change Not Undone"), body);

  docket_alert_add_response (alert, "close", _ ("_Close"), DOCKET_RESPONSE_PLAIN);
  docket_alert_set_default (alert, "close");
  /* It comes by itself, whatever is typed at that moment. */
  docket_press_guard_attach (alert);
  docket_alert_present (alert, parent);
}

static void
ended_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Change) change = user_data;
  g_autoptr (TallyfyTask) task = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL;
  DocketTaskParts parts;
  DocketEditOutcome outcome;
  const gboolean ok
      = docket_edit_finish (DOCKET_WORKSPACE (source), result, &outcome, &parts, &task, &error);

  /* The window was closed meanwhile. */
  if (gtk_widget_get_root (GTK_WIDGET (change->toasts)) == NULL
      || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (ok && outcome == DOCKET_EDIT_SAVED)
    {
      docket_toast_show (change->toasts, _ ("Change undone"), NULL);
      return;
    }
  words
      = ok ? docket_edit_words_not_undone (outcome, parts) : docket_edit_words_undo_failure (error);
  tell_problem (change, words);
}

static void
undo (gpointer user_data)
{
  Change *change = user_data;
  Change *sent = g_new0 (Change, 1);
  const DocketTaskParts parts = docket_task_values_compare (change->before, change->saved);
  g_autoptr (DocketTaskValues) wanted = docket_task_values_copy (change->saved);

  docket_task_values_replace (wanted, parts, change->before);
  sent->toasts = g_object_ref (change->toasts);
  sent->workspace = g_object_ref (change->workspace);
  docket_edit_async (change->workspace, change->task_id, change->saved, wanted, FALSE, ended_cb,
                     sent);
}

void
docket_edit_undo_offer (DocketUndo *undo_list,
                        AdwToastOverlay *toasts,
                        DocketWorkspace *workspace,
                        const char *words,
                        const DocketTaskValues *before,
                        TallyfyTask *saved)
{
  Change *change = g_new0 (Change, 1);

  change->toasts = g_object_ref (toasts);
  change->workspace = g_object_ref (workspace);
  change->task_id = g_strdup (tallyfy_task_get_id (saved));
  change->before = docket_task_values_copy (before);
  change->saved = docket_task_values_new (saved);
  docket_undo_offer (undo_list, words, NULL, undo, change, (GDestroyNotify)change_free);
}
