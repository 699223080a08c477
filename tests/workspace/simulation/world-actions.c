/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
/* What can happen next in a world. */
#include "world.h"

#define NOTES                                                                                      \
  (DOCKET_EFFECT_NOTE_INTENT | DOCKET_EFFECT_NOTE_WAIT | DOCKET_EFFECT_NOTE_AGAIN                  \
   | DOCKET_EFFECT_NOTE_END)

typedef enum
{
  CHOICE,   /* somebody may do it or not */
  PROGRESS, /* what happens when all goes well */
  FAULT,
  LOSS, /* a fault, on the way from or to the server */
} Nature;

static const struct
{
  const char *name;
  Nature nature;
} verbs[N_VERBS] = {
  [VERB_PRESS] = { "press", CHOICE },
  [VERB_CHECK_AGAIN] = { "check again", CHOICE },
  [VERB_CLOSE] = { "close", FAULT },
  [VERB_PRESS_CUT_OFF] = { "press, offline", FAULT },
  [VERB_PRESS_PROCESS] = { "press, process task", FAULT },
  [VERB_REOPEN] = { "reopen", PROGRESS },
  [VERB_FETCH] = { "fetch", PROGRESS },
  [VERB_FETCH_CHANGED] = { "fetch, changed", FAULT },
  [VERB_FETCH_PROCESS] = { "fetch, process task", FAULT },
  [VERB_FETCH_CUT_OFF] = { "fetch, offline", FAULT },
  [VERB_FETCH_FAIL] = { "fetch fails", LOSS },
  [VERB_NOTE] = { "journal writes", PROGRESS },
  [VERB_NOTE_FAIL] = { "journal fails", FAULT },
  [VERB_DUE] = { "timer", PROGRESS },
  [VERB_DUE_LATE] = { "timer, too late", FAULT },
  [VERB_DUE_CUT_OFF] = { "timer, offline", FAULT },
  [VERB_LOOK] = { "look-up is answered", PROGRESS },
  [VERB_LOOK_FAIL] = { "look-up fails", LOSS },
  [VERB_ACT] = { "server acts", PROGRESS },
  [VERB_REFUSE] = { "server refuses", FAULT },
  [VERB_TURN_AWAY] = { "server turns away", FAULT },
  [VERB_DELIVER] = { "answer arrives", PROGRESS },
  [VERB_LOSE] = { "request is lost", LOSS },
  [VERB_GIVE_UP] = { "answer is lost", LOSS },
  [VERB_FAIL_TO_SEND] = { "nothing is sent", FAULT },
  [VERB_CRASH] = { "crash", FAULT },
  [VERB_SOMEBODY_DELETES] = { "somebody deletes", FAULT },
};

gboolean
verb_is_progress (Verb verb)
{
  return verbs[verb].nature == PROGRESS;
}

gboolean
verb_is_fault (Verb verb)
{
  return verbs[verb].nature >= FAULT;
}

gboolean
verb_is_loss (Verb verb)
{
  return verbs[verb].nature == LOSS;
}

const char *
verb_get_name (Verb verb)
{
  return verbs[verb].name;
}

typedef struct
{
  Action *actions;
  guint n;
} List;

static void
add (List *list, Verb verb, guint removal, guint argument)
{
  g_assert (list->n < WORLD_MAX_ACTIONS);
  list->actions[list->n++] = (Action){ verb, removal, argument };
}

/* A removal or its first look-up holds its task; what is watched does not. */
static gboolean
is_held (const World *world, guint task)
{
  for (guint i = 0; i < world->n_removals; i++)
    {
      const Removal *removal = &world->removals[i];

      if (removal->task == task && removal->live && !removal->told)
        return TRUE;
    }
  return FALSE;
}

static gboolean
can_be_checked (const Removal *removal)
{
  gboolean over = !removal->live || removal->core.state == DOCKET_STATE_SETTLED;

  if (removal->live
      && (removal->core.state == DOCKET_STATE_WATCHING
          || removal->core.state == DOCKET_STATE_UNCONFIRMED))
    return TRUE;
  return over && removal->entry.stage >= ENTRY_WATCHED
         && (removal->entry.outcome == DOCKET_OUTCOME_STILL_THERE
             || removal->entry.outcome == DOCKET_OUTCOME_ARCHIVED
             || removal->entry.outcome == DOCKET_OUTCOME_NOT_CONFIRMED);
}

static void
list_starts (List *list, const World *world, guint index)
{
  const Removal *removal = &world->removals[index];
  gboolean open = removal->entry.stage != ENTRY_NONE && removal->entry.stage != ENTRY_ENDED;

  if (is_held (world, removal->task))
    return;
  if (!removal->asked)
    {
      add (list, VERB_PRESS, index, 0);
      add (list, VERB_PRESS_CUT_OFF, index, 0);
      add (list, VERB_PRESS_PROCESS, index, 0);
    }
  else if (!removal->live && open)
    add (list, VERB_REOPEN, index, 0);
  else if (can_be_checked (removal))
    add (list, VERB_CHECK_AGAIN, index, 0);
}

