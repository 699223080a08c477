/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "tallyfy/tallyfy-json.h"

#include "tallyfy/tallyfy-error-private.h"

static const char *
type_name (JsonNode *node)
{
  switch (json_node_get_node_type (node))
    {
    case JSON_NODE_OBJECT:
      return "an object";
    case JSON_NODE_ARRAY:
      return "a list";
    case JSON_NODE_NULL:
      return "null";
    case JSON_NODE_VALUE:
    default:
      break;
    }
  if (json_node_get_value_type (node) == G_TYPE_STRING)
    return "a text";
  return json_node_get_value_type (node) == G_TYPE_BOOLEAN ? "true or false" : "a number";
}

static gboolean
wrong_type (GError **error, const char *what, JsonNode *node, const char *expected)
{
  g_autofree char *message
      = g_strdup_printf ("“%s” is %s, not %s.", what, type_name (node), expected);

  g_propagate_error (error, tallyfy_error_new (TALLYFY_ERROR_MALFORMED, message, NULL));
  return FALSE;
}

static gboolean
holds (JsonNode *node, GType type)
{
  return JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == type;
}

/* The node without the {"data": …} that Tallyfy puts around relations. */
static JsonNode *
unwrap (JsonNode *node)
{
  JsonNode *data;

  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    return node;
  data = json_object_get_member (json_node_get_object (node), "data");
  if (data == NULL)
    return node;
  return JSON_NODE_HOLDS_NULL (data) ? NULL : data;
}

static GDateTime *
parse_date (const char *text)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) date = NULL;
  g_autofree char *midnight = NULL;

  if (strlen (text) == strlen ("2026-03-15"))
    text = midnight = g_strconcat (text, "T00:00:00Z", NULL);
  date = g_date_time_new_from_iso8601 (text, utc);
  return date ? g_date_time_to_utc (date) : NULL;
}

JsonNode *
tallyfy_json_parse (GBytes *json, GError **error)
{
  g_autoptr (GBytes) scanned = tallyfy_json_scan (json, error);
  g_autoptr (JsonParser) parser = NULL;
  g_autoptr (JsonNode) root = NULL;
  gconstpointer data;
  gsize size;

  if (scanned == NULL)
    return NULL;
  data = g_bytes_get_data (scanned, &size);
  parser = json_parser_new_immutable ();
  /* json-glib's own words quote the document: the sentence is ours. */
  if (json_parser_load_from_data (parser, data, (gssize)size, NULL))
    root = json_parser_steal_root (parser);
  if (root == NULL)
    g_propagate_error (error, tallyfy_error_new (TALLYFY_ERROR_MALFORMED, "The answer is not JSON.",
                                                 NULL));
  return g_steal_pointer (&root);
}

JsonNode *
tallyfy_json_get (JsonObject *object, const char *member)
{
  JsonNode *node = json_object_get_member (object, member);

  return node != NULL && JSON_NODE_HOLDS_NULL (node) ? NULL : node;
}

gboolean
tallyfy_json_read_string (JsonObject *object, const char *member, char **value, GError **error)
{
  JsonNode *node = tallyfy_json_get (object, member);
  char *text;

  if (node == NULL)
    return TRUE;
  text = tallyfy_json_scalar_text (node);
  if (text == NULL)
    return wrong_type (error, member, node, "a text");
  g_free (*value);
  *value = text;
  return TRUE;
}

gboolean
tallyfy_json_read_bool (JsonObject *object, const char *member, gboolean *value, GError **error)
{
  JsonNode *node = tallyfy_json_get (object, member);

  if (node == NULL)
    return TRUE;
  if (holds (node, G_TYPE_BOOLEAN))
    {
      *value = json_node_get_boolean (node);
      return TRUE;
    }
  /* Databases without a boolean type answer 0 and 1. */
  if (holds (node, G_TYPE_INT64) && (json_node_get_int (node) | 1) == 1)
    {
      *value = json_node_get_int (node) == 1;
      return TRUE;
    }
  return wrong_type (error, member, node, "true or false");
}

gboolean
tallyfy_json_read_int (JsonObject *object, const char *member, gint64 *value, GError **error)
{
  JsonNode *node = tallyfy_json_get (object, member);

  if (node == NULL)
    return TRUE;
  if (holds (node, G_TYPE_INT64))
    {
      *value = json_node_get_int (node);
      return TRUE;
    }
  if (holds (node, G_TYPE_STRING)
      && g_ascii_string_to_signed (json_node_get_string (node), 10, G_MININT64, G_MAXINT64, value,
                                   NULL))
    return TRUE;
  return wrong_type (error, member, node, "a whole number of 64 bits");
}

