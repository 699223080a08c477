/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define TALLYFY_TYPE_PROCESS (tallyfy_process_get_type ())
G_DECLARE_FINAL_TYPE (TallyfyProcess, tallyfy_process, TALLYFY, PROCESS, GObject)

/* A running process ("run") as one answer of the server gave it. Immutable. Everything nullable may be missing in any
 * answer; dates are UTC. */
const char *tallyfy_process_get_id (TallyfyProcess *self);
const char *tallyfy_process_get_name (TallyfyProcess *self);          /* never NULL, may be "" */
const char *tallyfy_process_get_summary (TallyfyProcess *self);       /* HTML, nullable */
const char *tallyfy_process_get_status (TallyfyProcess *self);        /* "active", "problem" …; unknown ones kept; nullable */
const char *tallyfy_process_get_template_name (TallyfyProcess *self); /* checklist_title; nullable */
const char *tallyfy_process_get_owner_id (TallyfyProcess *self);      /* owner_id, else started_by; nullable */
gint64 tallyfy_process_get_n_complete (TallyfyProcess *self);         /* tasks; -1 = not said */
gint64 tallyfy_process_get_n_tasks (TallyfyProcess *self);            /* -1 = not said */

gboolean tallyfy_process_is_archived (TallyfyProcess *self);          /* archived_at or deleted_at is set */

GDateTime *tallyfy_process_get_created_at (TallyfyProcess *self);     /* (transfer none) (nullable) */
GDateTime *tallyfy_process_get_last_updated (TallyfyProcess *self);
GDateTime *tallyfy_process_get_due_date (TallyfyProcess *self);
GDateTime *tallyfy_process_get_completed_at (TallyfyProcess *self);
GDateTime *tallyfy_process_get_archived_at (TallyfyProcess *self);    /* archived_at, else deleted_at */

/* The item's JSON as the server sent it, for one got by tallyfy_client_get_process_async() or read by
 * tallyfy_process_new_from_json(); NULL for an entry of a list. */
GBytes *tallyfy_process_get_json (TallyfyProcess *self);

/**
 * tallyfy_process_new_from_json:
 * @json: an item, with or without its {"data": …} envelope
 * @error: TALLYFY_ERROR_MALFORMED
 *
 * Reads a process that was kept. Takes time: call it from a worker thread.
 *
 * Returns: (transfer full) (nullable):
 */
TallyfyProcess *tallyfy_process_new_from_json (GBytes *json, GError **error);

G_END_DECLS
