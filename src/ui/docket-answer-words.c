/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/docket-answer-words.h"

#include <glib/gi18n.h>
#include "ui/docket-people-words.h"
#include "ui/docket-words.h"
#include "workspace/docket-text.h"

#define MAX_LABEL 80
#define MAX_ANSWER 120

char *
docket_answer_words_title (TallyfyFormField *field)
{
  g_autofree char *label = docket_text_clean (tallyfy_form_field_get_label (field));

  if (!tallyfy_form_field_is_required (field))
    return g_steal_pointer (&label);
  /* Translators: %s is the name of a form field */
  return g_strdup_printf (_ ("%s (required)"), label);
}

char *
docket_answer_words_choice (const char *choice)
{
  /* What tells it from another one with the same text stands in a line of its own. */
  g_autofree char *text
      = g_strndup (choice + (*choice == '\n'), strcspn (choice + (*choice == '\n'), "\n"));

  return docket_text_clean (text);
}

static gboolean
is_at_hour (GDateTime *moment, int hour)
{
  return g_date_time_get_hour (moment) == hour && g_date_time_get_minute (moment) == 0;
}

char *
docket_answer_words_date (GDateTime *date, GDateTime *now)
{
  g_autoptr (GDateTime) local = g_date_time_to_timezone (date, g_date_time_get_timezone (now));
  g_autoptr (GDateTime) utc = g_date_time_to_utc (date);
  /* A day alone comes as its first moment in UTC, wherever one is. Docket itself sends noon. */
  GDateTime *day = is_at_hour (utc, 0) ? utc : local;
  const char *format = g_date_time_get_year (day) == g_date_time_get_year (now)
                           ? C_ ("day of this year", "%A, %-d %B")
                           : C_ ("day of another year", "%A, %-d %B %Y");
  g_autofree char *words = g_date_time_format (day, format);
  g_autofree char *clock = NULL;

  if (day == utc || is_at_hour (local, 12))
    return g_steal_pointer (&words);
  clock = docket_words_clock (local, now);
  /* Translators: a day and a time, such as: Friday, 20 March, 15:30 */
  return g_strdup_printf (C_ ("day and time", "%1$s, %2$s"), words, clock);
}

static char *
describe_choices (const char *const *answer)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; answer[i] != NULL; i++)
    g_ptr_array_add (texts, docket_answer_words_choice (answer[i]));
  return docket_words_join (texts);
}

/* Its lines stay. */
static char *
clean_lines (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      char *clean = docket_text_clean (lines[i]);

      g_free (lines[i]);
      lines[i] = clean;
    }
  return g_strjoinv ("\n", lines);
}

char *
docket_answer_words_value (DocketWorkspace *workspace,
                           TallyfyFormField *field,
                           const char *const *answer)
{
  g_autoptr (GDateTime) date = NULL;
  g_autoptr (GDateTime) now = NULL;

  if (*answer == NULL)
    return NULL;
  switch (docket_answer_get_kind (field))
    {
    case DOCKET_ANSWER_KIND_DATE:
      date = docket_answer_get_date (answer);
      now = g_date_time_new_now_local ();
      return date != NULL ? docket_answer_words_date (date, now) : docket_text_clean (*answer);
    case DOCKET_ANSWER_KIND_PEOPLE:
      return **answer != '\n' ? docket_people_words_list (workspace, answer)
                              : docket_text_clean (*answer);
    case DOCKET_ANSWER_KIND_CHOICE:
    case DOCKET_ANSWER_KIND_CHOICES:
      return describe_choices (answer);
    case DOCKET_ANSWER_KIND_LONG_TEXT:
      return clean_lines (*answer);
    case DOCKET_ANSWER_KIND_NONE:
    case DOCKET_ANSWER_KIND_FILE:
    case DOCKET_ANSWER_KIND_TEXT:
    case DOCKET_ANSWER_KIND_EMAIL:
    default:
      return docket_text_clean (*answer);
    }
}

