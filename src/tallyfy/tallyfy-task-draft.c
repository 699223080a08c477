/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "tallyfy/tallyfy-task-draft.h"

#include <string.h>

#include "tallyfy/tallyfy-envelope.h"
#include "tallyfy/tallyfy-json.h"
#include "tallyfy/tallyfy-readers.h"

struct _TallyfyTaskDraft
{
  char *title;
  char *type;
  char *description; /* nullable */
  gboolean top_secret;
  GDateTime *deadline; /* nullable */
  GStrv users;
  GStrv guests;
  GStrv groups;
  GStrv tags;
  GPtrArray *fields; /* of Field */
  guint n_answers;
  guint n_lost;
};

/* A form field as it was written, and what can be given to its like. */
typedef struct
{
  char *label;
  char *type;
  gboolean required;
  JsonNode *options; /* nullable */
  JsonNode *value;   /* nullable */
} Field;

static void
field_free (gpointer data)
{
  Field *field = data;

  g_free (field->label);
  g_free (field->type);
  g_clear_pointer (&field->options, json_node_unref);
  g_clear_pointer (&field->value, json_node_unref);
  g_free (field);
}

/* What a field of this type takes; files and people belong to the task they were given to. */
static gboolean
can_be_given (const char *type, JsonNode *value)
{
  static const char *const texts[] = { "text", "textarea", "date", "radio", "email", NULL };
  static const char *const lists[] = { "multiselect", "table", NULL };

  if (g_strv_contains (texts, type))
    return JSON_NODE_HOLDS_VALUE (value) && json_node_get_value_type (value) == G_TYPE_STRING;
  if (g_strv_contains (lists, type))
    return JSON_NODE_HOLDS_ARRAY (value);
  return g_str_equal (type, "dropdown") && JSON_NODE_HOLDS_OBJECT (value);
}

/* @seen: the same field as everybody reads it */
static void
add_field (TallyfyTaskDraft *self, JsonObject *object, TallyfyFormField *seen)
{
  Field *field = g_new0 (Field, 1);
  JsonNode *options = tallyfy_json_get (object, "options");
  JsonNode *value = tallyfy_json_get (object, "field_value");

  if (value == NULL)
    value = tallyfy_json_get (object, "value");
  field->label = g_strdup (tallyfy_form_field_get_label (seen));
  field->type = g_strdup (tallyfy_form_field_get_field_type (seen));
  field->required = tallyfy_form_field_is_required (seen);
  if (options != NULL && JSON_NODE_HOLDS_ARRAY (options))
    field->options = json_node_copy (options);
  if (tallyfy_form_field_is_answered (seen) && can_be_given (field->type, value))
    {
      field->value = json_node_copy (value);
      self->n_answers++;
    }
  else if (tallyfy_form_field_is_answered (seen))
    self->n_lost++;
  g_ptr_array_add (self->fields, field);
}

static gboolean
read_fields (TallyfyTaskDraft *self, TallyfyTask *task, JsonNode *root, GError **error)
{
  GPtrArray *seen = tallyfy_task_get_form_fields (task);
  JsonNode *item = tallyfy_envelope_item (root, error);
  JsonArray *list = NULL;

  if (item == NULL
      || !tallyfy_json_read_list (json_node_get_object (item), "form_fields", &list, error))
    return FALSE;
  for (guint i = 0; list != NULL && i < json_array_get_length (list); i++)
    add_field (self, json_array_get_object_element (list, i), g_ptr_array_index (seen, i));
  return TRUE;
}

TallyfyTaskDraft *
tallyfy_task_draft_new (const char *title, const char *type)
{
  TallyfyTaskDraft *self = g_atomic_rc_box_new0 (TallyfyTaskDraft);

  self->title = g_strdup (title);
  self->type = g_strdup (type);
  self->users = g_new0 (char *, 1);
  self->guests = g_new0 (char *, 1);
  self->groups = g_new0 (char *, 1);
  self->tags = g_new0 (char *, 1);
  self->fields = g_ptr_array_new_with_free_func (field_free);
  return self;
}

