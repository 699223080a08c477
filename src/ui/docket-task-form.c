/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/docket-task-form.h"

#include <glib/gi18n.h>
#include "ui/docket-deadline-picker.h"
#include "ui/docket-field-editors.h"
#include "ui/docket-people-picker.h"
#include "ui/docket-people-words.h"
#include "ui/docket-tags-row.h"
#include "ui/docket-task-menu.h"
#include "ui/docket-words.h"
#include "workspace/docket-assignee-key.h"
#include "workspace/docket-html.h"
#include "workspace/docket-text.h"
#include "workspace/docket-when.h"

/* In the order of the choice. */
static const char *const kinds[] = { "task", "approval" };

/* Title, description, deadline (unix seconds), assignees, kind, tags, form fields. Older drafts end
 * before the fields or the tags. */
static const char *const saved_types[]
    = { "(ssxasuas" DOCKET_FIELD_EDITORS_SAVED ")", "(ssxasuas)", "(ssxasu)" };

struct _DocketTaskForm
{
  AdwBin parent_instance;

  GtkEditable *title;
  AdwActionRow *deadline_row;
  GtkMenuButton *deadline_button;
  DocketDeadlinePicker *deadline_picker;
  AdwActionRow *people_row;
  GtkMenuButton *people_button;
  DocketPicker *people_picker;
  DocketTagsRow *tags;
  AdwComboRow *kind;
  GtkWidget *formatted;
  GtkTextView *description;
  GtkTextBuffer *text;
  DocketFieldEditors *fields;

  DocketWorkspace *workspace;
  GDateTime *deadline;      /* nullable */
  DocketTaskValues *values; /* as they were shown; NULL = a new task */
  gboolean needs_deadline;
  gboolean started; /* what changes now was changed by the person */
};

enum
{
  CHANGED,
  SUBMITTED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DocketTaskForm, docket_task_form, ADW_TYPE_BIN)

static void
changed_cb (DocketTaskForm *self)
{
  if (self->started)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
submit_cb (DocketTaskForm *self)
{
  g_signal_emit (self, signals[SUBMITTED], 0);
}

static gboolean
submit_key_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  submit_cb (DOCKET_TASK_FORM (widget));
  return TRUE;
}

/* @name: what it is about, for assistive technology */
static void
show_value (AdwActionRow *row, GtkMenuButton *button, const char *name, const char *value)
{
  g_autofree char *label = g_strdup_printf ("%s: %s", name, value);

  adw_action_row_set_subtitle (row, value);
  docket_menus_set_up_button (button, label);
}

/* @deadline: (nullable): */
static void
show_deadline (DocketTaskForm *self, GDateTime *deadline)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GDateTime) local = deadline != NULL ? g_date_time_to_local (deadline) : NULL;
  g_autoptr (GDateTime) offered
      = local != NULL ? g_date_time_ref (local) : docket_when_next_working_day (now);
  g_autofree char *words
      = local != NULL ? docket_words_moment (local, now) : g_strdup (_ ("No deadline"));

  g_clear_pointer (&self->deadline, g_date_time_unref);
  self->deadline = g_steal_pointer (&local);
  show_value (self->deadline_row, self->deadline_button, _ ("Deadline"), words);
  docket_deadline_picker_set_deadline (self->deadline_picker, offered);
}

static void
show_people (DocketTaskForm *self)
{
  g_auto (GStrv) keys = docket_picker_get_chosen (self->people_picker);
  g_autofree char *words = docket_people_words_list (self->workspace, (const char *const *)keys);

  show_value (self->people_row, self->people_button, _ ("Assignees"), words);
}

static void
deadline_cb (DocketTaskForm *self, GDateTime *deadline)
{
  show_deadline (self, deadline);
  changed_cb (self);
}

static void
people_cb (DocketTaskForm *self)
{
  show_people (self);
  changed_cb (self);
}

static char *
get_description (DocketTaskForm *self)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (self->text, &start, &end);
  return g_strstrip (gtk_text_buffer_get_text (self->text, &start, &end, FALSE));
}

static gboolean
has_title (DocketTaskForm *self)
{
  g_autofree char *title = docket_text_clean (gtk_editable_get_text (self->title));

  return *title != '\0';
}

static void
docket_task_form_dispose (GObject *object)
{
  DocketTaskForm *self = DOCKET_TASK_FORM (object);

  g_clear_object (&self->workspace);
  g_clear_pointer (&self->deadline, g_date_time_unref);
  g_clear_pointer (&self->values, docket_task_values_free);

  G_OBJECT_CLASS (docket_task_form_parent_class)->dispose (object);
}

