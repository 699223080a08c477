/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "world.h"

#define NOTES                                                                                      \
  (DOCKET_EFFECT_NOTE_INTENT | DOCKET_EFFECT_NOTE_WAIT | DOCKET_EFFECT_NOTE_AGAIN                  \
   | DOCKET_EFFECT_NOTE_END)

static WorldObserver observe;

void
world_set_observer (WorldObserver observer)
{
  observe = observer;
}

/* A restoring request for the same task, of another removal. */
static gboolean
is_contested (const World *world, const Removal *removal)
{
  for (guint i = 0; i < world->n_removals; i++)
    {
      const Removal *other = &world->removals[i];

      if (other != removal && other->asked && other->task == removal->task
          && other->core.kind == DOCKET_REMOVAL_RESTORE)
        return TRUE;
    }
  return FALSE;
}

static void
begin_request (Removal *removal)
{
  guint index = removal->requests[0].state == REQUEST_NONE ? 0 : 1;

  removal->n_sent++;
  removal->turned_away = FALSE;
  removal->requests[index] = (Request){ .state = REQUEST_UNDER_WAY };
}

/* What the driver does with the effects, but for their ends, which are actions. */
static void
begin_effects (World *world, Removal *removal, const DocketEvent *event, DocketEffects effects)
{
  gboolean asks
      = (effects & DOCKET_EFFECT_LOOK_UP) && removal->core.state == DOCKET_STATE_LOOKING_UP;

  if (effects & DOCKET_EFFECT_TELL)
    removal->told = TRUE;
  if (effects != 0)
    removal->pending = effects & ~DOCKET_EFFECT_TELL;
  else if (removal->core.state == DOCKET_STATE_SETTLED)
    removal->pending = 0;
  if (effects & DOCKET_EFFECT_SEND)
    begin_request (removal);
  if (!asks)
    return;
  removal->half_looked = FALSE;
  if (event->type != DOCKET_EVENT_FOUND_GONE)
    {
      removal->look_at = event->now;
      removal->look_true = world->tasks[removal->task] != TASK_GONE;
    }
}

static const char *
feed (World *world, Removal *removal, DocketEventType type, gint64 now)
{
  DocketRemovalCore before = removal->core;
  DocketEvent event = {
    .type = type,
    .now = now,
    .ticket = removal->core.ticket,
    .wait = 5,
    .contested = is_contested (world, removal),
  };
  DocketEffects effects;
  const char *violation;

  if (type == DOCKET_EVENT_BUSY)
    removal->turned_away = TRUE;
  effects = docket_removal_core_step (&removal->core, &event);
  if (observe != NULL)
    observe (&before, type, removal->core.state);
  if (before.state == DOCKET_STATE_LOOKING_UP && type != DOCKET_EVENT_FOUND_NOTHING
      && removal->core.state != DOCKET_STATE_LOOKING_UP)
    {
      removal->found_at = removal->look_at;
      removal->found_true = removal->look_true;
    }
  violation = (effects & DOCKET_EFFECT_SEND) ? world_check_sending (removal) : NULL;
  begin_effects (world, removal, &event, effects);
  return violation != NULL ? violation : world_check_step (world, removal, before.state, effects);
}

const char *
world_apply_stray (World *world, guint index, DocketEventType type)
{
  Removal *removal = &world->removals[index];
  DocketRemovalCore before = removal->core;
  DocketEvent event = {
    .type = type,
    .now = world->now,
    .ticket = removal->core.ticket - 1,
    .contested = FALSE,
  };
  DocketEffects effects = docket_removal_core_step (&removal->core, &event);

  if (observe != NULL)
    observe (&before, type, removal->core.state);
  return effects == 0 && removal->core.state == before.state
                 && removal->core.ticket == before.ticket
             ? NULL
             : "an event out of turn did something";
}

static void
see (World *world, guint task)
{
  for (guint i = 0; i < world->n_removals; i++)
    if (world->removals[i].asked && world->removals[i].task == task)
      world->removals[i].seen |= 1u << world->tasks[task];
}

/* The server does what it is asked. */
static void
act (World *world, Removal *removal, Request *request)
{
  TaskState *state = &world->tasks[removal->task];

  request->state = REQUEST_ANSWERED;
  request->answer = *state == TASK_GONE ? DOCKET_EVENT_MISSING : DOCKET_EVENT_PROVEN;
  if (*state != TASK_GONE)
    {
      *state = removal->core.kind == DOCKET_REMOVAL_DELETE    ? TASK_GONE
               : removal->core.kind == DOCKET_REMOVAL_ARCHIVE ? TASK_ARCHIVED
                                                              : TASK_THERE;
      removal->acted = TRUE;
      see (world, removal->task);
    }
  if (request->forgotten)
    request->state = REQUEST_NONE;
}

