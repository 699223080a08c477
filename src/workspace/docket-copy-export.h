/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include "workspace/docket-copies.h"

G_BEGIN_DECLS

/**
 * docket_copy_export:
 *
 * A copy as a file for people and other programs: JSON in UTF-8, an object of these members in this order.
 *
 * |[
 * "format"        "docket-task-copy" or "docket-process-copy"
 * "version"       1; other members may be added without a new version
 * "kept_at"       when the copy was made, ISO 8601 in UTC, as all times
 * "server"        the address of the server's API
 * "organization"  { "id": string, "name": string }
 * "user"          { "id": number, "name": string }: who removed the task
 * "removal"       { "asked_at": time, "outcome": "deleted" (the server confirmed it), "found-deleted" (a look-up found
 *                 it so), "already-gone" or "not-confirmed", "looked_up_at": time or null }
 * "process", "tasks"  of a process, in place of "task": what the server sent of it, and a list of what it sent of each task
 * "task"          what the server sent, each value as it was written there: the task, or { "data": the task }
 * ]|
 *
 * Returns: (transfer full):
 */
GBytes *docket_copy_export (const DocketCopy *copy, DocketHistoryEntry *entry, DocketAccount *account);

/* The same JSON with each member and element on a line of its own. Names, strings and numbers stay as they are
 * written. @json: valid, with an end. (transfer full) */
char *docket_json_indent (const char *json, gsize length);

G_END_DECLS
