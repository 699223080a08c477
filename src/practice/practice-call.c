/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "practice/practice-call.h"

#include <libsoup/soup.h>
#include <string.h>

const char *
practice_call_get (PracticeCall *call, const char *name)
{
  return g_hash_table_lookup (call->query, name);
}

static void
set_answer (PracticeCall *call, guint status, JsonNode *answer)
{
  g_clear_pointer (&call->answer, json_node_unref);
  call->status = status;
  call->answer = answer;
}

void
practice_call_item (PracticeCall *call, guint status, JsonNode *item)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "data");
  json_builder_add_value (builder, item);
  json_builder_end_object (builder);
  set_answer (call, status, json_builder_get_root (builder));
}

void
practice_call_empty (PracticeCall *call)
{
  set_answer (call, SOUP_STATUS_NO_CONTENT, NULL);
}

void
practice_call_nothing (PracticeCall *call)
{
  set_answer (call, SOUP_STATUS_OK, NULL);
}

void
practice_call_say (PracticeCall *call, guint status, const char *sentence)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  practice_add_text (builder, "message", sentence);
  json_builder_end_object (builder);
  set_answer (call, status, json_builder_get_root (builder));
}

void
practice_call_refuse (PracticeCall *call, guint status, const char *code, const char *sentence)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  if (status != SOUP_STATUS_UNAUTHORIZED)
    practice_add_flag (builder, "error", TRUE);
  practice_add_text (builder, "message", sentence);
  if (code != NULL)
    practice_add_text (builder, "code", code);
  json_builder_end_object (builder);
  set_answer (call, status, json_builder_get_root (builder));
}

void
practice_call_not_found (PracticeCall *call)
{
  practice_call_refuse (call, SOUP_STATUS_NOT_FOUND, "RESOURCE_NOT_FOUND",
                        "The requested resource was not found.");
}

void
practice_call_invalid (PracticeCall *call, const char *field, const char *sentence)
{
  JsonObject *errors;
  JsonArray *sentences;

  if (call->status != SOUP_STATUS_UNPROCESSABLE_ENTITY)
    {
      JsonObject *object = json_object_new ();

      json_object_set_boolean_member (object, "error", TRUE);
      json_object_set_object_member (object, "errors", json_object_new ());
      set_answer (call, SOUP_STATUS_UNPROCESSABLE_ENTITY,
                  json_node_init_object (json_node_alloc (), object));
      json_object_unref (object);
    }
  errors = json_object_get_object_member (json_node_get_object (call->answer), "errors");
  if (!json_object_has_member (errors, field))
    json_object_set_array_member (errors, field, json_array_new ());
  sentences = json_object_get_array_member (errors, field);
  json_array_add_string_element (sentences, sentence);
}

gboolean
practice_call_has_failed (PracticeCall *call)
{
  return call->status >= 400;
}

static gboolean
read_number (PracticeCall *call, const char *name, gint64 usual, gint64 *number)
{
  const char *text = practice_call_get (call, name);

  *number = usual;
  if (text == NULL || g_ascii_string_to_signed (text, 10, 1, G_MAXINT32, number, NULL))
    return TRUE;
  practice_call_invalid (call, name, "Must be a whole number of at least 1.");
  return FALSE;
}

gboolean
practice_call_get_slice (PracticeCall *call, gint64 usual, gint64 cap, PracticeSlice *slice)
{
  slice->whole = g_strcmp0 (practice_call_get (call, "without_pagination"), "true") == 0;
  if (!read_number (call, "page", 1, &slice->page)
      || !read_number (call, "per_page", usual, &slice->per_page))
    return FALSE;
  if (cap > 0)
    slice->per_page = MIN (slice->per_page, cap);
  if (slice->whole)
    {
      slice->page = 1;
      slice->per_page = G_MAXINT32;
    }
  return TRUE;
}

static void
add_page_link (PracticeCall *call, JsonBuilder *builder, const char *name, gint64 page)
{
  g_autoptr (GHashTable) query = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, page);
  g_autofree char *form = NULL;
  g_autofree char *link = NULL;
  GHashTableIter iter;
  gpointer key, value;

  g_hash_table_iter_init (&iter, call->query);
  while (g_hash_table_iter_next (&iter, &key, &value))
    g_hash_table_insert (query, key, value);
  g_hash_table_insert (query, (gpointer) "page", number);
  form = soup_form_encode_hash (query);
  link = g_strconcat (call->address, call->path, "?", form, NULL);
  practice_add_text (builder, name, link);
}

