/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include <libsoup/soup.h>
#include "practice/practice-handlers.h"
#include "practice/practice-json.h"

/* A list's WHERE, and the values of its question marks. */
typedef struct
{
  GString *where;
  GPtrArray *values;
} Filter;

static void
filter_init (Filter *filter)
{
  filter->where = g_string_new ("1");
  filter->values = g_ptr_array_new_with_free_func ((GDestroyNotify)g_variant_unref);
}

static void
filter_clear (Filter *filter)
{
  g_string_free (filter->where, TRUE);
  g_ptr_array_unref (filter->values);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Filter, filter_clear)

static void
filter_add (Filter *filter, const char *condition)
{
  g_string_append_printf (filter->where, " AND (%s)", condition);
}

static void
filter_add_text (Filter *filter, const char *condition, const char *value)
{
  filter_add (filter, condition);
  g_ptr_array_add (filter->values, g_variant_ref_sink (g_variant_new_string (value)));
}

/* A comma list of assignees of one kind; a task matches when one of them has it. */
static void
filter_owners (PracticeCall *call, Filter *filter, const char *name, const char *kind)
{
  const char *list = practice_call_get (call, name);
  g_auto (GStrv) owners = g_strsplit (list != NULL ? list : "", ",", -1);
  g_autoptr (GString) marks = g_string_new (NULL);

  if (list == NULL)
    return;
  for (guint i = 0; owners[i] != NULL; i++)
    {
      g_string_append (marks, i == 0 ? "?" : ", ?");
      g_ptr_array_add (filter->values,
                       g_variant_ref_sink (g_variant_new_string (g_strstrip (owners[i]))));
    }
  g_string_append_printf (filter->where,
                          " AND t.number IN (SELECT task FROM owners WHERE kind = '%s'"
                          " AND owner IN (%s))",
                          kind, marks->str);
}

static void
filter_status (PracticeCall *call, Filter *filter)
{
  static const struct
  {
    const char *name;
    const char *condition;
  } statuses[] = {
    { "active", "t.completed_at IS NULL AND t.status IN ('active', 'in-progress', 'hasproblem')" },
    { "complete", "t.completed_at IS NOT NULL" },
    { "incomplete", "t.completed_at IS NULL" },
    { "inprogress", "t.status = 'in-progress'" },
    { "overdue", "t.completed_at IS NULL AND t.deadline < strftime ('%Y-%m-%dT%H:%M:%SZ', 'now')" },
    { "due_soon", "t.completed_at IS NULL AND t.deadline >= strftime ('%Y-%m-%dT%H:%M:%SZ', 'now')"
                  " AND t.deadline < strftime ('%Y-%m-%dT%H:%M:%SZ', 'now', '+2 days')" },
    { "hasproblem", "t.problem" },
    { "not-started", "t.status = 'not-started'" },
  };
  const char *status = practice_call_get (call, "status");

  if (status == NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (statuses); i++)
    if (g_str_equal (status, statuses[i].name))
      {
        filter_add (filter, statuses[i].condition);
        return;
      }
  practice_call_invalid (call, "status", "The selected status is invalid.");
}

