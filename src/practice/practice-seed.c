/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "practice/practice-seed.h"

#include <string.h>
#include "practice-resources.h"
#include "practice/practice-seed-private.h"

#define OFFICE_PATH "/app/docket/practice/office.json"

char *
practice_seed_id (const char *kind, gint64 number)
{
  g_autofree char *name = g_strdup_printf ("practice %s %" G_GINT64_FORMAT, kind, number);

  return g_compute_checksum_for_string (G_CHECKSUM_MD5, name, -1);
}

char *
practice_seed_time (PracticeSeed *seed, gint64 days, gint64 minutes, gboolean working_day)
{
  g_autoptr (GDateTime) day = g_date_time_add_days (seed->today, (int)days);
  int weekend = MAX (0, g_date_time_get_day_of_week (day) - 5);
  g_autoptr (GDateTime) working = NULL;
  g_autoptr (GDateTime) local = NULL;
  g_autoptr (GDateTime) utc = NULL;

  if (!working_day || (days >= -1 && days <= 1))
    weekend = 0;
  working = g_date_time_add_days (day, weekend == 0 ? 0 : days < 0 ? -weekend : 3 - weekend);
  local = g_date_time_new_local (g_date_time_get_year (working), g_date_time_get_month (working),
                                 g_date_time_get_day_of_month (working), (int)minutes / 60,
                                 (int)minutes % 60, 0);
  utc = g_date_time_to_utc (local);
  return g_date_time_format (utc, "%Y-%m-%dT%H:%M:%SZ");
}

/* Times of office.json: [days, "HH:MM"]. People comment on a Saturday, but do not work then. */
static char *
read_time (PracticeSeed *seed, JsonObject *object, const char *member)
{
  JsonArray *pair;
  const char *clock;

  if (!json_object_has_member (object, member))
    return NULL;
  pair = json_object_get_array_member (object, member);
  clock = json_array_get_string_element (pair, 1);
  return practice_seed_time (seed, json_array_get_int_element (pair, 0),
                             g_ascii_strtoll (clock, NULL, 10) * 60
                                 + g_ascii_strtoll (clock + 3, NULL, 10),
                             !g_str_equal (member, "at"));
}

static const char *
get_text (JsonObject *object, const char *member)
{
  return json_object_get_string_member_with_default (object, member, NULL);
}

static gint64
user_id (PracticeSeed *seed, const char *key)
{
  return key != NULL ? GPOINTER_TO_INT (g_hash_table_lookup (seed->users, key)) : 0;
}

static JsonArray *
get_list (JsonObject *object, const char *member)
{
  return json_object_has_member (object, member) ? json_object_get_array_member (object, member)
                                                 : NULL;
}

static guint
list_length (JsonArray *list)
{
  return list != NULL ? json_array_get_length (list) : 0;
}

/* A date that was answered is written as a time, since it moves with the calendar. */
static char *
answer_to_json (PracticeSeed *seed, JsonObject *field)
{
  JsonNode *value = json_object_get_member (field, "value");
  g_autofree char *time = NULL;

  if (value == NULL)
    return NULL;
  if (g_strcmp0 (get_text (field, "type"), "date") != 0)
    return json_to_string (value, FALSE);
  time = read_time (seed, field, "value");
  return g_strdup_printf ("\"%.10s\"", time);
}

static char *
member_to_json (JsonObject *object, const char *member)
{
  JsonNode *node = json_object_get_member (object, member);

  return node != NULL ? json_to_string (node, FALSE) : NULL;
}

static void
write_about (PracticeSeed *seed)
{
  const char *sql = "INSERT INTO about (key, value) VALUES (?, ?)";
  g_autofree char *id = practice_seed_id ("organization", 1);
  g_autofree char *created = practice_seed_time (seed, -400, 9 * 60, FALSE);
  g_autofree char *user
      = g_strdup_printf ("%" G_GINT64_FORMAT, user_id (seed, get_text (seed->office, "me")));

  practice_store_run (seed->store, sql, "ss", "organization", id);
  practice_store_run (seed->store, sql, "ss", "name", get_text (seed->office, "organization"));
  practice_store_run (seed->store, sql, "ss", "created_at", created);
  practice_store_run (seed->store, sql, "ss", "user", user);
  practice_store_run (seed->store,
                      "INSERT INTO about (key, value) VALUES ('day', date ('now', 'localtime'))",
                      "");
}

