/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum
{
  DOCKET_REMOVAL_ARCHIVE,
  DOCKET_REMOVAL_RESTORE,
  DOCKET_REMOVAL_DELETE,
} DocketRemovalKind;

/**
 * DocketTarget:
 * @DOCKET_TARGET_TASK: a one-off task
 * @DOCKET_TARGET_PROCESS: a process, and with it all its tasks
 *
 * What a removal is about. The journal holds these numbers.
 */
typedef enum
{
  DOCKET_TARGET_TASK,
  DOCKET_TARGET_PROCESS,
} DocketTarget;

/**
 * DocketRemovalOutcome:
 * @DOCKET_OUTCOME_DONE: proven by the server's answer
 * @DOCKET_OUTCOME_FOUND_DONE: the answer was no proof (or a 404), and the look-up found it so: archived,
 *   restored, or no longer there
 * @DOCKET_OUTCOME_GONE: asked to archive, restore or delete; a 404, and the look-up found no such task any more
 * @DOCKET_OUTCOME_STILL_THERE: the answer was no proof, and the look-up found it as it was
 * @DOCKET_OUTCOME_ARCHIVED: a deletion without proof, and the look-up found the task archived (and it was
 *   not archived before)
 * @DOCKET_OUTCOME_REFUSED: a plain refusal; get_error() has the sentence and kind
 * @DOCKET_OUTCOME_NOT_SENT: nothing left this computer (offline, TLS, the journal could not be written)
 * @DOCKET_OUTCOME_NOT_CONFIRMED: the answer was no proof, and the look-up gave none
 * @DOCKET_OUTCOME_CHANGED: nothing was sent, since the task is no longer as it was shown
 * @DOCKET_OUTCOME_NO_COPY: nothing was sent, since no copy could be made; get_error() says why
 * @DOCKET_OUTCOME_NOT_RESUMED: not admitted (429), and not sent again after a restart: nothing was done
 *
 * The journal holds these numbers.
 */
typedef enum
{
  DOCKET_OUTCOME_DONE,
  DOCKET_OUTCOME_FOUND_DONE,
  DOCKET_OUTCOME_GONE,
  DOCKET_OUTCOME_STILL_THERE,
  DOCKET_OUTCOME_ARCHIVED,
  DOCKET_OUTCOME_REFUSED,
  DOCKET_OUTCOME_NOT_SENT,
  DOCKET_OUTCOME_NOT_CONFIRMED,
  DOCKET_OUTCOME_CHANGED,
  DOCKET_OUTCOME_NO_COPY,
  DOCKET_OUTCOME_NOT_RESUMED,
} DocketRemovalOutcome;

/**
 * DocketRemovalError:
 * @DOCKET_REMOVAL_ERROR_TOP_SECRET: nothing was sent, since a copy was to be kept of what turned out to be top secret
 * @DOCKET_REMOVAL_ERROR_SLEPT: nothing was sent, since the computer was asleep after it was asked for
 */
#define DOCKET_REMOVAL_ERROR (docket_removal_error_quark ())
GQuark docket_removal_error_quark (void);
typedef enum
{
  DOCKET_REMOVAL_ERROR_TOP_SECRET,
  DOCKET_REMOVAL_ERROR_SLEPT,
} DocketRemovalError;

/* How one removal ended. Immutable. */
#define DOCKET_TYPE_REMOVAL (docket_removal_get_type ())
G_DECLARE_FINAL_TYPE (DocketRemoval, docket_removal, DOCKET, REMOVAL, GObject)

DocketRemovalKind docket_removal_get_kind (DocketRemoval *self);
DocketTarget docket_removal_get_target (DocketRemoval *self);
DocketRemovalOutcome docket_removal_get_outcome (DocketRemoval *self);
const char *docket_removal_get_task_id (DocketRemoval *self);   /* or that of the process */
const char *docket_removal_get_title (DocketRemoval *self);     /* foreign text */
gboolean docket_removal_get_was_archived (DocketRemoval *self); /* before it was asked for */
const GError *docket_removal_get_error (DocketRemoval *self);   /* of the removing call itself, or why there was none; nullable */
/* Whether what was asked for is so: proven, or found. */
gboolean docket_removal_is_done (DocketRemoval *self);
GDateTime *docket_removal_get_looked_up_at (DocketRemoval *self);/* when a look-up found what it found; nullable */

G_END_DECLS
