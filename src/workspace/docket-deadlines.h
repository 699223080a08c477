/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include "workspace/docket-clock.h"
#include "workspace/docket-workspace.h"

G_BEGIN_DECLS

/**
 * DocketDeadlineNews:
 * @due: (element-type DocketTask): tasks of the person whose deadline has passed since the last news, or whose snooze is over
 * @summary: whether the hour of the summary has come; then the next two say of today
 * @n_today: tasks of the person that are due later today
 * @n_late: and those whose deadline has passed
 * @settled: (element-type utf8): IDs of tasks that were told as due, and are so no longer
 */
typedef struct
{
  GPtrArray *due;
  gboolean summary;
  guint n_today;
  guint n_late;
  GPtrArray *settled;
} DocketDeadlineNews;

/* Says when tasks of the person signed in are due: one timer for the next moment that matters, and a question to the cache
 * then and when it has changed. Before anything is told the server is asked once what is new, if it can be.
 *
 * Signals: "news" (const DocketDeadlineNews *): at least one part of it is not empty; "scheduled": the next moment may be
 * another. */
#define DOCKET_TYPE_DEADLINES (docket_deadlines_get_type ())
G_DECLARE_FINAL_TYPE (DocketDeadlines, docket_deadlines, DOCKET, DEADLINES, GObject)

/* @since: unix seconds: what was due before is not told. @clock: (nullable): NULL: one that also goes on while the computer
 * sleeps */
DocketDeadlines *docket_deadlines_new (DocketWorkspace *workspace, gint64 since, DocketClock *clock);
/* Up to when it has told what is due: the @since of the next one. */
gint64 docket_deadlines_get_since (DocketDeadlines *self);
/* @at_deadline: whether each task is told when it is due. @summary: minutes after midnight, -1 = no summary */
void docket_deadlines_set_wanted (DocketDeadlines *self, gboolean at_deadline, int summary);
/* Tells the task again at @until (unix seconds), if it is still to be done. */
void docket_deadlines_snooze (DocketDeadlines *self, const char *task_id, gint64 until);
/* The next moment that something may be told, unix seconds; 0 = none is known. */
gint64 docket_deadlines_get_next (DocketDeadlines *self);
/* Nothing is told from here on. */
void docket_deadlines_stop (DocketDeadlines *self);

G_END_DECLS
