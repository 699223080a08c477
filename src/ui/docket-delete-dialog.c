/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/docket-delete-dialog.h"

#include <glib/gi18n.h>
#include "ui/compat/docket-alert.h"
#include "ui/docket-press-guard.h"
#include "ui/docket-words.h"
#include "workspace/docket-text.h"

#define MAX_TITLE 120

typedef enum
{
  COUNTS_PENDING,
  COUNTS_KNOWN,
  COUNTS_FAILED,
} Counts;

struct _DocketDeleteDialog
{
  GObject parent_instance;

  DocketWorkspace *workspace;
  DocketTask *task;
  char *task_id;
  GtkWidget *alert;
  GCancellable *cancellable;

  Counts counts;
  guint n_fields;
  guint n_answers;
  guint n_comments;
  gboolean archived;
  gboolean one_off;
  gboolean namesake;
};

enum
{
  CHOSEN,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DocketDeleteDialog, docket_delete_dialog, G_TYPE_OBJECT)

/* What is lost, in a sentence. (transfer full) */
static char *
describe_loss (DocketDeleteDialog *self, const char *title)
{
  g_autofree char *contents
      = docket_words_contents (self->n_fields, self->n_answers, self->n_comments);

  if (!self->one_off)
    return g_strdup (
        _ ("It belongs to a process now. Tallyfy removes such tasks only with their process."));
  switch (self->counts)
    {
    case COUNTS_PENDING:
      if (self->archived)
        return g_strdup (_ ("Counting what deleting it permanently would also delete…"));
      return g_strdup_printf (_ ("Counting what deleting “%s” permanently would also delete…"),
                              title);
    case COUNTS_FAILED:
      return g_strdup_printf (_ ("Deleting “%s” permanently cannot be undone. Docket could not "
                                 "count the form fields, "
                                 "answers and comments that are deleted with it."),
                              title);
    case COUNTS_KNOWN:
    default:
      break;
    }
  if (contents == NULL)
    return self->archived
               ? g_strdup (_ ("Deleting it permanently cannot be undone."))
               : g_strdup_printf (_ ("Deleting “%s” permanently cannot be undone."), title);
  /* Translators: the last %s is a list such as: its 5 form fields, 3 answers and 2 comments */
  if (self->archived)
    return g_strdup_printf (_ ("Deleting it permanently also deletes %s. This cannot be undone."),
                            contents);
  return g_strdup_printf (_ ("Deleting “%s” permanently also deletes %s. This cannot be undone."),
                          title, contents);
}

/* Tells two tasks of one title apart. (transfer full) (nullable) */
static char *
describe_namesake (DocketDeleteDialog *self)
{
  DocketAccount *account = docket_workspace_get_account (self->workspace);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  GDateTime *deadline = docket_task_get_deadline (self->task);
  g_autofree char *when = NULL;
  g_autofree char *people = NULL;
  g_autofree char *isolated = NULL;

  if (!self->namesake)
    return NULL;
  when = deadline != NULL ? docket_words_moment (deadline, now) : g_strdup (_ ("No deadline"));
  people = docket_words_people (docket_task_get_assignees (self->task),
                                docket_task_get_mine (self->task),
                                docket_account_get_user_name (account));
  isolated = docket_text_isolate (people, MAX_TITLE);
  /* Translators: what tells this task from another with the same title: its deadline, and whom it
   * is assigned to */
  return g_strdup_printf (_ ("Another task has the same title. This one: %s; assigned to %s."),
                          when, isolated);
}

static void
show_text (DocketDeleteDialog *self)
{
  g_autofree char *title = docket_text_isolate (docket_task_get_title (self->task), MAX_TITLE);
  g_autofree char *safe
      = self->archived
            ? g_strdup_printf (_ ("“%s” is archived and can be restored at any time."), title)
            : g_strdup (_ ("An archived task can be restored at any time."));
  g_autofree char *loss = describe_loss (self, title);
  g_autofree char *namesake = describe_namesake (self);
  g_autofree char *body = g_strjoin ("\n\n", safe, loss, namesake, NULL);

  docket_alert_set_text (self->alert,
                         self->archived ? _ ("Keep It Archived Instead?")
                                        : _ ("Archive This Task Instead?"),
                         body);
  docket_alert_set_response_label (self->alert, "safe",
                                   self->archived ? _ ("_Keep Archived") : _ ("_Archive"));
  docket_alert_set_response_enabled (self->alert, "delete",
                                     self->counts != COUNTS_PENDING && self->one_off);
}