static void
write_note (Removal *removal)
{
  Entry *entry = &removal->entry;

  if (removal->pending & DOCKET_EFFECT_NOTE_INTENT)
    entry->has_copy = removal->core.keeps_copy && removal->fetched;
  if (removal->pending & DOCKET_EFFECT_NOTE_WAIT)
    entry->stage = ENTRY_WAITING;
  else if (removal->pending & DOCKET_EFFECT_NOTE_END)
    {
      entry->stage = docket_removal_core_is_watched (&removal->core) ? ENTRY_WATCHED : ENTRY_ENDED;
      entry->outcome = removal->core.outcome;
    }
  else
    entry->stage = ENTRY_INTENDED;
}

/* A core for a removal of which only the journal knows. */
static void
begin_anew (Removal *removal)
{
  DocketRemovalKind kind = removal->core.kind;
  gboolean was_archived = removal->core.was_archived;

  removal->core = (DocketRemovalCore){ .kind = kind, .was_archived = was_archived, .noted = TRUE };
  removal->live = TRUE;
  removal->told = FALSE;
  removal->closed = FALSE;
  removal->n_due = 0;
}

static const char *
reopen (World *world, Removal *removal)
{
  gboolean waits = removal->entry.stage == ENTRY_WAITING;

  begin_anew (removal);
  return feed (world, removal, waits ? DOCKET_EVENT_REOPENED_WAITING : DOCKET_EVENT_REOPENED,
               world->now);
}

static const char *
check_again (World *world, Removal *removal)
{
  if (!removal->live || removal->core.state == DOCKET_STATE_SETTLED)
    begin_anew (removal);
  return feed (world, removal, DOCKET_EVENT_CHECK_AGAIN, world->now);
}

static const char *
press (World *world, Removal *removal, DocketEventType type)
{
  removal->asked = removal->live = TRUE;
  removal->core.was_archived = world->tasks[removal->task] == TASK_ARCHIVED;
  removal->seen = 1u << world->tasks[removal->task];
  return feed (world, removal, type, world->now);
}

static const char *
answer_look (World *world, Removal *removal)
{
  TaskState state = world->tasks[removal->task];

  if (removal->half_looked)
    {
      removal->half_looked = FALSE;
      return feed (world, removal,
                   state == TASK_ARCHIVED ? DOCKET_EVENT_FOUND_ARCHIVED : DOCKET_EVENT_FOUND_GONE,
                   world->now);
    }
  if (state == TASK_GONE || (state == TASK_ARCHIVED && world->hides_archived))
    {
      removal->half_looked = TRUE;
      return NULL;
    }
  return feed (world, removal,
               state == TASK_THERE ? DOCKET_EVENT_FOUND_THERE : DOCKET_EVENT_FOUND_ARCHIVED,
               world->now);
}

static const char *
fetch (World *world, Removal *removal)
{
  TaskState state = world->tasks[removal->task];

  if (state == TASK_GONE || (state == TASK_ARCHIVED && world->hides_archived))
    return feed (world, removal, DOCKET_EVENT_FETCH_MISSING, world->now);
  removal->fetched = TRUE;
  return feed (world, removal, DOCKET_EVENT_FETCHED, world->now);
}

static const char *
ring (World *world, Removal *removal, DocketEventType type, gint64 delay)
{
  gint64 now = removal->core.due + delay;

  if (!world->stands_still)
    now = world->now = MAX (world->now, now);
  removal->late = removal->core.state == DOCKET_STATE_WAITING && delay != 0;
  removal->cut_off
      = removal->core.state == DOCKET_STATE_WAITING && type == DOCKET_EVENT_DUE_CUT_OFF;
  if (removal->core.state == DOCKET_STATE_WATCHING)
    removal->n_due++;
  return feed (world, removal, type, now);
}

static void
crash (World *world, guint written)
{
  for (guint i = 0; i < world->n_removals; i++)
    {
      Removal *removal = &world->removals[i];

      if (removal->live && (removal->pending & NOTES) && (written & (1u << i)))
        write_note (removal);
      removal->crashed |= removal->asked;
      removal->live = removal->told = removal->turned_away = FALSE;
      removal->pending = 0;
      removal->half_looked = FALSE;
      for (guint j = 0; j < G_N_ELEMENTS (removal->requests); j++)
        {
          removal->requests[j].forgotten = TRUE;
          if (removal->requests[j].state == REQUEST_ANSWERED)
            removal->requests[j].state = REQUEST_NONE;
        }
    }
}

