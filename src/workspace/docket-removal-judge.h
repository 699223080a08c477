/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include "workspace/docket-lookup.h"
#include "workspace/docket-removal.h"

G_BEGIN_DECLS

/* What answers and look-ups prove. Pure functions. */

/* What a look-up finds once a removal of @kind is done. */
DocketFinding docket_removal_finding_when_done (DocketRemovalKind kind);

/* What a look-up's finding says about a removal that the removing call gave no proof of. @answered_missing: that
 * call was answered with a 404 */
DocketRemovalOutcome docket_removal_judge_finding (DocketRemovalKind kind, gboolean was_archived,
                                                   gboolean answered_missing, DocketFinding finding);

/**
 * DocketAnswer:
 * @DOCKET_ANSWER_NOT_SENT: no request left
 * @DOCKET_ANSWER_REFUSED: the server refused, so nothing was done
 * @DOCKET_ANSWER_NO_PROOF: to be looked up
 *
 * What the error of a removing call says by itself.
 */
typedef enum
{
  DOCKET_ANSWER_NOT_SENT,
  DOCKET_ANSWER_REFUSED,
  DOCKET_ANSWER_NO_PROOF,
} DocketAnswer;

DocketAnswer docket_removal_judge_error (const GError *error);

G_END_DECLS