static void
count (DocketDeleteDialog *self, TallyfyTask *task)
{
  GPtrArray *fields = tallyfy_task_get_form_fields (task);
  GPtrArray *comments = tallyfy_task_get_comments (task);

  self->n_fields = fields != NULL ? fields->len : 0;
  self->n_answers = 0;
  for (guint i = 0; i < self->n_fields; i++)
    if (tallyfy_form_field_is_answered (g_ptr_array_index (fields, i)))
      self->n_answers++;
  self->n_comments = comments != NULL ? comments->len : tallyfy_task_get_n_comments (task);
  self->archived = tallyfy_task_is_archived (task);
  self->one_off = tallyfy_task_is_one_off (task);
}

static void
fetched_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (DocketDeleteDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TallyfyTask) task
      = docket_workspace_fetch_task_finish (DOCKET_WORKSPACE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  self->counts = task != NULL ? COUNTS_KNOWN : COUNTS_FAILED;
  if (task != NULL)
    count (self, task);
  show_text (self);
}

static void
namesake_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (DocketDeleteDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean namesake
      = docket_workspace_has_namesake_finish (DOCKET_WORKSPACE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  self->namesake = namesake;
  show_text (self);
}

static DocketDeleteChoice
to_choice (DocketDeleteDialog *self, const char *response)
{
  if (g_str_equal (response, "delete"))
    return DOCKET_DELETE_CONFIRM;
  if (g_str_equal (response, "safe"))
    return self->archived ? DOCKET_DELETE_KEEP : DOCKET_DELETE_ARCHIVE;
  return DOCKET_DELETE_CANCEL;
}

static void
response_cb (GtkWidget *alert, const char *response, DocketDeleteDialog *self)
{
  g_cancellable_cancel (self->cancellable);
  g_signal_emit (self, signals[CHOSEN], 0, (int)to_choice (self, response));
}

static void
docket_delete_dialog_dispose (GObject *object)
{
  DocketDeleteDialog *self = DOCKET_DELETE_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->workspace);
  g_clear_object (&self->task);
  g_clear_pointer (&self->task_id, g_free);

  G_OBJECT_CLASS (docket_delete_dialog_parent_class)->dispose (object);
}

static void
docket_delete_dialog_class_init (DocketDeleteDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = docket_delete_dialog_dispose;
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
}

static void
docket_delete_dialog_init (DocketDeleteDialog *self)
{
  self->cancellable = g_cancellable_new ();
}

static void
build_alert (DocketDeleteDialog *self, GtkWidget *parent)
{
  self->alert = docket_alert_new (parent, NULL, NULL);
  docket_alert_add_response (self->alert, "cancel", _ ("_Cancel"), DOCKET_RESPONSE_PLAIN);
  docket_alert_add_response (self->alert, "delete", _ ("_Delete Permanently"),
                             DOCKET_RESPONSE_DESTRUCTIVE);
  docket_alert_add_response (self->alert, "safe", _ ("_Archive"), DOCKET_RESPONSE_SUGGESTED);
  docket_alert_set_default (self->alert, "safe");
  docket_alert_connect (self->alert, G_CALLBACK (response_cb), self);
  docket_press_guard_attach (self->alert);
  g_object_set_data_full (G_OBJECT (self->alert), "docket-delete-dialog", self, g_object_unref);
}

DocketDeleteDialog *
docket_delete_dialog_open (GtkWidget *parent, DocketWorkspace *workspace, DocketTask *task)
{
  DocketDeleteDialog *self = g_object_new (DOCKET_TYPE_DELETE_DIALOG, NULL);

  self->workspace = g_object_ref (workspace);
  self->task = g_object_ref (task);
  self->task_id = g_strdup (docket_task_get_id (task));
  self->archived = docket_task_get_archived (task);
  self->one_off = docket_task_get_one_off (task);
  build_alert (self, parent);
  show_text (self);
  docket_workspace_fetch_task_async (workspace, self->task_id, self->cancellable, fetched_cb,
                                     g_object_ref (self));
  docket_workspace_has_namesake_async (workspace, self->task_id, self->cancellable, namesake_cb,
                                       g_object_ref (self));
  docket_alert_present (self->alert, parent);
  return self;
}

const char *
docket_delete_dialog_get_task_id (DocketDeleteDialog *self)
{
  return self->task_id;
}

DocketWorkspace *
docket_delete_dialog_get_workspace (DocketDeleteDialog *self)
{
  return self->workspace;
}
