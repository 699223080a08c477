/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "workspace/docket-names.h"

#include <string.h>

#include "workspace/docket-cache-private.h"
#include "workspace/docket-text.h"
#include "workspace/docket-workspace-private.h"

typedef struct
{
  DocketSearchKey key;
  char *folded;
  guint max;
} Question;

typedef struct
{
  char *name;
  char *folded;
  guint rank; /* smaller is better */
} Name;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_free (question->folded);
  g_free (question);
}

static void
name_clear (gpointer data)
{
  Name *name = data;

  g_free (name->name);
  g_free (name->folded);
}

static int
compare (gconstpointer a, gconstpointer b)
{
  const Name *first = a;
  const Name *second = b;

  if (first->rank != second->rank)
    return first->rank < second->rank ? -1 : 1;
  return strcmp (first->folded, second->folded);
}

/* @seen: (element-type utf8): folded names */
static void
consider (GArray *names, GHashTable *seen, const char *text, const char *wanted)
{
  g_autofree char *clean = docket_text_clean (text);
  g_autofree char *folded = docket_text_fold (clean);
  const char *place = strstr (folded, wanted);
  Name name;

  if (*folded == '\0' || place == NULL || g_hash_table_contains (seen, folded))
    return;
  name.rank = 2;
  for (const char *at = place; at != NULL && name.rank == 2; at = strstr (at + 1, wanted))
    if (at == folded || at[-1] == ' ')
      name.rank = at == folded ? 0 : 1;
  g_hash_table_add (seen, g_strdup (folded));
  name.name = g_steal_pointer (&clean);
  name.folded = g_steal_pointer (&folded);
  g_array_append_val (names, name);
}

/* A line for each: of a tag its title; of an assignee a letter, the ID, and the name where one
 * came. */
static void
consider_lines (
    GArray *names, GHashTable *seen, const char *text, const char *wanted, gboolean people)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) parts = g_strsplit (lines[i], "\t", 3);
      g_autofree char *key = NULL;

      if (!people)
        consider (names, seen, lines[i], wanted);
      /* Members are in the list of members, and of others some are in lists of their own. */
      if (!people || g_strv_length (parts) < 3 || *parts[0] == 'U')
        continue;
      key = g_strconcat (parts[0], "\t", parts[1], NULL);
      if (!g_hash_table_contains (seen, key))
        consider (names, seen, *parts[2] != '\0' ? parts[2] : parts[1], wanted);
    }
}

/* Guests and groups as their lists name them. Their keys, which no name is like, are seen, too. */
static gboolean
collect_contacts (
    sqlite3 *db, const Question *question, GArray *names, GHashTable *seen, GError **error)
{
  g_autoptr (sqlite3_stmt) statement
      = docket_database_prepare (db, "SELECT kind || char (9) || id, name FROM contact", error);
  int step;

  if (statement == NULL)
    return FALSE;
  while ((step = docket_database_step (statement, error)) == 1)
    {
      g_hash_table_add (seen, g_strdup ((const char *)sqlite3_column_text (statement, 0)));
      consider (names, seen, (const char *)sqlite3_column_text (statement, 1), question->folded);
    }
  return step == 0;
}

static gboolean
collect (sqlite3 *db,
         const char *sql,
         gboolean people,
         const Question *question,
         GArray *names,
         GHashTable *seen,
         GCancellable *cancellable,
         GError **error)
{
  g_autoptr (sqlite3_stmt) statement = docket_database_prepare (db, sql, error);
  int step;

  if (statement == NULL)
    return FALSE;
  while ((step = docket_database_step (statement, error)) == 1)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      consider_lines (names, seen, (const char *)sqlite3_column_text (statement, 0),
                      question->folded, people);
    }
  return step == 0;
}

static gpointer
find_job (sqlite3 *db, gpointer job_data, GCancellable *cancellable, GError **error)
{
  static const char *const all[DOCKET_N_SEARCH_KEYS] = {
    [DOCKET_SEARCH_OWNER] = "SELECT name FROM person",
    [DOCKET_SEARCH_PROCESS] = "SELECT name FROM process",
    [DOCKET_SEARCH_TAG] = "SELECT DISTINCT tags FROM task WHERE tags <> ''",
  };
  const Question *question = job_data;
  g_autoptr (GArray) names = g_array_new (FALSE, FALSE, sizeof (Name));
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GStrvBuilder) best = g_strv_builder_new ();

  g_array_set_clear_func (names, name_clear);
  if (!collect (db, all[question->key], FALSE, question, names, seen, cancellable, error))
    return NULL;
  if (question->key == DOCKET_SEARCH_OWNER
      && (!collect_contacts (db, question, names, seen, error)
          || !collect (db, "SELECT DISTINCT assignees FROM task WHERE folded_people <> ''", TRUE,
                       question, names, seen, cancellable, error)))
    return NULL;
  g_array_sort (names, compare);
  for (guint i = 0; i < MIN (names->len, question->max); i++)
    g_strv_builder_add (best, g_array_index (names, Name, i).name);
  return g_strv_builder_end (best);
}

static void
found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  GStrv names = docket_database_run_finish (DOCKET_DATABASE (source), result, &error);

  if (names != NULL)
    g_task_return_pointer (task, names, (GDestroyNotify)g_strfreev);
  else
    g_task_return_error (task, error);
}

void
docket_names_find_async (DocketWorkspace *workspace,
                         DocketSearchKey key,
                         const char *text,
                         guint max,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_autofree char *clean = docket_text_clean (text);
  GTask *task = g_task_new (workspace, cancellable, callback, user_data);
  Question *question = g_new0 (Question, 1);

  g_task_set_source_tag (task, docket_names_find_async);
  question->key = key;
  question->folded = docket_text_fold (clean);
  question->max = max;
  docket_database_run_async (docket_cache_get_database (workspace->cache), G_PRIORITY_HIGH - 1,
                             find_job, question, question_free, (GDestroyNotify)g_strfreev,
                             cancellable, found_cb, task);
}

GStrv
docket_names_find_finish (DocketWorkspace *workspace, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, workspace), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
