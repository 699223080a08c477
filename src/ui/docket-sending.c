/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/docket-sending.h"

#include <glib/gi18n.h>
#include "ui/compat/docket-alert.h"
#include "ui/docket-again-words.h"
#include "ui/docket-press-guard.h"
#include "ui/docket-reveal.h"
#include "ui/docket-sending-words.h"
#include "ui/docket-toast.h"
#include "workspace/docket-new-task.h"
#include "workspace/docket-reminder.h"

struct _DocketSending
{
  GObject parent_instance;

  AdwToastOverlay *toasts; /* not owned */
  DocketListPane *list;    /* not owned */
  DocketTrail *trail;      /* not owned */
  DocketUndo *undo;        /* not owned */
  GSimpleActionGroup *actions;
  DocketWorkspace *workspace;
};

G_DEFINE_FINAL_TYPE (DocketSending, docket_sending, G_TYPE_OBJECT)

/* What was asked for, until it is told how it ended; and then what is offered in the dialog. */
typedef struct
{
  DocketSending *sending;
  DocketWorkspace *workspace;
  char *task_id;
  char *title;
  gint64 since;      /* unix seconds */
  TallyfyTask *made; /* NULL until it is */
} Asked;

static void
asked_free (Asked *asked)
{
  g_object_unref (asked->sending);
  g_object_unref (asked->workspace);
  g_free (asked->task_id);
  g_free (asked->title);
  g_clear_object (&asked->made);
  g_free (asked);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Asked, asked_free)

static Asked *
asked_new (DocketSending *self, DocketTask *task)
{
  Asked *asked = g_new0 (Asked, 1);

  asked->sending = g_object_ref (self);
  asked->workspace = g_object_ref (self->workspace);
  asked->task_id = g_strdup (docket_task_get_id (task));
  asked->title = g_strdup (docket_task_get_title (task));
  return asked;
}

static void
forget_asked (gpointer data, GClosure *closure)
{
  asked_free (data);
}

/* Whether the workspace that it was asked in is open still. */
static gboolean
is_current (Asked *asked)
{
  return asked->sending->workspace == asked->workspace;
}

/* A dialog whose first response does nothing. @second: its label, with a mnemonic; nullable.
 * @asked: (transfer full) */
static GtkWidget *
open_dialog (Asked *asked,
             const char *heading,
             const char *body,
             const char *first,
             const char *second,
             GCallback callback)
{
  GtkWidget *parent = GTK_WIDGET (asked->sending->toasts);
  GtkWidget *alert = docket_alert_new (parent, heading, body);

  docket_alert_add_response (alert, "close", first, DOCKET_RESPONSE_PLAIN);
  if (second != NULL)
    docket_alert_add_response (alert, "go", second, DOCKET_RESPONSE_PLAIN);
  docket_alert_set_default (alert, "close");
  g_signal_connect_data (alert, "response", callback, asked, forget_asked, 0);
  docket_press_guard_attach (alert);
  docket_alert_present (alert, parent);
  return alert;
}

static void duplicate (Asked *asked);
static void look_up (Asked *asked);

static Asked *
asked_copy (const Asked *asked)
{
  Asked *copy = g_new0 (Asked, 1);

  copy->sending = g_object_ref (asked->sending);
  copy->workspace = g_object_ref (asked->workspace);
  copy->task_id = g_strdup (asked->task_id);
  copy->title = g_strdup (asked->title);
  copy->since = asked->since;
  g_set_object (&copy->made, asked->made);
  return copy;
}

static void
again_cb (GtkWidget *alert, const char *response, Asked *asked)
{
  if (g_str_equal (response, "go") && is_current (asked))
    duplicate (asked_copy (asked));
}

static void
look_up_cb (GtkWidget *alert, const char *response, Asked *asked)
{
  if (g_str_equal (response, "go") && is_current (asked))
    look_up (asked_copy (asked));
}

static void
closed_cb (GtkWidget *alert, const char *response, Asked *asked)
{
}

