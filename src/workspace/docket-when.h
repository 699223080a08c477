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
 * "15 march", "the 20th", "2026-12-01", "1.12.", "next week") and a time of it ("5 pm", "17:30", "17h30", "noon",
 * "afternoon"), one or both, in any order and case. "at 3" and "3h" are in the afternoon unless somebody says otherwise. A
 * weekday is the next one that has not passed yet, and "next" is in the week after this. A day without a year is the next
 * such day. Nothing is guessed: what is not known, can be two things, or contradicts itself means nothing.
 *
 * Returns: (transfer full) (nullable): NULL where it means nothing that is known
 */
GDateTime *docket_when_parse (const char *text, GDateTime *now);

typedef enum
{
  DOCKET_WHEN_TODAY,
  DOCKET_WHEN_TOMORROW,
  DOCKET_WHEN_IN_NEXT_WEEK,
} DocketWhenExample;

/* What a person would type for it in the language of the program. (transfer full) */
char *docket_when_example (DocketWhenExample example);

/* The end of the next working day (Monday to Friday) after @now. (transfer full) */
GDateTime *docket_when_next_working_day (GDateTime *now);

G_END_DECLS
