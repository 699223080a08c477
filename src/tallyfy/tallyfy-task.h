/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define TALLYFY_TYPE_TASK (tallyfy_task_get_type ())
G_DECLARE_FINAL_TYPE (TallyfyTask, tallyfy_task, TALLYFY, TASK, GObject)

/* A task as one answer of the server gave it. Immutable. Everything nullable may be missing in any
 * answer; dates are UTC. */
const char *tallyfy_task_get_id (TallyfyTask *self);
const char *tallyfy_task_get_title (TallyfyTask *self);        /* never NULL, may be "" */
const char *tallyfy_task_get_summary (TallyfyTask *self);      /* the description: HTML, nullable */
const char *tallyfy_task_get_status (TallyfyTask *self);       /* "active", "completed" …; unknown ones kept; nullable */
const char *tallyfy_task_get_task_type (TallyfyTask *self);    /* "task", "approval" …; nullable */
const char *tallyfy_task_get_process_id (TallyfyTask *self);   /* run_id; nullable */
const char *tallyfy_task_get_process_name (TallyfyTask *self); /* run.data.name; nullable */
gint64 tallyfy_task_get_position (TallyfyTask *self);          /* of its step in the process; -1 = not said */
const char *tallyfy_task_get_starter_id (TallyfyTask *self);   /* nullable */
const char *tallyfy_task_get_completer_id (TallyfyTask *self); /* nullable */

/* is_oneoff_task decides, and run_id only where that is missing: a one-off task may have been linked to a
 * process at its creation. */
gboolean tallyfy_task_is_one_off (TallyfyTask *self);
gboolean tallyfy_task_is_completed (TallyfyTask *self);        /* completed_at, or a status that says so */
gboolean tallyfy_task_is_archived (TallyfyTask *self);         /* archived_at or deleted_at is set */
gboolean tallyfy_task_is_problem (TallyfyTask *self);
gboolean tallyfy_task_is_top_secret (TallyfyTask *self);
/* everyone_must_complete: it stays open until each of its assignees has completed it. */
gboolean tallyfy_task_needs_everyone (TallyfyTask *self);

GDateTime *tallyfy_task_get_deadline (TallyfyTask *self);      /* (transfer none) (nullable) */
GDateTime *tallyfy_task_get_created_at (TallyfyTask *self);
GDateTime *tallyfy_task_get_last_updated (TallyfyTask *self);
GDateTime *tallyfy_task_get_completed_at (TallyfyTask *self);
GDateTime *tallyfy_task_get_archived_at (TallyfyTask *self);   /* archived_at, else deleted_at */

GPtrArray *tallyfy_task_get_assignees (TallyfyTask *self);     /* of TallyfyAssignee, never NULL */
const char *const *tallyfy_task_get_tags (TallyfyTask *self);  /* titles, never NULL */
GPtrArray *tallyfy_task_get_form_fields (TallyfyTask *self);   /* of TallyfyFormField; NULL = not in this answer */
GPtrArray *tallyfy_task_get_comments (TallyfyTask *self);      /* of TallyfyComment, oldest first; NULL = not in this answer */
guint tallyfy_task_get_n_comments (TallyfyTask *self);         /* threads_count, or the number of comments */
/* Whether the answer said how many there are. */
gboolean tallyfy_task_has_comment_count (TallyfyTask *self);

/* The item's JSON as the server sent it, for one got by tallyfy_client_get_task_async() or read by
 * tallyfy_task_new_from_json(); NULL for an entry of a list. */
GBytes *tallyfy_task_get_json (TallyfyTask *self);

/**
 * tallyfy_task_new_from_json:
 * @json: an item, with or without its {"data": …} envelope
 * @error: TALLYFY_ERROR_MALFORMED
 *
 * Reads a task that was kept. Takes time: call it from a worker thread.
 *
 * Returns: (transfer full) (nullable):
 */
TallyfyTask *tallyfy_task_new_from_json (GBytes *json, GError **error);

G_END_DECLS
