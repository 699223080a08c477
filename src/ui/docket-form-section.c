/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/docket-form-section.h"

#include <glib/gi18n.h>
#include "ui/docket-answer-words.h"
#include "ui/docket-form-field.h"
#include "ui/docket-property-row.h"

struct _DocketFormSection
{
  AdwBin parent_instance;

  GtkLabel *answered;
  GtkLabel *note;
  GtkWidget *missing;
  GtkLabel *missing_words;
  GtkListBox *rows;

  DocketWorkspace *workspace;
  TallyfyTask *task;
  GPtrArray *fields; /* of DocketFormField */
  char *layout;      /* what its rows were made for */
  gboolean editable;
  char *reason; /* (nullable): why not */
};

G_DEFINE_FINAL_TYPE (DocketFormSection, docket_form_section, ADW_TYPE_BIN)

static gboolean
is_answered_here (DocketFormSection *self, TallyfyFormField *field)
{
  return self->editable && docket_form_field_can_answer (field);
}

static void
add_answer (GString *layout, DocketFormSection *self, TallyfyFormField *field)
{
  if (!is_answered_here (self, field))
    g_string_append_printf (layout, "\t%s", tallyfy_form_field_get_answer (field));
}

/* Rows are made anew only where this has changed: in the others somebody may be typing. */
static char *
describe_layout (DocketFormSection *self, GPtrArray *fields)
{
  GString *layout = g_string_new (tallyfy_task_get_id (self->task));

  for (guint i = 0; i < fields->len; i++)
    {
      g_string_append_printf (layout, "\n%s\t%s\t%d", tallyfy_form_field_get_id (fields->pdata[i]),
                              tallyfy_form_field_get_field_type (fields->pdata[i]),
                              is_answered_here (self, fields->pdata[i]));
      add_answer (layout, self, fields->pdata[i]);
    }
  return g_string_free (layout, FALSE);
}

static void
clear (DocketFormSection *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *row;

  /* An entry that goes with the focus in it goes on blinking in GTK 4.8. */
  if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->rows)))
    gtk_root_set_focus (root, NULL);
  g_ptr_array_set_size (self->fields, 0);
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->rows))) != NULL)
    gtk_list_box_remove (self->rows, row);
  gtk_widget_set_visible (self->missing, FALSE);
}

/* @explains: says why it cannot be answered here */
static GtkWidget *
create_property (DocketFormSection *self, TallyfyFormField *field, gboolean explains)
{
  g_autofree char *title = docket_answer_words_title (field);
  g_auto (GStrv) answer = docket_answer_read (field);
  g_autofree char *value
      = docket_answer_words_value (self->workspace, field, (const char *const *)answer);
  GtkWidget *row
      = docket_property_row_new (title, value != NULL ? value : _ ("No answer"), value == NULL);

  if (value != NULL && tallyfy_form_field_get_answer_uri (field) != NULL)
    docket_property_row_set_link (DOCKET_PROPERTY_ROW (row),
                                  tallyfy_form_field_get_answer_uri (field));
  if (explains)
    docket_property_row_set_note (DOCKET_PROPERTY_ROW (row),
                                  docket_answer_get_kind (field) == DOCKET_ANSWER_KIND_FILE
                                      ? _ ("Files are added and changed in Tallyfy itself.")
                                      : _ ("Such fields are filled in in Tallyfy itself."));
  return row;
}

static void
create_rows (DocketFormSection *self, GPtrArray *fields)
{
  clear (self);
  for (guint i = 0; i < fields->len; i++)
    if (is_answered_here (self, fields->pdata[i]))
      g_ptr_array_add (self->fields,
                       docket_form_field_new (self->workspace, tallyfy_task_get_id (self->task),
                                              fields->pdata[i], self->rows));
    else
      gtk_list_box_append (self->rows, create_property (self, fields->pdata[i], self->editable));
}

static void
update_rows (DocketFormSection *self)
{
  for (guint i = 0; i < self->fields->len; i++)
    {
      TallyfyFormField *field
          = docket_answer_find_field (self->task,
                                      docket_form_field_get_id (self->fields->pdata[i]));

      docket_form_field_show (self->fields->pdata[i], field);
    }
}

static void
show_counts (DocketFormSection *self, GPtrArray *fields)
{
  guint n_answered = 0;
  g_autofree char *words = NULL;

  for (guint i = 0; i < fields->len; i++)
    n_answered += tallyfy_form_field_is_answered (fields->pdata[i]);
  /* Translators: how many form fields have an answer, such as: 3 of 5 answered */
  words = g_strdup_printf (_ ("%u of %u answered"), n_answered, fields->len);
  gtk_label_set_text (self->answered, words);
}

static const char *
explain_connection (DocketFormSection *self)
{
  if (docket_workspace_can_send (self->workspace))
    return NULL;
  if (docket_workspace_get_connection (self->workspace) == DOCKET_CONNECTION_SIGNED_OUT)
    return _ ("Sign in again to change answers.");
  return _ ("Not available offline: answers can be read, and not changed.");
}

