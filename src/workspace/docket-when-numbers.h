/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include "workspace/docket-when-words.h"

G_BEGIN_DECLS

/* What the normalized @text begins with where that is a digit: a number ("15", "15." as the number of a day), a time
 * ("17:30") or a date ("2026-12-01", "2026/12/1", "1.12.2026", "1.12.", "12/1" in the order of the locale).
 *
 * Returns: FALSE where it is none of these */
gboolean docket_when_numbers_read (const char *text, DocketWhenToken *token);

/* Whether a month stands before the day in dates that are written as @format, the D_FMT of a locale. */
gboolean docket_when_numbers_is_month_first (const char *format);

G_END_DECLS
