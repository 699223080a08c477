/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "contract-seen.h"

static void
add_text (JsonBuilder *builder, const char *name, const char *text)
{
  json_builder_set_member_name (builder, name);
  if (text != NULL)
    json_builder_add_string_value (builder, text);
  else
    json_builder_add_null_value (builder);
}

static void
add_number (JsonBuilder *builder, const char *name, gint64 number)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, number);
}

static void
add_flag (JsonBuilder *builder, const char *name, gboolean flag)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_boolean_value (builder, flag);
}

static void
add_date (JsonBuilder *builder, const char *name, GDateTime *date)
{
  g_autofree char *text = date != NULL ? g_date_time_format (date, "%Y-%m-%dT%H:%M:%SZ") : NULL;

  add_text (builder, name, text);
}

/* An ID of a user, which the API writes as a number. */
static void
add_user_id (JsonBuilder *builder, const char *name, const char *id)
{
  if (id != NULL)
    add_number (builder, name, g_ascii_strtoll (id, NULL, 10));
  else
    add_text (builder, name, NULL);
}

typedef void (*AddEntry) (JsonBuilder *builder, gpointer entry);

static void
add_array (JsonBuilder *builder, GPtrArray *entries, AddEntry add)
{
  json_builder_begin_array (builder);
  for (guint i = 0; i < entries->len; i++)
    {
      json_builder_begin_object (builder);
      add (builder, g_ptr_array_index (entries, i));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

/* A relation: wrapped once more, and left out where the answer had none. */
static void
add_relation (JsonBuilder *builder, const char *name, GPtrArray *entries, AddEntry add)
{
  if (entries == NULL)
    return;
  json_builder_set_member_name (builder, name);
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "data");
  add_array (builder, entries, add);
  json_builder_end_object (builder);
}

static void
add_form_field (JsonBuilder *builder, gpointer entry)
{
  add_text (builder, "id", tallyfy_form_field_get_id (entry));
  add_text (builder, "label", tallyfy_form_field_get_label (entry));
  add_text (builder, "field_type", tallyfy_form_field_get_field_type (entry));
  add_flag (builder, "required", tallyfy_form_field_is_required (entry));
  add_text (builder, "value", tallyfy_form_field_get_answer (entry));
}

static void
add_comment (JsonBuilder *builder, gpointer entry)
{
  add_text (builder, "id", tallyfy_comment_get_id (entry));
  add_text (builder, "content", tallyfy_comment_get_content (entry));
  add_user_id (builder, "author_id", tallyfy_comment_get_author_id (entry));
  add_text (builder, "author_type", tallyfy_comment_get_author_type (entry));
  add_text (builder, "label", tallyfy_comment_get_label (entry));
  add_date (builder, "created_at", tallyfy_comment_get_created_at (entry));
}

static void
add_users_of (JsonBuilder *builder, GPtrArray *assignees)
{
  json_builder_set_member_name (builder, "owners");
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "users");
  json_builder_begin_array (builder);
  for (guint i = 0; i < assignees->len; i++)
    {
      TallyfyAssignee *assignee = g_ptr_array_index (assignees, i);

      if (tallyfy_assignee_get_kind (assignee) != TALLYFY_ASSIGNEE_USER)
        continue;
      json_builder_begin_object (builder);
      add_user_id (builder, "id", tallyfy_assignee_get_id (assignee));
      add_text (builder, "full_name", tallyfy_assignee_get_name (assignee));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static void
add_run (JsonBuilder *builder, TallyfyTask *task)
{
  if (tallyfy_task_get_process_name (task) == NULL)
    return;
  json_builder_set_member_name (builder, "run");
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "data");
  json_builder_begin_object (builder);
  add_text (builder, "id", tallyfy_task_get_process_id (task));
  add_text (builder, "name", tallyfy_task_get_process_name (task));
  json_builder_end_object (builder);
  json_builder_end_object (builder);
}

static void
add_tags (JsonBuilder *builder, TallyfyTask *task)
{
  const char *const *tags = tallyfy_task_get_tags (task);

  if (tags[0] == NULL)
    return;
  json_builder_set_member_name (builder, "tags");
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "data");
  json_builder_begin_array (builder);
  for (guint i = 0; tags[i] != NULL; i++)
    {
      json_builder_begin_object (builder);
      add_text (builder, "title", tags[i]);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static void
add_task (JsonBuilder *builder, gpointer entry)
{
  TallyfyTask *task = entry;

  add_text (builder, "id", tallyfy_task_get_id (task));
  add_text (builder, "title", tallyfy_task_get_title (task));
  if (tallyfy_task_get_summary (task) != NULL)
    add_text (builder, "summary", tallyfy_task_get_summary (task));
  add_text (builder, "status", tallyfy_task_get_status (task));
  add_text (builder, "task_type", tallyfy_task_get_task_type (task));
  add_text (builder, "run_id", tallyfy_task_get_process_id (task));
  add_user_id (builder, "starter_id", tallyfy_task_get_starter_id (task));
  add_flag (builder, "is_oneoff_task", tallyfy_task_is_one_off (task));
  add_flag (builder, "problem", tallyfy_task_is_problem (task));
  add_flag (builder, "top_secret", tallyfy_task_is_top_secret (task));
  add_date (builder, "deadline", tallyfy_task_get_deadline (task));
  add_date (builder, "created_at", tallyfy_task_get_created_at (task));
  add_date (builder, "last_updated", tallyfy_task_get_last_updated (task));
  add_date (builder, "completed_at", tallyfy_task_get_completed_at (task));
  add_date (builder, "archived_at", tallyfy_task_get_archived_at (task));
  add_date (builder, "deleted_at", tallyfy_task_get_archived_at (task));
  add_number (builder, "threads_count", tallyfy_task_get_n_comments (task));
  add_users_of (builder, tallyfy_task_get_assignees (task));
  add_relation (builder, "form_fields", tallyfy_task_get_form_fields (task), add_form_field);
  add_relation (builder, "threads", tallyfy_task_get_comments (task), add_comment);
  add_run (builder, task);
  add_tags (builder, task);
}

static void
add_user (JsonBuilder *builder, gpointer entry)
{
  add_number (builder, "id", tallyfy_user_get_id (entry));
  add_text (builder, "full_name", tallyfy_user_get_full_name (entry));
  add_text (builder, "email", tallyfy_user_get_email (entry));
  if (tallyfy_user_get_role (entry) != NULL)
    add_text (builder, "role", tallyfy_user_get_role (entry));
  add_text (builder, "status", tallyfy_user_is_active (entry) ? "active" : "disabled");
}

static void
add_organization (JsonBuilder *builder, gpointer entry)
{
  add_text (builder, "id", tallyfy_organization_get_id (entry));
  add_text (builder, "name", tallyfy_organization_get_name (entry));
}

static JsonNode *
item (gpointer entry, AddEntry add)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "data");
  json_builder_begin_object (builder);
  add (builder, entry);
  json_builder_end_object (builder);
  json_builder_end_object (builder);
  return json_builder_get_root (builder);
}

