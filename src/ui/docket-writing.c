/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/docket-writing.h"

#include <glib/gi18n.h>
#include "ui/docket-new-task-dialog.h"
#include "ui/docket-reveal.h"
#include "ui/docket-toast.h"
#include "ui/docket-words.h"

struct _DocketWriting
{
  GObject parent_instance;

  AdwToastOverlay *toasts; /* not owned */
  DocketListPane *list;    /* not owned */
  GSimpleActionGroup *actions;
  DocketWorkspace *workspace;
  DocketNewTaskDialog *dialog; /* weak */
};

G_DEFINE_FINAL_TYPE (DocketWriting, docket_writing, G_TYPE_OBJECT)

static void
made_cb (DocketWriting *self, TallyfyTask *made, GDateTime *asked)
{
  g_autofree char *words = NULL;

  if (self->workspace == NULL)
    return;
  if (asked != NULL)
    {
      g_autoptr (GDateTime) now = g_date_time_new_now_local ();
      g_autoptr (GDateTime) deadline = g_date_time_to_local (tallyfy_task_get_deadline (made));
      g_autofree char *moment = docket_words_moment (deadline, now);

      /* Translators: %s is a moment, such as "Monday, 23 March, 17:00" */
      words = g_strdup_printf (_ ("Task created. Tallyfy moved the deadline to %s"), moment);
    }
  docket_toast_show (self->toasts, words != NULL ? words : _ ("Task created"), NULL);
  docket_reveal_task (docket_list_pane_get_list (self->list),
                      docket_workspace_get_tasks (self->workspace), tallyfy_task_get_id (made));
}

static void
kept_cb (DocketWriting *self)
{
  if (self->workspace != NULL)
    docket_toast_show (self->toasts, _ ("Draft kept"), NULL);
}

static void
new_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  DocketWriting *self = user_data;

  if (self->workspace == NULL || self->dialog != NULL)
    return;
  g_set_weak_pointer (&self->dialog,
                      docket_new_task_dialog_open (GTK_WIDGET (self->toasts), self->workspace));
  g_signal_connect_object (self->dialog, "made", G_CALLBACK (made_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->dialog, "kept", G_CALLBACK (kept_cb), self, G_CONNECT_SWAPPED);
}

static void
docket_writing_dispose (GObject *object)
{
  DocketWriting *self = DOCKET_WRITING (object);

  g_clear_weak_pointer (&self->dialog);
  g_clear_object (&self->actions);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (docket_writing_parent_class)->dispose (object);
}

static void
docket_writing_class_init (DocketWritingClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = docket_writing_dispose;
}

static void
docket_writing_init (DocketWriting *self)
{
  g_autoptr (GSimpleAction) action = g_simple_action_new ("new", NULL);

  self->actions = g_simple_action_group_new ();
  g_simple_action_set_enabled (action, FALSE);
  g_signal_connect_object (action, "activate", G_CALLBACK (new_cb), self, 0);
  g_action_map_add_action (G_ACTION_MAP (self->actions), G_ACTION (action));
}

DocketWriting *
docket_writing_new (GtkWidget *view, AdwToastOverlay *toasts, DocketListPane *list)
{
  DocketWriting *self = g_object_new (DOCKET_TYPE_WRITING, NULL);

  self->toasts = toasts;
  self->list = list;
  gtk_widget_insert_action_group (view, "write", G_ACTION_GROUP (self->actions));
  return self;
}

void
docket_writing_end (DocketWriting *self)
{
  docket_writing_set_workspace (self, NULL);
  g_object_unref (self);
}

/* The dialog of one workspace is not left open over another. */
void
docket_writing_set_workspace (DocketWriting *self, DocketWorkspace *workspace)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), "new");

  if (!g_set_object (&self->workspace, workspace))
    return;
  if (self->dialog != NULL)
    docket_new_task_dialog_close (self->dialog);
  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), workspace != NULL);
}