gboolean
tallyfy_json_read_date (JsonObject *object, const char *member, GDateTime **value, GError **error)
{
  JsonNode *node = tallyfy_json_get (object, member);
  g_autofree char *text = NULL;
  GDateTime *date;

  if (node == NULL)
    return TRUE;
  if (!holds (node, G_TYPE_STRING))
    return wrong_type (error, member, node, "a date");
  text = tallyfy_json_scalar_text (node);
  if (*text == '\0')
    return TRUE;
  date = parse_date (text);
  if (date == NULL)
    return wrong_type (error, member, node, "a date");
  g_clear_pointer (value, g_date_time_unref);
  *value = date;
  return TRUE;
}

GDateTime *
tallyfy_json_parse_date (JsonNode *node)
{
  return holds (node, G_TYPE_STRING) ? parse_date (json_node_get_string (node)) : NULL;
}

gboolean
tallyfy_json_read_id (JsonObject *object, const char *member, char **value, GError **error)
{
  JsonNode *node = tallyfy_json_get (object, member);
  g_autofree char *text = NULL;

  if (node == NULL)
    return TRUE;
  if (!holds (node, G_TYPE_DOUBLE))
    text = tallyfy_json_scalar_text (node);
  if (text == NULL)
    return wrong_type (error, member, node, "an ID");
  g_free (*value);
  *value = *text == '\0' ? NULL : g_steal_pointer (&text);
  return TRUE;
}

gboolean
tallyfy_json_read_own_id (JsonObject *object, char **value, GError **error)
{
  if (!tallyfy_json_read_id (object, "id", value, error))
    return FALSE;
  if (*value != NULL && tallyfy_json_id_is_usable (*value))
    return TRUE;
  g_propagate_error (error, tallyfy_error_new (TALLYFY_ERROR_MALFORMED,
                                               "“id” is missing or cannot be used.", NULL));
  return FALSE;
}

gboolean
tallyfy_json_read_object (JsonObject *object,
                          const char *member,
                          JsonObject **value,
                          GError **error)
{
  JsonNode *node = unwrap (tallyfy_json_get (object, member));

  if (node == NULL)
    return TRUE;
  if (JSON_NODE_HOLDS_ARRAY (node) && json_array_get_length (json_node_get_array (node)) == 0)
    return TRUE;
  if (!JSON_NODE_HOLDS_OBJECT (node))
    return wrong_type (error, member, node, "an object");
  *value = json_node_get_object (node);
  return TRUE;
}

gboolean
tallyfy_json_read_list (JsonObject *object, const char *member, JsonArray **value, GError **error)
{
  JsonNode *node = unwrap (tallyfy_json_get (object, member));

  if (node == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_ARRAY (node))
    return wrong_type (error, member, node, "a list");
  *value = json_node_get_array (node);
  return TRUE;
}

JsonObject *
tallyfy_json_expect_object (JsonNode *node, const char *what, GError **error)
{
  if (JSON_NODE_HOLDS_OBJECT (node))
    return json_node_get_object (node);
  wrong_type (error, what, node, "an object");
  return NULL;
}

char *
tallyfy_json_scalar_text (JsonNode *node)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  if (holds (node, G_TYPE_STRING))
    return g_strdup (json_node_get_string (node));
  if (holds (node, G_TYPE_INT64))
    return g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (node));
  if (holds (node, G_TYPE_DOUBLE))
    return g_strdup (g_ascii_dtostr (buffer, sizeof buffer, json_node_get_double (node)));
  return NULL;
}

gboolean
tallyfy_json_id_is_usable (const char *id)
{
  return *id != '\0' && !g_str_equal (id, ".") && !g_str_equal (id, "..");
}

void
tallyfy_json_add_string (JsonBuilder *builder, const char *member, const char *text)
{
  json_builder_set_member_name (builder, member);
  json_builder_add_string_value (builder, text);
}

GBytes *
tallyfy_json_end_body (JsonBuilder *builder)
{
  g_autoptr (JsonNode) root = NULL;
  char *text;

  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  text = json_to_string (root, FALSE);
  return g_bytes_new_take (text, strlen (text));
}
