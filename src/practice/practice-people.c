/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include <libsoup/soup.h>
#include "practice/practice-handlers.h"
#include "practice/practice-json.h"

#define USER_COLUMNS "id, email, first_name, last_name, role, status, created_at"

/* The members that "me" and an entry of the members' list have in common. */
static void
add_user (JsonBuilder *builder, PracticeRows *row)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  g_autofree char *name
      = g_strdup_printf ("%s %s", practice_rows_text (row, 2), practice_rows_text (row, 3));

  practice_add_number (builder, "id", practice_rows_number (row, 0));
  practice_add_text (builder, "email", practice_rows_text (row, 1));
  practice_add_text (builder, "username", practice_rows_text (row, 1));
  practice_add_text (builder, "first_name", practice_rows_text (row, 2));
  practice_add_text (builder, "last_name", practice_rows_text (row, 3));
  practice_add_text (builder, "full_name", name);
  practice_add_text (builder, "profile_pic", NULL);
  practice_add_text (builder, "timezone", g_time_zone_get_identifier (zone));
}

void
practice_get_me (PracticeCall *call)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (PracticeRows) row
      = practice_store_query (call->store, "SELECT " USER_COLUMNS " FROM users WHERE id = ?", "i",
                              call->user_id);

  if (!practice_rows_next (row))
    {
      practice_call_not_found (call);
      return;
    }
  json_builder_begin_object (builder);
  add_user (builder, row);
  json_builder_end_object (builder);
  practice_call_item (call, SOUP_STATUS_OK, json_builder_get_root (builder));
}

typedef void (*AddRow) (JsonBuilder *builder, PracticeRows *row, PracticeStore *store);

/* Answers with a part of @sql's rows: its last two question marks are LIMIT and OFFSET; the one
 * before them is the text that is looked for ("" = all), also in @count. */
static void
answer_rows (PracticeCall *call, const char *count, const char *sql, gint64 usual, AddRow add)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (PracticeRows) rows = NULL;
  const char *q = practice_call_get (call, "q");
  PracticeSlice slice;

  if (!practice_call_get_slice (call, usual, usual > 100 ? 0 : 100, &slice))
    return;
  rows = practice_store_query (call->store, sql, "sii", q != NULL ? q : "", slice.per_page,
                               slice.per_page * (slice.page - 1));
  json_builder_begin_array (builder);
  while (practice_rows_next (rows))
    {
      json_builder_begin_object (builder);
      add (builder, rows, call->store);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  practice_call_list (call, json_builder_get_root (builder), &slice,
                      practice_store_number (call->store, count, "s", q != NULL ? q : ""));
}

#define MATCHES(text) " WHERE instr (lower (" text "), lower (?1)) > 0 OR ?1 = ''"
#define SLICE " LIMIT ?2 OFFSET ?3"

static void
add_organization_row (JsonBuilder *builder, PracticeRows *row, PracticeStore *store)
{
  practice_add_text (builder, "id", practice_rows_text (row, 0));
  practice_add_text (builder, "name", practice_rows_text (row, 1));
  practice_add_text (builder, "created_at", practice_rows_text (row, 2));
}

void
practice_list_organizations (PracticeCall *call)
{
#define ORGANIZATIONS                                                                              \
  " FROM about a JOIN about n ON n.key = 'name' JOIN about c ON c.key = 'created_at'"              \
  " WHERE a.key = 'organization' AND ?1 IS NOT NULL"
  answer_rows (call, "SELECT count(*)" ORGANIZATIONS,
               "SELECT a.value, n.value, c.value" ORGANIZATIONS SLICE, 10, add_organization_row);
#undef ORGANIZATIONS
}

static void
add_user_row (JsonBuilder *builder, PracticeRows *row, PracticeStore *store)
{
  add_user (builder, row);
  practice_add_text (builder, "role", practice_rows_text (row, 4));
  practice_add_text (builder, "status", practice_rows_text (row, 5));
  practice_add_text (builder, "created_at", practice_rows_text (row, 6));
}

void
practice_list_users (PracticeCall *call)
{
#define USERS " FROM users" MATCHES ("first_name || ' ' || last_name || ' ' || email")
  answer_rows (call, "SELECT count(*)" USERS, "SELECT " USER_COLUMNS USERS " ORDER BY id" SLICE,
               9999, add_user_row);
#undef USERS
}

static void
add_guest_row (JsonBuilder *builder, PracticeRows *row, PracticeStore *store)
{
  practice_add_text (builder, "email", practice_rows_text (row, 0));
  practice_add_text (builder, "first_name", practice_rows_text (row, 1));
  practice_add_text (builder, "last_name", practice_rows_text (row, 2));
  practice_add_text (builder, "created_at", practice_rows_text (row, 3));
}

void
practice_list_guests (PracticeCall *call)
{
#define GUESTS " FROM guests" MATCHES ("first_name || ' ' || last_name || ' ' || email")
  answer_rows (call, "SELECT count(*)" GUESTS,
               "SELECT email, first_name, last_name, created_at" GUESTS " ORDER BY email" SLICE, 10,
               add_guest_row);
#undef GUESTS
}

static void
add_group_row (JsonBuilder *builder, PracticeRows *row, PracticeStore *store)
{
  practice_add_text (builder, "id", practice_rows_text (row, 0));
  practice_add_text (builder, "name", practice_rows_text (row, 1));
  practice_add_json (builder, "members", practice_rows_text (row, 2));
  practice_add_json (builder, "guests", practice_rows_text (row, 3));
  practice_add_text (builder, "created_at", practice_rows_text (row, 4));
}

void
practice_list_groups (PracticeCall *call)
{
  answer_rows (call, "SELECT count(*) FROM groups" MATCHES ("name"),
               "SELECT id, name, members, guests, created_at FROM groups" MATCHES (
                   "name") " ORDER BY name" SLICE,
               10, add_group_row);
}

static void
add_tag_row (JsonBuilder *builder, PracticeRows *row, PracticeStore *store)
{
  practice_add_text (builder, "id", practice_rows_text (row, 0));
  practice_add_text (builder, "title", practice_rows_text (row, 1));
  practice_add_text (builder, "color", practice_rows_text (row, 2));
  practice_add_text (builder, "created_at", practice_rows_text (row, 3));
}

void
practice_list_tags (PracticeCall *call)
{
  answer_rows (call, "SELECT count(*) FROM tags" MATCHES ("title"),
               "SELECT id, title, color, created_at FROM tags" MATCHES (
                   "title") " ORDER BY title" SLICE,
               10, add_tag_row);
}
