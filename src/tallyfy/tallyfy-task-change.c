/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "tallyfy/tallyfy-task-change.h"

#include "tallyfy/tallyfy-assignee.h"
#include "tallyfy/tallyfy-json.h"
#include "tallyfy/tallyfy-readers.h"

/* Each member is NULL where the change does not speak of it. */
struct _TallyfyTaskChange
{
  gboolean one_off;
  char *title;
  char *summary;
  GDateTime *deadline;
  JsonNode *owners;
  GStrv tags;
  GPtrArray *answers; /* of Answer, in the order in which they were given */
};

typedef struct
{
  TallyfyFormField *field;
  JsonNode *value; /* a null node takes the answer away */
} Answer;

static void
answer_free (gpointer data)
{
  Answer *answer = data;

  g_object_unref (answer->field);
  json_node_unref (answer->value);
  g_free (answer);
}

/* {"users": […], "guests": […], "groups": […]} */
static JsonNode *
people_to_json (const char *const *users, const char *const *guests, const char *const *groups)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  tallyfy_assignees_build (builder, users, guests, groups);
  return json_builder_get_root (builder);
}

TallyfyTaskChange *
tallyfy_task_change_new (TallyfyTask *task)
{
  TallyfyTaskChange *self = g_new0 (TallyfyTaskChange, 1);
  GPtrArray *assignees = tallyfy_task_get_assignees (task);

  self->answers = g_ptr_array_new_with_free_func (answer_free);
  self->one_off = tallyfy_task_is_one_off (task);
  if (self->one_off)
    {
      g_auto (GStrv) users = tallyfy_assignees_get_ids (assignees, TALLYFY_ASSIGNEE_USER);
      g_auto (GStrv) guests = tallyfy_assignees_get_ids (assignees, TALLYFY_ASSIGNEE_GUEST);
      g_auto (GStrv) groups = tallyfy_assignees_get_ids (assignees, TALLYFY_ASSIGNEE_GROUP);

      tallyfy_task_change_set_title (self, tallyfy_task_get_title (task));
      tallyfy_task_change_set_deadline (self, tallyfy_task_get_deadline (task));
      tallyfy_task_change_set_assignees (self, (const char *const *)users,
                                         (const char *const *)guests, (const char *const *)groups);
    }
  return self;
}

void
tallyfy_task_change_free (TallyfyTaskChange *self)
{
  g_free (self->title);
  g_free (self->summary);
  g_clear_pointer (&self->deadline, g_date_time_unref);
  g_clear_pointer (&self->owners, json_node_unref);
  g_strfreev (self->tags);
  g_ptr_array_unref (self->answers);
  g_free (self);
}

void
tallyfy_task_change_set_title (TallyfyTaskChange *self, const char *title)
{
  char *copy = g_strdup (title);

  g_free (self->title);
  self->title = copy;
}

void
tallyfy_task_change_set_summary (TallyfyTaskChange *self, const char *summary)
{
  char *copy = g_strdup (summary);

  g_free (self->summary);
  self->summary = copy;
}

void
tallyfy_task_change_set_deadline (TallyfyTaskChange *self, GDateTime *deadline)
{
  GDateTime *utc = deadline != NULL ? g_date_time_to_utc (deadline) : NULL;

  g_clear_pointer (&self->deadline, g_date_time_unref);
  self->deadline = utc;
}

gboolean
tallyfy_task_change_needs_deadline (const TallyfyTaskChange *self)
{
  return self->one_off && self->deadline == NULL;
}

void
tallyfy_task_change_set_assignees (TallyfyTaskChange *self,
                                   const char *const *users,
                                   const char *const *guests,
                                   const char *const *groups)
{
  JsonNode *owners = people_to_json (users, guests, groups);

  g_clear_pointer (&self->owners, json_node_unref);
  self->owners = owners;
}

