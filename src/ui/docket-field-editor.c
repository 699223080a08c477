/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/docket-field-editor.h"

#include <glib/gi18n.h>
#include "workspace/docket-text.h"

struct _DocketFieldEditor
{
  AdwExpanderRow parent_instance;

  GtkEditable *label;
  AdwComboRow *kind;
  GtkEditable *choices;
  GtkSwitch *required;
};

enum
{
  CHANGED,
  REMOVED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DocketFieldEditor, docket_field_editor, ADW_TYPE_EXPANDER_ROW)

/* In the order of the choice, as Tallyfy names them. */
static const struct
{
  const char *type;
  gboolean has_choices;
} kinds[] = {
  { "text", FALSE }, { "textarea", FALSE }, { "email", FALSE },      { "date", FALSE },
  { "radio", TRUE }, { "dropdown", TRUE },  { "multiselect", TRUE },
};

static gboolean
has_choices (DocketFieldEditor *self)
{
  return kinds[MIN (adw_combo_row_get_selected (self->kind), G_N_ELEMENTS (kinds) - 1)].has_choices;
}

static char *
get_label (DocketFieldEditor *self)
{
  return docket_text_clean (gtk_editable_get_text (self->label));
}

/* The commas of other languages, each as the one of English. (transfer full) */
static char *
with_plain_commas (const char *text)
{
  static const char *const commas[] = { "、", "，", "،" };
  g_autoptr (GString) plain = g_string_new (text);

  for (guint i = 0; i < G_N_ELEMENTS (commas); i++)
    g_string_replace (plain, commas[i], ",", 0);
  return g_string_free (g_steal_pointer (&plain), FALSE);
}

/* (transfer full): without those that are empty */
static GStrv
list_choices (DocketFieldEditor *self)
{
  g_autofree char *text = with_plain_commas (gtk_editable_get_text (self->choices));
  g_auto (GStrv) parts = g_strsplit (text, ",", -1);
  g_autoptr (GStrvBuilder) choices = g_strv_builder_new ();

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_autofree char *choice = docket_text_clean (parts[i]);

      if (*choice != '\0')
        g_strv_builder_add (choices, choice);
    }
  return g_strv_builder_end (choices);
}

static void
show_title (DocketFieldEditor *self)
{
  g_autofree char *label = get_label (self);
  GtkStringObject *kind = adw_combo_row_get_selected_item (self->kind);
  const char *kind_name = kind != NULL ? gtk_string_object_get_string (kind) : "";
  /* Translators: %s is a kind of form field, such as "Text" */
  g_autofree char *subtitle = gtk_switch_get_active (self->required)
                                  /* Translators: %s is a kind of form field, such as “Text” */
                                  ? g_strdup_printf (_ ("%s, required"), kind_name)
                                  : g_strdup (kind_name);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self),
                                 *label != '\0' ? label : _ ("New Field"));
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), subtitle);
}

static void
changed_cb (DocketFieldEditor *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->choices), has_choices (self));
  show_title (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
remove_cb (DocketFieldEditor *self)
{
  g_signal_emit (self, signals[REMOVED], 0);
}

static void
docket_field_editor_class_init (DocketFieldEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  signals[REMOVED] = g_signal_new ("removed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/app/docket/Docket/ui/docket-field-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, DocketFieldEditor, label);
  gtk_widget_class_bind_template_child (widget_class, DocketFieldEditor, kind);
  gtk_widget_class_bind_template_child (widget_class, DocketFieldEditor, choices);
  gtk_widget_class_bind_template_child (widget_class, DocketFieldEditor, required);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_cb);
}

static void
docket_field_editor_init (DocketFieldEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  changed_cb (self);
}

GtkWidget *
docket_field_editor_new (void)
{
  return g_object_new (DOCKET_TYPE_FIELD_EDITOR, "expanded", TRUE, NULL);
}

void
docket_field_editor_focus (DocketFieldEditor *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->label));
}

GVariant *
docket_field_editor_save (DocketFieldEditor *self)
{
  return g_variant_new (DOCKET_FIELD_EDITOR_SAVED, gtk_editable_get_text (self->label),
                        adw_combo_row_get_selected (self->kind),
                        gtk_switch_get_active (self->required),
                        gtk_editable_get_text (self->choices));
}

void
docket_field_editor_restore (DocketFieldEditor *self, GVariant *saved)
{
  const char *label, *choices;
  guint kind;
  gboolean required;

  g_variant_get (saved, "(&sub&s)", &label, &kind, &required, &choices);
  gtk_editable_set_text (self->label, label);
  gtk_editable_set_text (self->choices, choices);
  adw_combo_row_set_selected (self->kind, MIN (kind, G_N_ELEMENTS (kinds) - 1));
  gtk_switch_set_active (self->required, required);
}

const char *
docket_field_editor_get_reason (DocketFieldEditor *self)
{
  g_autofree char *label = get_label (self);
  g_auto (GStrv) choices = list_choices (self);

  if (*label == '\0')
    return _ ("A form field needs a label");
  if (has_choices (self) && *choices == NULL)
    return _ ("A form field to choose from needs choices");
  return NULL;
}

void
docket_field_editor_add_to (DocketFieldEditor *self, TallyfyTaskDraft *draft)
{
  g_autofree char *label = get_label (self);
  g_auto (GStrv) choices = list_choices (self);

  tallyfy_task_draft_add_field (draft, label, kinds[adw_combo_row_get_selected (self->kind)].type,
                                gtk_switch_get_active (self->required),
                                has_choices (self) ? (const char *const *)choices : NULL);
}
