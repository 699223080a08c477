/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include "workspace/docket-lookup.h"
#include "workspace/docket-removal.h"

G_BEGIN_DECLS

/* The life of one removal as a pure state machine: an event leads to a state and to effects, which whoever runs it
 * performs. It reads no clock, file or network. In every state at most one thing is under way, the one that the
 * last effect began. */

/**
 * DocketState:
 * @DOCKET_STATE_NEW: not asked for yet
 * @DOCKET_STATE_FETCHING: the task is fetched after the press, to be kept and compared with what was shown
 * @DOCKET_STATE_NOTING: the intent and the copy are being written to the journal
 * @DOCKET_STATE_SENDING: the request is out, or may be
 * @DOCKET_STATE_NOTING_WAIT: after a 429, the journal hears that the request was not admitted
 * @DOCKET_STATE_WAITING: until the request may be sent once more
 * @DOCKET_STATE_NOTING_AGAIN: the journal hears that it will be
 * @DOCKET_STATE_LOOKING_UP: what has become of the task?
 * @DOCKET_STATE_CLOSING: the outcome is being written to the journal
 * @DOCKET_STATE_WATCHING: told as not done; looked up again later, since the request may still act
 * @DOCKET_STATE_UNCONFIRMED: told as not confirmed; looked up when somebody asks for it
 * @DOCKET_STATE_SETTLED: told, and over
 */
typedef enum
{
  DOCKET_STATE_NEW,
  DOCKET_STATE_FETCHING,
  DOCKET_STATE_NOTING,
  DOCKET_STATE_SENDING,
  DOCKET_STATE_NOTING_WAIT,
  DOCKET_STATE_WAITING,
  DOCKET_STATE_NOTING_AGAIN,
  DOCKET_STATE_LOOKING_UP,
  DOCKET_STATE_CLOSING,
  DOCKET_STATE_WATCHING,
  DOCKET_STATE_UNCONFIRMED,
  DOCKET_STATE_SETTLED,
  DOCKET_N_STATES
} DocketState;

/* What can happen. Those from FETCHED on report the end of an effect, and carry its ticket. */
typedef enum
{
  DOCKET_EVENT_ASKED,            /* somebody confirmed it, or it needs no confirmation */
  DOCKET_EVENT_ASKED_CUT_OFF,    /* the same, known to be offline or signed out */
  DOCKET_EVENT_ASKED_PROCESS,    /* the same, for a task that goes only with its process */
  DOCKET_EVENT_REOPENED,         /* after a restart: the journal knows no end, or says that it was watched */
  DOCKET_EVENT_REOPENED_WAITING, /* after a restart: the journal says that it waited after a 429 */
  DOCKET_EVENT_CHECK_AGAIN,      /* somebody wants it looked up; also for one that was over */
  DOCKET_EVENT_CLOSED,           /* its workspace is closed */

  DOCKET_EVENT_FETCHED,         /* as it was shown, or nothing was */
  DOCKET_EVENT_FETCHED_CHANGED, /* not as it was shown */
  DOCKET_EVENT_FETCHED_PROCESS, /* it belongs to a process */
  DOCKET_EVENT_FETCH_MISSING,   /* the server knows no such task */
  DOCKET_EVENT_FETCH_CUT_OFF,   /* offline or signed out */
  DOCKET_EVENT_FETCH_FAILED,
  DOCKET_EVENT_NOTED, /* the journal has it on the disk */
  DOCKET_EVENT_NOT_NOTED,
  DOCKET_EVENT_PROVEN,  /* the answer is proof that it was done */
  DOCKET_EVENT_REFUSED, /* a plain refusal: nothing was done */
  DOCKET_EVENT_UNSENT,  /* no request left */
  DOCKET_EVENT_BUSY,    /* 429: not admitted */
  DOCKET_EVENT_MISSING, /* 404: this request has done nothing, and will not */
  DOCKET_EVENT_UNKNOWN, /* anything else: lost, late, 5xx, not proof */
  DOCKET_EVENT_FOUND_THERE,
  DOCKET_EVENT_FOUND_ARCHIVED,
  DOCKET_EVENT_FOUND_GONE,
  DOCKET_EVENT_FOUND_NOTHING, /* the look-up proves nothing */
  DOCKET_EVENT_DUE,           /* the timer */
  DOCKET_EVENT_DUE_CUT_OFF,   /* the timer, while offline or signed out, or a wait that was slept through */
  DOCKET_N_EVENTS
} DocketEventType;

