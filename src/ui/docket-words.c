/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/docket-words.h"

#include <glib/gi18n.h>
#include "tallyfy/tallyfy.h"
#include "workspace/docket-text.h"

#define MAX_SENTENCE 300
#define MAX_TITLE 120

/* Whole days of the calendar from @now's day to @moment's: -1 is yesterday. */
static int
days_between (GDateTime *moment, GDateTime *now)
{
  GDate then, today;

  g_date_clear (&then, 1);
  g_date_clear (&today, 1);
  g_date_set_dmy (&then, (GDateDay)g_date_time_get_day_of_month (moment),
                  (GDateMonth)g_date_time_get_month (moment),
                  (GDateYear)g_date_time_get_year (moment));
  g_date_set_dmy (&today, (GDateDay)g_date_time_get_day_of_month (now),
                  (GDateMonth)g_date_time_get_month (now), (GDateYear)g_date_time_get_year (now));
  return g_date_days_between (&today, &then);
}

static GDateTime *
to_zone_of (GDateTime *moment, GDateTime *now)
{
  return g_date_time_to_timezone (moment, g_date_time_get_timezone (now));
}

static char *
format (GDateTime *moment, const char *pattern)
{
  char *words = g_date_time_format (moment, pattern);

  return words != NULL ? words : g_strdup ("");
}

/* @text in the place of the one %s of @pattern, which may come from a table and so is no format
 * that the compiler could check. */
static char *
put_in (const char *pattern, const char *text)
{
  g_auto (GStrv) around = g_strsplit (pattern, "%s", 2);

  return g_strconcat (around[0], text, around[1], NULL);
}

/* "27 February", with the year where it is not @now's. */
static char *
format_date (GDateTime *moment, GDateTime *now)
{
  if (g_date_time_get_year (moment) == g_date_time_get_year (now))
    return format (moment, C_ ("date in this year", "%-d %B"));
  return format (moment, C_ ("date in another year", "%-d %B %Y"));
}

gboolean
docket_words_is_late (GDateTime *deadline, GDateTime *now)
{
  return deadline != NULL && g_date_time_compare (deadline, now) < 0;
}

/* The part that rows and chips share: what is late, what is far, and what has no deadline. NULL:
 * today or later within the week. */
static char *
describe_far (GDateTime *deadline, GDateTime *now)
{
  int days = days_between (deadline, now);

  if (days == -1)
    return g_strdup (_ ("Yesterday"));
  if (days < 0)
    return g_strdup_printf (ngettext ("%d day late", "%d days late", (gulong)-days), -days);
  if (days == 0 && g_date_time_compare (deadline, now) < 0)
    return format (deadline, C_ ("deadline that passed today", "Late since %H:%M"));
  if (days > 6)
    return format_date (deadline, now);
  return NULL;
}

char *
docket_words_deadline (GDateTime *deadline, GDateTime *now)
{
  g_autoptr (GDateTime) moment = NULL;
  char *far;

  if (deadline == NULL)
    return g_strdup (_ ("No deadline"));
  moment = to_zone_of (deadline, now);
  far = describe_far (moment, now);
  if (far != NULL)
    return far;
  switch (days_between (moment, now))
    {
    case 0:
      return format (moment, C_ ("deadline", "Today, %H:%M"));
    case 1:
      return format (moment, C_ ("deadline", "Tomorrow, %H:%M"));
    default:
      return format (moment, C_ ("deadline on a day of this week", "%A, %H:%M"));
    }
}

char *
docket_words_deadline_state (GDateTime *deadline, GDateTime *now)
{
  g_autoptr (GDateTime) moment = NULL;
  g_autofree char *far = NULL;

  if (deadline == NULL)
    return g_strdup (_ ("No deadline"));
  moment = to_zone_of (deadline, now);
  far = describe_far (moment, now);
  if (far != NULL && days_between (moment, now) <= 0)
    return g_steal_pointer (&far);
  if (far != NULL)
    /* Translators: %s is a date such as 27 February */
    return g_strdup_printf (C_ ("deadline", "Due on %s"), far);
  switch (days_between (moment, now))
    {
    case 0:
      return format (moment, C_ ("deadline today", "Due at %H:%M"));
    case 1:
      return g_strdup (_ ("Due tomorrow"));
    default:
      return format (moment, C_ ("deadline on a day of this week", "Due on %A"));
    }
}