static void
docket_task_form_class_init (DocketTaskFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = docket_task_form_dispose;
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  signals[SUBMITTED] = g_signal_new ("submitted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (DOCKET_TYPE_DEADLINE_PICKER);
  g_type_ensure (DOCKET_TYPE_FIELD_EDITORS);
  g_type_ensure (DOCKET_TYPE_PEOPLE_PICKER);
  g_type_ensure (DOCKET_TYPE_TAGS_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/app/docket/Docket/ui/docket-task-form.ui");
  gtk_widget_class_bind_template_child (widget_class, DocketTaskForm, title);
  gtk_widget_class_bind_template_child (widget_class, DocketTaskForm, deadline_row);
  gtk_widget_class_bind_template_child (widget_class, DocketTaskForm, deadline_button);
  gtk_widget_class_bind_template_child (widget_class, DocketTaskForm, deadline_picker);
  gtk_widget_class_bind_template_child (widget_class, DocketTaskForm, people_row);
  gtk_widget_class_bind_template_child (widget_class, DocketTaskForm, people_button);
  gtk_widget_class_bind_template_child (widget_class, DocketTaskForm, people_picker);
  gtk_widget_class_bind_template_child (widget_class, DocketTaskForm, tags);
  gtk_widget_class_bind_template_child (widget_class, DocketTaskForm, kind);
  gtk_widget_class_bind_template_child (widget_class, DocketTaskForm, formatted);
  gtk_widget_class_bind_template_child (widget_class, DocketTaskForm, description);
  gtk_widget_class_bind_template_child (widget_class, DocketTaskForm, text);
  gtk_widget_class_bind_template_child (widget_class, DocketTaskForm, fields);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, submit_cb);
  gtk_widget_class_bind_template_callback (widget_class, deadline_cb);
  gtk_widget_class_bind_template_callback (widget_class, people_cb);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, submit_key_cb,
                                NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Enter, GDK_CONTROL_MASK, submit_key_cb,
                                NULL);
}

static void
docket_task_form_init (DocketTaskForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
docket_task_form_start (DocketTaskForm *self, DocketWorkspace *workspace)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GDateTime) deadline = docket_when_next_working_day (now);
  g_autofree char *own = docket_people_words_own_key (workspace);
  const char *const people[] = { own, NULL };

  g_set_object (&self->workspace, workspace);
  docket_picker_set_workspace (self->people_picker, workspace);
  docket_picker_set_chosen (self->people_picker, people);
  show_people (self);
  docket_tags_row_start (self->tags, workspace);
  show_deadline (self, deadline);
  self->started = TRUE;
}

char *
docket_task_form_save (DocketTaskForm *self)
{
  g_autofree char *description = get_description (self);
  g_auto (GStrv) people = docket_picker_get_chosen (self->people_picker);
  g_auto (GStrv) tags = docket_tags_row_get_chosen (self->tags);
  g_autoptr (GVariant) saved = NULL;

  if (!has_title (self) && *description == '\0' && docket_field_editors_is_empty (self->fields))
    return NULL;
  saved = g_variant_ref_sink (g_variant_new ("(ssx^asu^as@" DOCKET_FIELD_EDITORS_SAVED ")",
                                             gtk_editable_get_text (self->title), description,
                                             g_date_time_to_unix (self->deadline), people,
                                             adw_combo_row_get_selected (self->kind), tags,
                                             docket_field_editors_save (self->fields)));
  return g_variant_print (saved, FALSE);
}

/* (nullable) */
static GVariant *
parse_saved (const char *text)
{
  GVariant *saved = NULL;

  for (guint i = 0; saved == NULL && i < G_N_ELEMENTS (saved_types); i++)
    saved = g_variant_parse (G_VARIANT_TYPE (saved_types[i]), text, NULL, NULL, NULL);
  return saved;
}

void
docket_task_form_restore (DocketTaskForm *self, const char *text)
{
  g_autoptr (GVariant) saved = parse_saved (text);
  const char *title, *description;
  g_autofree const char **people = NULL;
  gint64 seconds;
  guint kind;
  g_autoptr (GDateTime) deadline = NULL;

  if (saved == NULL)
    return;
  g_variant_get_child (saved, 0, "&s", &title);
  g_variant_get_child (saved, 1, "&s", &description);
  g_variant_get_child (saved, 2, "x", &seconds);
  g_variant_get_child (saved, 3, "^a&s", &people);
  g_variant_get_child (saved, 4, "u", &kind);
  if (g_variant_n_children (saved) > 5)
    {
      g_autofree const char **tags = NULL;

      g_variant_get_child (saved, 5, "^a&s", &tags);
      docket_tags_row_set_chosen (self->tags, tags);
    }
  if (g_variant_n_children (saved) > 6)
    {
      g_autoptr (GVariant) fields = g_variant_get_child_value (saved, 6);

      docket_field_editors_restore (self->fields, fields);
    }
  gtk_editable_set_text (self->title, title);
  gtk_text_buffer_set_text (self->text, description, -1);
  adw_combo_row_set_selected (self->kind, MIN (kind, G_N_ELEMENTS (kinds) - 1));
  docket_picker_set_chosen (self->people_picker, people);
  show_people (self);
  deadline = g_date_time_new_from_unix_utc (seconds);
  if (deadline != NULL)
    show_deadline (self, deadline);
}