static JsonNode *
list (GPtrArray *entries, AddEntry add)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "data");
  add_array (builder, entries, add);
  json_builder_end_object (builder);
  return json_builder_get_root (builder);
}

JsonNode *
seen_user (TallyfyUser *user)
{
  return item (user, add_user);
}

JsonNode *
seen_users (GPtrArray *users)
{
  return list (users, add_user);
}

JsonNode *
seen_organizations (GPtrArray *organizations)
{
  return list (organizations, add_organization);
}

JsonNode *
seen_task (TallyfyTask *task)
{
  return item (task, add_task);
}

static void
add_links (JsonBuilder *builder, TallyfyTaskPage *page)
{
  json_builder_set_member_name (builder, "links");
  if (tallyfy_task_page_get_total_pages (page) == 1 && !tallyfy_task_page_has_next (page))
    {
      json_builder_begin_array (builder);
      json_builder_end_array (builder);
      return;
    }
  json_builder_begin_object (builder);
  add_text (builder, "next", tallyfy_task_page_has_next (page) ? "there is one" : NULL);
  json_builder_end_object (builder);
}

JsonNode *
seen_page (TallyfyTaskPage *page)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  g_assert_cmpuint (tallyfy_task_page_get_errors (page)->len, ==, 0);
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "data");
  add_array (builder, tallyfy_task_page_get_tasks (page), add_task);
  json_builder_set_member_name (builder, "meta");
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "pagination");
  json_builder_begin_object (builder);
  add_number (builder, "total", tallyfy_task_page_get_total (page));
  add_number (builder, "count", tallyfy_task_page_get_tasks (page)->len);
  add_number (builder, "current_page", tallyfy_task_page_get_page (page));
  add_number (builder, "total_pages", tallyfy_task_page_get_total_pages (page));
  add_links (builder, page);
  json_builder_end_object (builder);
  json_builder_end_object (builder);
  json_builder_end_object (builder);
  return json_builder_get_root (builder);
}