static const char *
end_request (World *world, Removal *removal, guint index, Verb verb)
{
  Request *request = &removal->requests[index];
  DocketEventType type = DOCKET_EVENT_UNKNOWN;

  if (verb == VERB_DELIVER)
    type = request->answer;
  else if (verb == VERB_FAIL_TO_SEND)
    type = DOCKET_EVENT_UNSENT;
  if (verb == VERB_GIVE_UP && request->state == REQUEST_UNDER_WAY)
    request->forgotten = TRUE;
  else
    request->state = REQUEST_NONE;
  return feed (world, removal, type, world->now);
}

static const char *
answer_request (World *world, Removal *removal, guint index, Verb verb)
{
  Request *request = &removal->requests[index];

  if (verb == VERB_ACT)
    act (world, removal, request);
  else
    {
      request->state = request->forgotten ? REQUEST_NONE : REQUEST_ANSWERED;
      request->answer = verb == VERB_REFUSE ? DOCKET_EVENT_REFUSED : DOCKET_EVENT_BUSY;
    }
  return NULL;
}

static const char *
note (World *world, Removal *removal, gboolean succeeds)
{
  if (succeeds)
    write_note (removal);
  else
    removal->lost_note = TRUE;
  return feed (world, removal, succeeds ? DOCKET_EVENT_NOTED : DOCKET_EVENT_NOT_NOTED, world->now);
}

static const char *
apply_to_removal (World *world, Removal *removal, const Action *action)
{
  switch (action->verb)
    {
    case VERB_PRESS:
      return press (world, removal, DOCKET_EVENT_ASKED);
    case VERB_PRESS_CUT_OFF:
      return press (world, removal, DOCKET_EVENT_ASKED_CUT_OFF);
    case VERB_PRESS_PROCESS:
      return press (world, removal, DOCKET_EVENT_ASKED_PROCESS);
    case VERB_CHECK_AGAIN:
      return check_again (world, removal);
    case VERB_CLOSE:
      removal->closed = TRUE;
      return feed (world, removal, DOCKET_EVENT_CLOSED, world->now);
    case VERB_REOPEN:
      return reopen (world, removal);
    case VERB_FETCH:
      return fetch (world, removal);
    case VERB_FETCH_CHANGED:
      return feed (world, removal, DOCKET_EVENT_FETCHED_CHANGED, world->now);
    case VERB_FETCH_PROCESS:
      return feed (world, removal, DOCKET_EVENT_FETCHED_PROCESS, world->now);
    case VERB_FETCH_CUT_OFF:
      return feed (world, removal, DOCKET_EVENT_FETCH_CUT_OFF, world->now);
    case VERB_FETCH_FAIL:
      return feed (world, removal, DOCKET_EVENT_FETCH_FAILED, world->now);
    case VERB_NOTE:
    case VERB_NOTE_FAIL:
      return note (world, removal, action->verb == VERB_NOTE);
    case VERB_DUE:
      return ring (world, removal, DOCKET_EVENT_DUE, 0);
    case VERB_DUE_LATE:
      return ring (world, removal, DOCKET_EVENT_DUE, 61);
    case VERB_DUE_CUT_OFF:
      return ring (world, removal, DOCKET_EVENT_DUE_CUT_OFF, 0);
    case VERB_LOOK:
      return answer_look (world, removal);
    case VERB_LOOK_FAIL:
      return feed (world, removal, DOCKET_EVENT_FOUND_NOTHING, world->now);
    case VERB_ACT:
    case VERB_REFUSE:
    case VERB_TURN_AWAY:
      return answer_request (world, removal, action->argument, action->verb);
    case VERB_DELIVER:
    case VERB_LOSE:
    case VERB_GIVE_UP:
    case VERB_FAIL_TO_SEND:
      return end_request (world, removal, action->argument, action->verb);
    case VERB_CRASH:
    case VERB_SOMEBODY_DELETES:
    case N_VERBS:
    default:
      g_assert_not_reached ();
    }
}

const char *
world_apply (World *world, const Action *action)
{
  if (action->verb == VERB_CRASH)
    crash (world, action->argument);
  else if (action->verb == VERB_SOMEBODY_DELETES)
    {
      world->tasks[action->removal] = TASK_GONE;
      see (world, action->removal);
    }
  else
    return apply_to_removal (world, &world->removals[action->removal], action);
  return NULL;
}
