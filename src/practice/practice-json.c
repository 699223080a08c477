/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "practice/practice-json.h"

#include <string.h>

PracticeWith
practice_with_parse (const char *with)
{
  static const struct
  {
    const char *word;
    PracticeWith flag;
  } words[] = {
    { "run", PRACTICE_WITH_RUN },         { "run.checklist", PRACTICE_WITH_RUN },
    { "threads", PRACTICE_WITH_THREADS }, { "form_fields", PRACTICE_WITH_FORM_FIELDS },
    { "tags", PRACTICE_WITH_TAGS },       { "summary", PRACTICE_WITH_SUMMARY },
  };
  g_auto (GStrv) parts = g_strsplit (with != NULL ? with : "", ",", -1);
  PracticeWith flags = 0;

  for (guint i = 0; parts[i] != NULL; i++)
    for (guint j = 0; j < G_N_ELEMENTS (words); j++)
      if (strcmp (g_strstrip (parts[i]), words[j].word) == 0)
        flags |= words[j].flag;
  return flags;
}

static void
begin_relation (JsonBuilder *builder, const char *name)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "data");
}

static void
add_number_or_null (JsonBuilder *builder, const char *name, PracticeRows *row, int column)
{
  if (practice_rows_is_null (row, column))
    practice_add_text (builder, name, NULL);
  else
    practice_add_number (builder, name, practice_rows_number (row, column));
}