static void
write_people (PracticeSeed *seed)
{
  JsonArray *users = get_list (seed->office, "users");
  JsonArray *guests = get_list (seed->office, "guests");
  g_autofree char *created = practice_seed_time (seed, -380, 9 * 60, FALSE);

  for (guint i = 0; i < list_length (users); i++)
    {
      JsonObject *user = json_array_get_object_element (users, i);
      gint64 id = json_object_get_int_member (user, "id");

      practice_store_run (seed->store,
                          "INSERT INTO users (id, email, first_name, last_name, role, status,"
                          " created_at) VALUES (?, ?, ?, ?, ?, 'active', ?)",
                          "isssss", id, get_text (user, "email"), get_text (user, "first_name"),
                          get_text (user, "last_name"), get_text (user, "role"), created);
      g_hash_table_insert (seed->users, (gpointer)get_text (user, "key"),
                           GINT_TO_POINTER ((int)id));
    }
  for (guint i = 0; i < list_length (guests); i++)
    {
      JsonObject *guest = json_array_get_object_element (guests, i);

      practice_store_run (seed->store,
                          "INSERT INTO guests (email, first_name, last_name, created_at)"
                          " VALUES (?, ?, ?, ?)",
                          "ssss", get_text (guest, "email"), get_text (guest, "first_name"),
                          get_text (guest, "last_name"), created);
    }
}

static void
write_groups (PracticeSeed *seed)
{
  JsonArray *groups = get_list (seed->office, "groups");
  g_autofree char *created = practice_seed_time (seed, -380, 9 * 60, FALSE);

  for (guint i = 0; i < list_length (groups); i++)
    {
      JsonObject *group = json_array_get_object_element (groups, i);
      g_autofree char *id = practice_seed_id ("group", i);
      g_autofree char *members = member_to_json (group, "members");
      g_autofree char *guests = member_to_json (group, "guests");

      practice_store_run (seed->store,
                          "INSERT INTO groups (id, name, members, guests, created_at)"
                          " VALUES (?, ?, ?, ?, ?)",
                          "sssss", id, get_text (group, "name"), members,
                          guests != NULL ? guests : "[]", created);
    }
}

static void
write_tags (PracticeSeed *seed)
{
  JsonArray *tags = get_list (seed->office, "tags");
  g_autofree char *created = practice_seed_time (seed, -380, 9 * 60, FALSE);

  for (guint i = 0; i < list_length (tags); i++)
    {
      JsonObject *tag = json_array_get_object_element (tags, i);
      char *id = practice_seed_id ("tag", i);

      practice_store_run (seed->store,
                          "INSERT INTO tags (id, title, color, created_at) VALUES (?, ?, ?, ?)",
                          "ssss", id, get_text (tag, "title"), get_text (tag, "color"), created);
      g_hash_table_insert (seed->tags, (gpointer)get_text (tag, "title"), id);
    }
}

static void
write_runs (PracticeSeed *seed)
{
  JsonArray *runs = get_list (seed->office, "runs");

  for (guint i = 0; i < list_length (runs); i++)
    {
      JsonObject *run = json_array_get_object_element (runs, i);
      char *id = practice_seed_id ("run", i);
      g_autofree char *checklist = practice_seed_id ("checklist", i);
      g_autofree char *created = read_time (seed, run, "started");
      g_autofree char *due = read_time (seed, run, "due");
      g_autofree char *archived = read_time (seed, run, "archived");

      practice_store_run (seed->store,
                          "INSERT INTO runs (id, name, checklist_id, checklist_title, started_by,"
                          " owner_id, created_at, last_updated, due_date, archived_at)"
                          " VALUES (?1, ?2, ?3, ?4, ?5, ?5, ?6, coalesce (?8, ?6), ?7, ?8)",
                          "ssssisss", id, get_text (run, "name"), checklist,
                          get_text (run, "checklist"), user_id (seed, get_text (run, "by")),
                          created, due, archived);
      g_hash_table_insert (seed->runs, (gpointer)get_text (run, "key"), id);
    }
}

static void
write_owners (PracticeSeed *seed, JsonObject *task, gint64 number)
{
  const char *sql = "INSERT INTO owners (task, kind, owner) VALUES (?, ?, ?)";
  JsonArray *owners = get_list (task, "owners");
  JsonArray *guests = get_list (task, "guests");
  JsonArray *tags = get_list (task, "tags");

  for (guint i = 0; i < list_length (owners); i++)
    {
      g_autofree char *id
          = g_strdup_printf ("%" G_GINT64_FORMAT,
                             user_id (seed, json_array_get_string_element (owners, i)));

      practice_store_run (seed->store, sql, "iss", number, "user", id);
    }
  for (guint i = 0; i < list_length (guests); i++)
    practice_store_run (seed->store, sql, "iss", number, "guest",
                        json_array_get_string_element (guests, i));
  for (guint i = 0; i < list_length (tags); i++)
    practice_store_run (seed->store, "INSERT INTO task_tags (task, tag) VALUES (?, ?)", "is",
                        number,
                        g_hash_table_lookup (seed->tags, json_array_get_string_element (tags, i)));
}

