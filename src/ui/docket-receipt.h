/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include "workspace/docket-account.h"
#include "workspace/docket-history.h"

G_BEGIN_DECLS

/**
 * docket_receipt_create:
 * @practice: the organization is an invented one, which the page says before all else
 * @entry: that has ended
 * @now: when it is written; times are in its zone
 *
 * A page to hand to somebody who wants to know what was removed: the task, the organization, the person, the time, how
 * it ended and how that is known; then, apart, the request and the answer. It holds no token.
 *
 * Returns: (transfer full) (nullable): a PDF
 */
GBytes *docket_receipt_create (DocketAccount *account, gboolean practice, DocketHistoryEntry *entry,
                               GDateTime *now, GError **error);

G_END_DECLS
