/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include <libsoup/soup.h>
#include "practice/practice-handlers.h"
#include "practice/practice-json.h"

/* Which runs each status of the query means; "archived" alone shows those that are archived. */
static const char *
status_condition (PracticeCall *call)
{
  static const struct
  {
    const char *name;
    const char *condition;
  } statuses[] = {
    { "active", "r.archived_at IS NULL AND EXISTS (SELECT * FROM tasks t WHERE t.run_id = r.id"
                " AND t.completed_at IS NULL)" },
    { "complete", "r.archived_at IS NULL AND NOT EXISTS (SELECT * FROM tasks t"
                  " WHERE t.run_id = r.id AND t.completed_at IS NULL)" },
    { "problem", "r.archived_at IS NULL AND EXISTS (SELECT * FROM tasks t WHERE t.run_id = r.id"
                 " AND t.problem)" },
    { "delayed", "r.archived_at IS NULL AND r.due_date < strftime ('%Y-%m-%dT%H:%M:%SZ', 'now')" },
    { "archived", "r.archived_at IS NOT NULL" },
  };
  const char *status = practice_call_get (call, "status");

  if (status == NULL)
    return "r.archived_at IS NULL";
  for (guint i = 0; i < G_N_ELEMENTS (statuses); i++)
    if (g_str_equal (status, statuses[i].name))
      return statuses[i].condition;
  practice_call_invalid (call, "status", "The selected status is invalid.");
  return NULL;
}

static const char *
order (PracticeCall *call)
{
  static const char *const orders[][2] = {
    { "name", "r.name" },
    { "-name", "r.name DESC" },
    { "created_at", "r.created_at" },
    { "-created_at", "r.created_at DESC" },
  };
  const char *sort = practice_call_get (call, "sort");

  if (sort == NULL)
    return "r.number";
  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    if (g_str_equal (sort, orders[i][0]))
      return orders[i][1];
  practice_call_invalid (call, "sort", "The selected sort is invalid.");
  return NULL;
}

static void
add_value (GPtrArray *values, GVariant *value)
{
  g_ptr_array_add (values, g_variant_ref_sink (value));
}

void
practice_list_runs (PracticeCall *call)
{
  const char *condition = status_condition (call);
  const char *column = order (call);
  const char *q = practice_call_get (call, "q");
  g_autoptr (GPtrArray) values = g_ptr_array_new_with_free_func ((GDestroyNotify)g_variant_unref);
  g_autofree char *from = NULL;
  g_autofree char *count = NULL;
  g_autofree char *select = NULL;
  g_autoptr (PracticeRows) counted = NULL;
  g_autoptr (PracticeRows) rows = NULL;
  JsonArray *items;
  JsonNode *node;
  PracticeSlice slice;

  if (!practice_call_get_slice (call, 10, 100, &slice) || practice_call_has_failed (call))
    return;
  from = g_strdup_printf (" FROM runs r WHERE %s AND instr (lower (r.name), lower (?)) > 0",
                          condition);
  count = g_strconcat ("SELECT count(*)", from, NULL);
  select = g_strdup_printf ("SELECT r.id%s ORDER BY %s, r.number LIMIT ? OFFSET ?", from, column);
  add_value (values, g_variant_new_string (q != NULL ? q : ""));
  counted = practice_store_query_values (call->store, count, values);
  add_value (values, g_variant_new_int64 (slice.per_page));
  add_value (values, g_variant_new_int64 (slice.per_page * (slice.page - 1)));
  rows = practice_store_query_values (call->store, select, values);
  items = json_array_new ();
  while (practice_rows_next (rows))
    json_array_add_element (items, practice_run_node (call->store, practice_rows_text (rows, 0)));
  node = json_node_new (JSON_NODE_ARRAY);
  json_node_take_array (node, items);
  practice_call_list (call, node, &slice,
                      practice_rows_next (counted) ? practice_rows_number (counted, 0) : 0);
}

/* FALSE when there is none of the ID in the path: answered with 404. */
static gboolean
find_run (PracticeCall *call)
{
  if (practice_store_number (call->store, "SELECT count(*) FROM runs WHERE id = ?", "s",
                             call->arg[0])
      > 0)
    return TRUE;
  practice_call_not_found (call);
  return FALSE;
}

void
practice_get_run (PracticeCall *call)
{
  if (find_run (call))
    practice_call_item (call, SOUP_STATUS_OK, practice_run_node (call->store, call->arg[0]));
}

/* Keeps everything, and takes the process with its tasks out of the default lists. Doing it twice
 * changes nothing. */
void
practice_archive_run (PracticeCall *call)
{
  g_autofree char *now = practice_now ();

  if (!find_run (call))
    return;
  practice_store_run (call->store,
                      "UPDATE tasks SET archived_at = ?1, last_updated = ?1 WHERE run_id = ?2"
                      " AND archived_at IS NULL",
                      "ss", now, call->arg[0]);
  practice_store_run (call->store,
                      "UPDATE runs SET archived_at = ?1, last_updated = ?1 WHERE id = ?2"
                      " AND archived_at IS NULL",
                      "ss", now, call->arg[0]);
  practice_get_run (call);
}

void
practice_restore_run (PracticeCall *call)
{
  g_autofree char *now = practice_now ();

  if (!find_run (call))
    return;
  practice_store_run (call->store,
                      "UPDATE tasks SET archived_at = NULL, last_updated = ?1 WHERE run_id = ?2"
                      " AND archived_at IS NOT NULL",
                      "ss", now, call->arg[0]);
  practice_store_run (call->store,
                      "UPDATE runs SET archived_at = NULL, last_updated = ?1 WHERE id = ?2"
                      " AND archived_at IS NOT NULL",
                      "ss", now, call->arg[0]);
  practice_get_run (call);
}

/* Takes the process, and its tasks with all that belongs to them. */
void
practice_delete_run (PracticeCall *call)
{
  g_autofree char *role = practice_store_text (call->store, "SELECT role FROM users WHERE id = ?",
                                               "i", call->user_id);

  if (!find_run (call))
    return;
  if (g_strcmp0 (role, "admin") != 0)
    practice_call_refuse (call, SOUP_STATUS_FORBIDDEN, NULL,
                          "Only an administrator may delete a process.");
  else if (practice_store_number (call->store, "SELECT archived_at IS NULL FROM runs WHERE id = ?",
                                  "s", call->arg[0])
           != 0)
    practice_call_refuse (call, SOUP_STATUS_UNPROCESSABLE_ENTITY, NULL,
                          "A process must be archived before it can be deleted.");
  else
    {
      practice_store_run (call->store, "DELETE FROM tasks WHERE run_id = ?", "s", call->arg[0]);
      practice_store_run (call->store, "DELETE FROM runs WHERE id = ?", "s", call->arg[0]);
      practice_call_nothing (call);
    }
}