TallyfyTaskDraft *
tallyfy_task_draft_new_from_json (GBytes *json, GError **error)
{
  g_autoptr (TallyfyTaskDraft) self = NULL;
  g_autoptr (JsonNode) root = tallyfy_json_parse (json, error);
  g_autoptr (TallyfyTask) task = root != NULL ? tallyfy_task_read_root (root, json, error) : NULL;
  const char *type;

  if (task == NULL)
    return NULL;
  type = tallyfy_task_get_task_type (task);
  self = tallyfy_task_draft_new (tallyfy_task_get_title (task), type != NULL ? type : "task");
  if (!read_fields (self, task, root, error))
    return NULL;
  g_strfreev (self->users);
  self->users
      = tallyfy_assignees_get_ids (tallyfy_task_get_assignees (task), TALLYFY_ASSIGNEE_USER);
  tallyfy_task_draft_set_description (self, tallyfy_task_get_summary (task));
  self->top_secret = tallyfy_task_is_top_secret (task);
  tallyfy_task_draft_set_deadline (self, tallyfy_task_get_deadline (task));
  return g_steal_pointer (&self);
}

static void
clear (gpointer data)
{
  TallyfyTaskDraft *self = data;

  g_free (self->title);
  g_free (self->type);
  g_free (self->description);
  g_clear_pointer (&self->deadline, g_date_time_unref);
  g_strfreev (self->users);
  g_strfreev (self->guests);
  g_strfreev (self->groups);
  g_strfreev (self->tags);
  g_ptr_array_unref (self->fields);
}

TallyfyTaskDraft *
tallyfy_task_draft_ref (TallyfyTaskDraft *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
tallyfy_task_draft_unref (TallyfyTaskDraft *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

const char *
tallyfy_task_draft_get_title (const TallyfyTaskDraft *self)
{
  return self->title;
}

void
tallyfy_task_draft_set_description (TallyfyTaskDraft *self, const char *html)
{
  g_free (self->description);
  self->description = g_strdup (html);
}

GDateTime *
tallyfy_task_draft_get_deadline (const TallyfyTaskDraft *self)
{
  return self->deadline;
}

void
tallyfy_task_draft_set_deadline (TallyfyTaskDraft *self, GDateTime *deadline)
{
  if (deadline != NULL)
    g_date_time_ref (deadline);
  g_clear_pointer (&self->deadline, g_date_time_unref);
  self->deadline = deadline;
}

const char *const *
tallyfy_task_draft_get_users (const TallyfyTaskDraft *self)
{
  return (const char *const *)self->users;
}

void
tallyfy_task_draft_set_users (TallyfyTaskDraft *self, const char *const *users)
{
  GStrv copy = g_strdupv ((char **)users);

  g_strfreev (self->users);
  self->users = copy;
}

void
tallyfy_task_draft_set_others (TallyfyTaskDraft *self,
                               const char *const *guests,
                               const char *const *groups)
{
  GStrv copy = g_strdupv ((char **)guests);

  g_strfreev (self->guests);
  self->guests = copy;
  copy = g_strdupv ((char **)groups);
  g_strfreev (self->groups);
  self->groups = copy;
}

gboolean
tallyfy_task_draft_is_nobodys (const TallyfyTaskDraft *self)
{
  return *self->users == NULL && *self->guests == NULL && *self->groups == NULL;
}

void
tallyfy_task_draft_set_tags (TallyfyTaskDraft *self, const char *const *tags)
{
  GStrv copy = g_strdupv ((char **)tags);

  g_strfreev (self->tags);
  self->tags = copy;
}

/* Each with a number of its own, as Tallyfy's templates have them. (transfer full) */
static JsonNode *
build_options (const char *const *choices)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);
  for (gint64 i = 0; choices[i] != NULL; i++)
    {
      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "id");
      json_builder_add_int_value (builder, i + 1);
      tallyfy_json_add_string (builder, "text", choices[i]);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  return json_builder_get_root (builder);
}

void
tallyfy_task_draft_add_field (TallyfyTaskDraft *self,
                              const char *label,
                              const char *type,
                              gboolean required,
                              const char *const *choices)
{
  Field *field = g_new0 (Field, 1);

  field->label = g_strdup (label);
  field->type = g_strdup (type);
  field->required = required;
  field->options = choices != NULL ? build_options (choices) : NULL;
  g_ptr_array_add (self->fields, field);
}