/* What a moment shows when its day has a name of its own; NULL when it has none. */
static char *
format_near (GDateTime *moment, GDateTime *now, gboolean inside)
{
  switch (days_between (moment, now))
    {
    case -1:
      return format (moment, inside ? C_ ("moment inside a sentence", "yesterday, %H:%M")
                                    : C_ ("moment", "Yesterday, %H:%M"));
    case 0:
      return format (moment, inside ? C_ ("moment inside a sentence", "today, %H:%M")
                                    : C_ ("moment", "Today, %H:%M"));
    case 1:
      return format (moment, inside ? C_ ("moment inside a sentence", "tomorrow, %H:%M")
                                    : C_ ("moment", "Tomorrow, %H:%M"));
    default:
      return NULL;
    }
}

static char *
describe_moment (GDateTime *moment, GDateTime *now, gboolean inside)
{
  g_autoptr (GDateTime) local = to_zone_of (moment, now);
  const gboolean this_year = g_date_time_get_year (local) == g_date_time_get_year (now);
  const int days = days_between (local, now);

  if (days == 0 || days == 1)
    return format_near (local, now, inside);
  if (inside)
    return format (local, this_year ? C_ ("moment inside a sentence", "%A, %-d %B, %H:%M")
                                    : C_ ("moment inside a sentence", "%A, %-d %B %Y, %H:%M"));
  return format (local, this_year ? C_ ("moment in this year", "%A, %-d %B, %H:%M")
                                  : C_ ("moment in another year", "%A, %-d %B %Y, %H:%M"));
}

char *
docket_words_moment (GDateTime *moment, GDateTime *now)
{
  return describe_moment (moment, now, FALSE);
}

char *
docket_words_moment_inside (GDateTime *moment, GDateTime *now)
{
  return moment != NULL ? describe_moment (moment, now, TRUE)
                        : g_strdup (C_ ("moment inside a sentence", "no deadline"));
}

static char *
describe_stamp (GDateTime *moment, GDateTime *now, gboolean inside)
{
  g_autoptr (GDateTime) local = to_zone_of (moment, now);
  char *near = format_near (local, now, inside);

  if (near != NULL)
    return near;
  if (g_date_time_get_year (local) == g_date_time_get_year (now))
    return format (local, C_ ("moment in this year", "%-d %B, %H:%M"));
  return format (local, C_ ("moment in another year", "%-d %B %Y, %H:%M"));
}

char *
docket_words_stamp (GDateTime *moment, GDateTime *now)
{
  return describe_stamp (moment, now, FALSE);
}

char *
docket_words_stamp_inside (GDateTime *moment, GDateTime *now)
{
  return describe_stamp (moment, now, TRUE);
}

char *
docket_words_full (GDateTime *moment, GDateTime *now)
{
  g_autoptr (GDateTime) local = to_zone_of (moment, now);

  return format (local, C_ ("moment in another year", "%A, %-d %B %Y, %H:%M"));
}

char *
docket_words_date (GDateTime *moment, GDateTime *now)
{
  g_autoptr (GDateTime) local = to_zone_of (moment, now);

  return format_date (local, now);
}

/* What happened at @moment: alone, today, yesterday, on a day of the last week, on a date. */
static char *
describe_past (GDateTime *moment, GDateTime *now, const char *const words[5])
{
  g_autoptr (GDateTime) local = NULL;
  g_autofree char *date = NULL;
  int days;

  if (moment == NULL)
    return g_strdup (words[0]);
  local = to_zone_of (moment, now);
  days = days_between (local, now);
  if (days == 0)
    return g_strdup (words[1]);
  if (days == -1)
    return g_strdup (words[2]);
  if (days < 0 && days > -7)
    return format (local, words[3]);
  date = format_date (local, now);
  return put_in (words[4], date);
}

char *
docket_words_archived (GDateTime *moment, GDateTime *now)
{
  const char *const words[] = {
    C_ ("state of a task", "Archived"),
    C_ ("state of a task", "Archived today"),
    C_ ("state of a task", "Archived yesterday"),
    C_ ("state of a task, day of the last week", "Archived on %A"),
    /* Translators: %s is a date such as 27 February */
    C_ ("state of a task", "Archived on %s"),
  };

  return describe_past (moment, now, words);
}

char *
docket_words_archived_process (GDateTime *moment, GDateTime *now)
{
  const char *const words[] = {
    C_ ("state of a process", "Archived"),
    C_ ("state of a process", "Archived today"),
    C_ ("state of a process", "Archived yesterday"),
    C_ ("state of a process, day of the last week", "Archived on %A"),
    /* Translators: %s is a date such as 27 February */
    C_ ("state of a process", "Archived on %s"),
  };

  return describe_past (moment, now, words);
}

char *
docket_words_completed (GDateTime *moment, GDateTime *now)
{
  const char *const words[] = {
    C_ ("state of a task", "Completed"),
    C_ ("state of a task", "Completed today"),
    C_ ("state of a task", "Completed yesterday"),
    C_ ("state of a task, day of the last week", "Completed on %A"),
    /* Translators: %s is a date such as 27 February */
    C_ ("state of a task", "Completed on %s"),
  };

  return describe_past (moment, now, words);
}

