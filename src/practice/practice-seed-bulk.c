/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "practice/practice-seed-private.h"

/* Made-up tasks draw from the same numbers each time, so that two servers of one size are alike. */
#define RANDOM_SEED 20260317

static const char *
pick (GRand *random, JsonObject *words, const char *list)
{
  JsonArray *array = json_object_get_array_member (words, list);
  gint32 n = (gint32)json_array_get_length (array);

  return json_array_get_string_element (array, (guint)g_rand_int_range (random, 0, n));
}

static gboolean
happens (GRand *random, double share)
{
  return g_rand_double (random) < share;
}

static gint64
pick_user (PracticeSeed *seed, GRand *random)
{
  JsonArray *users = json_object_get_array_member (seed->office, "users");
  gint32 n = (gint32)json_array_get_length (users);
  JsonObject *user = json_array_get_object_element (users, (guint)g_rand_int_range (random, 0, n));

  return json_object_get_int_member (user, "id");
}

static const char *
pick_run (PracticeSeed *seed, GRand *random)
{
  JsonArray *runs = json_object_get_array_member (seed->office, "runs");
  gint32 n = (gint32)json_array_get_length (runs);
  JsonObject *run;

  /* Those that are archived stand last. */
  while (json_object_has_member (json_array_get_object_element (runs, (guint)n - 1), "archived"))
    n--;
  run = json_array_get_object_element (runs, (guint)g_rand_int_range (random, 0, n));

  return g_hash_table_lookup (seed->runs, json_object_get_string_member (run, "key"));
}

static void
add_relations (
    PracticeSeed *seed, GRand *random, JsonObject *words, gint64 number, const char *created)
{
  g_autofree char *owner = g_strdup_printf ("%" G_GINT64_FORMAT, pick_user (seed, random));

  practice_store_run (seed->store, "INSERT INTO owners (task, kind, owner) VALUES (?, 'user', ?)",
                      "is", number, owner);
  if (happens (random, 0.1))
    {
      g_autofree char *id = practice_seed_id ("comment", number * 100);

      practice_store_run (seed->store,
                          "INSERT INTO comments (id, task, content, author_id, label, state,"
                          " created_at, updated_at) VALUES (?, ?, ?, ?, 'comment', 'open', ?, ?)",
                          "sisiss", id, number, pick (random, words, "remarks"),
                          pick_user (seed, random), created, created);
    }
  if (happens (random, 0.1))
    {
      g_autofree char *id = practice_seed_id ("field", number * 100);

      practice_store_run (seed->store,
                          "INSERT INTO fields (id, task, label, field_type, required, options,"
                          " value) VALUES (?, ?, 'Reference', 'text', 0, '[]', ?)",
                          "sis", id, number, happens (random, 0.5) ? "\"2026-0417\"" : NULL);
    }
}

static void
add_task (PracticeSeed *seed, GRand *random, JsonObject *words, gint64 number)
{
  g_autofree char *id = practice_seed_id ("task", number);
  g_autofree char *title
      = g_strdup_printf ("%s %s for %s (%" G_GINT64_FORMAT ")", pick (random, words, "verbs"),
                         pick (random, words, "things"), pick (random, words, "customers"), number);
  gint64 age = g_rand_int_range (random, 1, 300);
  g_autofree char *created
      = practice_seed_time (seed, -age, g_rand_int_range (random, 480, 1080), FALSE);
  g_autofree char *deadline
      = practice_seed_time (seed, g_rand_int_range (random, 0, 60) - age / 4, 17 * 60, TRUE);
  g_autofree char *changed = practice_seed_time (seed, -age / 2 - 1, 11 * 60, FALSE);
  gboolean completed = happens (random, 0.4);
  gboolean of_run = happens (random, 0.2);
  gboolean archived = !of_run && happens (random, 0.15);

  practice_store_run (
      seed->store,
      "INSERT INTO tasks (number, id, title, summary, run_id, position, one_off, status,"
      " task_type, deadline, started_at, created_at, last_updated, completed_at, archived_at,"
      " starter_id, completer_id)"
      " VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'task', ?, ?, ?, ?, ?, ?, ?, NULLIF (?, 0))",
      "issssiisssssssii", number, id, title, pick (random, words, "summaries"),
      of_run ? pick_run (seed, random) : NULL, number, (gint64)!of_run,
      completed ? "completed" : "active", happens (random, 0.1) ? NULL : deadline, created, created,
      changed, completed ? changed : NULL, archived ? changed : NULL, pick_user (seed, random),
      completed ? pick_user (seed, random) : 0);
  add_relations (seed, random, words, number, created);
}

gboolean
practice_seed_bulk (PracticeSeed *seed, guint n_tasks, GCancellable *cancellable)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (RANDOM_SEED);
  JsonObject *words = json_object_get_object_member (seed->office, "words");

  for (guint i = 1; i <= n_tasks; i++)
    {
      if (i % 1000 == 0 && g_cancellable_is_cancelled (cancellable))
        return FALSE;
      add_task (seed, random, words, i);
    }
  return TRUE;
}
