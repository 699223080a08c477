/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/docket-field-editors.h"

/* Frames after which a row has opened. */
#define OPEN_AFTER 30
#define MARGIN 24

struct _DocketFieldEditors
{
  AdwBin parent_instance;

  GtkListBox *rows;
  AdwActionRow *add;
  GPtrArray *editors; /* of DocketFieldEditor, which the list holds */
  guint n_ticks;      /* for which it is followed */
};

enum
{
  CHANGED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DocketFieldEditors, docket_field_editors, ADW_TYPE_BIN)

static void
changed_cb (DocketFieldEditors *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

/* The one that was added last is on the screen as a whole once it has opened, with what comes after
 * it. Not by gtk_adjustment_clamp_page(): that would leave to its animation where the focus goes,
 * which began before there was room. */
static gboolean
follow_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  DocketFieldEditors *self = DOCKET_FIELD_EDITORS (widget);
  GtkWidget *pane = gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW);
  GtkWidget *content = pane != NULL ? gtk_widget_get_first_child (pane) : NULL;
  GtkAdjustment *adjustment;
  graphene_rect_t bounds;

  if (content == NULL || !gtk_widget_compute_bounds (widget, content, &bounds))
    return G_SOURCE_REMOVE;
  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (pane));
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + bounds.origin.y
                                            + bounds.size.height + MARGIN
                                            - gtk_adjustment_get_page_size (adjustment));
  return --self->n_ticks > 0 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

static void
follow (DocketFieldEditors *self)
{
  if (self->n_ticks == 0)
    gtk_widget_add_tick_callback (GTK_WIDGET (self), follow_cb, NULL, NULL);
  self->n_ticks = OPEN_AFTER;
}

static void
removed_cb (DocketFieldEditors *self, DocketFieldEditor *editor)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->add));
  g_ptr_array_remove (self->editors, editor);
  gtk_list_box_remove (self->rows, GTK_WIDGET (editor));
  changed_cb (self);
}

static DocketFieldEditor *
add_editor (DocketFieldEditors *self)
{
  GtkWidget *editor = docket_field_editor_new ();

  g_signal_connect_object (editor, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (editor, "removed", G_CALLBACK (removed_cb), self, G_CONNECT_SWAPPED);
  gtk_list_box_insert (self->rows, editor, (int)self->editors->len);
  g_ptr_array_add (self->editors, editor);
  return DOCKET_FIELD_EDITOR (editor);
}

/* Those that are whole make room for the next one. */
static void
fold (DocketFieldEditors *self)
{
  for (guint i = 0; i < self->editors->len; i++)
    if (docket_field_editor_get_reason (self->editors->pdata[i]) == NULL)
      adw_expander_row_set_expanded (self->editors->pdata[i], FALSE);
}

static void
add_cb (DocketFieldEditors *self)
{
  fold (self);
  docket_field_editor_focus (add_editor (self));
  follow (self);
  changed_cb (self);
}

static void
docket_field_editors_dispose (GObject *object)
{
  DocketFieldEditors *self = DOCKET_FIELD_EDITORS (object);

  g_clear_pointer (&self->editors, g_ptr_array_unref);

  G_OBJECT_CLASS (docket_field_editors_parent_class)->dispose (object);
}

static void
docket_field_editors_class_init (DocketFieldEditorsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = docket_field_editors_dispose;
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/app/docket/Docket/ui/docket-field-editors.ui");
  gtk_widget_class_bind_template_child (widget_class, DocketFieldEditors, rows);
  gtk_widget_class_bind_template_child (widget_class, DocketFieldEditors, add);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
}

static void
docket_field_editors_init (DocketFieldEditors *self)
{
  self->editors = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

GVariant *
docket_field_editors_save (DocketFieldEditors *self)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE (DOCKET_FIELD_EDITORS_SAVED));
  for (guint i = 0; i < self->editors->len; i++)
    g_variant_builder_add_value (&builder, docket_field_editor_save (self->editors->pdata[i]));
  return g_variant_builder_end (&builder);
}

void
docket_field_editors_restore (DocketFieldEditors *self, GVariant *saved)
{
  for (gsize i = 0; i < g_variant_n_children (saved); i++)
    {
      g_autoptr (GVariant) field = g_variant_get_child_value (saved, i);

      docket_field_editor_restore (add_editor (self), field);
    }
}

gboolean
docket_field_editors_is_empty (DocketFieldEditors *self)
{
  return self->editors->len == 0;
}

const char *
docket_field_editors_get_reason (DocketFieldEditors *self)
{
  const char *reason = NULL;

  for (guint i = 0; reason == NULL && i < self->editors->len; i++)
    reason = docket_field_editor_get_reason (self->editors->pdata[i]);
  return reason;
}

void
docket_field_editors_add_to (DocketFieldEditors *self, TallyfyTaskDraft *draft)
{
  for (guint i = 0; i < self->editors->len; i++)
    docket_field_editor_add_to (self->editors->pdata[i], draft);
}