void
tallyfy_task_change_set_tags (TallyfyTaskChange *self, const char *const *tag_ids)
{
  GStrv copy = g_strdupv ((char **)tag_ids);

  g_strfreev (self->tags);
  self->tags = copy;
}

/* @value is taken. */
static void
put_answer (TallyfyTaskChange *self, TallyfyFormField *field, JsonNode *value)
{
  Answer *answer = g_new0 (Answer, 1);

  tallyfy_task_change_forget_answer (self, field);
  answer->field = g_object_ref (field);
  answer->value = value;
  g_ptr_array_add (self->answers, answer);
}

static gboolean
is_of_type (TallyfyFormField *field, const char *const *types)
{
  return g_strv_contains (types, tallyfy_form_field_get_field_type (field));
}

static JsonNode *
text_to_json (const char *text)
{
  JsonNode *node = json_node_alloc ();

  return *text != '\0' ? json_node_init_string (node, text) : json_node_init_null (node);
}

gboolean
tallyfy_task_change_answer_text (TallyfyTaskChange *self, TallyfyFormField *field, const char *text)
{
  static const char *const types[] = { "text", "textarea", "email", NULL };

  if (!is_of_type (field, types))
    return FALSE;
  put_answer (self, field, text_to_json (text));
  return TRUE;
}

gboolean
tallyfy_task_change_answer_date (TallyfyTaskChange *self, TallyfyFormField *field, GDateTime *date)
{
  static const char *const types[] = { "date", NULL };
  g_autoptr (GDateTime) utc = date != NULL ? g_date_time_to_utc (date) : NULL;
  g_autofree char *text
      = utc != NULL ? g_date_time_format (utc, "%Y-%m-%dT%H:%M:%SZ") : g_strdup ("");

  if (!is_of_type (field, types))
    return FALSE;
  put_answer (self, field, text_to_json (text));
  return TRUE;
}

static JsonNode *
options_to_json (GPtrArray *known, const guint *options, guint n_options)
{
  JsonArray *list = json_array_new ();
  JsonNode *node = json_node_new (JSON_NODE_ARRAY);

  for (guint i = 0; i < n_options; i++)
    json_array_add_element (list, tallyfy_field_option_to_json (known->pdata[options[i]], TRUE));
  json_node_take_array (node, list);
  return node;
}

/* Whether the choices are there, and can be told to the server: a radio by its text alone. */
static gboolean
can_choose (GPtrArray *known, const guint *options, guint n_options, gboolean by_text)
{
  for (guint i = 0; i < n_options; i++)
    if (options[i] >= known->len
        || (!by_text && ((TallyfyFieldOption *)known->pdata[options[i]])->id == NULL))
      return FALSE;
  return TRUE;
}

gboolean
tallyfy_task_change_answer_options (TallyfyTaskChange *self,
                                    TallyfyFormField *field,
                                    const guint *options,
                                    guint n_options)
{
  GPtrArray *known = tallyfy_form_field_get_field_options (field);
  const char *type = tallyfy_form_field_get_field_type (field);
  const gboolean is_radio = g_str_equal (type, "radio");
  const gboolean is_list = g_str_equal (type, "multiselect");

  if (!is_radio && !is_list && !g_str_equal (type, "dropdown"))
    return FALSE;
  if ((n_options > 1 && !is_list) || !can_choose (known, options, n_options, is_radio))
    return FALSE;
  if (n_options == 0)
    put_answer (self, field, json_node_new (JSON_NODE_NULL));
  else if (is_radio)
    put_answer (self, field, text_to_json (((TallyfyFieldOption *)known->pdata[options[0]])->text));
  else if (is_list)
    put_answer (self, field, options_to_json (known, options, n_options));
  else
    put_answer (self, field, tallyfy_field_option_to_json (known->pdata[options[0]], FALSE));
  return TRUE;
}

static gboolean
is_nobody (const char *const *ids)
{
  return ids == NULL || ids[0] == NULL;
}

