/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/docket-comment-row.h"

#include <glib/gi18n.h>
#include "ui/compat/docket-alert.h"
#include "ui/compat/docket-links.h"
#include "ui/docket-chip.h"
#include "ui/docket-comment-words.h"
#include "ui/docket-composer.h"
#include "ui/docket-hit-marks.h"
#include "ui/docket-press-guard.h"
#include "ui/docket-task-menu.h"
#include "ui/docket-words.h"
#include "workspace/docket-comment-text.h"
#include "workspace/docket-html.h"
#include "workspace/docket-text.h"

struct _DocketCommentRow
{
  AdwBin parent_instance;

  AdwAvatar *avatar;
  GtkLabel *author;
  GtkLabel *time;
  AdwBin *chip;
  GtkLabel *text;
  GtkWidget *resolve;
  AdwBin *writing;
  GtkWidget *problem;
  GtkLabel *problem_words;
  GtkMenuButton *menu_button;
  GMenuModel *menu;

  DocketWorkspace *workspace;
  TallyfyTask *task;
  TallyfyComment *comment;
  gboolean deleting;
};

G_DEFINE_FINAL_TYPE (DocketCommentRow, docket_comment_row, ADW_TYPE_BIN)

static const char *
name_cb (const char *id, gpointer user_data)
{
  return docket_workspace_get_person_name (user_data, id);
}

static void
show_author (DocketCommentRow *self)
{
  const char *author = tallyfy_comment_get_author_name (self->comment);
  const char *id = tallyfy_comment_get_author_id (self->comment);
  g_autofree char *name = NULL;

  if (author == NULL && id != NULL)
    author = docket_workspace_get_person_name (self->workspace, id);
  name = author != NULL ? docket_text_clean (author)
                        : g_strdup (C_ ("author of a comment", "Somebody"));
  gtk_label_set_text (self->author, name);
  adw_avatar_set_text (self->avatar, name);
}

static void
show_time (DocketCommentRow *self)
{
  GDateTime *created = tallyfy_comment_get_created_at (self->comment);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *stamp = created != NULL ? docket_words_stamp (created, now) : g_strdup ("");
  g_autofree char *full = created != NULL ? docket_words_full (created, now) : NULL;

  gtk_label_set_text (self->time, stamp);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->time), full);
}

static void
show_label (DocketCommentRow *self)
{
  const char *words = docket_comment_words_label (self->comment);
  DocketChipKind kind = DOCKET_CHIP_PLAIN;

  if (tallyfy_comment_is_open_problem (self->comment))
    kind = DOCKET_CHIP_ERROR;
  else if (g_strcmp0 (tallyfy_comment_get_label (self->comment), "resolve") == 0)
    kind = DOCKET_CHIP_SUCCESS;
  adw_bin_set_child (self->chip, words != NULL ? docket_chip_new (words, kind) : NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->chip), words != NULL);
}

static void
show_text (DocketCommentRow *self)
{
  g_autofree char *markup = docket_html_to_markup (tallyfy_comment_get_content (self->comment));
  g_autofree char *named = docket_comment_text_name_people (markup, name_cb, self->workspace);

  if (g_strcmp0 (gtk_label_get_label (self->text), named) != 0)
    gtk_label_set_markup (self->text, named);
}

/* What can be done while nothing is being written here. */
static void
show_choices (DocketCommentRow *self, gboolean writable)
{
  const gboolean writes = adw_bin_get_child (self->writing) != NULL;
  const gboolean own = writable && docket_comments_is_own (self->workspace, self->comment);
  const gboolean free = own && !writes && !self->deleting;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "comment.edit", free);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "comment.delete",
                                 free && docket_workspace_can_send (self->workspace));
  /* It has the focus while the comment is deleted. */
  gtk_widget_set_visible (GTK_WIDGET (self->menu_button), own && !writes);
  gtk_label_set_extra_menu (self->text, free ? self->menu : NULL);
  gtk_widget_set_visible (self->resolve,
                          writable && !writes && tallyfy_comment_is_open_problem (self->comment));
}