/* Its place is in the Archived view then, and it can be restored from there. */
static void
archived_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Asked) asked = user_data;
  g_autoptr (DocketRemoval) removal
      = docket_workspace_remove_finish (DOCKET_WORKSPACE (source), result, NULL);
  const DocketRemovalOutcome outcome
      = removal != NULL ? docket_removal_get_outcome (removal) : DOCKET_OUTCOME_NOT_SENT;
  const gboolean done = outcome == DOCKET_OUTCOME_DONE || outcome == DOCKET_OUTCOME_FOUND_DONE
                        || outcome == DOCKET_OUTCOME_GONE;

  if (is_current (asked))
    docket_toast_show (asked->sending->toasts,
                       done ? _ ("Archived the duplicate") : _ ("The duplicate was not archived"),
                       NULL);
}

static void
archive_duplicate (gpointer user_data)
{
  Asked *asked = user_data;

  docket_workspace_remove_async (asked->workspace, DOCKET_REMOVAL_ARCHIVE,
                                 tallyfy_task_get_id (asked->made), archived_cb,
                                 asked_copy (asked));
}

/* @source: has what is kept of the task that was duplicated, if anything */
static void
original_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Asked) asked = user_data;
  DocketSending *self = asked->sending;
  g_autoptr (TallyfyTask) original
      = docket_workspace_load_task_finish (DOCKET_WORKSPACE (source), result, NULL);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *words = docket_sending_words_duplicated (original, asked->made, now);

  if (!is_current (asked))
    return;
  docket_undo_offer (self->undo, words, NULL, archive_duplicate, g_steal_pointer (&asked),
                     (GDestroyNotify)asked_free);
}

static void
duplicated_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Asked) asked = user_data;
  g_autoptr (TallyfyTask) made = NULL;
  g_autoptr (GError) error = NULL;
  DocketNewTaskOutcome outcome;
  const gboolean ok
      = docket_new_task_finish (DOCKET_WORKSPACE (source), result, &outcome, &made, &error);

  if (!is_current (asked) || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (!ok)
    {
      const char *heading;
      g_autofree char *words = docket_again_words_failure (error, &heading);

      open_dialog (g_steal_pointer (&asked), heading, words, _ ("_Close"), NULL,
                   G_CALLBACK (closed_cb));
    }
  else if (made != NULL)
    {
      docket_reveal_task (docket_list_pane_get_list (asked->sending->list),
                          docket_workspace_get_tasks (asked->workspace),
                          tallyfy_task_get_id (made));
      g_set_object (&asked->made, made);
      docket_workspace_load_task_async (asked->workspace, asked->task_id, NULL, original_cb,
                                        asked_copy (asked));
    }
  else if (outcome == DOCKET_NEW_TASK_ABSENT)
    open_dialog (g_steal_pointer (&asked), _ ("Task Not Duplicated"),
                 _ ("No answer came, and there is no such new task of yours. Nothing was changed."),
                 _ ("_Close"), _ ("_Send Again"), G_CALLBACK (again_cb));
  else
    open_dialog (g_steal_pointer (&asked), _ ("Duplicate Not Confirmed"),
                 _ ("Tallyfy did not say whether the task was duplicated, and looking it up "
                    "failed. Docket does not send it again by itself."),
                 _ ("_Close"), _ ("Check _Again"), G_CALLBACK (look_up_cb));
}

/* @asked: (transfer full) */
static void
duplicate (Asked *asked)
{
  asked->since = g_get_real_time () / G_USEC_PER_SEC;
  docket_new_task_clone_async (asked->workspace, asked->task_id, asked->title, duplicated_cb,
                               asked);
}

/* @asked: (transfer full) */
static void
look_up (Asked *asked)
{
  docket_new_task_look_up_async (asked->workspace, asked->task_id, asked->title, asked->since,
                                 duplicated_cb, asked);
}

