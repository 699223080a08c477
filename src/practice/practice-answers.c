/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "practice/practice-answers.h"

#include <string.h>

#include "practice/practice-input.h"

/* A field that is answered. */
typedef struct
{
  PracticeCall *call;
  const char *id;
  JsonArray *options;
} Field;

typedef gboolean (*Fits) (const Field *field, JsonNode *value);

static gboolean
is_text (const Field *field, JsonNode *value)
{
  return practice_node_text (value) != NULL;
}

static gboolean
is_date (const Field *field, JsonNode *value)
{
  g_autofree char *date = practice_parse_date (practice_node_text (value));

  return date != NULL;
}

static gboolean
is_email (const Field *field, JsonNode *value)
{
  const char *text = practice_node_text (value);
  const char *at = text != NULL ? strchr (text, '@') : NULL;

  return at != NULL && at != text && at[1] != '\0' && strchr (at + 1, '@') == NULL;
}

static JsonNode *
get_member (JsonNode *object, const char *member)
{
  return json_object_get_member (json_node_get_object (object), member);
}

/* @value: a text, or an object whose ID and text must both be those of one choice. */
static gboolean
is_choice (const Field *field, JsonNode *value)
{
  const gboolean by_id = JSON_NODE_HOLDS_OBJECT (value);
  const char *text = practice_node_text (by_id ? get_member (value, "text") : value);
  JsonNode *id = by_id ? get_member (value, "id") : NULL;

  if (text == NULL || (by_id && id == NULL))
    return FALSE;
  for (guint i = 0; i < json_array_get_length (field->options); i++)
    {
      JsonNode *option = json_array_get_element (field->options, i);
      JsonNode *option_id = JSON_NODE_HOLDS_OBJECT (option) ? get_member (option, "id") : NULL;

      if (JSON_NODE_HOLDS_OBJECT (option)
          && g_strcmp0 (practice_node_text (get_member (option, "text")), text) == 0
          && (!by_id || (option_id != NULL && json_node_equal (option_id, id))))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_radio_choice (const Field *field, JsonNode *value)
{
  return practice_node_text (value) != NULL && is_choice (field, value);
}

static gboolean
is_dropdown_choice (const Field *field, JsonNode *value)
{
  return JSON_NODE_HOLDS_OBJECT (value) && is_choice (field, value);
}

static gboolean
is_list_of (const Field *field, JsonNode *value, Fits fits)
{
  JsonArray *list = JSON_NODE_HOLDS_ARRAY (value) ? json_node_get_array (value) : NULL;

  for (guint i = 0; list != NULL && i < json_array_get_length (list); i++)
    if (fits != NULL && !fits (field, json_array_get_element (list, i)))
      return FALSE;
  return list != NULL;
}

static gboolean
are_choices (const Field *field, JsonNode *value)
{
  return is_list_of (field, value, is_dropdown_choice);
}

static gboolean
is_list (const Field *field, JsonNode *value)
{
  return is_list_of (field, value, NULL);
}

static gboolean
is_object (const Field *field, JsonNode *value)
{
  return JSON_NODE_HOLDS_OBJECT (value);
}

static gboolean
are_files (const Field *field, JsonNode *value)
{
  return is_list_of (field, value, is_object);
}

static gboolean
are_people (const Field *field, JsonNode *value)
{
  static const char *const lists[] = { "users", "guests", "groups" };

  if (!JSON_NODE_HOLDS_OBJECT (value))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    g_ptr_array_unref (
        practice_input_people (field->call, field->id, json_node_get_object (value), lists[i]));
  return TRUE;
}

static const struct
{
  const char *type;
  Fits fits;
} kinds[] = {
  { "text", is_text },
  { "textarea", is_text },
  { "date", is_date },
  { "email", is_email },
  { "radio", is_radio_choice },
  { "dropdown", is_dropdown_choice },
  { "multiselect", are_choices },
  { "table", is_list },
  { "file", are_files },
  { "assignees_form", are_people },
};

/* What takes an answer away: null, a text, list or object without anything in it. */
static gboolean
is_nothing (JsonNode *value)
{
  JsonObjectIter iter;
  JsonNode *member;

  if (JSON_NODE_HOLDS_ARRAY (value))
    return json_array_get_length (json_node_get_array (value)) == 0;
  if (!JSON_NODE_HOLDS_OBJECT (value))
    return JSON_NODE_HOLDS_NULL (value) || g_strcmp0 (practice_node_text (value), "") == 0;
  json_object_iter_init (&iter, json_node_get_object (value));
  while (json_object_iter_next (&iter, NULL, &member))
    if (!is_nothing (member))
      return FALSE;
  return TRUE;
}

static gboolean
answer_fits (const Field *field, const char *type, JsonNode *value)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (strcmp (kinds[i].type, type) == 0)
      return is_nothing (value) || kinds[i].fits (field, value);
  return FALSE;
}

static void
store_answer (PracticeCall *call, gint64 task, const char *id, JsonNode *value)
{
  g_autoptr (PracticeRows) row
      = practice_store_query (call->store,
                              "SELECT field_type, options FROM fields WHERE id = ? AND task = ?",
                              "si", id, task);
  g_autofree char *json = is_nothing (value) ? NULL : json_to_string (value, FALSE);
  g_autoptr (JsonNode) options = NULL;
  Field field = { call, id, NULL };

  if (!practice_rows_next (row))
    return;
  options = json_from_string (practice_rows_text (row, 1), NULL);
  field.options = json_node_get_array (options);
  if (!answer_fits (&field, practice_rows_text (row, 0), value))
    practice_call_invalid (call, id, "The answer does not fit this kind of field.");
  else
    practice_store_run (call->store, "UPDATE fields SET value = ? WHERE id = ? AND task = ?", "ssi",
                        json, id, task);
}

void
practice_answers_store (PracticeCall *call, gint64 task)
{
  JsonNode *node = practice_input_node (call, "taskdata");
  JsonObjectIter iter;
  const char *id;
  JsonNode *value;

  if (node == NULL)
    return;
  if (!JSON_NODE_HOLDS_OBJECT (node))
    {
      practice_call_invalid (call, "taskdata", "The taskdata must be an object.");
      return;
    }
  json_object_iter_init (&iter, json_node_get_object (node));
  while (json_object_iter_next (&iter, &id, &value))
    store_answer (call, task, id, value);
}
