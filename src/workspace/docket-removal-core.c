/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "workspace/docket-removal-core.h"

#include "workspace/docket-removal-judge.h"

#define MAX_SENT 2
/* Seconds. A wait that is longer, or that ends later than it should since the computer slept or its
 * clock was moved, is no longer what somebody has just confirmed. */
#define MAX_WAIT 30
#define MAX_LATE 60

/* Seconds from one look-up that found a task still there to the next. */
static const gint64 watches[] = { 60, 5 * 60, 30 * 60 };

/* A move takes one event in one state, and leads to the next. */
typedef DocketEffects (*Move) (DocketRemovalCore *core, const DocketEvent *event);

static DocketEffects
go (DocketRemovalCore *core, DocketState state, DocketEffects effects)
{
  core->state = state;
  core->ticket++;
  return effects;
}

/* Ends what has no entry in the journal: nothing was sent. */
static DocketEffects
end_unsent (DocketRemovalCore *core, DocketRemovalOutcome outcome)
{
  core->outcome = outcome;
  return go (core, DOCKET_STATE_SETTLED, DOCKET_EFFECT_TELL);
}

static DocketEffects
close_with (DocketRemovalCore *core, DocketRemovalOutcome outcome)
{
  core->outcome = outcome;
  return go (core, DOCKET_STATE_CLOSING, DOCKET_EFFECT_NOTE_END);
}

static DocketEffects
ask (DocketRemovalCore *core, const DocketEvent *event)
{
  if (core->keeps_copy || core->compares)
    return go (core, DOCKET_STATE_FETCHING, DOCKET_EFFECT_FETCH);
  return go (core, DOCKET_STATE_NOTING, DOCKET_EFFECT_NOTE_INTENT);
}

static DocketEffects
refuse_to_send (DocketRemovalCore *core, const DocketEvent *event)
{
  return end_unsent (core, DOCKET_OUTCOME_NOT_SENT);
}

static DocketEffects
miss_copy (DocketRemovalCore *core, const DocketEvent *event)
{
  return end_unsent (core, core->keeps_copy ? DOCKET_OUTCOME_NO_COPY : DOCKET_OUTCOME_NOT_SENT);
}

static DocketEffects
find_changed (DocketRemovalCore *core, const DocketEvent *event)
{
  return end_unsent (core, DOCKET_OUTCOME_CHANGED);
}

static DocketEffects
note_intent (DocketRemovalCore *core, const DocketEvent *event)
{
  return go (core, DOCKET_STATE_NOTING, DOCKET_EFFECT_NOTE_INTENT);
}

static DocketEffects
send (DocketRemovalCore *core, const DocketEvent *event)
{
  core->noted = TRUE;
  core->n_sent++;
  return go (core, DOCKET_STATE_SENDING, DOCKET_EFFECT_SEND);
}

static DocketEffects
prove (DocketRemovalCore *core, const DocketEvent *event)
{
  core->finding = docket_removal_finding_when_done (core->kind);
  return close_with (core, DOCKET_OUTCOME_DONE);
}

static DocketEffects
refuse (DocketRemovalCore *core, const DocketEvent *event)
{
  return close_with (core, DOCKET_OUTCOME_REFUSED);
}

static DocketEffects
close_unsent (DocketRemovalCore *core, const DocketEvent *event)
{
  return close_with (core, DOCKET_OUTCOME_NOT_SENT);
}

/* The one answer after which a request may be sent once more. */
static DocketEffects
turn_away (DocketRemovalCore *core, const DocketEvent *event)
{
  if (core->n_sent >= MAX_SENT || event->wait > MAX_WAIT)
    return refuse (core, event);
  core->due = event->now + event->wait;
  return go (core, DOCKET_STATE_NOTING_WAIT, DOCKET_EFFECT_NOTE_WAIT);
}

static DocketEffects
wait_for_turn (DocketRemovalCore *core, const DocketEvent *event)
{
  return go (core, DOCKET_STATE_WAITING, DOCKET_EFFECT_TIMER);
}

static DocketEffects
take_turn (DocketRemovalCore *core, const DocketEvent *event)
{
  if (event->now < core->due - MAX_WAIT || event->now > core->due + MAX_LATE)
    return refuse (core, event);
  return go (core, DOCKET_STATE_NOTING_AGAIN, DOCKET_EFFECT_NOTE_AGAIN);
}

static DocketEffects
look_up (DocketRemovalCore *core, const DocketEvent *event)
{
  core->n_gone = 0;
  core->asked_at = event->now;
  return go (core, DOCKET_STATE_LOOKING_UP, DOCKET_EFFECT_LOOK_UP);
}

static DocketEffects
look_up_missing (DocketRemovalCore *core, const DocketEvent *event)
{
  core->missing = TRUE;
  return look_up (core, event);
}

/* After a restart the journal says that there is an entry, and no more: it may have been sent. */
static DocketEffects
reopen (DocketRemovalCore *core, const DocketEvent *event)
{
  core->noted = TRUE;
  core->asked_again = TRUE;
  return look_up (core, event);
}

