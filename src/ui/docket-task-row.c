/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/docket-task-row.h"

#include <glib/gi18n.h>
#include "ui/docket-avatars.h"
#include "ui/docket-completions.h"
#include "ui/docket-hit-words.h"
#include "ui/docket-rows.h"
#include "ui/docket-task-menu.h"
#include "ui/docket-words.h"
#include "workspace/docket-text.h"

struct _DocketTaskRow
{
  AdwBin parent_instance;

  DocketTask *task;
  gulong notify_id;
  char *my_name;

  gboolean chosen;
  gboolean choosing;
  gboolean in_process;

  GtkWidget *check;
  GtkCheckButton *done;
  GtkMenuButton *judge;
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

enum
{
  PROP_CHOSEN = 1,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (DocketTaskRow, docket_task_row, ADW_TYPE_BIN)

/* What the first caption says: when it is due, was done, or was archived, which its process says of
 * all its tasks. (transfer full) */
static char *
describe_state (DocketTask *task, gboolean in_process, GDateTime *now)
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

/* @spoken: within a sentence, not at the head of a caption. (transfer full) */
static char *
describe_origin (DocketTask *task, gboolean spoken)
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

/* One sentence for the list item, which is the row that assistive technology sees. */
static void
name_list_item (DocketTaskRow *self, const char *title, const char *state, const char *hit)
{
  guint n_comments = docket_task_get_n_comments (self->task);
  g_autoptr (GString) name = g_string_new (title);
  g_autofree char *origin = describe_origin (self->task, TRUE);
  g_autofree char *people = docket_words_people (docket_task_get_assignees (self->task),
                                                 docket_task_get_mine (self->task), self->my_name);

  g_string_append_printf (name, ", %s", state);
  if (!self->in_process)
    g_string_append_printf (name, ", %s", origin);
  g_string_append_printf (name, ", %s", people);
  if (n_comments > 0)
    {
      g_string_append (name, ", ");
      g_string_append_printf (name, ngettext ("%u comment", "%u comments", n_comments), n_comments);
    }
  if (hit != NULL)
    g_string_append_printf (name, ", %s", hit);
  docket_rows_name_item (GTK_WIDGET (self), name->str);
}

static void
add_judgement (GMenu *menu, const char *label, const char *action, const char *task_id)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "s", task_id);
  g_menu_append_item (menu, item);
}

static void
show_judge (DocketTaskRow *self, gboolean visible)
{
  g_autoptr (GMenu) menu = visible ? g_menu_new () : NULL;

  if (visible)
    {
      add_judgement (menu, _ ("Approve"), "work.approve-row", docket_task_get_id (self->task));
      add_judgement (menu, _ ("Reject"), "work.reject-row", docket_task_get_id (self->task));
    }
  gtk_menu_button_set_menu_model (self->judge, G_MENU_MODEL (menu));
  gtk_widget_set_visible (GTK_WIDGET (self->judge), visible);
}

/* What the row offers to do with the task at once. */
static void
show_work (DocketTaskRow *self)
{
  const gboolean loaded = self->task != NULL && docket_task_get_loaded (self->task);
  DocketTask *task = loaded && !self->choosing ? self->task : NULL;
  const gboolean is_done = docket_completions_fits (task, DOCKET_COMPLETION_REOPEN);
  const gboolean fits = is_done || docket_completions_fits (task, DOCKET_COMPLETION_COMPLETE);
  GtkActionable *done = GTK_ACTIONABLE (self->done);

  if (fits)
    {
      gtk_check_button_set_active (self->done, is_done);
      gtk_actionable_set_action_target (done, "s", docket_task_get_id (task));
      gtk_actionable_set_action_name (done, is_done ? "work.reopen-row" : "work.complete-row");
      gtk_widget_set_tooltip_text (GTK_WIDGET (done), is_done ? _ ("Reopen") : _ ("Complete"));
      gtk_accessible_update_property (GTK_ACCESSIBLE (done), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      is_done ? _ ("Reopen") : _ ("Complete"), -1);
    }
  else
    gtk_actionable_set_action_name (done, NULL);
  gtk_widget_set_visible (GTK_WIDGET (done), fits);
  show_judge (self, docket_completions_fits (task, DOCKET_COMPLETION_APPROVE));
}

/* What the search found, in the title and in a line of its own. (transfer full) (nullable): that
 * line */
static char *
show_hit (DocketTaskRow *self, gboolean titled)
{
  const DocketHit *hit = docket_task_get_hit (self->task);
  g_autoptr (PangoAttrList) attributes = NULL;
  g_autoptr (PangoAttrList) in_title
      = hit != NULL && titled ? docket_hit_words_emphasise (hit->title_places) : NULL;
  char *words = docket_hit_words_describe (hit, &attributes);

  gtk_label_set_attributes (self->title, in_title);
  gtk_label_set_text (self->hit, words != NULL ? words : "");
  gtk_label_set_attributes (self->hit, attributes);
  gtk_widget_set_visible (GTK_WIDGET (self->hit), words != NULL);
  return words;
}

