/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include "workspace/docket-lookup.h"
#include "workspace/docket-removal-core.h"
#include "workspace/docket-removal.h"

G_BEGIN_DECLS

/* What answers and look-ups prove. Pure functions. */

/* What a look-up finds once a removal of @kind is done. */
DocketFinding docket_removal_finding_when_done (DocketRemovalKind kind);

/* What a look-up's finding says about a removal that the removing call gave no proof of. @answered_missing: that
 * call was answered with a 404 */
DocketRemovalOutcome docket_removal_judge_finding (DocketRemovalKind kind, gboolean was_archived,
                                                   gboolean answered_missing, DocketFinding finding);

/* The event that the error of a removing call is: UNSENT, REFUSED, BUSY, MISSING or UNKNOWN. */
DocketEventType docket_removal_judge_error (const GError *error);

G_END_DECLS
