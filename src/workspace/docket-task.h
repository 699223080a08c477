/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <gio/gio.h>
#include "workspace/docket-hit.h"

G_BEGIN_DECLS

#define DOCKET_TYPE_TASK (docket_task_get_type ())
G_DECLARE_FINAL_TYPE (DocketTask, docket_task, DOCKET, TASK, GObject)

/* A row of the list. Made empty when a position of the model is asked for, filled in by a worker thread;
 * each getter has a read-only property of the same name that notifies. Until "loaded" all is empty. The signal "changed"
 * comes once after all that have changed together. */
gboolean docket_task_get_loaded (DocketTask *self);
const char *docket_task_get_id (DocketTask *self);           /* never NULL once loaded */
const char *docket_task_get_title (DocketTask *self);        /* as the server has it: foreign text */
GDateTime *docket_task_get_deadline (DocketTask *self);      /* nullable, UTC */
GDateTime *docket_task_get_archived_at (DocketTask *self);   /* nullable, UTC */
GDateTime *docket_task_get_completed_at (DocketTask *self);  /* nullable, UTC */
gboolean docket_task_get_completed (DocketTask *self);
gboolean docket_task_get_archived (DocketTask *self);
gboolean docket_task_get_one_off (DocketTask *self);
const char *docket_task_get_task_type (DocketTask *self);    /* "task", "approval" … */
const char *docket_task_get_process_name (DocketTask *self); /* nullable */
const char *docket_task_get_process_id (DocketTask *self);   /* nullable */
const char *docket_task_get_completer (DocketTask *self);    /* who completed it; nullable */
guint docket_task_get_n_comments (DocketTask *self);
/* Display names in the order of the server; the person signed in is first of all told by get_mine(). */
const char *const *docket_task_get_assignees (DocketTask *self); /* never NULL; a group's or guest's name too */
gboolean docket_task_get_mine (DocketTask *self);            /* the person signed in is among them */
const DocketHit *docket_task_get_hit (DocketTask *self);     /* why search found it; NULL while nothing is searched for */

G_END_DECLS
