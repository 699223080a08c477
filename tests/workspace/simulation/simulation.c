/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
/* Random schedules of the world of removals. Each has a seed, and runs the same way again with it:
 *
 *   simulation [--schedules N] [--first-seed N]
 *   simulation --seed N */
#include "world.h"

#include <string.h>

#define DEFAULT_SCHEDULES 100000
#define MIN_EVENTS 20
#define MAX_EVENTS 60
#define MAX_CRASHES 3
#define MIN_REACHED 100

static guint64 reached[DOCKET_N_STATES][DOCKET_N_EVENTS];
static guint64 n_events;

/* What happened in one schedule. */
typedef struct
{
  guint64 n_events; /* strays too */
  guint n_losses;
  guint n_crashes;
} Tally;

static void
count_cb (const DocketRemovalCore *before, DocketEventType type, DocketState after)
{
  reached[before->state][type]++;
  n_events++;
}

static void
set_up (World *world, GRand *random)
{
  memset (world, 0, sizeof *world);
  world->now = 1000000;
  world->hides_archived = g_rand_boolean (random);
  world->n_tasks = (guint)g_rand_int_range (random, 3, WORLD_MAX_TASKS + 1);
  world->n_removals = (guint)g_rand_int_range (random, 12, WORLD_MAX_REMOVALS + 1);
  for (guint i = 0; i < world->n_tasks; i++)
    world->tasks[i] = (TaskState)g_rand_int_range (random, TASK_THERE, TASK_GONE);
  for (guint i = 0; i < world->n_removals; i++)
    {
      Removal *removal = &world->removals[i];

      removal->task
          = i < world->n_tasks ? i : (guint)g_rand_int_range (random, 0, (int)world->n_tasks);
      removal->core.kind = (DocketRemovalKind)g_rand_int_range (random, DOCKET_REMOVAL_ARCHIVE,
                                                                DOCKET_REMOVAL_DELETE + 1);
      removal->core.keeps_copy
          = removal->core.kind == DOCKET_REMOVAL_DELETE && g_rand_int_range (random, 0, 4) != 0;
      removal->core.compares = g_rand_boolean (random);
    }
}

/* How likely an action is among the others. */
static guint
weigh (Verb verb, const Tally *tally)
{
  if (verb == VERB_CRASH)
    return tally->n_crashes < MAX_CRASHES ? 1 : 0;
  if (verb == VERB_SOMEBODY_DELETES || verb == VERB_PRESS_CUT_OFF || verb == VERB_PRESS_PROCESS
      || verb == VERB_CLOSE)
    return 1;
  if (verb == VERB_TURN_AWAY)
    return 4;
  return verb_is_fault (verb) ? 2 : 5;
}

static const Action *
choose (const Action *actions, guint n, const Tally *tally, GRand *random)
{
  guint total = 0;
  guint pick;

  for (guint i = 0; i < n; i++)
    total += weigh (actions[i].verb, tally);
  if (total == 0)
    return NULL;
  pick = (guint)g_rand_int_range (random, 0, (int)total);
  for (guint i = 0; i < n; i++)
    {
      if (pick < weigh (actions[i].verb, tally))
        return &actions[i];
      pick -= weigh (actions[i].verb, tally);
    }
  g_assert_not_reached ();
}

/* Whether somebody may do this in that state and is heard. */
static gboolean
is_meant (DocketState state, DocketEventType type)
{
  if (type == DOCKET_EVENT_CHECK_AGAIN)
    return state == DOCKET_STATE_NEW || state == DOCKET_STATE_WATCHING
           || state == DOCKET_STATE_UNCONFIRMED;
  if (type == DOCKET_EVENT_CLOSED)
    return state == DOCKET_STATE_FETCHING || state == DOCKET_STATE_WAITING
           || state == DOCKET_STATE_WATCHING;
  return type < DOCKET_EVENT_FETCHED && state == DOCKET_STATE_NEW;
}

/* An event that its state does not wait for, or that reports the end of something older. */
static const char *
stray (World *world, guint index, GRand *random, gboolean talks)
{
  DocketEventType type = (DocketEventType)g_rand_int_range (random, 0, DOCKET_N_EVENTS);
  DocketState state = world->removals[index].core.state;

  if (is_meant (state, type))
    return NULL;
  if (talks)
    g_print ("  removal %u: stray %s in %s\n", index, docket_event_get_name (type),
             docket_state_get_name (state));
  return world_apply_stray (world, index, type);
}

/* One to any removal, and one to each that is in the middle of something. */
static const char *
stray_about (World *world, GRand *random, gboolean talks)
{
  guint any = (guint)g_rand_int_range (random, 0, (int)world->n_removals);
  const char *violation = NULL;

  for (guint i = 0; i < world->n_removals && violation == NULL; i++)
    {
      const Removal *removal = &world->removals[i];
      DocketState state = removal->core.state;

      if (removal->asked && !removal->live)
        continue;
      if (i == any || (state >= DOCKET_STATE_NOTING_WAIT && state <= DOCKET_STATE_NOTING_AGAIN))
        violation = stray (world, i, random, talks);
    }
  return violation;
}

