/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/docket-form-section.h"

#include <glib/gi18n.h>
#include "ui/docket-answer-words.h"
#include "ui/docket-form-field.h"
#include "ui/docket-property-row.h"

/* Of a row that is only read. */
#define FIELD_KEY "docket-form-field"

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

  GStrv missing_ids;    /* (nullable): of the required fields whose answers are missing */
  char *missing_task;   /* of which task they are */
  gboolean refused;     /* the server has said so */
  gboolean takes_focus; /* the first of them */
};

G_DEFINE_FINAL_TYPE (DocketFormSection, docket_form_section, ADW_TYPE_BIN)

static gboolean
is_answered_here (DocketFormSection *self, TallyfyFormField *field)
{
  return self->editable && docket_form_field_can_answer (field);
}

/* Whether it keeps the task from being completed, as far as that was found out. */
static gboolean
is_awaited (DocketFormSection *self, TallyfyFormField *field)
{
  return self->missing_ids != NULL
         && g_str_equal (self->missing_task, tallyfy_task_get_id (self->task))
         && g_strv_contains ((const char *const *)self->missing_ids,
                             tallyfy_form_field_get_id (field));
}

/* Whether it is to be said that its answer is missing. */
static gboolean
is_missing (DocketFormSection *self, TallyfyFormField *field)
{
  return !tallyfy_form_field_is_answered (field) && is_awaited (self, field);
}