/* An empty array where there is but one page, as the documented answers show it. */
static void
add_links (PracticeCall *call, JsonBuilder *builder, gint64 page, gint64 pages)
{
  json_builder_set_member_name (builder, "links");
  if (pages <= 1)
    {
      json_builder_begin_array (builder);
      json_builder_end_array (builder);
      return;
    }
  json_builder_begin_object (builder);
  if (page > 1)
    add_page_link (call, builder, "previous", page - 1);
  else
    practice_add_text (builder, "previous", NULL);
  if (page < pages)
    add_page_link (call, builder, "next", page + 1);
  else
    practice_add_text (builder, "next", NULL);
  json_builder_end_object (builder);
}

void
practice_call_list (PracticeCall *call, JsonNode *items, const PracticeSlice *slice, gint64 total)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  gint64 pages = MAX (1, (total + slice->per_page - 1) / slice->per_page);
  gint64 count = json_array_get_length (json_node_get_array (items));

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "data");
  json_builder_add_value (builder, items);
  if (!slice->whole)
    {
      json_builder_set_member_name (builder, "meta");
      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "pagination");
      json_builder_begin_object (builder);
      practice_add_number (builder, "total", total);
      practice_add_number (builder, "count", count);
      practice_add_number (builder, "per_page", slice->per_page);
      practice_add_number (builder, "current_page", slice->page);
      practice_add_number (builder, "total_pages", pages);
      add_links (call, builder, slice->page, pages);
      json_builder_end_object (builder);
      json_builder_end_object (builder);
    }
  json_builder_end_object (builder);
  set_answer (call, SOUP_STATUS_OK, json_builder_get_root (builder));
}

static char *
format_date (GDateTime *date)
{
  return g_date_time_format (date, "%Y-%m-%dT%H:%M:%SZ");
}

char *
practice_now (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();

  return format_date (now);
}

/* "YYYY-MM-DD HH:MM:SS" (UTC), "YYYY-MM-DD" or ISO 8601. Years at the ends of the calendar would
 * lead out of it when a zone or a weekend is reckoned in. */
char *
practice_parse_date (const char *text)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autofree char *iso = NULL;
  g_autoptr (GDateTime) date = NULL;
  g_autoptr (GDateTime) date_utc = NULL;

  if (text == NULL)
    return NULL;
  iso = strlen (text) == 10 ? g_strconcat (text, "T00:00:00Z", NULL) : g_strdup (text);
  g_strdelimit (iso, " ", 'T');
  date = g_date_time_new_from_iso8601 (iso, utc);
  if (date == NULL || g_date_time_get_year (date) < 1900 || g_date_time_get_year (date) > 2999)
    return NULL;
  date_utc = g_date_time_to_utc (date);
  return format_date (date_utc);
}

char *
practice_working_day (const char *date)
{
  g_autoptr (GDateTime) day = g_date_time_new_from_iso8601 (date, NULL);
  g_autoptr (GDateTime) moved = NULL;
  int weekday;

  g_return_val_if_fail (day != NULL, g_strdup (date));
  weekday = g_date_time_get_day_of_week (day);
  moved = g_date_time_add_days (day, weekday > 5 ? 8 - weekday : 0);
  return format_date (moved);
}

char *
practice_new_id (void)
{
  char *id = g_uuid_string_random ();
  g_auto (GStrv) parts = g_strsplit (id, "-", -1);

  g_free (id);
  return g_strjoinv ("", parts);
}

void
practice_add_text (JsonBuilder *builder, const char *name, const char *text)
{
  json_builder_set_member_name (builder, name);
  if (text != NULL)
    json_builder_add_string_value (builder, text);
  else
    json_builder_add_null_value (builder);
}

void
practice_add_number (JsonBuilder *builder, const char *name, gint64 number)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, number);
}

void
practice_add_flag (JsonBuilder *builder, const char *name, gboolean flag)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_boolean_value (builder, flag);
}

void
practice_add_json (JsonBuilder *builder, const char *name, const char *json)
{
  JsonNode *node = json != NULL ? json_from_string (json, NULL) : NULL;

  json_builder_set_member_name (builder, name);
  json_builder_add_value (builder, node != NULL ? node : json_node_new (JSON_NODE_NULL));
}