gboolean
tallyfy_task_change_answer_people (TallyfyTaskChange *self,
                                   TallyfyFormField *field,
                                   const char *const *users,
                                   const char *const *guests,
                                   const char *const *groups)
{
  static const char *const types[] = { "assignees_form", NULL };

  if (!is_of_type (field, types))
    return FALSE;
  if (is_nobody (users) && is_nobody (guests) && is_nobody (groups))
    put_answer (self, field, json_node_new (JSON_NODE_NULL));
  else
    put_answer (self, field, people_to_json (users, guests, groups));
  return TRUE;
}

void
tallyfy_task_change_forget_answer (TallyfyTaskChange *self, TallyfyFormField *field)
{
  const char *id = tallyfy_form_field_get_id (field);

  for (guint i = 0; i < self->answers->len; i++)
    {
      const Answer *answer = self->answers->pdata[i];

      if (g_str_equal (tallyfy_form_field_get_id (answer->field), id))
        {
          g_ptr_array_remove_index (self->answers, i);
          return;
        }
    }
}

static TallyfyFormField *
find_field (GPtrArray *fields, const char *id)
{
  for (guint i = 0; i < fields->len; i++)
    if (g_str_equal (tallyfy_form_field_get_id (fields->pdata[i]), id))
      return fields->pdata[i];
  return NULL;
}

GStrv
tallyfy_task_change_find_lost_answers (const TallyfyTaskChange *self, TallyfyTask *stored)
{
  GPtrArray *fields = tallyfy_task_get_form_fields (stored);
  g_autoptr (GStrvBuilder) lost = g_strv_builder_new ();

  if (fields == NULL)
    return NULL;
  for (guint i = 0; i < self->answers->len; i++)
    {
      const Answer *answer = self->answers->pdata[i];
      const char *id = tallyfy_form_field_get_id (answer->field);
      g_autoptr (TallyfyFormField) sent
          = tallyfy_form_field_new_answered (answer->field, answer->value);
      TallyfyFormField *found = find_field (fields, id);

      if (found == NULL || !tallyfy_form_field_has_answer_of (found, sent))
        g_strv_builder_add (lost, id);
    }
  return g_strv_builder_end (lost);
}

static void
add_tags (const TallyfyTaskChange *self, JsonBuilder *builder)
{
  json_builder_set_member_name (builder, "tags");
  json_builder_begin_array (builder);
  for (guint i = 0; self->tags[i] != NULL; i++)
    json_builder_add_string_value (builder, self->tags[i]);
  json_builder_end_array (builder);
}

static void
add_answers (const TallyfyTaskChange *self, JsonBuilder *builder)
{
  json_builder_set_member_name (builder, "taskdata");
  json_builder_begin_object (builder);
  for (guint i = 0; i < self->answers->len; i++)
    {
      const Answer *answer = self->answers->pdata[i];

      json_builder_set_member_name (builder, tallyfy_form_field_get_id (answer->field));
      json_builder_add_value (builder, json_node_copy (answer->value));
    }
  json_builder_end_object (builder);
}

GBytes *
tallyfy_task_change_to_json (const TallyfyTaskChange *self)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  if (self->title != NULL)
    tallyfy_json_add_string (builder, "title", self->title);
  if (self->summary != NULL)
    tallyfy_json_add_string (builder, "summary", self->summary);
  if (self->deadline != NULL)
    {
      g_autofree char *deadline = g_date_time_format (self->deadline, "%Y-%m-%d %H:%M:%S");

      tallyfy_json_add_string (builder, "deadline", deadline);
    }
  if (self->owners != NULL)
    {
      json_builder_set_member_name (builder, "owners");
      json_builder_add_value (builder, json_node_copy (self->owners));
    }
  if (self->tags != NULL)
    add_tags (self, builder);
  if (self->answers->len > 0)
    add_answers (self, builder);
  return tallyfy_json_end_body (builder);
}