static void
show_description (DocketTaskForm *self, const char *html)
{
  const gboolean plain = docket_html_is_plain (html);
  g_autofree char *text = docket_html_to_text (html);

  gtk_text_buffer_set_text (self->text, text, -1);
  gtk_widget_set_visible (self->formatted, !plain);
  gtk_text_view_set_editable (self->description, plain);
  gtk_text_view_set_cursor_visible (self->description, plain);
}

static void
choose_people (DocketTaskForm *self, const DocketTaskValues *values)
{
  g_auto (GStrv) keys = docket_assignee_key_list ((const char *const *)values->users,
                                                  (const char *const *)values->guests,
                                                  (const char *const *)values->groups);

  docket_picker_set_workspace (self->people_picker, self->workspace);
  docket_picker_set_chosen (self->people_picker, (const char *const *)keys);
  show_people (self);
}

void
docket_task_form_show_values (DocketTaskForm *self,
                              DocketWorkspace *workspace,
                              const DocketTaskValues *values)
{
  self->started = FALSE;
  g_set_object (&self->workspace, workspace);
  g_clear_pointer (&self->values, docket_task_values_free);
  self->values = docket_task_values_copy (values);
  gtk_widget_set_visible (GTK_WIDGET (self->kind), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->fields), FALSE);
  gtk_editable_set_text (self->title, values->title);
  choose_people (self, values);
  show_deadline (self, values->deadline);
  show_description (self, values->description);
  self->started = TRUE;
  changed_cb (self);
}

static GStrv
list_chosen (DocketTaskForm *self, TallyfyAssigneeKind kind)
{
  g_auto (GStrv) keys = docket_picker_get_chosen (self->people_picker);

  return docket_assignee_key_list_ids ((const char *const *)keys, kind);
}

void
docket_task_form_show_tags (DocketTaskForm *self, const char *const *titles)
{
  docket_tags_row_show_titles (self->tags, self->workspace, titles);
}

DocketTaskValues *
docket_task_form_get_values (DocketTaskForm *self)
{
  DocketTaskValues *values = g_new0 (DocketTaskValues, 1);
  g_autofree char *text = get_description (self);
  g_autofree char *before = g_strstrip (docket_html_to_text (self->values->description));

  values->title = docket_text_clean (gtk_editable_get_text (self->title));
  values->deadline = self->deadline != NULL ? g_date_time_ref (self->deadline) : NULL;
  values->users = list_chosen (self, TALLYFY_ASSIGNEE_USER);
  values->guests = list_chosen (self, TALLYFY_ASSIGNEE_GUEST);
  values->groups = list_chosen (self, TALLYFY_ASSIGNEE_GROUP);
  values->description = g_str_equal (text, before) ? g_strdup (self->values->description)
                                                   : docket_html_from_text (text);
  return values;
}

void
docket_task_form_set_needs_deadline (DocketTaskForm *self, gboolean needs_deadline)
{
  self->needs_deadline = needs_deadline;
}

const char *
docket_task_form_get_reason (DocketTaskForm *self)
{
  if (!has_title (self))
    return _ ("A task needs a title");
  if (self->needs_deadline && self->deadline == NULL)
    return _ ("Tallyfy wants a deadline for a one-off task");
  return docket_field_editors_get_reason (self->fields);
}

TallyfyTaskDraft *
docket_task_form_to_draft (DocketTaskForm *self)
{
  g_autofree char *title = docket_text_clean (gtk_editable_get_text (self->title));
  g_autofree char *description = get_description (self);
  g_auto (GStrv) users = list_chosen (self, TALLYFY_ASSIGNEE_USER);
  g_auto (GStrv) guests = list_chosen (self, TALLYFY_ASSIGNEE_GUEST);
  g_auto (GStrv) groups = list_chosen (self, TALLYFY_ASSIGNEE_GROUP);
  g_auto (GStrv) tags = docket_tags_row_get_chosen (self->tags);
  g_autoptr (GDateTime) deadline = g_date_time_to_utc (self->deadline);
  TallyfyTaskDraft *draft
      = tallyfy_task_draft_new (title, kinds[adw_combo_row_get_selected (self->kind)]);

  tallyfy_task_draft_set_deadline (draft, deadline);
  tallyfy_task_draft_set_users (draft, (const char *const *)users);
  tallyfy_task_draft_set_others (draft, (const char *const *)guests, (const char *const *)groups);
  tallyfy_task_draft_set_tags (draft, (const char *const *)tags);
  docket_field_editors_add_to (self->fields, draft);
  if (*description != '\0')
    {
      g_autofree char *html = docket_html_from_text (description);

      tallyfy_task_draft_set_description (draft, html);
    }
  return draft;
}

static gboolean
open_people_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  gtk_menu_button_popup (DOCKET_TASK_FORM (widget)->people_button);
  return G_SOURCE_REMOVE;
}

void
docket_task_form_open_people (DocketTaskForm *self)
{
  gtk_widget_add_tick_callback (GTK_WIDGET (self), open_people_cb, NULL, NULL);
}

void
docket_task_form_focus (DocketTaskForm *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->title));
}
