/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/docket-process-dialog.h"

#include <glib/gi18n.h>
#include "ui/compat/docket-alert.h"
#include "ui/docket-delete-dialog.h"
#include "ui/docket-delete-extra.h"
#include "ui/docket-delete-words.h"
#include "ui/docket-press-guard.h"
#include "ui/docket-process-words.h"
#include "workspace/docket-text.h"

#define MAX_NAME 120

struct _DocketProcessDialog
{
  GObject parent_instance;

  DocketWorkspace *workspace;
  DocketProcess *process;
  GtkWidget *alert;
  DocketDeleteExtra *extra;
  GCancellable *cancellable;
  DocketProcessContents *contents; /* what it shows, once that was fetched */
  GError *error;                   /* why it was not */
  DocketRemoval *removal;          /* what the answer before came to; nullable */
  gboolean keeps_copy;
};

enum
{
  CHOSEN,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DocketProcessDialog, docket_process_dialog, G_TYPE_OBJECT)

/* Of all its tasks together. (transfer full) */
static char *
describe_loss (DocketProcessDialog *self, const char *name)
{
  DocketProcessLoss loss = { 0 };

  if (self->error != NULL)
    return g_strdup (
        _ ("What would be deleted with it could not be loaded, so it cannot be deleted "
           "now. Nothing was changed."));
  if (self->contents == NULL)
    return g_strdup (_ ("Counting what would be deleted with it…"));
  docket_process_words_count (self->contents, &loss);
  return docket_process_words_loss (&loss, name);
}

static void
show_banner (DocketProcessDialog *self)
{
  const gboolean no_copy = self->removal != NULL
                           && docket_removal_get_outcome (self->removal) == DOCKET_OUTCOME_NO_COPY;
  g_autofree char *words = NULL;

  if (no_copy)
    words = docket_delete_words_no_copy (docket_removal_get_error (self->removal));
  else if (self->removal != NULL)
    words = g_strdup (_ ("This process was changed meanwhile, so nothing was deleted."));
  docket_delete_extra_set_banner (self->extra, words, no_copy);
}

static void
show_text (DocketProcessDialog *self)
{
  g_autofree char *plain = docket_process_words_name (self->process);
  g_autofree char *name = docket_text_isolate (plain, MAX_NAME);
  g_autofree char *safe
      /* Translators: %s is the name of a process */
      = g_strdup_printf (C_ ("process", "“%s” is archived and can be restored at any time."), name);
  g_autofree char *loss = describe_loss (self, name);
  g_autofree char *body = g_strjoin ("\n\n", safe, loss, NULL);

  docket_alert_set_text (self->alert, C_ ("process", "Keep It Archived Instead?"), body);
  show_banner (self);
  docket_alert_set_response_enabled (self->alert, "delete", self->contents != NULL);
}

static void
fetched_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (DocketProcessDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  DocketCopyRow *copy_row = docket_delete_extra_get_copy_row (self->extra);

  self->contents = docket_process_contents_fetch_finish (result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  self->error = g_steal_pointer (&error);
  /* What is secret to most people is not left in a file by default. */
  if (self->contents != NULL && docket_process_contents_is_top_secret (self->contents))
    {
      docket_copy_row_set_words (
          copy_row, NULL, _ ("Off since a task of it is top secret. No copy will exist anywhere"));
      if (self->removal == NULL)
        docket_copy_row_set_active (copy_row, FALSE);
    }
  show_text (self);
}

static DocketDeleteChoice
to_choice (const char *response)
{
  if (g_str_equal (response, "delete"))
    return DOCKET_DELETE_CONFIRM;
  return g_str_equal (response, "safe") ? DOCKET_DELETE_KEEP : DOCKET_DELETE_CANCEL;
}

static void
response_cb (GtkWidget *alert, const char *response, DocketProcessDialog *self)
{
  g_cancellable_cancel (self->cancellable);
  self->keeps_copy = docket_copy_row_get_active (docket_delete_extra_get_copy_row (self->extra));
  g_signal_emit (self, signals[CHOSEN], 0, (int)to_choice (response));
}

static void
docket_process_dialog_dispose (GObject *object)
{
  DocketProcessDialog *self = DOCKET_PROCESS_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->workspace);
  g_clear_object (&self->process);
  g_clear_object (&self->contents);
  g_clear_object (&self->removal);
  g_clear_error (&self->error);

  G_OBJECT_CLASS (docket_process_dialog_parent_class)->dispose (object);
}

static void
docket_process_dialog_class_init (DocketProcessDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = docket_process_dialog_dispose;
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
}

static void
docket_process_dialog_init (DocketProcessDialog *self)
{
  self->cancellable = g_cancellable_new ();
}

static void
build_alert (DocketProcessDialog *self, GtkWidget *parent)
{
  self->alert = docket_alert_new (parent, NULL, NULL);
  docket_alert_add_response (self->alert, "cancel", _ ("_Cancel"), DOCKET_RESPONSE_PLAIN);
  docket_alert_add_response (self->alert, "delete", _ ("_Delete Permanently"),
                             DOCKET_RESPONSE_DESTRUCTIVE);
  docket_alert_add_response (self->alert, "safe", C_ ("process", "_Keep Archived"),
                             DOCKET_RESPONSE_SUGGESTED);
  docket_alert_set_default (self->alert, "safe");
  self->extra = DOCKET_DELETE_EXTRA (docket_delete_extra_new ());
  docket_alert_set_extra_child (self->alert, GTK_WIDGET (self->extra));
  docket_copy_row_set_words (docket_delete_extra_get_copy_row (self->extra),
                             _ ("Of the process and all its tasks, to read later"), NULL);
  docket_alert_connect (self->alert, G_CALLBACK (response_cb), self);
  docket_press_guard_attach (self->alert);
  g_object_set_data_full (G_OBJECT (self->alert), "docket-process-dialog", self, g_object_unref);
}

DocketProcessDialog *
docket_process_dialog_open (GtkWidget *parent,
                            DocketWorkspace *workspace,
                            DocketProcess *process,
                            DocketProcessDialog *before,
                            DocketRemoval *removal)
{
  DocketProcessDialog *self = g_object_new (DOCKET_TYPE_PROCESS_DIALOG, NULL);

  self->workspace = g_object_ref (workspace);
  self->process = g_object_ref (process);
  g_set_object (&self->removal, removal);
  build_alert (self, parent);
  if (before != NULL)
    docket_copy_row_set_active (docket_delete_extra_get_copy_row (self->extra), before->keeps_copy);
  show_text (self);
  docket_workspace_fetch_contents_async (workspace, docket_process_get_id (process),
                                         self->cancellable, fetched_cb, g_object_ref (self));
  docket_alert_present (self->alert, parent);
  return self;
}

void
docket_process_dialog_close (DocketProcessDialog *self)
{
  docket_alert_close (self->alert);
}

DocketWorkspace *
docket_process_dialog_get_workspace (DocketProcessDialog *self)
{
  return self->workspace;
}

DocketProcess *
docket_process_dialog_get_process (DocketProcessDialog *self)
{
  return self->process;
}

DocketProcessContents *
docket_process_dialog_get_contents (DocketProcessDialog *self)
{
  return self->contents;
}

gboolean
docket_process_dialog_get_keeps_copy (DocketProcessDialog *self)
{
  return self->keeps_copy;
}
