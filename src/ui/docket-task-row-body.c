/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/docket-task-row-body.h"

#include <glib/gi18n.h>
#include "ui/docket-avatars.h"
#include "ui/docket-bubble.h"
#include "ui/docket-completions.h"
#include "ui/docket-hit-words.h"
#include "ui/docket-now.h"
#include "ui/docket-rows.h"
#include "ui/docket-task-menu.h"
#include "ui/docket-words.h"
#include "workspace/docket-text.h"

/* As many as a high window shows: those that leave the view with their list come back with it. */
#define MOST_SPARE 24
#define CHECK_MARGIN 12
#define NEXT_MARGIN 12

struct _DocketTaskRowBody
{
  GtkBox parent_instance;

  GtkWidget *check; /* this, "judge" and "next" are made at first need: NULL */
  GtkCheckButton *done;
  GtkWidget *judge;
  char *judged; /* ID of the task that can be approved */
  GtkLabel *title;
  GtkLabel *state;
  GtkLabel *dot;
  GtkLabel *origin;
  GtkWidget *comments;
  GtkLabel *n_comments;
  GtkBox *avatars;
  GtkLabel *hit;
  GtkWidget *next;
};

G_DEFINE_FINAL_TYPE (DocketTaskRowBody, docket_task_row_body, GTK_TYPE_BOX)

static GPtrArray *spare; /* of DocketTaskRowBody */

char *
docket_task_row_body_describe_state (DocketTask *task, gboolean in_process, GDateTime *now)
{
  if (docket_task_get_archived (task) && !in_process)
    return docket_words_archived (docket_task_get_archived_at (task), now);
  if (docket_task_get_completed (task))
    return docket_words_completed (docket_task_get_completed_at (task), now);
  /* Nobody is late with it any more. */
  if (docket_task_get_archived (task))
    return g_strdup (_ ("Not completed"));
  return docket_words_deadline (docket_task_get_deadline (task), now);
}

char *
docket_task_row_body_describe_origin (DocketTask *task, gboolean spoken)
{
  const char *process = docket_task_get_process_name (task);

  if (g_strcmp0 (docket_task_get_task_type (task), "approval") == 0
      && docket_task_get_one_off (task))
    return g_strdup (spoken ? C_ ("kind of task, in a sentence", "approval")
                            : C_ ("kind of task", "Approval"));
  if (docket_task_get_one_off (task) && docket_task_get_completed (task)
      && docket_task_get_completer (task) != NULL)
    {
      g_autofree char *name = docket_text_clean (docket_task_get_completer (task));

      /* Translators: a one-off task that %s has completed */
      return g_strdup_printf (spoken ? C_ ("kind of task, in a sentence", "by %s, one-off")
                                     /* Translators: %s is the name of a person */
                                     : C_ ("kind of task", "By %s, one-off"),
                              name);
    }
  if (docket_task_get_one_off (task))
    return g_strdup (spoken ? C_ ("kind of task, in a sentence", "one-off")
                            : C_ ("kind of task", "One-off"));
  if (process == NULL || *process == '\0')
    return g_strdup (C_ ("kind of task", "Process"));
  return docket_text_clean (process);
}

char *
docket_task_row_body_describe_title (DocketTask *task)
{
  char *title = docket_text_clean (docket_task_get_title (task));

  if (*title != '\0')
    return title;
  g_free (title);
  return g_strdup (_ ("Untitled task"));
}

static void
add_judgement (GMenu *menu, const char *label, const char *action, const char *task_id)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "s", task_id);
  g_menu_append_item (menu, item);
}

/* When it is opened: GTK keeps a part of each menu that a button ever had. */
static void
create_menu_cb (GtkMenuButton *button, gpointer user_data)
{
  DocketTaskRowBody *self = user_data;
  g_autoptr (GMenu) menu = g_menu_new ();

  add_judgement (menu, _ ("Approve"), "work.approve-row", self->judged);
  add_judgement (menu, _ ("Reject"), "work.reject-row", self->judged);
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
  docket_menus_set_up_button (button, _ ("Approve or Reject"));
}

