/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The hour of a deadline for which no time was said. */
#define DOCKET_WHEN_HOUR 17

/**
 * docket_when_parse:
 * @text: what a person typed for a deadline
 * @now: in the time zone that counts
 *
 * Understands, in English and in the language of the program: a day ("today", "friday", "next monday", "in 3 days",
 * "15 march", "2026-12-01", "1.12.", "next week") and a time of it ("5 pm", "17:30", "noon", "afternoon"), one or both,
 * in any order and case. "at 3" is in the afternoon unless somebody says otherwise. A weekday is the next one that has not passed yet, and "next" is in the week after this. A day without a year
 * is the next such day.
 *
 * Returns: (transfer full) (nullable): NULL where it means nothing that is known
 */
GDateTime *docket_when_parse (const char *text, GDateTime *now);

/* The end of the next working day (Monday to Friday) after @now. (transfer full) */
GDateTime *docket_when_next_working_day (GDateTime *now);

G_END_DECLS