static void
list_ends (List *list, const Removal *removal, guint index)
{
  if (removal->pending & DOCKET_EFFECT_FETCH)
    for (Verb verb = VERB_FETCH; verb <= VERB_FETCH_FAIL; verb++)
      if (verb != VERB_FETCH_CHANGED || removal->core.compares)
        add (list, verb, index, 0);
  if (removal->pending & NOTES)
    for (Verb verb = VERB_NOTE; verb <= VERB_NOTE_FAIL; verb++)
      add (list, verb, index, 0);
  if (removal->pending & DOCKET_EFFECT_TIMER)
    for (Verb verb = VERB_DUE; verb <= VERB_DUE_CUT_OFF; verb++)
      if (verb != VERB_DUE_LATE || removal->core.state == DOCKET_STATE_WAITING)
        add (list, verb, index, 0);
  if (removal->pending & DOCKET_EFFECT_LOOK_UP)
    for (Verb verb = VERB_LOOK; verb <= VERB_LOOK_FAIL; verb++)
      add (list, verb, index, 0);
  if (removal->live
      && (removal->core.state == DOCKET_STATE_FETCHING
          || removal->core.state == DOCKET_STATE_WAITING
          || removal->core.state == DOCKET_STATE_WATCHING))
    add (list, VERB_CLOSE, index, 0);
}

static void
list_requests (List *list, const Removal *removal, guint index)
{
  for (guint i = 0; i < G_N_ELEMENTS (removal->requests); i++)
    {
      const Request *request = &removal->requests[i];

      if (request->state == REQUEST_UNDER_WAY)
        {
          add (list, VERB_ACT, index, i);
          if (!request->forgotten)
            {
              add (list, VERB_REFUSE, index, i);
              add (list, VERB_TURN_AWAY, index, i);
              add (list, VERB_LOSE, index, i);
              add (list, VERB_GIVE_UP, index, i);
              add (list, VERB_FAIL_TO_SEND, index, i);
            }
        }
      else if (request->state == REQUEST_ANSWERED)
        {
          add (list, VERB_DELIVER, index, i);
          add (list, VERB_GIVE_UP, index, i);
        }
    }
}

/* A crash that finds of what was being written nothing, all, or just one on the disk. */
static void
list_crashes (List *list, const World *world)
{
  guint writing = 0;
  gboolean alive = FALSE;

  for (guint i = 0; i < world->n_removals; i++)
    {
      alive |= world->removals[i].live;
      if (world->removals[i].live && (world->removals[i].pending & NOTES))
        writing |= 1u << i;
    }
  if (!alive)
    return;
  add (list, VERB_CRASH, 0, 0);
  for (guint i = 0; i < world->n_removals; i++)
    if (writing & (1u << i))
      add (list, VERB_CRASH, 0, 1u << i);
  if ((writing & (writing - 1)) != 0)
    add (list, VERB_CRASH, 0, writing);
}

guint
world_list_actions (const World *world, Action actions[WORLD_MAX_ACTIONS])
{
  List list = { .actions = actions };

  for (guint i = 0; i < world->n_removals; i++)
    {
      list_starts (&list, world, i);
      if (world->removals[i].live)
        list_ends (&list, &world->removals[i], i);
      list_requests (&list, &world->removals[i], i);
    }
  list_crashes (&list, world);
  for (guint i = 0; i < world->n_tasks; i++)
    if (world->tasks[i] != TASK_GONE)
      add (&list, VERB_SOMEBODY_DELETES, i, 0);
  return list.n;
}

gboolean
world_is_at_rest (const World *world)
{
  for (guint i = 0; i < world->n_removals; i++)
    {
      const Removal *removal = &world->removals[i];

      if (removal->live ? removal->core.state != DOCKET_STATE_SETTLED
                              && removal->core.state != DOCKET_STATE_UNCONFIRMED
                        : removal->entry.stage != ENTRY_NONE && removal->entry.stage != ENTRY_ENDED)
        return FALSE;
    }
  return TRUE;
}

const char *
world_drain (World *world)
{
  Action actions[WORLD_MAX_ACTIONS];

  for (guint step = 0; step < 1000; step++)
    {
      guint n = world_list_actions (world, actions);
      guint chosen = n;
      const char *violation;

      for (guint i = 0; i < n && chosen == n; i++)
        if (verb_is_progress (actions[i].verb))
          chosen = i;
      if (chosen == n)
        return world_is_at_rest (world) ? NULL : "no way to an end";
      violation = world_apply (world, &actions[chosen]);
      if (violation != NULL)
        return violation;
    }
  return "no end";
}
