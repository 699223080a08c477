/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "contract-json.h"

#include <string.h>

JsonNode *
contract_load (void)
{
  g_autofree char *file = g_test_build_filename (G_TEST_DIST, "practice", "contract.json", NULL);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;

  json_parser_load_from_file (parser, file, &error);
  g_assert_no_error (error);
  return json_parser_steal_root (parser);
}

static char *
node_to_text (JsonNode *node)
{
  return json_node_get_value_type (node) == G_TYPE_STRING ? json_node_dup_string (node)
                                                          : json_to_string (node, FALSE);
}

static char *
fill_text (const char *text, ContractLookup lookup, gpointer data)
{
  GString *filled = g_string_new (NULL);
  g_auto (GStrv) parts = g_regex_split_simple ("\\{(\\w+)\\}", text, 0, 0);

  /* Text and names take turns. */
  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_autofree char *part
          = i % 2 == 0 ? g_strdup (parts[i]) : node_to_text (lookup (parts[i], data));

      g_string_append (filled, part);
    }
  return g_string_free (filled, FALSE);
}

static JsonNode *
fill_value (JsonNode *node, ContractLookup lookup, gpointer data)
{
  g_autofree char *filled = NULL;
  JsonNode *copy;

  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING)
    return json_node_copy (node);
  if (g_regex_match_simple ("^\\{\\w+\\}$", json_node_get_string (node), 0, 0))
    {
      const char *text = json_node_get_string (node);
      g_autofree char *name = g_strndup (text + 1, strlen (text) - 2);

      return json_node_copy (lookup (name, data));
    }
  filled = fill_text (json_node_get_string (node), lookup, data);
  copy = json_node_new (JSON_NODE_VALUE);
  json_node_set_string (copy, filled);
  return copy;
}

JsonNode *
contract_fill (JsonNode *node, ContractLookup lookup, gpointer data)
{
  JsonNode *copy = NULL;

  if (JSON_NODE_HOLDS_OBJECT (node))
    {
      g_autoptr (JsonObject) object = json_object_new ();
      JsonObjectIter iter;
      const char *name;
      JsonNode *member;

      json_object_iter_init (&iter, json_node_get_object (node));
      while (json_object_iter_next (&iter, &name, &member))
        {
          g_autofree char *filled = fill_text (name, lookup, data);

          json_object_set_member (object, filled, contract_fill (member, lookup, data));
        }
      copy = json_node_init_object (json_node_alloc (), object);
    }
  else if (JSON_NODE_HOLDS_ARRAY (node))
    {
      g_autoptr (JsonArray) array = json_array_new ();
      JsonArray *from = json_node_get_array (node);

      for (guint i = 0; i < json_array_get_length (from); i++)
        json_array_add_element (array,
                                contract_fill (json_array_get_element (from, i), lookup, data));
      copy = json_node_init_array (json_node_alloc (), array);
    }
  else
    copy = fill_value (node, lookup, data);
  return copy;
}

static void G_GNUC_NORETURN
mismatch (JsonNode *expected, JsonNode *seen, const char *where)
{
  g_autofree char *wanted = json_to_string (expected, FALSE);
  g_autofree char *got = json_to_string (seen, FALSE);

  g_error ("%s is %s, not %s", where, got, wanted);
}

static gboolean
is_kind (const char *kind, JsonNode *seen)
{
  const GType type
      = JSON_NODE_HOLDS_VALUE (seen) ? json_node_get_value_type (seen) : G_TYPE_INVALID;

  if (g_str_has_prefix (kind, "$any")
      || (g_str_has_suffix (kind, "?") && JSON_NODE_HOLDS_NULL (seen)))
    return TRUE;
  if (g_str_has_prefix (kind, "$integer"))
    return type == G_TYPE_INT64;
  if (g_str_has_prefix (kind, "$boolean"))
    return type == G_TYPE_BOOLEAN;
  return type == G_TYPE_STRING && json_node_get_string (seen)[0] != '\0';
}

static void
match_each (JsonObject *expected, JsonNode *seen, const char *where)
{
  JsonArray *array;

  g_assert_true (JSON_NODE_HOLDS_ARRAY (seen));
  array = json_node_get_array (seen);
  if (!json_object_has_member (expected, "$empty"))
    g_assert_cmpuint (json_array_get_length (array), >, 0);
  if (json_object_has_member (expected, "$count"))
    g_assert_cmpint (json_array_get_length (array), ==,
                     json_object_get_int_member (expected, "$count"));
  for (guint i = 0; i < json_array_get_length (array); i++)
    contract_match (json_object_get_member (expected, "$each"), json_array_get_element (array, i),
                    where);
}

/* A client reads a captured value as plain text: of a choice its text, of a file its name. */
static JsonNode *
plain_answer (JsonNode *value)
{
  JsonNode *kind;

  if (!JSON_NODE_HOLDS_OBJECT (value))
    return json_node_copy (value);
  if (json_object_has_member (json_node_get_object (value), "text"))
    return json_node_copy (json_object_get_member (json_node_get_object (value), "text"));
  kind = json_node_new (JSON_NODE_VALUE);
  json_node_set_string (kind, "$text");
  return kind;
}

static void
match_object (JsonObject *expected, JsonNode *seen, const char *where)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *member;

  g_assert_true (JSON_NODE_HOLDS_OBJECT (seen));
  json_object_iter_init (&iter, expected);
  while (json_object_iter_next (&iter, &name, &member))
    {
      JsonNode *part = json_object_get_member (json_node_get_object (seen), name);
      g_autofree char *place = g_strdup_printf ("%s.%s", where, name);
      g_autoptr (JsonNode) wanted = NULL;

      if (part == NULL)
        continue;
      if (JSON_NODE_HOLDS_VALUE (member)
          && g_strcmp0 (json_node_get_string (member), "$absent") == 0)
        mismatch (member, part, place);
      wanted = g_str_equal (name, "value") ? plain_answer (member) : json_node_copy (member);
      contract_match (wanted, part, place);
    }
}

static void
match_array (JsonArray *expected, JsonNode *seen, const char *where)
{
  JsonArray *array;

  g_assert_true (JSON_NODE_HOLDS_ARRAY (seen));
  array = json_node_get_array (seen);
  g_assert_cmpuint (json_array_get_length (array), ==, json_array_get_length (expected));
  for (guint i = 0; i < json_array_get_length (expected); i++)
    contract_match (json_array_get_element (expected, i), json_array_get_element (array, i), where);
}

void
contract_match (JsonNode *expected, JsonNode *seen, const char *where)
{
  if (JSON_NODE_HOLDS_OBJECT (expected))
    {
      JsonObject *object = json_node_get_object (expected);

      if (json_object_has_member (object, "$each"))
        match_each (object, seen, where);
      else
        match_object (object, seen, where);
    }
  else if (JSON_NODE_HOLDS_ARRAY (expected))
    match_array (json_node_get_array (expected), seen, where);
  else if (JSON_NODE_HOLDS_VALUE (expected) && json_node_get_value_type (expected) == G_TYPE_STRING
           && json_node_get_string (expected)[0] == '$')
    {
      if (!is_kind (json_node_get_string (expected), seen))
        mismatch (expected, seen, where);
    }
  else if (!json_node_equal (expected, seen))
    mismatch (expected, seen, where);
}
