/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/docket-tags-row.h"

#include <glib/gi18n.h>
#include "ui/docket-tag-chip.h"
#include "ui/docket-tag-picker.h"
#include "ui/docket-task-menu.h"
#include "ui/docket-words.h"
#include "ui/docket-wrap.h"
#include "workspace/docket-tags.h"
#include "workspace/docket-text.h"

struct _DocketTagsRow
{
  AdwPreferencesRow parent_instance;

  DocketWrap *chips;
  GtkWidget *none;
  GtkWidget *note;
  GtkMenuButton *button;
  DocketPicker *picker;

  DocketWorkspace *workspace;
};

enum
{
  CHANGED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DocketTagsRow, docket_tags_row, ADW_TYPE_PREFERENCES_ROW)

/* Assistive technology reads the button with what is chosen. */
static void
name_button (DocketTagsRow *self, GPtrArray *titles)
{
  g_autofree char *list = NULL;
  g_autofree char *label = NULL;

  list = docket_words_join (titles);
  /* Translators: %s are the titles of tags, with commas between them, or "None" */
  label = g_strdup_printf (_ ("Tags: %s"), *list != '\0' ? list : C_ ("tags", "None"));
  docket_menus_set_up_button (self->button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
show_chosen (DocketTagsRow *self)
{
  g_auto (GStrv) ids = docket_tags_row_get_chosen (self);
  g_autoptr (GPtrArray) titles = g_ptr_array_new_with_free_func (g_free);

  docket_wrap_clear (self->chips);
  for (guint i = 0; ids[i] != NULL; i++)
    {
      char *title = docket_text_clean (docket_tags_get_title (self->workspace, ids[i]));

      g_ptr_array_add (titles, title);
      docket_wrap_append (self->chips,
                          docket_tag_chip_new (title,
                                               docket_tags_get_color (self->workspace, ids[i])));
    }
  gtk_widget_set_visible (self->none, ids[0] == NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->chips), ids[0] != NULL);
  name_button (self, titles);
}

static void
changed_cb (DocketTagsRow *self)
{
  show_chosen (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* Anywhere in the row. */
static void
pressed_cb (DocketTagsRow *self)
{
  if (gtk_widget_get_visible (GTK_WIDGET (self->button)))
    gtk_menu_button_popup (self->button);
}

static void
docket_tags_row_dispose (GObject *object)
{
  g_clear_object (&DOCKET_TAGS_ROW (object)->workspace);

  G_OBJECT_CLASS (docket_tags_row_parent_class)->dispose (object);
}

static void
docket_tags_row_class_init (DocketTagsRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = docket_tags_row_dispose;
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (DOCKET_TYPE_TAG_PICKER);
  g_type_ensure (DOCKET_TYPE_WRAP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/app/docket/Docket/ui/docket-tags-row.ui");
  gtk_widget_class_bind_template_child (widget_class, DocketTagsRow, chips);
  gtk_widget_class_bind_template_child (widget_class, DocketTagsRow, none);
  gtk_widget_class_bind_template_child (widget_class, DocketTagsRow, note);
  gtk_widget_class_bind_template_child (widget_class, DocketTagsRow, button);
  gtk_widget_class_bind_template_child (widget_class, DocketTagsRow, picker);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, pressed_cb);
}

static void
docket_tags_row_init (DocketTagsRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
docket_tags_row_start (DocketTagsRow *self, DocketWorkspace *workspace)
{
  g_set_object (&self->workspace, workspace);
  docket_picker_set_workspace (self->picker, workspace);
  show_chosen (self);
}

void
docket_tags_row_set_chosen (DocketTagsRow *self, const char *const *ids)
{
  docket_picker_set_chosen (self->picker, ids);
  show_chosen (self);
}

GStrv
docket_tags_row_get_chosen (DocketTagsRow *self)
{
  g_auto (GStrv) ids = docket_picker_get_chosen (self->picker);
  g_autoptr (GStrvBuilder) known = g_strv_builder_new ();

  for (guint i = 0; ids[i] != NULL; i++)
    if (docket_tags_get_title (self->workspace, ids[i]) != NULL)
      g_strv_builder_add (known, ids[i]);
  return g_strv_builder_end (known);
}

void
docket_tags_row_show_titles (DocketTagsRow *self,
                             DocketWorkspace *workspace,
                             const char *const *titles)
{
  docket_wrap_clear (self->chips);
  for (guint i = 0; titles[i] != NULL; i++)
    {
      g_autofree char *title = docket_text_clean (titles[i]);

      docket_wrap_append (self->chips,
                          docket_tag_chip_new (title, docket_tags_get_color_of_title (workspace,
                                                                                      titles[i])));
    }
  gtk_widget_set_visible (GTK_WIDGET (self->button), FALSE);
  gtk_widget_set_visible (self->none, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->chips), TRUE);
  gtk_widget_set_visible (self->note, TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self), titles[0] != NULL);
}
