/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "practice/practice-input.h"

#include <string.h>

#define MAX_TITLE 600

static const char *const task_types[]
    = { "task", "approval", "expiring", "email", "expiring_email", NULL };
static const char *const field_types[]
    = { "text",  "textarea", "date",  "radio",          "dropdown", "multiselect",
        "table", "file",     "email", "assignees_form", NULL };

JsonNode *
practice_input_node (PracticeCall *call, const char *member)
{
  JsonNode *node = json_object_get_member (call->body, member);

  return node == NULL || JSON_NODE_HOLDS_NULL (node) ? NULL : node;
}

const char *
practice_node_text (JsonNode *node)
{
  return node != NULL && JSON_NODE_HOLDS_VALUE (node)
                 && json_node_get_value_type (node) == G_TYPE_STRING
             ? json_node_get_string (node)
             : NULL;
}

const char *
practice_input_text (PracticeCall *call, const char *member)
{
  return practice_node_text (practice_input_node (call, member));
}

static void
invalid_required (PracticeCall *call, const char *field)
{
  g_autofree char *sentence = g_strdup_printf ("The %s field is required.", field);

  practice_call_invalid (call, field, sentence);
}

static void
read_title (PracticeCall *call, gboolean needed, PracticeInput *input)
{
  JsonNode *node = practice_input_node (call, "title");
  const char *title;

  if (node == NULL)
    node = practice_input_node (call, "name");
  title = practice_node_text (node);
  if (node != NULL && title == NULL)
    practice_call_invalid (call, "title", "The title must be a string.");
  else if (title == NULL || title[strspn (title, " \t\r\n")] == '\0')
    {
      if (needed || title != NULL)
        invalid_required (call, "title");
    }
  else if (g_utf8_strlen (title, -1) > MAX_TITLE)
    practice_call_invalid (call, "title", "The title may not be greater than 600 characters.");
  else
    input->title = g_strdup (title);
}

static void
read_deadline (PracticeCall *call, gboolean needed, PracticeInput *input)
{
  JsonNode *node = practice_input_node (call, "deadline");
  g_autofree char *date = practice_parse_date (practice_node_text (node));

  if (date != NULL)
    input->deadline = practice_working_day (date);
  else if (node != NULL)
    practice_call_invalid (call, "deadline", "The deadline is not a valid date.");
  else if (needed)
    invalid_required (call, "deadline");
}

static void
read_type (PracticeCall *call, gboolean needed, PracticeInput *input)
{
  JsonNode *node = practice_input_node (call, "task_type");
  const char *type = practice_node_text (node);

  if (type != NULL && g_strv_contains (task_types, type))
    input->task_type = g_strdup (type);
  else if (node != NULL)
    practice_call_invalid (call, "task_type", "The selected task type is invalid.");
  else if (needed)
    invalid_required (call, "task_type");
}

static void
read_started_at (PracticeCall *call, PracticeInput *input)
{
  JsonNode *node = practice_input_node (call, "started_at");

  input->started_at = practice_parse_date (practice_node_text (node));
  if (node != NULL && input->started_at == NULL)
    practice_call_invalid (call, "started_at", "The started_at is not a valid date.");
}

/* The first of two names for a text that may be missing, but must not be anything else. */
static char *
read_text (PracticeCall *call, const char *member, const char *other)
{
  JsonNode *node = practice_input_node (call, member);

  if (node == NULL && other != NULL)
    node = practice_input_node (call, other);
  if (node != NULL && practice_node_text (node) == NULL)
    practice_call_invalid (call, member, "This must be a string.");
  return g_strdup (practice_node_text (node));
}

gboolean
practice_input_flag (PracticeCall *call, const char *member, gboolean usual)
{
  JsonNode *node = practice_input_node (call, member);

  if (node == NULL)
    return usual;
  if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_BOOLEAN)
    return json_node_get_boolean (node);
  practice_call_invalid (call, member, "This must be true or false.");
  return usual;
}

/* IDs are numbers, or texts of digits as other clients send them. */
static char *
owner_text (JsonNode *node)
{
  if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_INT64)
    return g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (node));
  return g_strdup (practice_node_text (node));
}

