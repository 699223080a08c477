/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include "ui/docket-sending.h"

G_BEGIN_DECLS

/* What Ctrl+Z does: of all that keep something to be undone the one that did the last of it is asked, for each forgets
 * what it keeps, or is asked later, once another has done something. */
gboolean docket_undo_is_possible (DocketSending *sending, DocketCompletions *completions, DocketMany *many,
                                  DocketRemovals *removals);
void docket_undo_last (DocketSending *sending, DocketCompletions *completions, DocketMany *many,
                       DocketRemovals *removals);

G_END_DECLS
