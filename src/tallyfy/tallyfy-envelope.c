/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "tallyfy/tallyfy-envelope.h"

#include "tallyfy/tallyfy-error-private.h"
#include "tallyfy/tallyfy-json.h"

static gpointer
refuse (GError **error, const char *sentence)
{
  g_propagate_error (error, tallyfy_error_new (TALLYFY_ERROR_MALFORMED, sentence, NULL));
  return NULL;
}

/* links is an object, an empty array, null, or missing. */
static gboolean
read_next_link (JsonObject *pagination, gboolean *has_next, GError **error)
{
  JsonObject *links = NULL;
  g_autofree char *next = NULL;

  if (!tallyfy_json_read_object (pagination, "links", &links, error))
    return FALSE;
  if (links == NULL)
    return TRUE;
  if (!tallyfy_json_read_string (links, "next", &next, error))
    return FALSE;
  *has_next = next != NULL && *next != '\0';
  return TRUE;
}

JsonNode *
tallyfy_envelope_item (JsonNode *root, GError **error)
{
  JsonNode *data;

  if (!JSON_NODE_HOLDS_OBJECT (root))
    return refuse (error, "The answer is not an item.");
  data = json_object_get_member (json_node_get_object (root), "data");
  if (data == NULL)
    return root;
  if (!JSON_NODE_HOLDS_OBJECT (data))
    return refuse (error, "The answer has no item in it.");
  return data;
}

JsonArray *
tallyfy_envelope_list (JsonNode *root, GError **error)
{
  JsonNode *data = root;

  if (JSON_NODE_HOLDS_OBJECT (root))
    data = tallyfy_json_get (json_node_get_object (root), "data");
  if (data == NULL || !JSON_NODE_HOLDS_ARRAY (data))
    return refuse (error, "The answer has no list in it.");
  return json_node_get_array (data);
}

gboolean
tallyfy_envelope_pagination (JsonNode *root,
                             guint page,
                             TallyfyPagination *pagination,
                             GError **error)
{
  JsonObject *meta = NULL;
  JsonObject *object = NULL;
  gboolean ok = TRUE;

  *pagination = (TallyfyPagination){ .total = -1, .total_pages = -1 };
  if (!JSON_NODE_HOLDS_OBJECT (root))
    return TRUE;
  if (!tallyfy_json_read_object (json_node_get_object (root), "meta", &meta, error))
    return FALSE;
  if (meta == NULL)
    return TRUE;
  if (!tallyfy_json_read_object (meta, "pagination", &object, error))
    return FALSE;
  if (object == NULL)
    return TRUE;

  /* Each is read whatever came of the others; the first error stays. */
  ok = tallyfy_json_read_int (object, "total", &pagination->total, ok ? error : NULL) && ok;
  ok = tallyfy_json_read_bool (object, "has_more_pages", &pagination->has_next, ok ? error : NULL)
       && ok;
  ok = read_next_link (object, &pagination->has_next, ok ? error : NULL) && ok;
  ok = tallyfy_json_read_int (object, "total_pages", &pagination->total_pages, ok ? error : NULL)
       && ok;
  if (pagination->total_pages >= 0)
    pagination->has_next = page < pagination->total_pages;
  return ok;
}

gboolean
tallyfy_envelope_page (JsonNode *root,
                       guint page,
                       TallyfyEntryReader read_entry,
                       GPtrArray *entries,
                       GPtrArray *errors,
                       TallyfyPagination *pagination,
                       GError **error)
{
  JsonArray *list = tallyfy_envelope_list (root, error);
  GError *odd = NULL;

  for (guint i = 0; list != NULL && i < json_array_get_length (list); i++)
    {
      gpointer entry = read_entry (json_array_get_element (list, i), &odd);

      if (entry != NULL)
        g_ptr_array_add (entries, entry);
      else
        g_ptr_array_add (errors, g_steal_pointer (&odd));
    }
  /* Whoever must know that a list was read to its end has to hear when its end cannot be told. */
  if (list != NULL && !tallyfy_envelope_pagination (root, page, pagination, &odd))
    g_ptr_array_add (errors, odd);
  return list != NULL;
}
