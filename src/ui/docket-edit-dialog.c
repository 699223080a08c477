/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/docket-edit-dialog.h"

#include <glib/gi18n.h>
#include "ui/compat/docket-alert.h"
#include "ui/docket-edit-words.h"
#include "workspace/docket-edit.h"

/* As it was seen, and as it is wanted. */
#define SAVED_TYPE "(" DOCKET_TASK_VALUES_TYPE DOCKET_TASK_VALUES_TYPE ")"

struct _DocketEditDialog
{
  DocketTaskSheet parent_instance;

  char *task_id;
  DocketTaskValues *base;   /* as the person saw it */
  DocketTaskValues *wanted; /* what was asked for last */
  DocketTaskValues *theirs; /* while it is asked whose changes stay */
  DocketTaskParts disputed;
};

enum
{
  SAVED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DocketEditDialog, docket_edit_dialog, DOCKET_TYPE_TASK_SHEET)

static void send (DocketEditDialog *self);

/* @values: (transfer full) */
static void
take (DocketTaskValues **place, DocketTaskValues *values)
{
  g_clear_pointer (place, docket_task_values_free);
  *place = values;
}

/* The deadline that was asked for, where the server has moved it. (transfer none) (nullable) */
static GDateTime *
find_moved (DocketEditDialog *self, const DocketTaskValues *now)
{
  const DocketTaskParts asked = docket_task_values_compare (self->base, self->wanted);
  const DocketTaskParts other = docket_task_values_compare (self->wanted, now);

  return (asked & other & DOCKET_TASK_PART_DEADLINE) != 0 ? self->wanted->deadline : NULL;
}

static void
take_saved (DocketEditDialog *self, TallyfyTask *task)
{
  g_autoptr (DocketTaskValues) now = docket_task_values_new (task);

  docket_task_sheet_clear_draft (DOCKET_TASK_SHEET (self));
  g_signal_emit (self, signals[SAVED], 0, task, find_moved (self, now));
  docket_task_sheet_close (DOCKET_TASK_SHEET (self));
}

/* What the person has changed goes on top of what is there now: all of it, or all that nobody else
 * has changed. */
static void
merge (DocketEditDialog *self, gboolean mine)
{
  DocketTaskParts parts = docket_task_values_compare (self->base, self->wanted);
  DocketTaskValues *merged = docket_task_values_copy (self->theirs);

  if (!mine)
    parts &= ~self->disputed;
  docket_task_values_replace (merged, parts, self->wanted);
  take (&self->wanted, merged);
  take (&self->base, g_steal_pointer (&self->theirs));
  docket_task_form_show_values (docket_task_sheet_get_form (DOCKET_TASK_SHEET (self)),
                                docket_task_sheet_get_workspace (DOCKET_TASK_SHEET (self)),
                                self->wanted);
  send (self);
}

static void
answered_cb (GtkWidget *alert, const char *response, gpointer user_data)
{
  DocketEditDialog *self = user_data;

  if (self->theirs == NULL || g_str_equal (response, "cancel"))
    return;
  merge (self, g_str_equal (response, "mine"));
}

/* @task: as somebody else has it */
static void
ask (DocketEditDialog *self, TallyfyTask *task, DocketTaskParts disputed)
{
  g_autofree char *words = docket_edit_words_changed (disputed);
  GtkWidget *alert = docket_alert_new (GTK_WIDGET (self), _ ("Keep Your Changes?"), words);

  take (&self->theirs, docket_task_values_new (task));
  self->disputed = disputed;
  docket_alert_add_response (alert, "cancel", _ ("_Cancel"), DOCKET_RESPONSE_PLAIN);
  docket_alert_add_response (alert, "theirs", C_ ("changes", "Use _Theirs"), DOCKET_RESPONSE_PLAIN);
  docket_alert_add_response (alert, "mine", C_ ("changes", "Keep _Mine"),
                             DOCKET_RESPONSE_SUGGESTED);
  docket_alert_set_default (alert, "mine");
  docket_alert_connect (alert, G_CALLBACK (answered_cb), self);
  docket_alert_present (alert, GTK_WIDGET (self));
}

static void
ended_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (DocketEditDialog) self = user_data;
  DocketTaskSheet *sheet = DOCKET_TASK_SHEET (self);
  g_autoptr (TallyfyTask) task = NULL;
  g_autoptr (GError) error = NULL;
  DocketTaskParts parts;
  DocketEditOutcome outcome;
  const gboolean ok
      = docket_edit_finish (DOCKET_WORKSPACE (source), result, &outcome, &parts, &task, &error);

  docket_task_sheet_end (sheet, ok && outcome == DOCKET_EDIT_NOT_CONFIRMED);
  if (ok && outcome == DOCKET_EDIT_SAVED)
    take_saved (self, task);
  else if (ok && outcome == DOCKET_EDIT_CHANGED)
    ask (self, task, parts);
  else
    {
      const char *heading;
      g_autofree char *words = ok ? docket_edit_words_problem (outcome, parts, &heading)
                                  : docket_edit_words_failure (error, &heading);

      docket_task_sheet_tell (sheet, heading, words,
                              ok && outcome == DOCKET_EDIT_ABSENT ? _ ("Save Again") : NULL);
    }
}

