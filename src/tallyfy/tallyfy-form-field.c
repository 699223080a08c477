/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "tallyfy/tallyfy-form-field.h"

#include "tallyfy/tallyfy-json.h"
#include "tallyfy/tallyfy-readers.h"

struct _TallyfyFormField
{
  GObject parent_instance;

  char *id;
  char *label;
  char *field_type;
  gboolean required;
  char *answer;
  char *answer_uri;
};

G_DEFINE_FINAL_TYPE (TallyfyFormField, tallyfy_form_field, G_TYPE_OBJECT)

static void append_answer (GPtrArray *texts, JsonNode *node);

/* The members that hold what a person reads, the most telling first. */
static const char *const text_members[]
    = { "text", "filename", "full_name", "name", "label", "title", "value", "email" };

static void
append_object (GPtrArray *texts, JsonObject *object)
{
  JsonNode *selected = tallyfy_json_get (object, "selected");
  g_autoptr (GList) members = NULL;

  /* A multiselect lists every choice, some with "selected": false. */
  if (selected != NULL && JSON_NODE_HOLDS_VALUE (selected)
      && json_node_get_value_type (selected) == G_TYPE_BOOLEAN && !json_node_get_boolean (selected))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (text_members); i++)
    {
      JsonNode *text = tallyfy_json_get (object, text_members[i]);

      if (text != NULL)
        {
          append_answer (texts, text);
          return;
        }
    }
  /* A table's row, or the users, guests and groups of an assignees field. */
  members = json_object_get_members (object);
  for (GList *member = members; member != NULL; member = member->next)
    append_answer (texts, json_object_get_member (object, member->data));
}

static void
append_answer (GPtrArray *texts, JsonNode *node)
{
  char *text;

  if (JSON_NODE_HOLDS_OBJECT (node))
    append_object (texts, json_node_get_object (node));
  else if (JSON_NODE_HOLDS_ARRAY (node))
    for (guint i = 0; i < json_array_get_length (json_node_get_array (node)); i++)
      append_answer (texts, json_array_get_element (json_node_get_array (node), i));
  else if (JSON_NODE_HOLDS_VALUE (node))
    {
      if (json_node_get_value_type (node) == G_TYPE_BOOLEAN)
        text = g_strdup (json_node_get_boolean (node) ? "true" : "false");
      else
        text = tallyfy_json_scalar_text (node);
      if (text != NULL && *text != '\0')
        g_ptr_array_add (texts, text);
      else
        g_free (text);
    }
}

static char *
answer_text (JsonNode *node)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  append_answer (texts, node);
  if (texts->len == 0)
    return NULL;
  g_ptr_array_add (texts, NULL);
  return g_strjoinv (", ", (char **)texts->pdata);
}

/* The address of a file, or of the first of several. */
static char *
answer_uri (JsonNode *node)
{
  JsonNode *url = NULL;
  g_autofree char *text = NULL;

  if (JSON_NODE_HOLDS_ARRAY (node) && json_array_get_length (json_node_get_array (node)) > 0)
    node = json_array_get_element (json_node_get_array (node), 0);
  if (JSON_NODE_HOLDS_OBJECT (node))
    url = tallyfy_json_get (json_node_get_object (node), "url");
  if (url != NULL)
    text = tallyfy_json_scalar_text (url);
  return text != NULL && g_str_has_prefix (text, "https://") ? g_steal_pointer (&text) : NULL;
}

/* The answer stands under field_value or value, in a shape that depends on the type of the field.
 */
static void
read_answer (TallyfyFormField *self, JsonObject *object)
{
  JsonNode *value = tallyfy_json_get (object, "field_value");

  if (value == NULL)
    value = tallyfy_json_get (object, "value");
  if (value == NULL)
    return;
  self->answer = answer_text (value);
  if (g_strcmp0 (self->field_type, "file") == 0)
    self->answer_uri = answer_uri (value);
}

static void
tallyfy_form_field_finalize (GObject *object)
{
  TallyfyFormField *self = TALLYFY_FORM_FIELD (object);

  g_free (self->id);
  g_free (self->label);
  g_free (self->field_type);
  g_free (self->answer);
  g_free (self->answer_uri);
  G_OBJECT_CLASS (tallyfy_form_field_parent_class)->finalize (object);
}

static void
tallyfy_form_field_class_init (TallyfyFormFieldClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tallyfy_form_field_finalize;
}

static void
tallyfy_form_field_init (TallyfyFormField *self)
{
}

TallyfyFormField *
tallyfy_form_field_read (JsonNode *node, GError **error)
{
  JsonObject *object = tallyfy_json_expect_object (node, "form field", error);
  g_autoptr (TallyfyFormField) self = NULL;

  if (object == NULL)
    return NULL;
  self = g_object_new (TALLYFY_TYPE_FORM_FIELD, NULL);
  if (!tallyfy_json_read_own_id (object, &self->id, error)
      || !tallyfy_json_read_string (object, "label", &self->label, error)
      || !tallyfy_json_read_string (object, "field_type", &self->field_type, error)
      || !tallyfy_json_read_bool (object, "required", &self->required, error))
    return NULL;
  if (self->label == NULL)
    self->label = g_strdup ("");
  if (self->field_type == NULL)
    self->field_type = g_strdup ("text");
  read_answer (self, object);
  return g_steal_pointer (&self);
}

const char *
tallyfy_form_field_get_id (TallyfyFormField *self)
{
  g_return_val_if_fail (TALLYFY_IS_FORM_FIELD (self), NULL);
  return self->id;
}

const char *
tallyfy_form_field_get_label (TallyfyFormField *self)
{
  g_return_val_if_fail (TALLYFY_IS_FORM_FIELD (self), NULL);
  return self->label;
}

const char *
tallyfy_form_field_get_field_type (TallyfyFormField *self)
{
  g_return_val_if_fail (TALLYFY_IS_FORM_FIELD (self), NULL);
  return self->field_type;
}

gboolean
tallyfy_form_field_is_required (TallyfyFormField *self)
{
  g_return_val_if_fail (TALLYFY_IS_FORM_FIELD (self), FALSE);
  return self->required;
}

gboolean
tallyfy_form_field_is_answered (TallyfyFormField *self)
{
  g_return_val_if_fail (TALLYFY_IS_FORM_FIELD (self), FALSE);
  return self->answer != NULL;
}

const char *
tallyfy_form_field_get_answer (TallyfyFormField *self)
{
  g_return_val_if_fail (TALLYFY_IS_FORM_FIELD (self), NULL);
  return self->answer;
}

const char *
tallyfy_form_field_get_answer_uri (TallyfyFormField *self)
{
  g_return_val_if_fail (TALLYFY_IS_FORM_FIELD (self), NULL);
  return self->answer_uri;
}