/**
 * DocketEvent:
 * @now: in seconds
 * @ticket: of the effect whose end this reports; not read where nothing was begun
 * @wait: with BUSY, how many seconds the server asks for
 * @contested: with FOUND_GONE, whether a restoring request for the same task was made, this one aside
 */
typedef struct
{
  DocketEventType type;
  gint64 now;
  guint ticket;
  gint64 wait;
  gboolean contested;
} DocketEvent;

/**
 * DocketEffects:
 * @DOCKET_EFFECT_FETCH: fetch the task and compare it with what was shown
 * @DOCKET_EFFECT_NOTE_INTENT: write the intent to the journal, in one transaction with the copy where one is kept
 * @DOCKET_EFFECT_NOTE_WAIT: write that the request was not admitted and waits
 * @DOCKET_EFFECT_NOTE_AGAIN: write that it is sent once more
 * @DOCKET_EFFECT_NOTE_END: write the outcome
 * @DOCKET_EFFECT_SEND: send the one request
 * @DOCKET_EFFECT_LOOK_UP: GET, then the archive to its end
 * @DOCKET_EFFECT_TIMER: report DUE at the core's due time
 * @DOCKET_EFFECT_TELL: say how it ended, or correct what was said; the only effect that reports no end
 */
typedef enum
{
  DOCKET_EFFECT_FETCH = 1 << 0,
  DOCKET_EFFECT_NOTE_INTENT = 1 << 1,
  DOCKET_EFFECT_NOTE_WAIT = 1 << 2,
  DOCKET_EFFECT_NOTE_AGAIN = 1 << 3,
  DOCKET_EFFECT_NOTE_END = 1 << 4,
  DOCKET_EFFECT_SEND = 1 << 5,
  DOCKET_EFFECT_LOOK_UP = 1 << 6,
  DOCKET_EFFECT_TIMER = 1 << 7,
  DOCKET_EFFECT_TELL = 1 << 8,
} DocketEffects;

/**
 * DocketRemovalCore:
 * @was_archived: before it was asked for
 * @keeps_copy: nothing is sent before a copy is in the journal
 * @compares: nothing is sent unless the task is as it was shown
 * @noted: the journal has an entry
 * @ticket: of the last effect; every other is stale
 * @due: when the timer is to report
 * @looked_up_at: when the look-up was asked for that found what @outcome says; 0 = none
 *
 * All there is to know about a removal. Zero-initialized but for what was asked, and then changed by
 * docket_removal_core_step() alone. The members after @looked_up_at are its own business.
 */
typedef struct
{
  DocketRemovalKind kind;
  gboolean was_archived;
  gboolean keeps_copy;
  gboolean compares;
  gboolean noted;

  DocketState state;
  guint ticket;
  gint64 due;
  DocketRemovalOutcome outcome; /* from CLOSING on */
  DocketFinding finding;        /* proven or looked up */
  gint64 looked_up_at;

  guint n_sent;
  guint n_watched;
  guint n_gone;         /* how often in a row it was found gone */
  gboolean missing;     /* the request was answered with a 404 */
  gboolean asked_again; /* the look-up under way is not the first */
  gint64 asked_at;      /* when that look-up was asked for */
} DocketRemovalCore;

/* Returns: what is to be done now; 0 where the event means nothing in this state */
DocketEffects docket_removal_core_step (DocketRemovalCore *core, const DocketEvent *event);

/* Whether it is told as not done and will be looked up again by itself, also after a restart. */
gboolean docket_removal_core_is_watched (const DocketRemovalCore *core);

/* For diagrams, tables and logs: "NOTING_WAIT", "FOUND_GONE". */
const char *docket_state_get_name (DocketState state);
const char *docket_event_get_name (DocketEventType type);

G_END_DECLS