static DocketEffects
give_up_turn (DocketRemovalCore *core, const DocketEvent *event)
{
  core->noted = TRUE;
  return close_with (core, DOCKET_OUTCOME_NOT_RESUMED);
}

static DocketEffects
check_again (DocketRemovalCore *core, const DocketEvent *event)
{
  core->asked_again = TRUE;
  return look_up (core, event);
}

static DocketEffects
watch_again (DocketRemovalCore *core, const DocketEvent *event)
{
  core->n_watched++;
  return check_again (core, event);
}

/* Where the next look-up fails too, what was told stays true: it was told with its time. */
static DocketEffects
watch_or_rest (DocketRemovalCore *core, gint64 now, DocketEffects effects)
{
  if (!docket_removal_core_is_watched (core))
    return go (core,
               core->outcome == DOCKET_OUTCOME_NOT_CONFIRMED ? DOCKET_STATE_UNCONFIRMED
                                                             : DOCKET_STATE_SETTLED,
               effects);
  core->due = now + watches[core->n_watched];
  return go (core, DOCKET_STATE_WATCHING, effects | DOCKET_EFFECT_TIMER);
}

static DocketEffects
skip_watch (DocketRemovalCore *core, const DocketEvent *event)
{
  core->n_watched++;
  return watch_or_rest (core, event->now, 0);
}

static DocketEffects
stop_watching (DocketRemovalCore *core, const DocketEvent *event)
{
  return go (core, DOCKET_STATE_SETTLED, 0);
}

static DocketEffects
take_finding (DocketRemovalCore *core, DocketFinding finding)
{
  core->finding = finding;
  core->looked_up_at = core->asked_at;
  if (!core->noted)
    return finding == DOCKET_FOUND_GONE ? end_unsent (core, DOCKET_OUTCOME_GONE)
                                        : miss_copy (core, NULL);
  return close_with (core, docket_removal_judge_finding (core->kind, core->was_archived,
                                                         core->missing, finding));
}

static DocketEffects
find_there (DocketRemovalCore *core, const DocketEvent *event)
{
  return take_finding (core, DOCKET_FOUND_THERE);
}

static DocketEffects
find_archived (DocketRemovalCore *core, const DocketEvent *event)
{
  return take_finding (core, DOCKET_FOUND_ARCHIVED);
}

/* A task that is restored between the two questions of a look-up answers neither: where a restoring
 * request may do that, it must be found gone twice. */
static DocketEffects
find_gone (DocketRemovalCore *core, const DocketEvent *event)
{
  gboolean restores = core->kind == DOCKET_REMOVAL_RESTORE && !core->missing;

  if (++core->n_gone < 2 && (restores || event->contested))
    return go (core, DOCKET_STATE_LOOKING_UP, DOCKET_EFFECT_LOOK_UP);
  return take_finding (core, DOCKET_FOUND_GONE);
}

/* What the journal says stays as it is, where that was not the first look-up. */
static DocketEffects
find_nothing (DocketRemovalCore *core, const DocketEvent *event)
{
  core->finding = DOCKET_FOUND_NOTHING;
  if (!core->noted)
    return miss_copy (core, event);
  if (docket_removal_core_is_watched (core) || core->looked_up_at != 0)
    return watch_or_rest (core, event->now, DOCKET_EFFECT_TELL);
  core->outcome = DOCKET_OUTCOME_NOT_CONFIRMED;
  if (core->asked_again)
    return go (core, DOCKET_STATE_UNCONFIRMED, DOCKET_EFFECT_TELL);
  return close_with (core, DOCKET_OUTCOME_NOT_CONFIRMED);
}

/* A journal that does not take the outcome has an open entry: the next start looks it up. */
static DocketEffects
tell (DocketRemovalCore *core, const DocketEvent *event)
{
  return watch_or_rest (core, event->now, DOCKET_EFFECT_TELL);
}

/* The whole story: each state with what may happen in it. What is not in the table changes nothing.
 * After NOTING and NOTING_AGAIN, and nowhere else, something is sent. */
