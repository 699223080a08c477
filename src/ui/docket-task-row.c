/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/docket-task-row.h"

#include <glib/gi18n.h>
#include "ui/docket-hit-words.h"
#include "ui/docket-in-view.h"
#include "ui/docket-now.h"
#include "ui/docket-rows.h"
#include "ui/docket-task-row-body.h"
#include "ui/docket-words.h"

struct _DocketTaskRow
{
  GtkWidget parent_instance;

  DocketTaskRowLook look; /* its task is owned */
  gulong changed_id;
  char *my_name;
  DocketTaskRowBody *body; /* NULL: out of view */
  const int *height;       /* one of "heights" */
};

enum
{
  PROP_CHOSEN = 1,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

static void docket_task_row_in_view_init (DocketInViewInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (DocketTaskRow,
                               docket_task_row,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (DOCKET_TYPE_IN_VIEW,
                                                      docket_task_row_in_view_init))

/* How high a row came out that was in view: without and with a line of what was found. Those that
 * are out of view are as high. */
static int heights[2];

static int *
get_height (DocketTaskRow *self)
{
  const gboolean hit = self->look.task != NULL && docket_task_get_loaded (self->look.task)
                       && docket_hit_words_has_line (docket_task_get_hit (self->look.task));

  return &heights[hit ? 1 : 0];
}

/* One sentence for the list item, which is the row that assistive technology sees. */
static void
name_list_item (DocketTaskRow *self)
{
  DocketTask *task = self->look.task;
  const guint n_comments = docket_task_get_n_comments (task);
  g_autoptr (GDateTime) now = docket_now ();
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();
  g_autofree char *name = NULL;
  g_autofree char *comments
      = g_strdup_printf (ngettext ("%u comment", "%u comments", n_comments), n_comments);
  g_autofree char *title = docket_task_row_body_describe_title (task);
  g_autofree char *state = docket_task_row_body_describe_state (task, self->look.in_process, now);
  g_autofree char *origin = docket_task_row_body_describe_origin (task, TRUE);
  g_autofree char *people = docket_words_people (docket_task_get_assignees (task),
                                                 docket_task_get_mine (task), self->my_name);
  g_autofree char *hit = docket_hit_words_describe (docket_task_get_hit (task), NULL);

  g_ptr_array_add (parts, title);
  g_ptr_array_add (parts, state);
  if (!self->look.in_process)
    g_ptr_array_add (parts, origin);
  g_ptr_array_add (parts, people);
  if (n_comments > 0)
    g_ptr_array_add (parts, comments);
  if (hit != NULL)
    g_ptr_array_add (parts, hit);
  name = docket_words_join (parts);
  docket_rows_name_item (GTK_WIDGET (self), name);
}

static void
show (DocketTaskRow *self)
{
  const int *height = get_height (self);

  if (self->body != NULL)
    docket_task_row_body_show (self->body, &self->look);
  else if (self->height != height)
    gtk_widget_queue_resize (GTK_WIDGET (self));
  self->height = height;
  if (self->look.task != NULL && docket_task_get_loaded (self->look.task))
    name_list_item (self);
}

static void
take_body (DocketTaskRow *self)
{
  self->body = docket_task_row_body_take ();
  docket_task_row_body_show (self->body, &self->look);
  gtk_widget_set_parent (GTK_WIDGET (self->body), GTK_WIDGET (self));
}

static void
docket_task_row_set_in_view (DocketInView *in_view, gboolean is_in_view)
{
  DocketTaskRow *self = DOCKET_TASK_ROW (in_view);

  if (is_in_view && self->body == NULL)
    take_body (self);
  else if (!is_in_view)
    g_clear_pointer (&self->body, docket_task_row_body_put);
}

static void
docket_task_row_in_view_init (DocketInViewInterface *iface)
{
  iface->set_in_view = docket_task_row_set_in_view;
}

static void
docket_task_row_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (docket_task_row_parent_class)->root (widget);

  docket_in_view_watch (DOCKET_IN_VIEW (widget));
}

static void
docket_task_row_unroot (GtkWidget *widget)
{
  docket_in_view_unwatch (DOCKET_IN_VIEW (widget));

  GTK_WIDGET_CLASS (docket_task_row_parent_class)->unroot (widget);
}

static void
docket_task_row_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  DocketTaskRow *self = DOCKET_TASK_ROW (widget);
  int *height = get_height (self);

  /* The first one of its height is measured, wherever it is. */
  if (self->body == NULL && orientation == GTK_ORIENTATION_VERTICAL && *height == 0)
    take_body (self);
  if (self->body != NULL)
    gtk_widget_measure (GTK_WIDGET (self->body), orientation, for_size, minimum, natural, NULL,
                        NULL);
  else
    *minimum = *natural = orientation == GTK_ORIENTATION_VERTICAL ? *height : 0;
  if (self->body != NULL && orientation == GTK_ORIENTATION_VERTICAL)
    *height = *natural;
}

static void
docket_task_row_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  DocketTaskRow *self = DOCKET_TASK_ROW (widget);

  if (self->body != NULL)
    gtk_widget_allocate (GTK_WIDGET (self->body), width, height, baseline, NULL);
}

static void
docket_task_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_CHOSEN)
    g_value_set_boolean (value, DOCKET_TASK_ROW (object)->look.chosen);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
docket_task_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  DocketTaskRow *self = DOCKET_TASK_ROW (object);

  if (id != PROP_CHOSEN)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
      return;
    }
  self->look.chosen = g_value_get_boolean (value);
  if (self->body != NULL)
    docket_task_row_body_set_chosen (self->body, self->look.chosen);
}

static void
docket_task_row_dispose (GObject *object)
{
  DocketTaskRow *self = DOCKET_TASK_ROW (object);

  if (self->look.task != NULL)
    g_clear_signal_handler (&self->changed_id, self->look.task);
  g_clear_object (&self->look.task);
  g_clear_pointer (&self->my_name, g_free);
  g_clear_pointer (&self->body, docket_task_row_body_put);

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
  widget_class->root = docket_task_row_root;
  widget_class->unroot = docket_task_row_unroot;
  widget_class->measure = docket_task_row_measure;
  widget_class->size_allocate = docket_task_row_size_allocate;

  properties[PROP_CHOSEN] = g_param_spec_boolean ("chosen", NULL, NULL, FALSE,
                                                  G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
docket_task_row_init (DocketTaskRow *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "task-row");
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

  self->look.in_process = TRUE;
  return GTK_WIDGET (self);
}

void
docket_task_row_set_task (DocketTaskRow *self,
                          DocketTask *task,
                          const char *my_name,
                          gboolean choosing)
{
  if (self->look.task != NULL)
    g_clear_signal_handler (&self->changed_id, self->look.task);
  g_set_object (&self->look.task, task);
  g_free (self->my_name);
  self->my_name = g_strdup (my_name);
  self->look.choosing = choosing;
  if (task == NULL)
    return;
  self->changed_id = g_signal_connect_swapped (task, "changed", G_CALLBACK (show), self);
  show (self);
}

DocketTask *
docket_task_row_get_task (DocketTaskRow *self)
{
  return self->look.task;
}

void
docket_task_row_refresh (DocketTaskRow *self)
{
  show (self);
}

void
docket_task_row_set_choosing (DocketTaskRow *self, gboolean choosing)
{
  self->look.choosing = choosing;
  if (self->body != NULL)
    docket_task_row_body_show (self->body, &self->look);
}