/* Why nothing was done. (transfer full) */
static char *
explain (const GError *error)
{
  g_autofree char *quote = docket_words_quote (error);

  if (error->domain != TALLYFY_ERROR)
    return g_strdup (error->message);
  switch ((TallyfyError)error->code)
    {
    case TALLYFY_ERROR_OFFLINE:
    case TALLYFY_ERROR_TIMED_OUT:
    case TALLYFY_ERROR_CONNECTION_LOST:
    case TALLYFY_ERROR_TLS:
      return g_strdup (_ ("Tallyfy could not be reached. Your answer is kept here."));
    case TALLYFY_ERROR_SIGNED_OUT:
      return g_strdup (_ ("Tallyfy has signed you out. Your answer is kept here."));
    case TALLYFY_ERROR_TOO_MANY_REQUESTS:
      return g_strdup (_ ("Tallyfy is busy. Your answer is kept here; try again in a minute."));
    case TALLYFY_ERROR_NOT_FOUND:
      return g_strdup (_ ("Tallyfy has no such task any more. Your answer is kept here."));
    default:
      break;
    }
  if (quote == NULL)
    return g_strdup (_ ("Tallyfy refused, without a reason. Your answer is kept here."));
  /* Translators: %s is what the server says */
  return g_strdup_printf (_ ("Tallyfy refused: “%s” Your answer is kept here."), quote);
}

char *
docket_answer_words_problem (DocketAnswerDraft *draft, const char *theirs, const char **heading)
{
  g_autofree char *quote = theirs != NULL ? docket_text_isolate (theirs, MAX_ANSWER) : NULL;

  *heading = _ ("Not saved");
  switch (docket_answer_draft_get_state (draft))
    {
    case DOCKET_ANSWER_STATE_REFUSED:
      return explain (docket_answer_draft_get_error (draft));
    case DOCKET_ANSWER_STATE_CHANGED:
      if (quote == NULL)
        return g_strdup (_ ("Somebody else has taken the answer away meanwhile."));
      /* Translators: %s is an answer to a form field */
      return g_strdup_printf (_ ("Somebody else has answered meanwhile: “%s”"), quote);
    case DOCKET_ANSWER_STATE_ABSENT:
      return g_strdup (_ ("Docket looked at the task: Tallyfy does not have this answer."));
    case DOCKET_ANSWER_STATE_NOT_CONFIRMED:
      *heading = _ ("Saving not confirmed");
      return g_strdup (_ ("Tallyfy did not say whether it has this answer, and looking it up "
                          "failed. Docket does not send it again by itself."));
    case DOCKET_ANSWER_STATE_NONE:
    case DOCKET_ANSWER_STATE_TYPED:
    case DOCKET_ANSWER_STATE_SENDING:
    default:
      return NULL;
    }
}

char *
docket_answer_words_changed (TallyfyFormField *field, const char *theirs)
{
  g_autofree char *label = docket_text_isolate (tallyfy_form_field_get_label (field), MAX_LABEL);
  g_autofree char *quote = theirs != NULL ? docket_text_isolate (theirs, MAX_ANSWER) : NULL;

  if (quote == NULL)
    /* Translators: %s is the name of a form field */
    return g_strdup_printf (_ ("Somebody else has taken away the answer to “%s” while you were "
                               "editing. Nothing was saved yet."),
                            label);
  /* Translators: the first %s is the name of a form field, the second an answer to it */
  return g_strdup_printf (_ ("Somebody else has answered “%1$s” while you were editing: “%2$s”. "
                             "Nothing was saved yet."),
                          label, quote);
}

/* (transfer full) */
static char *
count_missing (guint n_missing)
{
  /* Where the form for one is the form for 21, too, it has a number. */
  if (n_missing == 1)
    return g_strdup (C_ ("one answer", "A required answer is missing."));
  if (n_missing == 2)
    return g_strdup (_ ("Two required answers are missing."));
  if (n_missing == 3)
    return g_strdup (_ ("Three required answers are missing."));
  return g_strdup_printf (ngettext ("%u required answer is missing.",
                                    "%u required answers are missing.", n_missing),
                          n_missing);
}

char *
docket_answer_words_missing (guint n_missing, guint n_unsaved, gboolean elsewhere, gboolean refused)
{
  const char *then = refused ? _ ("Tallyfy left the task open.") : _ ("Nothing was sent.");
  g_autofree char *missing = NULL;
  g_autofree char *two = NULL;

  if (n_unsaved == 1)
    return g_strdup (C_ ("one answer", "An answer could not be saved, so the task was left open. "
                                       "What you typed is kept."));
  if (n_unsaved > 1)
    return g_strdup_printf (ngettext ("%u answer could not be saved, so the task was left open. "
                                      "What you typed is kept.",
                                      "%u answers could not be saved, so the task was left open. "
                                      "What you typed is kept.",
                                      n_unsaved),
                            n_unsaved);
  missing = count_missing (n_missing);
  two = docket_words_sentences (missing, then);
  return elsewhere
             ? docket_words_sentences (two,
                                       _ ("Files and tables are filled in on Tallyfy’s website."))
             : g_steal_pointer (&two);
}
