/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "tallyfy/tallyfy-field-option.h"

#include "tallyfy/tallyfy-json.h"

static char *
read_text (JsonObject *object)
{
  static const char *const members[] = { "text", "label", "value" };

  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    {
      JsonNode *node = tallyfy_json_get (object, members[i]);
      char *text = node != NULL ? tallyfy_json_scalar_text (node) : NULL;

      if (text != NULL && *text != '\0')
        return text;
      g_free (text);
    }
  return NULL;
}

TallyfyFieldOption *
tallyfy_field_option_read (JsonNode *node)
{
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  JsonNode *id = object != NULL ? tallyfy_json_get (object, "id") : NULL;
  char *text = object != NULL ? read_text (object) : tallyfy_json_scalar_text (node);
  TallyfyFieldOption *self;

  if (text == NULL)
    return NULL;
  self = g_new0 (TallyfyFieldOption, 1);
  self->text = text;
  if (id != NULL)
    {
      self->id = tallyfy_json_scalar_text (id);
      self->id_is_number
          = JSON_NODE_HOLDS_VALUE (id) && json_node_get_value_type (id) == G_TYPE_INT64;
    }
  return self;
}

TallyfyFieldOption *
tallyfy_field_option_copy (const TallyfyFieldOption *self)
{
  TallyfyFieldOption *copy = g_memdup2 (self, sizeof *self);

  copy->id = g_strdup (self->id);
  copy->text = g_strdup (self->text);
  return copy;
}

void
tallyfy_field_option_free (TallyfyFieldOption *self)
{
  g_free (self->id);
  g_free (self->text);
  g_free (self);
}

/* A multiselect lists every choice, some with "selected": false. */
static gboolean
is_deselected (JsonNode *answer)
{
  gboolean selected = TRUE;

  return JSON_NODE_HOLDS_OBJECT (answer)
         && tallyfy_json_read_bool (json_node_get_object (answer), "selected", &selected, NULL)
         && !selected;
}

gboolean
tallyfy_field_option_is_in (const TallyfyFieldOption *self, JsonNode *answer)
{
  TallyfyFieldOption *other;
  gboolean same;

  if (JSON_NODE_HOLDS_ARRAY (answer))
    {
      JsonArray *list = json_node_get_array (answer);

      for (guint i = 0; i < json_array_get_length (list); i++)
        if (tallyfy_field_option_is_in (self, json_array_get_element (list, i)))
          return TRUE;
      return FALSE;
    }
  other = is_deselected (answer) ? NULL : tallyfy_field_option_read (answer);
  if (other == NULL)
    return FALSE;
  if (self->id != NULL && other->id != NULL)
    same = g_str_equal (self->id, other->id);
  else
    same = g_str_equal (self->text, other->text);
  tallyfy_field_option_free (other);
  return same;
}

JsonNode *
tallyfy_field_option_to_json (const TallyfyFieldOption *self, gboolean selected)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "id");
  if (self->id_is_number)
    json_builder_add_int_value (builder, g_ascii_strtoll (self->id, NULL, 10));
  else
    json_builder_add_string_value (builder, self->id);
  tallyfy_json_add_string (builder, "text", self->text);
  if (selected)
    {
      json_builder_set_member_name (builder, "selected");
      json_builder_add_boolean_value (builder, TRUE);
    }
  json_builder_end_object (builder);
  return json_builder_get_root (builder);
}