static void
show_task (DocketTaskRow *self)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *title = NULL, *state = NULL, *origin = NULL, *count = NULL, *hit = NULL;
  gboolean late;

  if (self->task == NULL || !docket_task_get_loaded (self->task))
    return;
  title = docket_text_clean (docket_task_get_title (self->task));
  state = describe_state (self->task, self->in_process, now);
  origin = describe_origin (self->task, FALSE);
  count = g_strdup_printf ("%u", docket_task_get_n_comments (self->task));
  late = !docket_task_get_archived (self->task) && !docket_task_get_completed (self->task)
         && docket_words_is_late (docket_task_get_deadline (self->task), now);

  hit = show_hit (self, *title != '\0');
  if (*title == '\0')
    {
      g_free (title);
      title = g_strdup (_ ("Untitled task"));
    }
  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->state, state);
  gtk_label_set_text (self->origin, self->in_process ? "" : origin);
  gtk_label_set_text (self->n_comments, count);
  gtk_widget_set_visible (self->comments, docket_task_get_n_comments (self->task) > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->dot), !self->in_process);
  if (late)
    gtk_widget_add_css_class (GTK_WIDGET (self->state), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->state), "error");
  name_list_item (self, title, state, hit);
  show_work (self);
}

static void
show_nothing (DocketTaskRow *self)
{
  gtk_label_set_text (self->title, "");
  gtk_label_set_text (self->state, "");
  gtk_label_set_text (self->origin, "");
  gtk_widget_set_visible (self->comments, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->hit), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->dot), FALSE);
  docket_avatars_show (self->avatars, NULL);
  show_work (self);
}

static void
notify_cb (DocketTask *task, GParamSpec *pspec, DocketTaskRow *self)
{
  if (g_str_equal (pspec->name, "loaded") || g_str_equal (pspec->name, "assignees"))
    docket_avatars_show (self->avatars, docket_task_get_assignees (self->task));
  show_task (self);
}

static void
docket_task_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_CHOSEN)
    g_value_set_boolean (value, DOCKET_TASK_ROW (object)->chosen);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
docket_task_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_CHOSEN)
    DOCKET_TASK_ROW (object)->chosen = g_value_get_boolean (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
docket_task_row_dispose (GObject *object)
{
  DocketTaskRow *self = DOCKET_TASK_ROW (object);

  if (self->task != NULL)
    g_clear_signal_handler (&self->notify_id, self->task);
  g_clear_object (&self->task);
  g_clear_pointer (&self->my_name, g_free);

  G_OBJECT_CLASS (docket_task_row_parent_class)->dispose (object);
}

static void
docket_task_row_class_init (DocketTaskRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = docket_task_row_get_property;
  object_class->set_property = docket_task_row_set_property;
  object_class->dispose = docket_task_row_dispose;
  properties[PROP_CHOSEN] = g_param_spec_boolean ("chosen", NULL, NULL, FALSE,
                                                  G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/app/docket/Docket/ui/docket-task-row.ui");
  gtk_widget_class_bind_template_child (widget_class, DocketTaskRow, check);
  gtk_widget_class_bind_template_child (widget_class, DocketTaskRow, done);
  gtk_widget_class_bind_template_child (widget_class, DocketTaskRow, judge);
  gtk_widget_class_bind_template_child (widget_class, DocketTaskRow, title);
  gtk_widget_class_bind_template_child (widget_class, DocketTaskRow, state);
  gtk_widget_class_bind_template_child (widget_class, DocketTaskRow, dot);
  gtk_widget_class_bind_template_child (widget_class, DocketTaskRow, origin);
  gtk_widget_class_bind_template_child (widget_class, DocketTaskRow, comments);
  gtk_widget_class_bind_template_child (widget_class, DocketTaskRow, n_comments);
  gtk_widget_class_bind_template_child (widget_class, DocketTaskRow, avatars);
  gtk_widget_class_bind_template_child (widget_class, DocketTaskRow, hit);
  gtk_widget_class_bind_template_child (widget_class, DocketTaskRow, next);
  gtk_widget_class_bind_template_callback (widget_class, docket_rows_query_tooltip);
}

static void
docket_task_row_init (DocketTaskRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  docket_menus_set_up_button (self->judge, _ ("Approve or Reject"));
}

GtkWidget *
docket_task_row_new (void)
{
  return g_object_new (DOCKET_TYPE_TASK_ROW, NULL);
}

GtkWidget *
docket_task_row_new_in_process (void)
{
  DocketTaskRow *self = g_object_new (DOCKET_TYPE_TASK_ROW, NULL);

  self->in_process = TRUE;
  gtk_widget_set_visible (self->next, TRUE);
  return GTK_WIDGET (self);
}

void
docket_task_row_set_task (DocketTaskRow *self, DocketTask *task, const char *my_name)
{
  if (self->task != NULL)
    g_clear_signal_handler (&self->notify_id, self->task);
  g_set_object (&self->task, task);
  g_free (self->my_name);
  self->my_name = g_strdup (my_name);
  show_nothing (self);
  if (task == NULL)
    return;
  self->notify_id = g_signal_connect (task, "notify", G_CALLBACK (notify_cb), self);
  if (docket_task_get_loaded (task))
    docket_avatars_show (self->avatars, docket_task_get_assignees (self->task));
  show_task (self);
}

DocketTask *
docket_task_row_get_task (DocketTaskRow *self)
{
  return self->task;
}

void
docket_task_row_refresh (DocketTaskRow *self)
{
  show_task (self);
}

void
docket_task_row_set_choosing (DocketTaskRow *self, gboolean choosing)
{
  self->choosing = choosing;
  gtk_widget_set_visible (self->check, choosing);
  show_work (self);
}
