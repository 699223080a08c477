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
  GPtrArray *options; /* of TallyfyFieldOption */
  GStrv option_texts;

  char *answer;
  char *answer_uri;
  GDateTime *date;
  GPtrArray *people; /* of TallyfyAssignee */
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

static gboolean
is_choice (TallyfyFormField *self)
{
  static const char *const types[] = { "dropdown", "radio", "multiselect", NULL };

  return g_strv_contains (types, self->field_type);
}

/* What cannot be chosen is left out; a field without a list of choices has none. */
static void
read_options (TallyfyFormField *self, JsonObject *object)
{
  JsonArray *list = NULL;

  if (!is_choice (self) || !tallyfy_json_read_list (object, "options", &list, NULL))
    return;
  for (guint i = 0; list != NULL && i < json_array_get_length (list); i++)
    {
      TallyfyFieldOption *option = tallyfy_field_option_read (json_array_get_element (list, i));

      if (option != NULL)
        g_ptr_array_add (self->options, option);
    }
}

/* An answer that is not as its type would have it is still shown as a text. */
static void
read_answer (TallyfyFormField *self, JsonNode *value)
{
  if (JSON_NODE_HOLDS_NULL (value))
    return;
  self->answer = answer_text (value);
  if (g_str_equal (self->field_type, "file"))
    self->answer_uri = answer_uri (value);
  else if (g_str_equal (self->field_type, "date"))
    self->date = tallyfy_json_parse_date (value);
  else if (g_str_equal (self->field_type, "assignees_form") && JSON_NODE_HOLDS_OBJECT (value)
           && !tallyfy_assignees_read_lists (json_node_get_object (value), self->people, NULL))
    g_ptr_array_set_size (self->people, 0);
  for (guint i = 0; i < self->options->len; i++)
    {
      TallyfyFieldOption *option = self->options->pdata[i];

      option->chosen = tallyfy_field_option_is_in (option, value);
    }
}

/* To be called once the options are known. */
static void
collect_texts (TallyfyFormField *self)
{
  g_autoptr (GStrvBuilder) texts = g_strv_builder_new ();

  for (guint i = 0; i < self->options->len; i++)
    g_strv_builder_add (texts, ((TallyfyFieldOption *)self->options->pdata[i])->text);
  self->option_texts = g_strv_builder_end (texts);
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
  g_ptr_array_unref (self->options);
  g_strfreev (self->option_texts);
  g_clear_pointer (&self->date, g_date_time_unref);
  g_ptr_array_unref (self->people);
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
  self->options = g_ptr_array_new_with_free_func ((GDestroyNotify)tallyfy_field_option_free);
  self->people = g_ptr_array_new_with_free_func (g_object_unref);
}

TallyfyFormField *
tallyfy_form_field_read (JsonNode *node, GError **error)
{
  JsonObject *object = tallyfy_json_expect_object (node, "form field", error);
  g_autoptr (TallyfyFormField) self = NULL;
  JsonNode *value;

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
  read_options (self, object);
  collect_texts (self);
  /* The answer stands under either, in a shape that depends on the type of the field. */
  value = tallyfy_json_get (object, "field_value");
  if (value == NULL)
    value = tallyfy_json_get (object, "value");
  if (value != NULL)
    read_answer (self, value);
  return g_steal_pointer (&self);
}

TallyfyFormField *
tallyfy_form_field_new_answered (TallyfyFormField *self, JsonNode *value)
{
  TallyfyFormField *copy = g_object_new (TALLYFY_TYPE_FORM_FIELD, NULL);

  copy->id = g_strdup (self->id);
  copy->label = g_strdup (self->label);
  copy->field_type = g_strdup (self->field_type);
  copy->required = self->required;
  for (guint i = 0; i < self->options->len; i++)
    {
      TallyfyFieldOption *option = tallyfy_field_option_copy (self->options->pdata[i]);

      option->chosen = FALSE;
      g_ptr_array_add (copy->options, option);
    }
  collect_texts (copy);
  read_answer (copy, value);
  return copy;
}

static gboolean
names_same_people (GPtrArray *people, GPtrArray *others)
{
  if (people->len != others->len)
    return FALSE;
  for (guint i = 0; i < people->len; i++)
    {
      gboolean found = FALSE;

      for (guint j = 0; !found && j < others->len; j++)
        found = tallyfy_assignee_get_kind (people->pdata[i])
                    == tallyfy_assignee_get_kind (others->pdata[j])
                && g_str_equal (tallyfy_assignee_get_id (people->pdata[i]),
                                tallyfy_assignee_get_id (others->pdata[j]));
      if (!found)
        return FALSE;
    }
  return TRUE;
}

/* Whatever the order in which they were chosen. FALSE too where @other has chosen nothing that can
 * be chosen. */
static gboolean
has_same_choices (TallyfyFormField *self, TallyfyFormField *other)
{
  gboolean any = FALSE;

  if (self->options->len != other->options->len)
    return FALSE;
  for (guint i = 0; i < self->options->len; i++)
    {
      if (tallyfy_form_field_is_chosen (self, i) != tallyfy_form_field_is_chosen (other, i))
        return FALSE;
      any = any || tallyfy_form_field_is_chosen (other, i);
    }
  return any;
}

gboolean
tallyfy_form_field_has_answer_of (TallyfyFormField *self, TallyfyFormField *other)
{
  g_autofree char *text = g_strdup (self->answer != NULL ? self->answer : "");
  g_autofree char *other_text = g_strdup (other->answer != NULL ? other->answer : "");

  if (self->date != NULL && other->date != NULL)
    return g_date_time_equal (self->date, other->date);
  if (self->people->len > 0 || other->people->len > 0)
    return names_same_people (self->people, other->people);
  return has_same_choices (self, other) || g_str_equal (g_strstrip (text), g_strstrip (other_text));
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

GDateTime *
tallyfy_form_field_get_date (TallyfyFormField *self)
{
  g_return_val_if_fail (TALLYFY_IS_FORM_FIELD (self), NULL);
  return self->date;
}

GPtrArray *
tallyfy_form_field_get_field_options (TallyfyFormField *self)
{
  return self->options;
}

const char *const *
tallyfy_form_field_get_options (TallyfyFormField *self)
{
  g_return_val_if_fail (TALLYFY_IS_FORM_FIELD (self), NULL);
  return (const char *const *)self->option_texts;
}

gboolean
tallyfy_form_field_is_chosen (TallyfyFormField *self, guint option)
{
  g_return_val_if_fail (TALLYFY_IS_FORM_FIELD (self), FALSE);
  g_return_val_if_fail (option < self->options->len, FALSE);
  return ((TallyfyFieldOption *)self->options->pdata[option])->chosen;
}

GPtrArray *
tallyfy_form_field_get_people (TallyfyFormField *self)
{
  g_return_val_if_fail (TALLYFY_IS_FORM_FIELD (self), NULL);
  return self->people;
}