/* What can be done depends on the connection, too. */
static void
update_able (DocketFormSection *self)
{
  const char *offline = NULL;
  const char *note = self->reason;

  if (self->workspace == NULL || self->task == NULL)
    return;
  if (self->editable)
    note = offline = explain_connection (self);
  gtk_label_set_text (self->note, note != NULL ? note : "");
  gtk_widget_set_visible (GTK_WIDGET (self->note), note != NULL);
  for (guint i = 0; i < self->fields->len; i++)
    docket_form_field_set_able (self->fields->pdata[i], offline == NULL);
}

/* None of them is missing any more. */
static void
update_missing (DocketFormSection *self)
{
  GPtrArray *fields = tallyfy_task_get_form_fields (self->task);

  for (guint i = 0; fields != NULL && i < fields->len; i++)
    if (tallyfy_form_field_is_required (fields->pdata[i])
        && !tallyfy_form_field_is_answered (fields->pdata[i]))
      return;
  gtk_widget_set_visible (self->missing, FALSE);
}

static void
show_form (DocketFormSection *self, GPtrArray *fields)
{
  g_autofree char *layout = describe_layout (self, fields);

  if (g_strcmp0 (layout, self->layout) == 0)
    update_rows (self);
  else
    {
      create_rows (self, fields);
      g_free (self->layout);
      self->layout = g_steal_pointer (&layout);
    }
  show_counts (self, fields);
  update_able (self);
  update_missing (self);
}

static void
set_workspace (DocketFormSection *self, DocketWorkspace *workspace)
{
  if (self->workspace == workspace)
    return;
  if (self->workspace != NULL)
    g_signal_handlers_disconnect_by_data (self->workspace, self);
  g_set_object (&self->workspace, workspace);
  if (workspace != NULL)
    g_signal_connect_object (workspace, "notify::connection", G_CALLBACK (update_able), self,
                             G_CONNECT_SWAPPED);
  /* The same task of another account has other drafts. */
  g_clear_pointer (&self->layout, g_free);
}

static void
docket_form_section_dispose (GObject *object)
{
  DocketFormSection *self = DOCKET_FORM_SECTION (object);

  if (self->workspace != NULL)
    g_signal_handlers_disconnect_by_data (self->workspace, self);
  g_clear_object (&self->workspace);
  g_clear_object (&self->task);
  g_clear_pointer (&self->fields, g_ptr_array_unref);
  g_clear_pointer (&self->layout, g_free);
  g_clear_pointer (&self->reason, g_free);

  G_OBJECT_CLASS (docket_form_section_parent_class)->dispose (object);
}

static void
docket_form_section_class_init (DocketFormSectionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = docket_form_section_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/app/docket/Docket/ui/docket-form-section.ui");
  gtk_widget_class_bind_template_child (widget_class, DocketFormSection, answered);
  gtk_widget_class_bind_template_child (widget_class, DocketFormSection, note);
  gtk_widget_class_bind_template_child (widget_class, DocketFormSection, missing);
  gtk_widget_class_bind_template_child (widget_class, DocketFormSection, missing_words);
  gtk_widget_class_bind_template_child (widget_class, DocketFormSection, rows);
}

static void
docket_form_section_init (DocketFormSection *self)
{
  self->fields = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
docket_form_section_show (DocketFormSection *self,
                          DocketWorkspace *workspace,
                          TallyfyTask *task,
                          gboolean editable,
                          const char *note)
{
  GPtrArray *fields = task != NULL ? tallyfy_task_get_form_fields (task) : NULL;
  const gboolean has_form = fields != NULL && fields->len > 0;

  set_workspace (self, workspace);
  g_set_object (&self->task, task);
  self->editable = editable;
  g_free (self->reason);
  self->reason = g_strdup (note);
  gtk_widget_set_visible (GTK_WIDGET (self), has_form);
  if (has_form)
    {
      show_form (self, fields);
      return;
    }
  clear (self);
  g_clear_pointer (&self->layout, g_free);
}

void
docket_form_section_show_missing (DocketFormSection *self, const char *const *field_ids)
{
  g_autofree char *words = docket_answer_words_missing (g_strv_length ((char **)field_ids));
  DocketFormField *first = NULL;

  gtk_label_set_text (self->missing_words, words);
  gtk_widget_set_visible (self->missing, TRUE);
  for (guint i = 0; i < self->fields->len; i++)
    {
      DocketFormField *field = self->fields->pdata[i];
      const gboolean missing = g_strv_contains (field_ids, docket_form_field_get_id (field));

      docket_form_field_set_missing (field, missing);
      if (missing && first == NULL)
        first = field;
    }
  if (first != NULL)
    docket_form_field_focus (first);
}