static void
add_users (JsonBuilder *builder, PracticeStore *store, gint64 task, gboolean names)
{
  g_autoptr (PracticeRows) rows
      = practice_store_query (store,
                              "SELECT u.id, u.first_name || ' ' || u.last_name FROM owners o"
                              " JOIN users u ON u.id = CAST (o.owner AS INTEGER)"
                              " WHERE o.task = ? AND o.kind = 'user' ORDER BY u.id",
                              "i", task);

  json_builder_set_member_name (builder, "users");
  json_builder_begin_array (builder);
  while (practice_rows_next (rows))
    {
      if (!names)
        {
          json_builder_add_int_value (builder, practice_rows_number (rows, 0));
          continue;
        }
      json_builder_begin_object (builder);
      practice_add_number (builder, "id", practice_rows_number (rows, 0));
      practice_add_text (builder, "full_name", practice_rows_text (rows, 1));
      practice_add_text (builder, "profile_pic", NULL);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_others (
    JsonBuilder *builder, PracticeStore *store, gint64 task, const char *name, const char *kind)
{
  g_autoptr (PracticeRows) rows
      = practice_store_query (store,
                              "SELECT owner FROM owners WHERE task = ? AND kind = ? ORDER BY owner",
                              "is", task, kind);

  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  while (practice_rows_next (rows))
    json_builder_add_string_value (builder, practice_rows_text (rows, 0));
  json_builder_end_array (builder);
}

static void
add_owners (JsonBuilder *builder, PracticeStore *store, gint64 task, PracticeWith with)
{
  json_builder_set_member_name (builder, "owners");
  json_builder_begin_object (builder);
  add_users (builder, store, task, (with & PRACTICE_WITH_NAMES) != 0);
  add_others (builder, store, task, "guests", "guest");
  add_others (builder, store, task, "groups", "group");
  json_builder_end_object (builder);
}

static void
add_form_fields (JsonBuilder *builder, PracticeStore *store, gint64 task)
{
  g_autoptr (PracticeRows) rows = practice_store_query (store,
                                                        "SELECT id, label, field_type, required, "
                                                        "options, value FROM fields WHERE task = ?"
                                                        " ORDER BY number",
                                                        "i", task);
  gint64 position = 0;

  begin_relation (builder, "form_fields");
  json_builder_begin_array (builder);
  while (practice_rows_next (rows))
    {
      json_builder_begin_object (builder);
      practice_add_text (builder, "id", practice_rows_text (rows, 0));
      practice_add_text (builder, "label", practice_rows_text (rows, 1));
      practice_add_text (builder, "field_type", practice_rows_text (rows, 2));
      practice_add_flag (builder, "required", practice_rows_number (rows, 3) != 0);
      practice_add_json (builder, "options", practice_rows_text (rows, 4));
      practice_add_json (builder, "value", practice_rows_text (rows, 5));
      practice_add_number (builder, "position", ++position);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static void
add_comment (JsonBuilder *builder, PracticeRows *rows)
{
  json_builder_begin_object (builder);
  practice_add_text (builder, "id", practice_rows_text (rows, 0));
  practice_add_text (builder, "task_id", practice_rows_text (rows, 1));
  practice_add_text (builder, "content", practice_rows_text (rows, 2));
  practice_add_number (builder, "author_id", practice_rows_number (rows, 3));
  practice_add_text (builder, "author_type", "member");
  practice_add_text (builder, "label", practice_rows_text (rows, 4));
  practice_add_text (builder, "state", practice_rows_text (rows, 5));
  practice_add_text (builder, "created_at", practice_rows_text (rows, 6));
  practice_add_text (builder, "updated_at", practice_rows_text (rows, 7));
  practice_add_text (builder, "resolve_id", practice_rows_text (rows, 8));
  json_builder_end_object (builder);
}

#define COMMENT_COLUMNS                                                                            \
  "c.id, t.id, c.content, c.author_id, c.label, c.state, c.created_at, c.updated_at, c.resolve_id"

static void
add_threads (JsonBuilder *builder, PracticeStore *store, gint64 task)
{
  g_autoptr (PracticeRows) rows
      = practice_store_query (store,
                              "SELECT " COMMENT_COLUMNS
                              " FROM comments c JOIN tasks t ON t.number = c.task"
                              " WHERE c.task = ? ORDER BY c.created_at, c.number",
                              "i", task);

  begin_relation (builder, "threads");
  json_builder_begin_array (builder);
  while (practice_rows_next (rows))
    add_comment (builder, rows);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static void
add_tags (JsonBuilder *builder, PracticeStore *store, gint64 task)
{
  g_autoptr (PracticeRows) rows = practice_store_query (store,
                                                        "SELECT g.id, g.title, g.color FROM "
                                                        "task_tags x JOIN tags g ON g.id = x.tag"
                                                        " WHERE x.task = ? ORDER BY g.title",
                                                        "i", task);

  begin_relation (builder, "tags");
  json_builder_begin_array (builder);
  while (practice_rows_next (rows))
    {
      json_builder_begin_object (builder);
      practice_add_text (builder, "id", practice_rows_text (rows, 0));
      practice_add_text (builder, "title", practice_rows_text (rows, 1));
      practice_add_text (builder, "color", practice_rows_text (rows, 2));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static void
add_relations (JsonBuilder *builder, PracticeStore *store, PracticeRows *row, PracticeWith with)
{
  gint64 task = practice_rows_number (row, 0);
  const char *run_id = practice_rows_text (row, 4);

  if (with & PRACTICE_WITH_FORM_FIELDS)
    add_form_fields (builder, store, task);
  if (with & PRACTICE_WITH_THREADS)
    add_threads (builder, store, task);
  if (with & PRACTICE_WITH_TAGS)
    add_tags (builder, store, task);
  if ((with & PRACTICE_WITH_RUN) && run_id != NULL)
    {
      begin_relation (builder, "run");
      json_builder_add_value (builder, practice_run_node (store, run_id));
      json_builder_end_object (builder);
    }
}

static void
add_state (JsonBuilder *builder, PracticeRows *row)
{
  const char *archived_at = practice_rows_text (row, 16);

  practice_add_text (builder, "status", practice_rows_text (row, 8));
  practice_add_text (builder, "status_label", practice_rows_text (row, 8));
  practice_add_text (builder, "task_type", practice_rows_text (row, 9));
  practice_add_flag (builder, "is_completable", practice_rows_is_null (row, 15));
  if (practice_rows_is_null (row, 10))
    practice_add_text (builder, "is_approved", NULL);
  else
    practice_add_flag (builder, "is_approved", practice_rows_number (row, 10) != 0);
  practice_add_flag (builder, "problem", practice_rows_number (row, 19) != 0);
  practice_add_flag (builder, "top_secret", practice_rows_number (row, 20) != 0);
  practice_add_text (builder, "deadline", practice_rows_text (row, 11));
  practice_add_text (builder, "started_at", practice_rows_text (row, 12));
  practice_add_text (builder, "created_at", practice_rows_text (row, 13));
  practice_add_text (builder, "last_updated", practice_rows_text (row, 14));
  practice_add_text (builder, "completed_at", practice_rows_text (row, 15));
  practice_add_text (builder, "archived_at", archived_at);
  practice_add_text (builder, "deleted_at", archived_at);
}

JsonNode *
practice_task_node (PracticeStore *store, PracticeRows *row, PracticeWith with)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  gint64 task = practice_rows_number (row, 0);
  g_autofree char *checklist_id
      = practice_store_text (store, "SELECT checklist_id FROM runs WHERE id = ?", "s",
                             practice_rows_text (row, 4));

  json_builder_begin_object (builder);
  practice_add_text (builder, "id", practice_rows_text (row, 1));
  practice_add_number (builder, "increment_id", task);
  practice_add_text (builder, "title", practice_rows_text (row, 2));
  if (with & PRACTICE_WITH_SUMMARY)
    practice_add_text (builder, "summary", practice_rows_text (row, 3));
  practice_add_text (builder, "run_id", practice_rows_text (row, 4));
  practice_add_text (builder, "checklist_id", checklist_id);
  practice_add_text (builder, "step_id", practice_rows_text (row, 5));
  practice_add_text (builder, "alias", NULL);
  practice_add_number (builder, "position", practice_rows_number (row, 6));
  practice_add_flag (builder, "is_oneoff_task", practice_rows_number (row, 7) != 0);
  add_state (builder, row);
  add_owners (builder, store, task, with);
  practice_add_number (builder, "starter_id", practice_rows_number (row, 17));
  add_number_or_null (builder, "completer_id", row, 18);
  practice_add_flag (builder, "everyone_must_complete", FALSE);
  practice_add_flag (builder, "can_complete_only_assignees", FALSE);
  practice_add_number (builder, "max_assignable", 0);
  practice_add_text (builder, "webhook", practice_rows_text (row, 21));
  practice_add_number (builder, "threads_count",
                       practice_store_number (store, "SELECT count(*) FROM comments WHERE task = ?",
                                              "i", task));
  add_relations (builder, store, row, with);
  json_builder_end_object (builder);
  return json_builder_get_root (builder);
}

JsonNode *
practice_task_node_for (PracticeStore *store, gint64 task, PracticeWith with)
{
  g_autoptr (PracticeRows) row
      = practice_store_query (store,
                              "SELECT " PRACTICE_TASK_COLUMNS " FROM tasks t WHERE t.number = ?",
                              "i", task);

  if (!practice_rows_next (row))
    return json_node_new (JSON_NODE_NULL);
  return practice_task_node (store, row, with);
}

/* How far a process is, and what that makes of it. */
static void
add_progress (JsonBuilder *builder, PracticeStore *store, const char *run_id, gboolean archived)
{
  g_autoptr (PracticeRows) row
      = practice_store_query (store,
                              "SELECT count(*), count (completed_at), coalesce (max (problem), 0),"
                              " max (completed_at) FROM tasks WHERE run_id = ?",
                              "s", run_id);
  const gint64 total = practice_rows_next (row) ? practice_rows_number (row, 0) : 0;
  const gint64 complete = practice_rows_number (row, 1);
  const gboolean done = total > 0 && complete == total;
  const char *status = practice_rows_number (row, 2) != 0 ? "problem"
                       : done                             ? "complete"
                                                          : "active";

  practice_add_text (builder, "status", archived ? "archived" : status);
  practice_add_text (builder, "completed_at", done ? practice_rows_text (row, 3) : NULL);
  json_builder_set_member_name (builder, "progress");
  json_builder_begin_object (builder);
  practice_add_number (builder, "complete", complete);
  practice_add_number (builder, "total", total);
  practice_add_number (builder, "percent", total > 0 ? complete * 100 / total : 0);
  json_builder_end_object (builder);
}

JsonNode *
practice_run_node (PracticeStore *store, const char *run_id)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (PracticeRows) row
      = practice_store_query (store,
                              "SELECT number, id, name, checklist_id, checklist_title, started_by, "
                              "created_at,"
                              " last_updated, archived_at, due_date, owner_id FROM runs"
                              " WHERE id = ?",
                              "s", run_id);

  if (!practice_rows_next (row))
    return json_node_new (JSON_NODE_NULL);
  json_builder_begin_object (builder);
  practice_add_text (builder, "id", practice_rows_text (row, 1));
  practice_add_number (builder, "increment_id", practice_rows_number (row, 0));
  practice_add_text (builder, "name", practice_rows_text (row, 2));
  practice_add_text (builder, "checklist_id", practice_rows_text (row, 3));
  practice_add_text (builder, "checklist_title", practice_rows_text (row, 4));
  practice_add_number (builder, "started_by", practice_rows_number (row, 5));
  practice_add_number (builder, "owner_id", practice_rows_number (row, 10));
  practice_add_text (builder, "created_at", practice_rows_text (row, 6));
  practice_add_text (builder, "last_updated", practice_rows_text (row, 7));
  practice_add_text (builder, "archived_at", practice_rows_text (row, 8));
  practice_add_text (builder, "due_date", practice_rows_text (row, 9));
  add_progress (builder, store, run_id, !practice_rows_is_null (row, 8));
  json_builder_end_object (builder);
  return json_builder_get_root (builder);
}

JsonNode *
practice_comment_node (PracticeStore *store, const char *comment_id)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (PracticeRows) row
      = practice_store_query (store,
                              "SELECT " COMMENT_COLUMNS
                              " FROM comments c JOIN tasks t ON t.number = c.task"
                              " WHERE c.id = ?",
                              "s", comment_id);

  if (!practice_rows_next (row))
    return json_node_new (JSON_NODE_NULL);
  add_comment (builder, row);
  return json_builder_get_root (builder);
}
