/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include "workspace/docket-removal-core.h"

G_BEGIN_DECLS

/* A small world round the core of removals: a server that may act after the client gave up, a journal that outlives a
 * crash, the requests under way, and what the driver keeps in its books. The real core is in it; all else is a
 * model. Every step checks what must always be true. */
#define WORLD_MAX_TASKS 4
#define WORLD_MAX_REMOVALS 16

typedef enum
{
  TASK_THERE,
  TASK_ARCHIVED,
  TASK_GONE,
} TaskState;

typedef enum
{
  REQUEST_NONE,
  REQUEST_UNDER_WAY,
  REQUEST_ANSWERED,
} RequestState;

typedef struct
{
  RequestState state;
  gboolean forgotten;     /* the client no longer listens; it may act all the same */
  DocketEventType answer; /* of one that was answered */
} Request;

typedef enum
{
  ENTRY_NONE,
  ENTRY_INTENDED,
  ENTRY_WAITING,
  ENTRY_WATCHED,
  ENTRY_ENDED,
} EntryStage;

/* A line of the journal. */
typedef struct
{
  EntryStage stage;
  gboolean has_copy;
  DocketRemovalOutcome outcome; /* WATCHED and ENDED */
} Entry;

/* One removal. Outside @core and @entry nothing decides anything: it is what an observer sees. */
typedef struct
{
  DocketRemovalCore core;
  guint task;
  gboolean asked;
  gboolean live;         /* its core is in the memory of the running program */
  gboolean told;         /* by this core */
  DocketEffects pending; /* what is under way for it */
  gboolean half_looked;  /* the look-up's GET gave nothing, the archive is yet to be read */
  Request requests[2];
  Entry entry;

  guint n_sent;
  gboolean turned_away; /* the last request was answered with a 429, and nothing has crashed since */
  gboolean crashed;     /* since it was asked for */
  gboolean late;        /* the timer of its wait came too late */
  gboolean cut_off;     /* the last timer came while offline */
  gboolean fetched;     /* as it was shown */
  gboolean acted;
  gboolean closed;
  gboolean lost_note; /* an outcome could not be written */
  guint seen;         /* states of the task since it was asked for: 1 << TaskState */
  guint n_due;
  gint64 look_at; /* when the last look-up was asked for, and whether the task existed then */
  gboolean look_true;
  gint64 found_at; /* the same of the last one that found something */
  gboolean found_true;
} Removal;

typedef struct
{
  guint n_tasks;
  guint n_removals;
  TaskState tasks[WORLD_MAX_TASKS];
  gboolean hides_archived; /* GET answers 404 for a task that is archived */
  gboolean stands_still;   /* time does */
  gint64 now;
  Removal removals[WORLD_MAX_REMOVALS];
} World;

typedef enum
{
  /* Somebody in front of the program. */
  VERB_PRESS,
  VERB_CHECK_AGAIN,
  VERB_CLOSE,
  VERB_PRESS_CUT_OFF,
  VERB_PRESS_PROCESS,
  /* The program goes on. */
  VERB_REOPEN,
  VERB_FETCH,
  VERB_FETCH_CHANGED,
  VERB_FETCH_PROCESS,
  VERB_FETCH_CUT_OFF,
  VERB_FETCH_FAIL,
  VERB_NOTE,
  VERB_NOTE_FAIL,
  VERB_DUE,
  VERB_DUE_LATE,
  VERB_DUE_CUT_OFF,
  VERB_LOOK, /* a question of the look-up is answered */
  VERB_LOOK_FAIL,
  /* The server and the line to it; the argument is the request. */
  VERB_ACT, /* the server does what is asked, or has no such task */
  VERB_REFUSE,
  VERB_TURN_AWAY, /* 429 */
  VERB_DELIVER,   /* the answer arrives */
  VERB_LOSE,      /* the request never arrives, and the client cannot tell */
  VERB_GIVE_UP,   /* the client does; the request may still act */
  VERB_FAIL_TO_SEND,
  /* The whole. */
  VERB_CRASH, /* argument: the removals whose writing reached the disk, as bits */
  VERB_SOMEBODY_DELETES,
  N_VERBS
} Verb;

typedef struct
{
  Verb verb;
  guint removal; /* SOMEBODY_DELETES: the task */
  guint argument;
} Action;

#define WORLD_MAX_ACTIONS 256

/* What can happen next. Returns: how many */
guint world_list_actions (const World *world, Action actions[WORLD_MAX_ACTIONS]);
/* Does it. Returns: (nullable): what must not be, and is */
const char *world_apply (World *world, const Action *action);
/* An event that comes twice, late or out of turn. */
const char *world_apply_stray (World *world, guint removal, DocketEventType type);

gboolean verb_is_progress (Verb verb); /* what happens when all goes well */
gboolean verb_is_fault (Verb verb);
gboolean verb_is_loss (Verb verb); /* something is lost on the way */
const char *verb_get_name (Verb verb);

/* Whether all that was asked for has ended, visibly, as far as it goes by itself. */
gboolean world_is_at_rest (const World *world);
/* Lets everything go well until it is. */
const char *world_drain (World *world);

/* Called with each event and the state that it meets. */
typedef void (*WorldObserver) (const DocketRemovalCore *before, DocketEventType type,
                               DocketState after);
void world_set_observer (WorldObserver observer);

/* For world.c: what must be true when a request goes out, and after every step. Each returns a sentence, or NULL. */
const char *world_check_sending (const Removal *removal);
const char *world_check_step (const World *world, const Removal *removal, DocketState before,
                              DocketEffects effects);

G_END_DECLS