GPtrArray *
practice_input_people (PracticeCall *call, const char *field, JsonObject *people, const char *list)
{
  static const struct
  {
    const char *list;
    const char *known;
  } kinds[] = {
    { "users", "SELECT count(*) FROM users WHERE id = ?" },
    { "guests", "SELECT count(*) FROM guests WHERE email = ?" },
    { "groups", "SELECT count(*) FROM groups WHERE id = ?" },
  };
  GPtrArray *found = g_ptr_array_new_with_free_func (g_free);
  JsonNode *node = json_object_get_member (people, list);
  JsonArray *array
      = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  guint kind = 0;

  while (strcmp (kinds[kind].list, list) != 0)
    kind++;
  if (array == NULL && node != NULL && !JSON_NODE_HOLDS_NULL (node))
    practice_call_invalid (call, field, "Each kind of assignees must be a list.");
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      char *owner = owner_text (json_array_get_element (array, i));

      if (owner != NULL && practice_store_number (call->store, kinds[kind].known, "s", owner) > 0)
        {
          g_ptr_array_add (found, owner);
          continue;
        }
      g_free (owner);
      practice_call_invalid (call, field, "A selected assignee is not in the organization.");
    }
  return found;
}

static void
read_owners (PracticeCall *call, gboolean needed, PracticeInput *input)
{
  JsonNode *node = practice_input_node (call, "owners");
  JsonObject *owners;

  if (node != NULL && JSON_NODE_HOLDS_OBJECT (node))
    {
      owners = json_node_get_object (node);
      input->has_owners = TRUE;
      input->users = practice_input_people (call, "owners", owners, "users");
      input->guests = practice_input_people (call, "owners", owners, "guests");
      input->groups = practice_input_people (call, "owners", owners, "groups");
    }
  else if (node != NULL)
    practice_call_invalid (call, "owners", "The owners must be an object.");
  else if (needed)
    invalid_required (call, "owners");
}

gboolean
practice_input_read (PracticeCall *call, PracticeNeed need, PracticeInput *input)
{
  read_title (call, need >= PRACTICE_NEED_UPDATE, input);
  read_type (call, need >= PRACTICE_NEED_CREATE, input);
  read_owners (call, need >= PRACTICE_NEED_UPDATE, input);
  read_deadline (call, need >= PRACTICE_NEED_UPDATE, input);
  read_started_at (call, input);
  input->summary = read_text (call, "summary", "description");
  input->webhook = read_text (call, "webhook", NULL);
  input->top_secret = practice_input_flag (call, "top_secret", FALSE);
  return !practice_call_has_failed (call);
}

void
practice_input_clear (PracticeInput *input)
{
  g_free (input->title);
  g_free (input->summary);
  g_free (input->task_type);
  g_free (input->deadline);
  g_free (input->started_at);
  g_free (input->webhook);
  g_clear_pointer (&input->users, g_ptr_array_unref);
  g_clear_pointer (&input->guests, g_ptr_array_unref);
  g_clear_pointer (&input->groups, g_ptr_array_unref);
}

static void
store_field (PracticeCall *call, gint64 task, JsonObject *field)
{
  g_autofree char *id = practice_new_id ();
  const char *label = practice_node_text (json_object_get_member (field, "label"));
  const char *type = practice_node_text (json_object_get_member (field, "field_type"));
  JsonNode *required = json_object_get_member (field, "required");
  JsonNode *options = json_object_get_member (field, "options");
  g_autofree char *json = options != NULL && JSON_NODE_HOLDS_ARRAY (options)
                              ? json_to_string (options, FALSE)
                              : g_strdup ("[]");
  gboolean is_required
      = required != NULL && JSON_NODE_HOLDS_VALUE (required) && json_node_get_boolean (required);

  if (label == NULL || type == NULL || !g_strv_contains (field_types, type))
    practice_call_invalid (call, "form_fields", "A form field needs a label and a field_type.");
  else
    practice_store_run (call->store,
                        "INSERT INTO fields (id, task, label, field_type, required, options)"
                        " VALUES (?, ?, ?, ?, ?, ?)",
                        "sissis", id, task, label, type, (gint64)is_required, json);
}

void
practice_input_store_fields (PracticeCall *call, gint64 task)
{
  JsonNode *node = practice_input_node (call, "form_fields");
  JsonArray *fields
      = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  if (fields == NULL && node != NULL)
    practice_call_invalid (call, "form_fields", "The form_fields must be a list.");
  for (guint i = 0; fields != NULL && i < json_array_get_length (fields); i++)
    {
      JsonNode *field = json_array_get_element (fields, i);

      if (JSON_NODE_HOLDS_OBJECT (field))
        store_field (call, task, json_node_get_object (field));
      else
        practice_call_invalid (call, "form_fields", "A form field must be an object.");
    }
}