/* Choices are written as {"id", "text"}, the documented shape of an option. */
static char *
options_to_json (JsonObject *field)
{
  JsonArray *texts = get_list (field, "options");
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;

  json_builder_begin_array (builder);
  for (guint i = 0; i < list_length (texts); i++)
    {
      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "id");
      json_builder_add_int_value (builder, i + 1);
      json_builder_set_member_name (builder, "text");
      json_builder_add_string_value (builder, json_array_get_string_element (texts, i));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  root = json_builder_get_root (builder);
  return json_to_string (root, FALSE);
}

static void
write_fields (PracticeSeed *seed, JsonObject *task, gint64 number)
{
  JsonArray *fields = get_list (task, "fields");

  for (guint i = 0; i < list_length (fields); i++)
    {
      JsonObject *field = json_array_get_object_element (fields, i);
      g_autofree char *id = practice_seed_id ("field", number * 100 + i);
      g_autofree char *options = options_to_json (field);
      g_autofree char *value = answer_to_json (seed, field);
      gboolean required = json_object_get_boolean_member_with_default (field, "required", FALSE);

      practice_store_run (seed->store,
                          "INSERT INTO fields (id, task, label, field_type, required, options,"
                          " value) VALUES (?, ?, ?, ?, ?, ?, ?)",
                          "sississ", id, number, get_text (field, "label"),
                          get_text (field, "type"), (gint64)required, options, value);
    }
}

static void
write_comments (PracticeSeed *seed, JsonObject *task, gint64 number)
{
  JsonArray *comments = get_list (task, "comments");

  for (guint i = 0; i < list_length (comments); i++)
    {
      JsonObject *comment = json_array_get_object_element (comments, i);
      g_autofree char *id = practice_seed_id ("comment", number * 100 + i);
      g_autofree char *at = read_time (seed, comment, "at");
      const char *label = get_text (comment, "label");

      practice_store_run (seed->store,
                          "INSERT INTO comments (id, task, content, author_id, label, state,"
                          " created_at, updated_at) VALUES (?, ?, ?, ?, ?, 'open', ?, ?)",
                          "sisisss", id, number, get_text (comment, "text"),
                          user_id (seed, get_text (comment, "by")),
                          label != NULL ? label : "comment", at, at);
    }
  practice_store_run (seed->store,
                      "UPDATE tasks SET last_updated = max (last_updated, coalesce ("
                      "(SELECT max (c.created_at) FROM comments c WHERE c.task = ?1), ''))"
                      " WHERE number = ?1",
                      "i", number);
}

/* The latest of the times of a task, never one to come. */
static const char *
last_change (const char *created, const char *completed, const char *archived)
{
  return archived != NULL ? archived : completed != NULL ? completed : created;
}

static void
write_task (PracticeSeed *seed, JsonObject *task, gint64 number)
{
  g_autofree char *id = practice_seed_id ("task", number);
  g_autofree char *step = practice_seed_id ("step", number);
  g_autofree char *deadline = read_time (seed, task, "deadline");
  g_autofree char *created = read_time (seed, task, "created");
  g_autofree char *completed = read_time (seed, task, "completed");
  g_autofree char *archived = read_time (seed, task, "archived");
  const char *run = get_text (task, "run");
  const char *run_id = run != NULL ? g_hash_table_lookup (seed->runs, run) : NULL;
  const char *status
      = json_object_get_string_member_with_default (task, "status",
                                                    completed != NULL ? "completed" : "active");
  const char *type = json_object_get_string_member_with_default (task, "type", "task");
  g_autofree char *fallback
      = run_id != NULL
            ? practice_store_text (seed->store, "SELECT created_at FROM runs WHERE id = ?", "s",
                                   run_id)
            : practice_seed_time (seed, -15, 10 * 60, TRUE);
  const char *born = created != NULL ? created : fallback;

  practice_store_run (
      seed->store,
      "INSERT INTO tasks (number, id, title, summary, run_id, step_id, position, one_off, status,"
      " task_type, deadline, started_at, created_at, last_updated, completed_at, archived_at,"
      " starter_id, problem)"
      " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      "isssssiissssssssii", number, id, get_text (task, "title"), get_text (task, "summary"),
      run_id, run_id != NULL ? step : NULL, number, (gint64)(run_id == NULL), status, type,
      deadline, strcmp (status, "not-started") == 0 ? NULL : born, born,
      last_change (born, completed, archived), completed, archived,
      user_id (seed, json_object_get_string_member_with_default (task, "starter", "priya")),
      (gint64)(strcmp (status, "hasproblem") == 0));
  if (completed != NULL)
    practice_store_run (seed->store,
                        "UPDATE tasks SET completer_id = ?, is_approved = NULLIF (?, 0) WHERE "
                        "number = ?",
                        "iii", user_id (seed, get_text (task, "completer")),
                        (gint64)(strcmp (type, "approval") == 0), number);
  write_owners (seed, task, number);
  write_fields (seed, task, number);
  write_comments (seed, task, number);
}