char *
docket_words_clock (GDateTime *moment, GDateTime *now)
{
  g_autoptr (GDateTime) local = to_zone_of (moment, now);

  return format (local, C_ ("time of day", "%H:%M"));
}

char *
docket_words_as_of (GDateTime *moment, GDateTime *now)
{
  return g_date_time_difference (now, moment) < G_TIME_SPAN_DAY
             ? docket_words_clock (moment, now)
             : docket_words_stamp_inside (moment, now);
}

char *
docket_words_about (const char *sentence, const char *title)
{
  g_autofree char *name = title != NULL ? docket_text_isolate (title, MAX_TITLE) : NULL;

  if (name == NULL || *name == '\0')
    return g_strdup (sentence);
  /* Translators: such as: Task archived: Send the signed lease */
  return g_strdup_printf (_ ("%1$s: %2$s"), sentence, name);
}

const char *
docket_words_view (DocketView view)
{
  switch (view)
    {
    case DOCKET_VIEW_DUE_TODAY:
      return C_ ("view", "Due Today");
    case DOCKET_VIEW_OVERDUE:
      return C_ ("view", "Overdue");
    case DOCKET_VIEW_ONE_OFF:
      return C_ ("view", "One-Off");
    case DOCKET_VIEW_UNASSIGNED:
      return C_ ("view", "Unassigned");
    case DOCKET_VIEW_WAITING:
      return C_ ("view", "Waiting for Others");
    case DOCKET_VIEW_COMPLETED:
      return C_ ("view", "Completed");
    case DOCKET_VIEW_ARCHIVED:
      return C_ ("view", "Archived");
    case DOCKET_VIEW_ALL:
      return C_ ("view", "All");
    case DOCKET_VIEW_TIDY_UP:
      return C_ ("view", "Tidy Up");
    case DOCKET_VIEW_PROCESSES:
      return C_ ("view", "Processes");
    case DOCKET_VIEW_HISTORY:
      return C_ ("view", "History");
    case DOCKET_VIEW_TO_DO:
    default:
      return C_ ("view", "To Do");
    }
}

const char *
docket_words_group (DocketGroupKind kind)
{
  switch (kind)
    {
    case DOCKET_GROUP_OVERDUE:
      return C_ ("group of tasks", "Overdue");
    case DOCKET_GROUP_TODAY:
      return C_ ("group of tasks", "Today");
    case DOCKET_GROUP_TOMORROW:
      return C_ ("group of tasks", "Tomorrow");
    case DOCKET_GROUP_THIS_WEEK:
      return C_ ("group of tasks", "This Week");
    case DOCKET_GROUP_LATER:
      return C_ ("group of tasks", "Later");
    case DOCKET_GROUP_YESTERDAY:
      return C_ ("group of tasks", "Yesterday");
    case DOCKET_GROUP_EARLIER:
      return C_ ("group of tasks", "Earlier");
    case DOCKET_GROUP_DONE:
      return C_ ("group of tasks", "Completed");
    case DOCKET_GROUP_FROM_7:
      return C_ ("group of tasks", "1 to 4 Weeks Ago");
    case DOCKET_GROUP_FROM_30:
      return C_ ("group of tasks", "1 to 3 Months Ago");
    case DOCKET_GROUP_FROM_90:
      return C_ ("group of tasks", "3 to 6 Months Ago");
    case DOCKET_GROUP_FROM_180:
      return C_ ("group of tasks", "6 to 12 Months Ago");
    case DOCKET_GROUP_FROM_365:
      return C_ ("group of tasks", "More Than a Year Ago");
    case DOCKET_GROUP_RUNNING:
      return C_ ("group of processes", "Running");
    case DOCKET_GROUP_FINISHED:
      return C_ ("group of processes", "Finished");
    case DOCKET_GROUP_ARCHIVED:
      return C_ ("group of processes", "Archived");
    case DOCKET_GROUP_NO_DEADLINE:
    default:
      return C_ ("group of tasks", "No Deadline");
    }
}

char *
docket_words_quote (const GError *error)
{
  const char *sentence;
  const char *const *fields;

  if (error->domain != TALLYFY_ERROR)
    return NULL;
  fields = tallyfy_error_get_fields (error);
  sentence = fields != NULL && fields[0] != NULL
                 ? tallyfy_error_get_field_sentence (error, fields[0])
                 : tallyfy_error_get_sentence (error);
  return sentence != NULL && *sentence != '\0' ? docket_text_isolate (sentence, MAX_SENTENCE)
                                               : NULL;
}