guint
tallyfy_task_draft_get_n_answers (const TallyfyTaskDraft *self)
{
  return self->n_answers;
}

guint
tallyfy_task_draft_get_n_lost (const TallyfyTaskDraft *self)
{
  return self->n_lost;
}

/* What each write of a one-off task must say. Users go up as integers. */
static void
add_core (const TallyfyTaskDraft *self, JsonBuilder *builder)
{
  g_autofree char *deadline
      = self->deadline != NULL ? g_date_time_format (self->deadline, "%Y-%m-%d %H:%M:%S") : NULL;

  tallyfy_json_add_string (builder, "title", self->title);
  if (deadline != NULL)
    tallyfy_json_add_string (builder, "deadline", deadline);
  json_builder_set_member_name (builder, "owners");
  tallyfy_assignees_build (builder, tallyfy_task_draft_get_users (self),
                           (const char *const *)self->guests, (const char *const *)self->groups);
}

static void
add_fields (const TallyfyTaskDraft *self, JsonBuilder *builder)
{
  json_builder_set_member_name (builder, "form_fields");
  json_builder_begin_array (builder);
  for (guint i = 0; i < self->fields->len; i++)
    {
      const Field *field = self->fields->pdata[i];

      json_builder_begin_object (builder);
      tallyfy_json_add_string (builder, "label", field->label);
      tallyfy_json_add_string (builder, "field_type", field->type);
      json_builder_set_member_name (builder, "required");
      json_builder_add_boolean_value (builder, field->required);
      if (field->options != NULL)
        {
          json_builder_set_member_name (builder, "options");
          json_builder_add_value (builder, json_node_copy (field->options));
        }
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_tags (const TallyfyTaskDraft *self, JsonBuilder *builder)
{
  json_builder_set_member_name (builder, "tags");
  json_builder_begin_array (builder);
  for (guint i = 0; self->tags[i] != NULL; i++)
    json_builder_add_string_value (builder, self->tags[i]);
  json_builder_end_array (builder);
}

GBytes *
tallyfy_task_draft_to_json (const TallyfyTaskDraft *self)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  add_core (self, builder);
  tallyfy_json_add_string (builder, "task_type", self->type);
  if (self->description != NULL)
    tallyfy_json_add_string (builder, "description", self->description);
  if (*self->tags != NULL)
    add_tags (self, builder);
  if (self->top_secret)
    {
      json_builder_set_member_name (builder, "top_secret");
      json_builder_add_boolean_value (builder, TRUE);
    }
  if (self->fields->len > 0)
    add_fields (self, builder);
  return tallyfy_json_end_body (builder);
}

/* The first field of @created that is like @field and was not taken yet. */
static TallyfyFormField *
find_like (const Field *field, TallyfyTask *created, GHashTable *taken)
{
  GPtrArray *fields = tallyfy_task_get_form_fields (created);

  for (guint i = 0; fields != NULL && i < fields->len; i++)
    if (g_str_equal (tallyfy_form_field_get_label (fields->pdata[i]), field->label)
        && g_str_equal (tallyfy_form_field_get_field_type (fields->pdata[i]), field->type)
        && g_hash_table_add (taken, fields->pdata[i]))
      return fields->pdata[i];
  return NULL;
}

GBytes *
tallyfy_task_draft_answers_to_json (const TallyfyTaskDraft *self, TallyfyTask *created)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (GHashTable) taken = g_hash_table_new (NULL, NULL);

  json_builder_begin_object (builder);
  add_core (self, builder);
  json_builder_set_member_name (builder, "taskdata");
  json_builder_begin_object (builder);
  for (guint i = 0; i < self->fields->len; i++)
    {
      const Field *field = self->fields->pdata[i];
      TallyfyFormField *like = find_like (field, created, taken);

      if (like == NULL || field->value == NULL)
        continue;
      json_builder_set_member_name (builder, tallyfy_form_field_get_id (like));
      json_builder_add_value (builder, json_node_copy (field->value));
    }
  json_builder_end_object (builder);
  return tallyfy_json_end_body (builder);
}
