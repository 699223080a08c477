/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define DOCKET_TYPE_PROCESS (docket_process_get_type ())
G_DECLARE_FINAL_TYPE (DocketProcess, docket_process, DOCKET, PROCESS, GObject)

/* A process as the cache knows it. Signal "changed": something of it is not as it was. Until it is known all but its ID is
 * empty. */
const char *docket_process_get_id (DocketProcess *self);
gboolean docket_process_is_known (DocketProcess *self);
const char *docket_process_get_name (DocketProcess *self);       /* as the server has it: foreign text; never NULL */
const char *docket_process_get_owner (DocketProcess *self);      /* a name; nullable */
GDateTime *docket_process_get_created_at (DocketProcess *self);  /* nullable, UTC */
gboolean docket_process_is_archived (DocketProcess *self);
GDateTime *docket_process_get_archived_at (DocketProcess *self); /* nullable, UTC */
guint docket_process_get_n_tasks (DocketProcess *self);          /* also those that nobody can see yet */
guint docket_process_get_n_done (DocketProcess *self);
guint docket_process_get_n_late (DocketProcess *self);           /* 0 for one that is archived */
gboolean docket_process_is_finished (DocketProcess *self);       /* it has tasks, and all are complete */
/* Whose turn is next first. Never NULL. */
const char *const *docket_process_get_people (DocketProcess *self);

G_END_DECLS