static DocketDraft *
get_draft (DocketCommentRow *self, gboolean solves)
{
  const char *task_id = tallyfy_task_get_id (self->task);
  const char *id = tallyfy_comment_get_id (self->comment);

  return solves ? docket_draft_get_problem (self->workspace, task_id, id)
                : docket_draft_get (self->workspace, task_id, id);
}

/* What had the focus is no longer there: it goes to what began this, or has come in its place. */
static void
closed_cb (DocketCommentRow *self)
{
  adw_bin_set_child (self->writing, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->writing), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->text), TRUE);
  show_choices (self, TRUE);
  if (gtk_widget_get_visible (self->resolve))
    gtk_widget_grab_focus (self->resolve);
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->menu_button));
}

static DocketComposer *
open_composer (DocketCommentRow *self, DocketDraft *draft)
{
  const gboolean edits = docket_draft_get_kind (draft) == DOCKET_COMMENT_EDIT;
  DocketComposer *composer = g_object_new (DOCKET_TYPE_COMPOSER, NULL);
  gboolean loses = FALSE;

  if (edits)
    {
      g_autofree char *text
          = docket_comment_text_from_html (tallyfy_comment_get_content (self->comment), &loses);

      if (*docket_draft_get_text (draft) == '\0')
        docket_draft_set_text (draft, text);
    }
  docket_composer_set_draft (composer, self->workspace, draft);
  docket_composer_set_note (composer,
                            loses ? _ ("Lists, bold words and the like become plain text.") : NULL);
  g_signal_connect_object (composer, "closed", G_CALLBACK (closed_cb), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (self->writing, GTK_WIDGET (composer));
  gtk_widget_set_visible (GTK_WIDGET (self->writing), TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->text), !edits);
  gtk_widget_set_visible (self->problem, FALSE);
  show_choices (self, TRUE);
  return composer;
}

static void
edit_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  DocketCommentRow *self = DOCKET_COMMENT_ROW (widget);

  docket_composer_focus (open_composer (self, get_draft (self, FALSE)));
}

static void
resolve_cb (DocketCommentRow *self)
{
  docket_composer_focus (open_composer (self, get_draft (self, TRUE)));
}

static void
deleted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (DocketCommentRow) self = user_data;
  DocketCommentOutcome outcome;
  g_autoptr (GError) error = NULL;
  const gboolean ok
      = docket_comments_change_finish (DOCKET_WORKSPACE (source), result, &outcome, NULL, &error);

  self->deleting = FALSE;
  if (gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;
  /* Where it is done, the thread that comes no longer has it. */
  if (!ok || outcome != DOCKET_COMMENT_DONE)
    {
      g_autofree char *words = docket_comment_words_not_deleted (outcome, error);

      gtk_label_set_text (self->problem_words, words);
      gtk_widget_set_visible (self->problem, TRUE);
    }
  show_choices (self, !ok || outcome != DOCKET_COMMENT_DONE);
}

static void
answered_cb (GtkWidget *alert, const char *response, DocketCommentRow *self)
{
  DocketCommentChange *change;

  if (!g_str_equal (response, "delete") || self->workspace == NULL || self->deleting)
    return;
  change = g_new0 (DocketCommentChange, 1);
  change->kind = DOCKET_COMMENT_DELETE;
  change->task_id = g_strdup (tallyfy_task_get_id (self->task));
  change->comment_id = g_strdup (tallyfy_comment_get_id (self->comment));
  self->deleting = TRUE;
  gtk_widget_set_visible (self->problem, FALSE);
  show_choices (self, TRUE);
  docket_comments_change_async (self->workspace, change, deleted_cb, g_object_ref (self));
}

static void
delete_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  DocketCommentRow *self = DOCKET_COMMENT_ROW (widget);
  g_autofree char *text = docket_html_to_text (tallyfy_comment_get_content (self->comment));
  g_autofree char *clean = docket_text_isolate (text, 120);
  g_autofree char *body
      /* Translators: %s is how the comment begins */
      = g_strdup_printf (_ ("“%s” goes from the task for everybody. This cannot be undone."),
                         clean);
  GtkWidget *alert = docket_alert_new (widget, _ ("Delete This Comment?"), body);

  docket_alert_add_response (alert, "cancel", _ ("_Cancel"), DOCKET_RESPONSE_PLAIN);
  docket_alert_add_response (alert, "delete", _ ("_Delete Permanently"),
                             DOCKET_RESPONSE_DESTRUCTIVE);
  docket_alert_set_default (alert, "cancel");
  docket_alert_connect (alert, G_CALLBACK (answered_cb), self);
  docket_press_guard_attach (alert);
  docket_alert_present (alert, widget);
}