static const Move moves[DOCKET_N_STATES][DOCKET_N_EVENTS] = {
  [DOCKET_STATE_NEW] = {
    [DOCKET_EVENT_ASKED] = ask,
    [DOCKET_EVENT_ASKED_CUT_OFF] = refuse_to_send,
    [DOCKET_EVENT_ASKED_PROCESS] = refuse_to_send,
    [DOCKET_EVENT_REOPENED] = reopen,
    [DOCKET_EVENT_REOPENED_WAITING] = give_up_turn,
    [DOCKET_EVENT_CHECK_AGAIN] = check_again,
  },
  [DOCKET_STATE_FETCHING] = {
    [DOCKET_EVENT_FETCHED] = note_intent,
    [DOCKET_EVENT_FETCHED_CHANGED] = find_changed,
    [DOCKET_EVENT_FETCHED_PROCESS] = refuse_to_send,
    [DOCKET_EVENT_FETCH_MISSING] = look_up,
    [DOCKET_EVENT_FETCH_CUT_OFF] = refuse_to_send,
    [DOCKET_EVENT_FETCH_FAILED] = miss_copy,
    [DOCKET_EVENT_CLOSED] = refuse_to_send,
  },
  [DOCKET_STATE_NOTING] = {
    [DOCKET_EVENT_NOTED] = send,
    [DOCKET_EVENT_NOT_NOTED] = miss_copy,
  },
  [DOCKET_STATE_SENDING] = {
    [DOCKET_EVENT_PROVEN] = prove,
    [DOCKET_EVENT_REFUSED] = refuse,
    [DOCKET_EVENT_UNSENT] = close_unsent,
    [DOCKET_EVENT_BUSY] = turn_away,
    [DOCKET_EVENT_MISSING] = look_up_missing,
    [DOCKET_EVENT_UNKNOWN] = look_up,
  },
  [DOCKET_STATE_NOTING_WAIT] = {
    [DOCKET_EVENT_NOTED] = wait_for_turn,
    [DOCKET_EVENT_NOT_NOTED] = refuse,
  },
  [DOCKET_STATE_WAITING] = {
    [DOCKET_EVENT_DUE] = take_turn,
    [DOCKET_EVENT_DUE_CUT_OFF] = refuse,
    [DOCKET_EVENT_CLOSED] = refuse,
  },
  [DOCKET_STATE_NOTING_AGAIN] = {
    [DOCKET_EVENT_NOTED] = send,
    [DOCKET_EVENT_NOT_NOTED] = refuse,
  },
  [DOCKET_STATE_LOOKING_UP] = {
    [DOCKET_EVENT_FOUND_THERE] = find_there,
    [DOCKET_EVENT_FOUND_ARCHIVED] = find_archived,
    [DOCKET_EVENT_FOUND_GONE] = find_gone,
    [DOCKET_EVENT_FOUND_NOTHING] = find_nothing,
  },
  [DOCKET_STATE_CLOSING] = {
    [DOCKET_EVENT_NOTED] = tell,
    [DOCKET_EVENT_NOT_NOTED] = tell,
  },
  [DOCKET_STATE_WATCHING] = {
    [DOCKET_EVENT_DUE] = watch_again,
    [DOCKET_EVENT_DUE_CUT_OFF] = skip_watch,
    [DOCKET_EVENT_CHECK_AGAIN] = check_again,
    [DOCKET_EVENT_CLOSED] = stop_watching,
  },
  [DOCKET_STATE_UNCONFIRMED] = {
    [DOCKET_EVENT_CHECK_AGAIN] = check_again,
  },
};

DocketEffects
docket_removal_core_step (DocketRemovalCore *core, const DocketEvent *event)
{
  Move move = moves[core->state][event->type];

  if (move == NULL || (event->type >= DOCKET_EVENT_FETCHED && event->ticket != core->ticket))
    return 0;
  return move (core, event);
}

gboolean
docket_removal_core_is_watched (const DocketRemovalCore *core)
{
  return core->looked_up_at != 0 && core->n_watched < G_N_ELEMENTS (watches)
         && (core->outcome == DOCKET_OUTCOME_STILL_THERE
             || core->outcome == DOCKET_OUTCOME_ARCHIVED);
}

const char *
docket_state_get_name (DocketState state)
{
  static const char *const names[DOCKET_N_STATES]
      = { "NEW",          "FETCHING",   "NOTING",  "SENDING",  "NOTING_WAIT", "WAITING",
          "NOTING_AGAIN", "LOOKING_UP", "CLOSING", "WATCHING", "UNCONFIRMED", "SETTLED" };

  return names[state];
}

const char *
docket_event_get_name (DocketEventType type)
{
  static const char *const names[DOCKET_N_EVENTS] = { "ASKED",
                                                      "ASKED_CUT_OFF",
                                                      "ASKED_PROCESS",
                                                      "REOPENED",
                                                      "REOPENED_WAITING",
                                                      "CHECK_AGAIN",
                                                      "CLOSED",
                                                      "FETCHED",
                                                      "FETCHED_CHANGED",
                                                      "FETCHED_PROCESS",
                                                      "FETCH_MISSING",
                                                      "FETCH_CUT_OFF",
                                                      "FETCH_FAILED",
                                                      "NOTED",
                                                      "NOT_NOTED",
                                                      "PROVEN",
                                                      "REFUSED",
                                                      "UNSENT",
                                                      "BUSY",
                                                      "MISSING",
                                                      "UNKNOWN",
                                                      "FOUND_THERE",
                                                      "FOUND_ARCHIVED",
                                                      "FOUND_GONE",
                                                      "FOUND_NOTHING",
                                                      "DUE",
                                                      "DUE_CUT_OFF" };

  return names[type];
}