/* A process goes on as it went: what was done first is its first step. */
static void
order_steps (PracticeSeed *seed)
{
  practice_store_run (seed->store,
                      "UPDATE tasks SET position = 1 + (SELECT count(*) FROM tasks AS o"
                      " WHERE o.run_id = tasks.run_id AND (o.completed_at IS NULL,"
                      " ifnull (o.completed_at, ''), ifnull (o.deadline, 'never'), o.number)"
                      " < (tasks.completed_at IS NULL, ifnull (tasks.completed_at, ''),"
                      " ifnull (tasks.deadline, 'never'), tasks.number))"
                      " WHERE run_id IS NOT NULL",
                      "");
}

static JsonNode *
load_office (GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (JsonParser) parser = json_parser_new ();
  gsize size;
  const char *text;

  bytes = g_resource_lookup_data (practice_get_resource (), OFFICE_PATH,
                                  G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  if (bytes == NULL)
    return NULL;
  text = g_bytes_get_data (bytes, &size);
  if (!json_parser_load_from_data (parser, text, (gssize)size, error))
    return NULL;
  return json_parser_steal_root (parser);
}

static void
seed_clear (PracticeSeed *seed)
{
  g_clear_pointer (&seed->today, g_date_time_unref);
  g_clear_pointer (&seed->runs, g_hash_table_unref);
  g_clear_pointer (&seed->tags, g_hash_table_unref);
  g_clear_pointer (&seed->users, g_hash_table_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PracticeSeed, seed_clear)

/* Within a transaction. */
static gboolean
write_office (PracticeStore *store, guint n_tasks, GCancellable *cancellable, GError **error)
{
  g_autoptr (JsonNode) root = load_office (error);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_auto (PracticeSeed) seed = { .store = store };
  JsonArray *tasks;

  if (root == NULL)
    return FALSE;
  seed.office = json_node_get_object (root);
  seed.today = g_date_time_new_local (g_date_time_get_year (now), g_date_time_get_month (now),
                                      g_date_time_get_day_of_month (now), 0, 0, 0);
  seed.runs = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  seed.tags = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  seed.users = g_hash_table_new (g_str_hash, g_str_equal);
  tasks = get_list (seed.office, "tasks");

  practice_store_clear (store);
  write_people (&seed);
  write_about (&seed);
  write_groups (&seed);
  write_tags (&seed);
  write_runs (&seed);
  for (guint i = 0; n_tasks == 0 && i < list_length (tasks); i++)
    write_task (&seed, json_array_get_object_element (tasks, i), i + 1);
  order_steps (&seed);
  if (n_tasks == 0 || practice_seed_bulk (&seed, n_tasks, cancellable))
    return TRUE;
  g_cancellable_set_error_if_cancelled (cancellable, error);
  return FALSE;
}

static gboolean
end (PracticeStore *store, gboolean is_good, GError **error)
{
  if (is_good)
    return practice_store_commit (store, error);
  practice_store_rollback (store);
  return FALSE;
}

gboolean
practice_seed_open (PracticeStore *store, guint n_tasks, GCancellable *cancellable, GError **error)
{
  gboolean is_good = TRUE;

  practice_store_begin (store);
  if (practice_store_number (store, "SELECT count(*) FROM about", "") > 0)
    practice_seed_wake (store);
  else
    is_good = write_office (store, n_tasks, cancellable, error);
  return end (store, is_good, error);
}

gboolean
practice_seed_reset (PracticeStore *store, guint n_tasks, GCancellable *cancellable, GError **error)
{
  practice_store_begin (store);
  return end (store, write_office (store, n_tasks, cancellable, error), error);
}