static void
make_judge (DocketTaskRowBody *self)
{
  self->judge = g_object_new (GTK_TYPE_MENU_BUTTON, "can-focus", FALSE, "focus-on-click", FALSE,
                              "valign", GTK_ALIGN_CENTER, "icon-name", "docket-approval-symbolic",
                              "tooltip-text", _ ("Approve or Reject"), NULL);
  gtk_widget_add_css_class (self->judge, "flat");
  gtk_widget_add_css_class (self->judge, "judge");
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->judge), create_menu_cb, self, NULL);
  docket_menus_set_up_button (GTK_MENU_BUTTON (self->judge), _ ("Approve or Reject"));
  gtk_box_insert_child_after (GTK_BOX (self), self->judge, GTK_WIDGET (self->done));
}

/* @task: (nullable): that can be approved */
static void
show_judge (DocketTaskRowBody *self, DocketTask *task)
{
  if (self->judge == NULL && task != NULL)
    make_judge (self);
  if (self->judge == NULL)
    return;
  g_free (self->judged);
  self->judged = task != NULL ? g_strdup (docket_task_get_id (task)) : NULL;
  gtk_widget_set_visible (self->judge, task != NULL);
}

/* GTK asks the display server where the pointer is each time, and waits for its answer. */
static void
set_tooltip (GtkWidget *widget, const char *words)
{
  if (g_strcmp0 (gtk_widget_get_tooltip_text (widget), words) != 0)
    gtk_widget_set_tooltip_text (widget, words);
}

/* What the row offers to do with the task at once. @task: (nullable) */
static void
show_work (DocketTaskRowBody *self, DocketTask *task)
{
  const gboolean is_done = docket_completions_fits (task, DOCKET_COMPLETION_REOPEN);
  const gboolean fits = is_done || docket_completions_fits (task, DOCKET_COMPLETION_COMPLETE);
  GtkActionable *done = GTK_ACTIONABLE (self->done);

  if (fits)
    {
      gtk_check_button_set_active (self->done, is_done);
      gtk_actionable_set_action_target (done, "s", docket_task_get_id (task));
      gtk_actionable_set_action_name (done, is_done ? "work.reopen-row" : "work.complete-row");
      set_tooltip (GTK_WIDGET (done), is_done ? _ ("Reopen") : _ ("Complete"));
      gtk_accessible_update_property (GTK_ACCESSIBLE (done), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      is_done ? _ ("Reopen") : _ ("Complete"), -1);
    }
  else
    gtk_actionable_set_action_name (done, NULL);
  gtk_widget_set_visible (GTK_WIDGET (done), fits);
  show_judge (self, docket_completions_fits (task, DOCKET_COMPLETION_APPROVE) ? task : NULL);
}

/* What the search found, in the title and in a line of its own. */
static void
show_hit (DocketTaskRowBody *self, DocketTask *task)
{
  const DocketHit *hit = docket_task_get_hit (task);
  g_autofree char *title = docket_text_clean (docket_task_get_title (task));
  g_autoptr (PangoAttrList) attributes = NULL;
  g_autoptr (PangoAttrList) in_title
      = hit != NULL && *title != '\0' ? docket_hit_words_emphasise (hit->title_places) : NULL;
  g_autofree char *words = docket_hit_words_describe (hit, &attributes);

  gtk_label_set_attributes (self->title, in_title);
  gtk_label_set_text (self->hit, words != NULL ? words : "");
  gtk_label_set_attributes (self->hit, attributes);
  gtk_widget_set_visible (GTK_WIDGET (self->hit), words != NULL);
}

static void
show_task (DocketTaskRowBody *self, DocketTask *task, gboolean in_process)
{
  g_autoptr (GDateTime) now = docket_now ();
  g_autofree char *title = docket_task_row_body_describe_title (task);
  g_autofree char *state = docket_task_row_body_describe_state (task, in_process, now);
  g_autofree char *origin = in_process ? NULL : docket_task_row_body_describe_origin (task, FALSE);
  g_autofree char *count = g_strdup_printf ("%u", docket_task_get_n_comments (task));
  const gboolean late = !docket_task_get_archived (task) && !docket_task_get_completed (task)
                        && docket_words_is_late (docket_task_get_deadline (task), now);

  show_hit (self, task);
  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->state, state);
  gtk_label_set_text (self->origin, origin != NULL ? origin : "");
  gtk_label_set_text (self->n_comments, count);
  gtk_widget_set_visible (self->comments, docket_task_get_n_comments (task) > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->dot), !in_process);
  if (late)
    gtk_widget_add_css_class (GTK_WIDGET (self->state), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->state), "error");
  docket_avatars_show (self->avatars, docket_task_get_assignees (task));
}

