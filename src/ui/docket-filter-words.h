/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include "workspace/docket-search-words.h"
#include "workspace/docket-view.h"

G_BEGIN_DECLS

/* What a search word is called, such as "Overdue" for is:overdue; NULL for one with a name. */
const char *docket_filter_words_label (DocketSearchKey key, const char *value);

/* Why nothing is found in @view: "No overdue task of “Priya” in To Do contains “catering”." @search: as typed.
 * (transfer full) */
char *docket_filter_words_not_found (const char *search, DocketView view);

G_END_DECLS