static void
filter_dates (PracticeCall *call, Filter *filter)
{
  static const struct
  {
    const char *name;
    const char *condition;
  } ranges[] = {
    { "deadline_start_range", "date (t.deadline) >= date (?)" },
    { "deadline_end_range", "date (t.deadline) <= date (?)" },
    { "deadline_after", "date (t.deadline) > date (?)" },
    { "deadline_before", "date (t.deadline) < date (?)" },
    { "deadline_on", "date (t.deadline) = date (?)" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (ranges); i++)
    {
      const char *text = practice_call_get (call, ranges[i].name);
      g_autofree char *date = practice_parse_date (text);

      if (date != NULL)
        filter_add_text (filter, ranges[i].condition, date);
      else if (text != NULL)
        practice_call_invalid (call, ranges[i].name, "This is not a valid date.");
    }
}

/* A day, or two with a colon between them. */
static void
filter_created (PracticeCall *call, Filter *filter)
{
  const char *created = practice_call_get (call, "created");
  g_auto (GStrv) days = g_strsplit (created != NULL ? created : "", ":", 2);
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;

  if (created == NULL)
    return;
  first = practice_parse_date (days[0]);
  last = practice_parse_date (days[0] != NULL && days[1] != NULL ? days[1] : days[0]);
  if (first == NULL || last == NULL)
    {
      practice_call_invalid (call, "created", "This is not a valid date.");
      return;
    }
  filter_add_text (filter, "date (t.created_at) >= date (?)", first);
  filter_add_text (filter, "date (t.created_at) <= date (?)", last);
}

static void
filter_words (PracticeCall *call, Filter *filter)
{
  const char *archived = practice_call_get (call, "archived");
  const char *one_off = practice_call_get (call, "is_oneoff");
  const char *q = practice_call_get (call, "q");
  const char *tag = practice_call_get (call, "tag");

  if (g_strcmp0 (archived, "only") == 0)
    filter_add (filter, "t.archived_at IS NOT NULL");
  else if (g_strcmp0 (archived, "true") != 0)
    filter_add (filter, "t.archived_at IS NULL");
  if (g_strcmp0 (one_off, "true") == 0)
    filter_add (filter, "t.one_off");
  else if (g_strcmp0 (one_off, "false") == 0)
    filter_add (filter, "NOT t.one_off");
  if (g_strcmp0 (practice_call_get (call, "unassigned"), "true") == 0)
    filter_add (filter, "t.number NOT IN (SELECT task FROM owners)");
  if (q != NULL && q[0] != '\0')
    filter_add_text (filter,
                     "instr (lower (t.title || char (10) || coalesce ((SELECT name FROM runs"
                     " WHERE id = t.run_id), '')), lower (?)) > 0",
                     q);
  if (tag != NULL)
    filter_add_text (filter,
                     "t.number IN (SELECT x.task FROM task_tags x JOIN tags g ON g.id = x.tag"
                     " JOIN (SELECT ? AS asked) ON asked IN (g.id, g.title))",
                     tag);
}

/* "-" turns an order round; for the newest it shows the oldest first. */
static char *
order_by (PracticeCall *call)
{
  static const struct
  {
    const char *name;
    const char *column;
    gboolean descending;
  } orders[] = {
    { "deadline", "t.deadline", FALSE }, { "newest", "t.last_updated", TRUE },
    { "problems", "t.problem", TRUE },   { "completed_newest", "t.completed_at", TRUE },
    { "position", "t.position", FALSE },
  };
  const char *sort = practice_call_get (call, "sort");
  gboolean turned = sort != NULL && sort[0] == '-';

  if (sort == NULL)
    return g_strdup ("t.number");
  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    if (g_str_equal (turned ? sort + 1 : sort, orders[i].name))
      {
        gboolean descending = orders[i].descending != turned;

        return g_strdup_printf ("%s %s NULLS LAST, t.number", orders[i].column,
                                descending ? "DESC" : "ASC");
      }
  practice_call_invalid (call, "sort", "The selected sort is invalid.");
  return NULL;
}

static void
bind_slice (Filter *filter, const PracticeSlice *slice)
{
  g_ptr_array_add (filter->values, g_variant_ref_sink (g_variant_new_int64 (slice->per_page)));
  g_ptr_array_add (filter->values,
                   g_variant_ref_sink (g_variant_new_int64 (slice->per_page * (slice->page - 1))));
}

static void
answer_list (PracticeCall *call, Filter *filter, const PracticeSlice *slice, const char *order)
{
  PracticeWith with = practice_with_parse (practice_call_get (call, "with"));
  g_autofree char *count
      = g_strdup_printf ("SELECT count(*) FROM tasks t WHERE %s", filter->where->str);
  g_autofree char *select = g_strdup_printf ("SELECT " PRACTICE_TASK_COLUMNS " FROM tasks t"
                                             " WHERE %s ORDER BY %s LIMIT ? OFFSET ?",
                                             filter->where->str, order);
  g_autoptr (PracticeRows) counted
      = practice_store_query_values (call->store, count, filter->values);
  g_autoptr (PracticeRows) rows = NULL;
  JsonArray *items = json_array_new ();
  gint64 total = practice_rows_next (counted) ? practice_rows_number (counted, 0) : 0;
  JsonNode *node;

  bind_slice (filter, slice);
  rows = practice_store_query_values (call->store, select, filter->values);
  while (practice_rows_next (rows))
    json_array_add_element (items,
                            practice_task_node (call->store, rows, with | PRACTICE_WITH_NAMES));
  node = json_node_new (JSON_NODE_ARRAY);
  json_node_take_array (node, items);
  practice_call_list (call, node, slice, total);
}

/* @condition, with one question mark for @value, says whose list it is; NULL = everybody's. */
static void
list_tasks (PracticeCall *call, const char *condition, const char *value)
{
  g_auto (Filter) filter = { NULL };
  g_autofree char *order = order_by (call);
  PracticeSlice slice;

  filter_init (&filter);
  if (condition != NULL)
    filter_add_text (&filter, condition, value);
  filter_owners (call, &filter, "owners", "user");
  filter_owners (call, &filter, "guests", "guest");
  filter_owners (call, &filter, "groups", "group");
  filter_status (call, &filter);
  filter_dates (call, &filter);
  filter_created (call, &filter);
  filter_words (call, &filter);
  if (practice_call_get_slice (call, 10, 100, &slice) && !practice_call_has_failed (call))
    answer_list (call, &filter, &slice, order);
}

#define OF_USER "t.number IN (SELECT task FROM owners WHERE kind = 'user' AND owner = ?)"

void
practice_list_tasks (PracticeCall *call)
{
  list_tasks (call, NULL, NULL);
}

void
practice_list_my_tasks (PracticeCall *call)
{
  g_autofree char *user = g_strdup_printf ("%" G_GINT64_FORMAT, call->user_id);

  list_tasks (call, OF_USER, user);
}

void
practice_list_user_tasks (PracticeCall *call)
{
  if (practice_store_number (call->store, "SELECT count(*) FROM users WHERE id = ?", "s",
                             call->arg[0])
      == 0)
    practice_call_not_found (call);
  else
    list_tasks (call, OF_USER, call->arg[0]);
}

void
practice_list_run_tasks (PracticeCall *call)
{
  if (practice_store_number (call->store, "SELECT count(*) FROM runs WHERE id = ?", "s",
                             call->arg[0])
      == 0)
    practice_call_not_found (call);
  else
    list_tasks (call, "t.run_id = ?", call->arg[0]);
}

static void
get_task (PracticeCall *call, const char *run_id, const char *id)
{
  PracticeWith with = practice_with_parse (practice_call_get (call, "with"));
  g_auto (PracticeTaskRef) task = { 0 };

  if (practice_find_task (call, run_id, id, &task))
    practice_call_item (call, SOUP_STATUS_OK,
                        practice_task_node_for (call->store, task.number,
                                                with | PRACTICE_WITH_SUMMARY
                                                    | PRACTICE_WITH_NAMES));
}

void
practice_get_task (PracticeCall *call)
{
  get_task (call, NULL, call->arg[0]);
}

void
practice_get_run_task (PracticeCall *call)
{
  get_task (call, call->arg[0], call->arg[1]);
}

gboolean
practice_find_task (PracticeCall *call, const char *run_id, const char *id, PracticeTaskRef *task)
{
  g_autoptr (PracticeRows) row = practice_store_query (call->store,
                                                       "SELECT number, one_off, archived_at IS NOT "
                                                       "NULL, completed_at IS NOT NULL, run_id"
                                                       " FROM tasks WHERE id = ?",
                                                       "s", id);

  if (!practice_rows_next (row)
      || (run_id != NULL && g_strcmp0 (run_id, practice_rows_text (row, 4)) != 0))
    {
      practice_call_not_found (call);
      return FALSE;
    }
  task->number = practice_rows_number (row, 0);
  task->one_off = practice_rows_number (row, 1) != 0;
  task->archived = practice_rows_number (row, 2) != 0;
  task->completed = practice_rows_number (row, 3) != 0;
  task->run_id = g_strdup (practice_rows_text (row, 4));
  return TRUE;
}

gboolean
practice_need_one_off (PracticeCall *call, const PracticeTaskRef *task, const char *what)
{
  g_autofree char *sentence = NULL;

  if (task->one_off)
    return TRUE;
  sentence = g_strdup_printf ("This task belongs to a process. Only one-off tasks can be %s here.",
                              what);
  practice_call_refuse (call, SOUP_STATUS_FORBIDDEN, NULL, sentence);
  return FALSE;
}

void
practice_task_ref_clear (PracticeTaskRef *task)
{
  g_clear_pointer (&task->run_id, g_free);
}