static void
show_nothing (DocketTaskRowBody *self)
{
  gtk_label_set_text (self->title, "");
  gtk_label_set_text (self->state, "");
  gtk_label_set_text (self->origin, "");
  gtk_widget_set_visible (self->comments, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->hit), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->dot), FALSE);
  docket_avatars_show (self->avatars, NULL);
}

static void
docket_task_row_body_finalize (GObject *object)
{
  g_free (DOCKET_TASK_ROW_BODY (object)->judged);

  G_OBJECT_CLASS (docket_task_row_body_parent_class)->finalize (object);
}

static void
docket_task_row_body_class_init (DocketTaskRowBodyClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = docket_task_row_body_finalize;

  g_type_ensure (DOCKET_TYPE_BUBBLE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/app/docket/Docket/ui/docket-task-row-body.ui");
  gtk_widget_class_bind_template_child (widget_class, DocketTaskRowBody, done);
  gtk_widget_class_bind_template_child (widget_class, DocketTaskRowBody, title);
  gtk_widget_class_bind_template_child (widget_class, DocketTaskRowBody, state);
  gtk_widget_class_bind_template_child (widget_class, DocketTaskRowBody, dot);
  gtk_widget_class_bind_template_child (widget_class, DocketTaskRowBody, origin);
  gtk_widget_class_bind_template_child (widget_class, DocketTaskRowBody, comments);
  gtk_widget_class_bind_template_child (widget_class, DocketTaskRowBody, n_comments);
  gtk_widget_class_bind_template_child (widget_class, DocketTaskRowBody, avatars);
  gtk_widget_class_bind_template_child (widget_class, DocketTaskRowBody, hit);
  gtk_widget_class_bind_template_callback (widget_class, docket_rows_query_tooltip);
}

static void
docket_task_row_body_init (DocketTaskRowBody *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

DocketTaskRowBody *
docket_task_row_body_take (void)
{
  if (spare != NULL && spare->len > 0)
    return g_ptr_array_steal_index_fast (spare, spare->len - 1);
  return g_object_ref_sink (g_object_new (DOCKET_TYPE_TASK_ROW_BODY, NULL));
}

void
docket_task_row_body_put (DocketTaskRowBody *body)
{
  gtk_widget_unparent (GTK_WIDGET (body));
  if (spare == NULL)
    spare = g_ptr_array_new ();
  if (spare->len < MOST_SPARE)
    g_ptr_array_add (spare, body);
  else
    g_object_unref (body);
}

/* The round check that says whether the task is among those chosen. */
static void
show_check (DocketTaskRowBody *self, const DocketTaskRowLook *look)
{
  if (look->choosing && self->check == NULL)
    {
      self->check = g_object_new (GTK_TYPE_CHECK_BUTTON, "can-target", FALSE, "can-focus", FALSE,
                                  "valign", GTK_ALIGN_CENTER, "margin-end", CHECK_MARGIN,
                                  "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
      gtk_widget_add_css_class (self->check, "selection-mode");
      gtk_box_prepend (GTK_BOX (self), self->check);
    }
  if (self->check != NULL)
    gtk_widget_set_visible (self->check, look->choosing);
  docket_task_row_body_set_chosen (self, look->chosen);
}

static void
show_next (DocketTaskRowBody *self, gboolean visible)
{
  if (visible && self->next == NULL)
    {
      self->next
          = g_object_new (GTK_TYPE_IMAGE, "icon-name", "go-next-symbolic", "margin-start",
                          NEXT_MARGIN, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
      gtk_box_append (GTK_BOX (self), self->next);
    }
  if (self->next != NULL)
    gtk_widget_set_visible (self->next, visible);
}

void
docket_task_row_body_show (DocketTaskRowBody *self, const DocketTaskRowLook *look)
{
  DocketTask *task = look->task != NULL && docket_task_get_loaded (look->task) ? look->task : NULL;

  show_check (self, look);
  show_next (self, look->in_process);
  show_work (self, look->choosing ? NULL : task);
  if (task != NULL)
    show_task (self, task, look->in_process);
  else
    show_nothing (self);
}

void
docket_task_row_body_set_chosen (DocketTaskRowBody *self, gboolean chosen)
{
  if (self->check != NULL)
    gtk_check_button_set_active (GTK_CHECK_BUTTON (self->check), chosen);
}