static void
describe (const World *world, const Action *action)
{
  if (action->verb == VERB_CRASH || action->verb == VERB_SOMEBODY_DELETES)
    g_print ("  %s %u\n", verb_get_name (action->verb), action->removal + action->argument);
  else
    g_print ("  removal %u (task %u): %s in %s\n", action->removal,
             world->removals[action->removal].task, verb_get_name (action->verb),
             docket_state_get_name (world->removals[action->removal].core.state));
}

static const char *
run_schedule (guint32 seed, gboolean talks, Tally *tally)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  guint64 before = n_events;
  guint length = (guint)g_rand_int_range (random, MIN_EVENTS + 10, MAX_EVENTS);
  Action actions[WORLD_MAX_ACTIONS];
  const char *violation = NULL;
  World world;

  set_up (&world, random);
  *tally = (Tally){ 0 };
  for (guint i = 0; i < length && violation == NULL; i++)
    {
      guint n = world_list_actions (&world, actions);
      const Action *action;

      violation = stray_about (&world, random, talks);
      action = violation == NULL ? choose (actions, n, tally, random) : NULL;
      if (action == NULL)
        continue;
      if (talks)
        describe (&world, action);
      world.now += g_rand_int_range (random, 0, 20);
      tally->n_losses += verb_is_loss (action->verb);
      tally->n_crashes += action->verb == VERB_CRASH;
      violation = world_apply (&world, action);
    }
  if (violation == NULL)
    violation = world_drain (&world);
  tally->n_events = n_events - before;
  return violation;
}

static gboolean
print_table (void)
{
  gboolean complete = TRUE;

  g_print ("# %-16s", "");
  for (guint state = 0; state < DOCKET_N_STATES; state++)
    g_print (" %12s", docket_state_get_name ((DocketState)state));
  g_print ("\n");
  for (guint type = 0; type < DOCKET_N_EVENTS; type++)
    {
      g_print ("# %-16s", docket_event_get_name ((DocketEventType)type));
      for (guint state = 0; state < DOCKET_N_STATES; state++)
        {
          g_print (" %12" G_GUINT64_FORMAT, reached[state][type]);
          complete &= reached[state][type] >= MIN_REACHED;
        }
      g_print ("\n");
    }
  return complete;
}

static int
report (int number, gboolean good, const char *what)
{
  g_print ("%s %d - %s\n", good ? "ok" : "not ok", number, what);
  return good ? 0 : 1;
}

static int
run_all (guint32 first, guint n_schedules)
{
  guint n_short = 0;
  guint n_smooth = 0;
  int failed;

  g_print ("1..4\n");
  for (guint i = 0; i < n_schedules; i++)
    {
      Tally tally;
      const char *violation = run_schedule (first + i, FALSE, &tally);

      if (violation != NULL)
        {
          g_print ("# seed %u: %s\n", first + i, violation);
          return report (1, FALSE, "every schedule keeps the rules");
        }
      n_short += tally.n_events < MIN_EVENTS;
      n_smooth += tally.n_losses + tally.n_crashes == 0;
    }
  g_print ("# %u schedules from seed %u, %" G_GUINT64_FORMAT " events\n", n_schedules, first,
           n_events);
  g_print ("# %u with less than %u events, %u without a loss or a crash\n", n_short, MIN_EVENTS,
           n_smooth);
  failed = report (1, TRUE, "every schedule keeps the rules");
  failed |= report (2, print_table (), "every event came in every state a hundred times");
  failed |= report (3, n_short == 0, "every schedule is long");
  return failed | report (4, n_smooth * 10 <= n_schedules, "nine of ten lose something or crash");
}

int
main (int argc, char **argv)
{
  int n_schedules = DEFAULT_SCHEDULES;
  int first = 1;
  int seed = -1;
  const GOptionEntry entries[] = {
    { "schedules", 0, 0, G_OPTION_ARG_INT, &n_schedules, NULL, "N" },
    { "first-seed", 0, 0, G_OPTION_ARG_INT, &first, NULL, "N" },
    { "seed", 0, 0, G_OPTION_ARG_INT, &seed, "Replay one schedule, step by step", "N" },
    { NULL },
  };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (GError) error = NULL;
  const char *violation;
  Tally tally;

  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error))
    {
      g_printerr ("%s\n", error->message);
      return 2;
    }
  if (seed < 0)
    {
      world_set_observer (count_cb);
      return run_all ((guint32)first, (guint)n_schedules);
    }
  violation = run_schedule ((guint32)seed, TRUE, &tally);
  g_print ("%s\n", violation != NULL ? violation : "all rules were kept");
  return violation != NULL ? 1 : 0;
}
