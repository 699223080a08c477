/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <gio/gio.h>
#include "workspace/docket-view.h"
#include "workspace/docket-group.h"

G_BEGIN_DECLS

/* Dates and counts in people's words. Pure functions: a moment is compared with @now, in @now's
 * time zone. All strings are translated, without markup and (transfer full), never NULL. */

/* Whether @deadline has passed, and the task is still open. */
gboolean docket_words_is_late (GDateTime *deadline, GDateTime *now);
/* Short, for a row: "4 days late", "Yesterday", "Today, 12:00", "Friday, 17:00", "23 March"; "No
 * deadline" for NULL. */
char *docket_words_deadline (GDateTime *deadline, GDateTime *now);
/* For a chip: like docket_words_deadline(), but "Due at 12:00" and "Due tomorrow". */
char *docket_words_deadline_state (GDateTime *deadline, GDateTime *now);
/* A moment in full: "Friday, 13 March, 17:00", "Today, 12:00". */
char *docket_words_moment (GDateTime *moment, GDateTime *now);
/* The same in the middle of a sentence: "today, 12:00"; "no deadline" for NULL. */
char *docket_words_moment_inside (GDateTime *moment, GDateTime *now);
/* The time of a comment: "Yesterday, 16:40", "6 March, 18:05". */
char *docket_words_stamp (GDateTime *moment, GDateTime *now);
/* The same in the middle of a sentence: "yesterday, 16:40". */
char *docket_words_stamp_inside (GDateTime *moment, GDateTime *now);
/* The moment with day and year, for whoever wants to know exactly: "Monday, 16 March 2026, 16:40". */
char *docket_words_full (GDateTime *moment, GDateTime *now);
/* "Archived yesterday", "Archived on Monday", "Archived on 27 February"; @moment NULL: "Archived".
 */
char *docket_words_archived (GDateTime *moment, GDateTime *now);
/* The same of a process. */
char *docket_words_archived_process (GDateTime *moment, GDateTime *now);
/* "27 February", with the year where it is not @now's. */
char *docket_words_date (GDateTime *moment, GDateTime *now);
/* "Completed yesterday" and so on. */
char *docket_words_completed (GDateTime *moment, GDateTime *now);
/* The clock alone: "09:41". */
char *docket_words_clock (GDateTime *moment, GDateTime *now);
/* The same of the last 24 hours, and before that with the day: "09:41", "6 March, 18:05". */
char *docket_words_as_of (GDateTime *moment, GDateTime *now);

/* "Tomás Rivera and you", "You", "Ana, Ben and Carl". @mine: the person signed in is among @names
 * under the name @my_name, and is said last, as "you". Foreign text: not escaped, cleaned. "Nobody"
 * where there is none. */
char *docket_words_people (const char *const *names, gboolean mine, const char *my_name);
/* "its 5 form fields, 3 answers and 2 comments"; NULL when there is nothing to count. */
char *docket_words_contents (guint n_fields, guint n_answers, guint n_comments);

/* What was done, and to what: "Task archived: Send the lease". @title: text of the server; nullable */
char *docket_words_about (const char *sentence, const char *title);

/* ngettext() with a context; xgettext knows it, see build-aux/update-po. */
const char *docket_words_plural (const char *context, const char *one, const char *many, gulong n)
    G_GNUC_FORMAT (2) G_GNUC_FORMAT (3);

/* "a, b and c". @parts: of strings, at least one */
char *docket_words_list (GPtrArray *parts);
/* "a, b, c"; "" where there is none. */
char *docket_words_join (GPtrArray *parts);
/* "a · b · c": what is known of one thing. */
char *docket_words_facts (GPtrArray *parts);
/* Two sentences, one behind the other. */
char *docket_words_sentences (const char *one, const char *other);

const char *docket_words_view (DocketView view);       /* "To Do" … */
const char *docket_words_group (DocketGroupKind kind); /* "Overdue" … */

/* What the server itself said of @error (of the first answer that it did not take, where it named one), made safe and
 * short enough to stand in a sentence; NULL where it said nothing. (transfer full) */
char *docket_words_quote (const GError *error);

G_END_DECLS
