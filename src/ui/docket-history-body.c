/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/docket-history-body.h"

#include <glib/gi18n.h>
#include "ui/docket-history-words.h"
#include "workspace/docket-text.h"

struct _DocketHistoryBody
{
  AdwBin parent_instance;

  DocketHistoryEntry *entry;
  gulong changed_id;

  GtkLabel *title;
  GtkLabel *request;
  GtkWidget *verdict;
  GtkImage *icon;
  GtkLabel *outcome;
  GtkLabel *explanation;
  GtkListBox *steps;
};

G_DEFINE_FINAL_TYPE (DocketHistoryBody, docket_history_body, ADW_TYPE_BIN)

static GtkWidget *
create_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (css_class != NULL)
    {
      gtk_widget_add_css_class (label, css_class);
      gtk_widget_add_css_class (label, "faint");
    }
  return label;
}

/* To the task that a step led to. */
static GtkWidget *
create_open_button (void)
{
  GtkWidget *button = gtk_button_new_with_label (_ ("Open"));

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _ ("Show the New Task"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "history.open-created");
  return button;
}

static GtkWidget *
create_step (const DocketHistoryStep *step)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *icon = gtk_image_new_from_icon_name (step->icon_name);
  g_autofree char *name
      = g_strjoin (", ", step->title, step->detail != NULL ? step->detail : step->time,
                   step->detail != NULL ? step->time : NULL, NULL);

  gtk_widget_set_hexpand (column, TRUE);
  gtk_widget_set_valign (column, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (column), create_label (step->title, NULL));
  if (step->detail != NULL)
    gtk_box_append (GTK_BOX (column), create_label (step->detail, "caption"));
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), column);
  if (step->time != NULL)
    {
      GtkWidget *time = gtk_label_new (step->time);

      gtk_widget_add_css_class (time, "caption");
      gtk_widget_add_css_class (time, "numeric");
      gtk_widget_add_css_class (time, "faint");
      gtk_box_append (GTK_BOX (box), time);
    }
  if (step->task_id != NULL)
    gtk_box_append (GTK_BOX (box), create_open_button ());
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_add_css_class (row, "property-row");
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return row;
}

static void
fill_steps (DocketHistoryBody *self, GDateTime *now)
{
  g_autoptr (GPtrArray) steps = docket_history_words_steps (self->entry, now);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->steps))) != NULL)
    gtk_list_box_remove (self->steps, child);
  for (guint i = 0; i < steps->len; i++)
    gtk_list_box_append (self->steps, create_step (steps->pdata[i]));
}

static void
show_entry (DocketHistoryBody *self)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *title = docket_text_clean (docket_history_entry_get_title (self->entry));
  g_autofree char *request = docket_history_words_request (self->entry, now);
  g_autofree char *outcome = docket_history_words_outcome (self->entry, now);
  g_autofree char *explanation = docket_history_words_explanation (self->entry);
  const char *style = docket_history_words_style (self->entry);

  gtk_label_set_text (self->title, *title != '\0' ? title : _ ("Untitled task"));
  gtk_label_set_text (self->request, request);
  gtk_image_set_from_icon_name (self->icon, docket_history_words_icon (self->entry));
  gtk_label_set_text (self->outcome, outcome);
  gtk_label_set_text (self->explanation, explanation != NULL ? explanation : "");
  gtk_widget_set_visible (GTK_WIDGET (self->explanation), explanation != NULL);
  gtk_widget_remove_css_class (self->verdict, "error");
  gtk_widget_remove_css_class (self->verdict, "calm");
  if (style == NULL)
    gtk_widget_add_css_class (self->verdict, "calm");
  else if (g_str_equal (style, "error"))
    gtk_widget_add_css_class (self->verdict, "error");
  fill_steps (self, now);
}

static void
docket_history_body_dispose (GObject *object)
{
  docket_history_body_set_entry (DOCKET_HISTORY_BODY (object), NULL);

  G_OBJECT_CLASS (docket_history_body_parent_class)->dispose (object);
}

static void
docket_history_body_class_init (DocketHistoryBodyClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = docket_history_body_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/app/docket/Docket/ui/docket-history-body.ui");
  gtk_widget_class_bind_template_child (widget_class, DocketHistoryBody, title);
  gtk_widget_class_bind_template_child (widget_class, DocketHistoryBody, request);
  gtk_widget_class_bind_template_child (widget_class, DocketHistoryBody, verdict);
  gtk_widget_class_bind_template_child (widget_class, DocketHistoryBody, icon);
  gtk_widget_class_bind_template_child (widget_class, DocketHistoryBody, outcome);
  gtk_widget_class_bind_template_child (widget_class, DocketHistoryBody, explanation);
  gtk_widget_class_bind_template_child (widget_class, DocketHistoryBody, steps);
}

static void
docket_history_body_init (DocketHistoryBody *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
docket_history_body_set_entry (DocketHistoryBody *self, DocketHistoryEntry *entry)
{
  if (self->entry != NULL)
    g_clear_signal_handler (&self->changed_id, self->entry);
  g_set_object (&self->entry, entry);
  if (entry == NULL)
    return;
  self->changed_id = g_signal_connect_swapped (entry, "changed", G_CALLBACK (show_entry), self);
  show_entry (self);
}
