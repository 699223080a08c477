/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
/* What must always be true of removals. */
#include "world.h"

/* How often what was told as still there is looked up again. */
#define MAX_LOOKS 3

const char *
world_check_sending (const Removal *removal)
{
  if (removal->entry.stage != ENTRY_INTENDED)
    return "a request without its entry in the journal";
  if (removal->crashed)
    return "a request after a restart";
  if (removal->n_sent > 0 && !removal->turned_away)
    return "a second request without a 429 before it";
  if (removal->n_sent > 1)
    return "a third request";
  if (removal->core.kind == DOCKET_REMOVAL_DELETE && removal->core.keeps_copy
      && !removal->entry.has_copy)
    return "a deletion without a copy";
  if (removal->core.compares && !removal->fetched)
    return "a request for a task that was not as it was shown";
  if (removal->late || removal->cut_off || removal->closed)
    return "a request that had waited too long, or with nobody there";
  return NULL;
}

/* Nothing was done, and nothing will be. */
static gboolean
is_untouched (const Removal *removal)
{
  for (guint i = 0; i < G_N_ELEMENTS (removal->requests); i++)
    if (removal->requests[i].state == REQUEST_UNDER_WAY)
      return FALSE;
  return !removal->acted;
}

static gboolean
was_seen (const Removal *removal, TaskState state)
{
  return (removal->seen & (1u << state)) != 0;
}

static TaskState
state_when_done (DocketRemovalKind kind)
{
  switch (kind)
    {
    case DOCKET_REMOVAL_ARCHIVE:
      return TASK_ARCHIVED;
    case DOCKET_REMOVAL_RESTORE:
      return TASK_THERE;
    case DOCKET_REMOVAL_DELETE:
    default:
      return TASK_GONE;
    }
}

static const char *
check_claim (const World *world, const Removal *removal)
{
  TaskState state = world->tasks[removal->task];
  gboolean done = was_seen (removal, state_when_done (removal->core.kind));

  switch (removal->core.outcome)
    {
    case DOCKET_OUTCOME_DONE:
      return removal->acted && done ? NULL : "told as done, and it was not";
    case DOCKET_OUTCOME_FOUND_DONE:
      return done ? NULL : "told as found done, and it was not";
    case DOCKET_OUTCOME_GONE:
      return state == TASK_GONE ? NULL : "told as gone, and the server has it";
    case DOCKET_OUTCOME_STILL_THERE:
      return removal->core.looked_up_at != 0 && removal->core.looked_up_at == removal->found_at
                     && removal->found_true
                 ? NULL
                 : "told as still there at a time at which that was not found, or not true";
    case DOCKET_OUTCOME_ARCHIVED:
      return was_seen (removal, TASK_ARCHIVED) ? NULL : "told as archived, and it never was";
    case DOCKET_OUTCOME_REFUSED:
    case DOCKET_OUTCOME_NOT_SENT:
    case DOCKET_OUTCOME_CHANGED:
    case DOCKET_OUTCOME_NO_COPY:
    case DOCKET_OUTCOME_NOT_RESUMED:
      return is_untouched (removal) ? NULL : "told as not done, and it was done or still may be";
    case DOCKET_OUTCOME_NOT_CONFIRMED:
    default:
      return NULL;
    }
}

/* Each state has the one thing under way that leads out of it, or is a rest that was told. */
static const char *
check_state (const Removal *removal)
{
  switch (removal->core.state)
    {
    case DOCKET_STATE_NEW:
      return NULL;
    case DOCKET_STATE_SETTLED:
      if (removal->pending != 0)
        return "settled, with something under way";
      if (removal->core.outcome == DOCKET_OUTCOME_STILL_THERE && removal->n_due != MAX_LOOKS
          && !removal->closed)
        return "told as still there, and not looked up again";
      if (removal->entry.stage == ENTRY_WAITING && !removal->lost_note)
        return "settled, and the journal says that it waits";
      return removal->told ? NULL : "settled, and not told";
    case DOCKET_STATE_UNCONFIRMED:
      if (removal->pending != 0)
        return "not confirmed, with something under way";
      return removal->told ? NULL : "not confirmed, and not told";
    case DOCKET_STATE_FETCHING:
    case DOCKET_STATE_NOTING:
    case DOCKET_STATE_SENDING:
    case DOCKET_STATE_NOTING_WAIT:
    case DOCKET_STATE_WAITING:
    case DOCKET_STATE_NOTING_AGAIN:
    case DOCKET_STATE_LOOKING_UP:
    case DOCKET_STATE_CLOSING:
    case DOCKET_STATE_WATCHING:
    case DOCKET_N_STATES:
    default:
      return removal->pending != 0 ? NULL : "nothing leads out of where it is";
    }
}

static const char *
check_end (const Removal *removal, DocketState before, DocketEffects effects)
{
  gboolean rests = removal->core.state == DOCKET_STATE_SETTLED
                   || removal->core.state == DOCKET_STATE_UNCONFIRMED
                   || removal->core.state == DOCKET_STATE_WATCHING;

  if (before == DOCKET_STATE_CLOSING && !(rests && (effects & DOCKET_EFFECT_TELL)))
    return "an outcome that is not told";
  if (before != DOCKET_STATE_CLOSING && removal->core.state == DOCKET_STATE_SETTLED
      && (effects & DOCKET_EFFECT_TELL) && !removal->lost_note && removal->entry.stage != ENTRY_NONE
      && removal->entry.stage != ENTRY_WATCHED && removal->entry.stage != ENTRY_ENDED)
    return "an end that the journal does not hear of";
  return NULL;
}

const char *
world_check_step (const World *world,
                  const Removal *removal,
                  DocketState before,
                  DocketEffects effects)
{
  const char *violation = removal->n_due > MAX_LOOKS ? "looked up again without end" : NULL;

  if (violation == NULL && (effects & DOCKET_EFFECT_TELL))
    violation = check_claim (world, removal);
  if (violation == NULL && effects != 0)
    violation = check_end (removal, before, effects);
  return violation != NULL ? violation : check_state (removal);
}