static void
add_answer (GString *layout, DocketFormSection *self, TallyfyFormField *field)
{
  if (!is_answered_here (self, field))
    g_string_append_printf (layout, "\t%d\t%s", is_missing (self, field),
                            tallyfy_form_field_get_answer (field));
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

/* Why a field of an editable form cannot be answered here. */
static const char *
explain_kind (TallyfyFormField *field)
{
  if (docket_answer_get_kind (field) == DOCKET_ANSWER_KIND_FILE)
    return _ ("Files are added and changed on Tallyfy’s website.");
  return _ ("This kind of field is filled in on Tallyfy’s website.");
}

static GtkWidget *
create_property (DocketFormSection *self, TallyfyFormField *field)
{
  const gboolean missing = is_missing (self, field);
  const char *none = missing ? _ ("Answer missing") : _ ("No answer");
  g_autofree char *title = docket_answer_words_title (field);
  g_auto (GStrv) answer = docket_answer_read (field);
  g_autofree char *value
      = docket_answer_words_value (self->workspace, field, (const char *const *)answer);
  GtkWidget *row = docket_property_row_new (title, value != NULL ? value : none, value == NULL);

  if (value != NULL && tallyfy_form_field_get_answer_uri (field) != NULL)
    docket_property_row_set_link (DOCKET_PROPERTY_ROW (row),
                                  tallyfy_form_field_get_answer_uri (field));
  if (self->editable)
    docket_property_row_set_note (DOCKET_PROPERTY_ROW (row), explain_kind (field));
  if (missing)
    gtk_widget_add_css_class (row, "error");
  g_object_set_data_full (G_OBJECT (row), FIELD_KEY, g_strdup (tallyfy_form_field_get_id (field)),
                          g_free);
  return row;
}

static TallyfyFormField *
find_field (DocketFormSection *self, DocketFormField *field)
{
  return docket_answer_find_field (self->task, docket_form_field_get_id (field));
}

static void
update_rows (DocketFormSection *self)
{
  for (guint i = 0; i < self->fields->len; i++)
    docket_form_field_show (self->fields->pdata[i], find_field (self, self->fields->pdata[i]));
}

static void
show_counts (DocketFormSection *self, GPtrArray *fields)
{
  guint n_answered = 0;
  g_autofree char *words = NULL;

  for (guint i = 0; i < fields->len; i++)
    n_answered += tallyfy_form_field_is_answered (fields->pdata[i]);
  /* Translators: how many form fields have an answer, such as: 3 of 5 answered */
  words = g_strdup_printf (ngettext ("%1$u of %2$u answered", "%1$u of %2$u answered", fields->len),
                           n_answered, fields->len);
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

/* The first of them, in the order of the form. */
static void
focus_missing (DocketFormSection *self, GPtrArray *fields)
{
  const char *wanted = NULL;
  GtkWidget *row;

  for (guint i = 0; wanted == NULL && i < fields->len; i++)
    if (is_awaited (self, fields->pdata[i]))
      wanted = tallyfy_form_field_get_id (fields->pdata[i]);
  for (guint i = 0; i < self->fields->len; i++)
    if (g_strcmp0 (docket_form_field_get_id (self->fields->pdata[i]), wanted) == 0)
      docket_form_field_focus (self->fields->pdata[i]);
  for (row = gtk_widget_get_first_child (GTK_WIDGET (self->rows)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if (g_strcmp0 (g_object_get_data (G_OBJECT (row), FIELD_KEY), wanted) == 0)
      gtk_widget_grab_focus (row);
}

/* It is said until they are all answered, and what was typed is saved. */
static void
update_missing (DocketFormSection *self)
{
  GPtrArray *fields = tallyfy_task_get_form_fields (self->task);
  guint n_missing = 0;
  guint n_unsaved = 0;
  gboolean elsewhere = FALSE;
  g_autofree char *words = NULL;

  for (guint i = 0; i < fields->len; i++)
    if (is_missing (self, fields->pdata[i]))
      {
        n_missing++;
        elsewhere |= !docket_form_field_can_answer (fields->pdata[i]);
      }
  for (guint i = 0; i < self->fields->len; i++)
    {
      TallyfyFormField *field = find_field (self, self->fields->pdata[i]);

      n_unsaved
          += is_awaited (self, field) && docket_form_field_is_unsaved (self->fields->pdata[i]);
      docket_form_field_set_missing (self->fields->pdata[i], is_missing (self, field));
    }
  words = docket_answer_words_missing (n_missing, n_unsaved, elsewhere, self->refused);
  gtk_label_set_text (self->missing_words, words);
  gtk_widget_set_visible (self->missing, n_missing + n_unsaved > 0);
  if (n_missing + n_unsaved > 0 && self->takes_focus)
    {
      self->takes_focus = FALSE;
      focus_missing (self, fields);
    }
}

/* @field: (transfer full) */
static void
add_field (DocketFormSection *self, DocketFormField *field)
{
  g_signal_connect_object (field, "changed", G_CALLBACK (update_missing), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->fields, field);
}

static void
create_rows (DocketFormSection *self, GPtrArray *fields)
{
  clear (self);
  for (guint i = 0; i < fields->len; i++)
    if (is_answered_here (self, fields->pdata[i]))
      add_field (self, docket_form_field_new (self->workspace, tallyfy_task_get_id (self->task),
                                              fields->pdata[i], self->rows));
    else
      gtk_list_box_append (self->rows, create_property (self, fields->pdata[i]));
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

/* What was missing is no longer said once one has looked at another task. It was said when the
 * first of them had the focus. */
static void
forget_missing (DocketFormSection *self, TallyfyTask *task)
{
  if (self->missing_ids == NULL || task == NULL || self->takes_focus
      || g_str_equal (tallyfy_task_get_id (task), self->missing_task))
    return;
  g_clear_pointer (&self->missing_ids, g_strfreev);
  g_clear_pointer (&self->missing_task, g_free);
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
  g_clear_pointer (&self->missing_ids, g_strfreev);
  g_clear_pointer (&self->missing_task, g_free);

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
  forget_missing (self, task);
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
docket_form_section_show_missing (DocketFormSection *self,
                                  const char *task_id,
                                  const char *const *field_ids,
                                  gboolean refused)
{
  g_strfreev (self->missing_ids);
  self->missing_ids = g_strdupv ((char **)field_ids);
  g_free (self->missing_task);
  self->missing_task = g_strdup (task_id);
  self->refused = refused;
  self->takes_focus = TRUE;
  if (self->task != NULL && tallyfy_task_get_form_fields (self->task) != NULL
      && g_str_equal (tallyfy_task_get_id (self->task), task_id))
    show_form (self, tallyfy_task_get_form_fields (self->task));
}