static void
reminded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Asked) asked = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL;
  DocketReminderOutcome outcome;
  const gboolean ok = docket_reminder_finish (DOCKET_WORKSPACE (source), result, &outcome, &error);

  if (!is_current (asked) || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (ok && outcome == DOCKET_REMINDER_SENT)
    {
      docket_toast_show (asked->sending->toasts, _ ("Reminder sent"), NULL);
      return;
    }
  words
      = ok ? g_strdup (_ ("Tallyfy did not say whether the reminder went out, and there is no way "
                          "to find out. Docket does not send another one."))
           : docket_sending_words_failure (error);
  open_dialog (g_steal_pointer (&asked),
               ok ? _ ("Reminder Not Confirmed") : _ ("Reminder Not Sent"), words, _ ("_Close"),
               NULL, G_CALLBACK (closed_cb));
}

static void
remind_cb (GtkWidget *alert, const char *response, Asked *asked)
{
  if (g_str_equal (response, "go") && is_current (asked))
    docket_reminder_async (asked->workspace, asked->task_id, reminded_cb, asked_copy (asked));
}

static DocketTask *
get_task (DocketSending *self)
{
  return self->workspace != NULL ? docket_trail_get_task (self->trail) : NULL;
}

static void
duplicate_action_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  DocketSending *self = user_data;
  DocketTask *task = get_task (self);

  if (task != NULL)
    duplicate (asked_new (self, task));
}

static void
remind_action_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  DocketSending *self = user_data;
  DocketTask *task = get_task (self);
  g_autofree char *words = NULL;

  if (task == NULL)
    return;
  words = docket_sending_words_reminder (task, docket_account_get_user_name (
                                                   docket_workspace_get_account (self->workspace)));
  open_dialog (asked_new (self, task), _ ("Remind Assignees?"), words, _ ("_Cancel"),
               _ ("_Send Reminder"), G_CALLBACK (remind_cb));
}

static void
set_enabled (DocketSending *self, const char *name, gboolean enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

static void
update (DocketSending *self)
{
  DocketTask *task = get_task (self);
  const gboolean able = task != NULL && docket_task_get_loaded (task)
                        && docket_workspace_can_send (self->workspace);

  set_enabled (self, "duplicate", able && docket_task_get_one_off (task));
  set_enabled (self, "remind", able && docket_sending_words_can_remind (task));
}

static void
docket_sending_dispose (GObject *object)
{
  DocketSending *self = DOCKET_SENDING (object);

  g_clear_object (&self->actions);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (docket_sending_parent_class)->dispose (object);
}

static void
docket_sending_class_init (DocketSendingClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = docket_sending_dispose;
}

static void
add_action (DocketSending *self, const char *name, GCallback callback)
{
  g_autoptr (GSimpleAction) action = g_simple_action_new (name, NULL);

  g_simple_action_set_enabled (action, FALSE);
  g_signal_connect_object (action, "activate", callback, self, 0);
  g_action_map_add_action (G_ACTION_MAP (self->actions), G_ACTION (action));
}

static void
docket_sending_init (DocketSending *self)
{
  self->actions = g_simple_action_group_new ();
  add_action (self, "duplicate", G_CALLBACK (duplicate_action_cb));
  add_action (self, "remind", G_CALLBACK (remind_action_cb));
}

DocketSending *
docket_sending_new (GtkWidget *view,
                    AdwToastOverlay *toasts,
                    DocketListPane *list,
                    DocketTrail *trail,
                    DocketUndo *undo)
{
  DocketSending *self = g_object_new (DOCKET_TYPE_SENDING, NULL);

  self->toasts = toasts;
  self->list = list;
  self->trail = trail;
  self->undo = undo;
  gtk_widget_insert_action_group (view, "send", G_ACTION_GROUP (self->actions));
  g_signal_connect_object (trail, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  return self;
}

void
docket_sending_end (DocketSending *self)
{
  docket_sending_set_workspace (self, NULL);
  g_object_unref (self);
}

void
docket_sending_set_workspace (DocketSending *self, DocketWorkspace *workspace)
{
  if (self->workspace == workspace)
    return;
  if (self->workspace != NULL)
    g_signal_handlers_disconnect_by_data (self->workspace, self);
  g_set_object (&self->workspace, workspace);
  if (workspace != NULL)
    g_signal_connect_object (workspace, "notify", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}