static void
docket_comment_row_dispose (GObject *object)
{
  DocketCommentRow *self = DOCKET_COMMENT_ROW (object);

  g_clear_object (&self->comment);
  g_clear_object (&self->task);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (docket_comment_row_parent_class)->dispose (object);
}

static void
docket_comment_row_class_init (DocketCommentRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = docket_comment_row_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/app/docket/Docket/ui/docket-comment-row.ui");
  gtk_widget_class_install_action (widget_class, "comment.edit", NULL, edit_action);
  gtk_widget_class_install_action (widget_class, "comment.delete", NULL, delete_action);
  gtk_widget_class_bind_template_child (widget_class, DocketCommentRow, avatar);
  gtk_widget_class_bind_template_child (widget_class, DocketCommentRow, author);
  gtk_widget_class_bind_template_child (widget_class, DocketCommentRow, time);
  gtk_widget_class_bind_template_child (widget_class, DocketCommentRow, chip);
  gtk_widget_class_bind_template_child (widget_class, DocketCommentRow, text);
  gtk_widget_class_bind_template_child (widget_class, DocketCommentRow, resolve);
  gtk_widget_class_bind_template_child (widget_class, DocketCommentRow, writing);
  gtk_widget_class_bind_template_child (widget_class, DocketCommentRow, problem);
  gtk_widget_class_bind_template_child (widget_class, DocketCommentRow, problem_words);
  gtk_widget_class_bind_template_child (widget_class, DocketCommentRow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, DocketCommentRow, menu);
  gtk_widget_class_bind_template_callback (widget_class, resolve_cb);
}

/* When it is opened first: GTK keeps a part of each menu that a button ever had. */
static void
create_menu_cb (GtkMenuButton *button, gpointer user_data)
{
  if (gtk_menu_button_get_popover (button) != NULL)
    return;
  gtk_menu_button_set_menu_model (button, DOCKET_COMMENT_ROW (user_data)->menu);
  docket_press_guard_watch (GTK_WIDGET (gtk_menu_button_get_popover (button)));
  docket_menus_set_up_button (button, _ ("Comment menu"));
}

static void
docket_comment_row_init (DocketCommentRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  docket_hit_marks_add (self->text);
  gtk_menu_button_set_create_popup_func (self->menu_button, create_menu_cb, self, NULL);
  docket_menus_set_up_button (self->menu_button, _ ("Comment menu"));
  docket_links_attach (self->text);
}

GtkWidget *
docket_comment_row_new (void)
{
  return g_object_new (DOCKET_TYPE_COMMENT_ROW, NULL);
}

/* What was being written when the program ended, or another task was looked at. */
static void
reopen (DocketCommentRow *self)
{
  const char *task_id = tallyfy_task_get_id (self->task);
  const char *id = tallyfy_comment_get_id (self->comment);

  if (adw_bin_get_child (self->writing) != NULL)
    return;
  if (docket_draft_exists (self->workspace, task_id, id))
    open_composer (self, get_draft (self, FALSE));
  else if (tallyfy_comment_is_open_problem (self->comment)
           && docket_draft_has_problem (self->workspace, task_id, id))
    open_composer (self, get_draft (self, TRUE));
}

void
docket_comment_row_show (DocketCommentRow *self,
                         DocketWorkspace *workspace,
                         TallyfyTask *task,
                         TallyfyComment *comment,
                         gboolean writable)
{
  g_set_object (&self->workspace, workspace);
  g_set_object (&self->task, task);
  g_set_object (&self->comment, comment);
  show_author (self);
  show_time (self);
  show_label (self);
  show_text (self);
  if (writable)
    reopen (self);
  show_choices (self, writable);
}

const char *
docket_comment_row_get_id (DocketCommentRow *self)
{
  return tallyfy_comment_get_id (self->comment);
}