static void
send (DocketEditDialog *self)
{
  docket_task_sheet_begin (DOCKET_TASK_SHEET (self));
  docket_edit_async (docket_task_sheet_get_workspace (DOCKET_TASK_SHEET (self)), self->task_id,
                     self->base, self->wanted, FALSE, ended_cb, g_object_ref (self));
}

static void
submit (DocketTaskSheet *sheet)
{
  DocketEditDialog *self = DOCKET_EDIT_DIALOG (sheet);

  take (&self->wanted, docket_task_form_get_values (docket_task_sheet_get_form (sheet)));
  if (docket_task_values_compare (self->base, self->wanted) == 0)
    docket_task_sheet_close (sheet);
  else
    send (self);
}

static void
check_again (DocketTaskSheet *sheet)
{
  DocketEditDialog *self = DOCKET_EDIT_DIALOG (sheet);

  docket_task_sheet_begin (sheet);
  docket_edit_look_up_async (docket_task_sheet_get_workspace (sheet), self->task_id, self->base,
                             self->wanted, ended_cb, g_object_ref (self));
}

static char *
save (DocketTaskSheet *sheet)
{
  DocketEditDialog *self = DOCKET_EDIT_DIALOG (sheet);
  g_autoptr (DocketTaskValues) wanted
      = docket_task_form_get_values (docket_task_sheet_get_form (sheet));
  g_autoptr (GVariant) saved = NULL;

  if (docket_task_values_compare (self->base, wanted) == 0)
    return g_strdup ("");
  saved = g_variant_ref_sink (g_variant_new ("(@" DOCKET_TASK_VALUES_TYPE
                                             "@" DOCKET_TASK_VALUES_TYPE ")",
                                             docket_task_values_to_variant (self->base),
                                             docket_task_values_to_variant (wanted)));
  return g_variant_print (saved, TRUE);
}

/* What was changed in @task and not saved, or nothing yet. */
static void
restore (DocketEditDialog *self, TallyfyTask *task)
{
  const char *text = docket_task_sheet_get_draft (DOCKET_TASK_SHEET (self));
  g_autoptr (GVariant) saved
      = g_variant_parse (G_VARIANT_TYPE (SAVED_TYPE), text, NULL, NULL, NULL);

  if (saved != NULL)
    {
      g_autoptr (GVariant) base = g_variant_get_child_value (saved, 0);
      g_autoptr (GVariant) wanted = g_variant_get_child_value (saved, 1);

      take (&self->base, docket_task_values_from_variant (base));
      take (&self->wanted, docket_task_values_from_variant (wanted));
      return;
    }
  take (&self->base, docket_task_values_new (task));
  take (&self->wanted, docket_task_values_copy (self->base));
}

static void
docket_edit_dialog_finalize (GObject *object)
{
  DocketEditDialog *self = DOCKET_EDIT_DIALOG (object);

  g_clear_pointer (&self->task_id, g_free);
  take (&self->base, NULL);
  take (&self->wanted, NULL);
  take (&self->theirs, NULL);

  G_OBJECT_CLASS (docket_edit_dialog_parent_class)->finalize (object);
}

static void
docket_edit_dialog_class_init (DocketEditDialogClass *klass)
{
  DocketTaskSheetClass *sheet_class = DOCKET_TASK_SHEET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = docket_edit_dialog_finalize;
  sheet_class->submit = submit;
  sheet_class->check_again = check_again;
  sheet_class->save = save;
  signals[SAVED] = g_signal_new ("saved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 2, TALLYFY_TYPE_TASK, G_TYPE_DATE_TIME);
}

static void
docket_edit_dialog_init (DocketEditDialog *self)
{
}

DocketEditDialog *
docket_edit_dialog_open (GtkWidget *parent, DocketWorkspace *workspace, TallyfyTask *task)
{
  DocketEditDialog *self = g_object_new (DOCKET_TYPE_EDIT_DIALOG, NULL);
  DocketTaskSheet *sheet = DOCKET_TASK_SHEET (self);
  DocketTaskForm *form = docket_task_sheet_get_form (sheet);

  self->task_id = g_strdup (tallyfy_task_get_id (task));
  docket_task_sheet_prepare (sheet, workspace, self->task_id, _ ("Edit Task"), _ ("Save"), parent);
  restore (self, task);
  docket_task_form_set_needs_deadline (form, tallyfy_task_is_one_off (task));
  docket_task_form_show_values (form, workspace, self->wanted);
  docket_task_form_show_tags (form, tallyfy_task_get_tags (task));
  docket_task_sheet_present (sheet, parent);
  return self;
}

DocketTaskValues *
docket_edit_dialog_dup_before (DocketEditDialog *self, TallyfyTask *saved)
{
  DocketTaskValues *values;

  g_return_val_if_fail (DOCKET_IS_EDIT_DIALOG (self), NULL);

  values = docket_task_values_new (saved);
  docket_task_values_replace (values, docket_task_values_compare (self->base, self->wanted),
                              self->base);
  return values;
}
