/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/docket-again-words.h"

#include <glib/gi18n.h>

#include "ui/docket-words.h"
#include "workspace/docket-text.h"

#define MAX_TITLE 120
#define MAX_NAME 60

char *
docket_again_words_body (const DocketAgain *again, GDateTime *before, GDateTime *now)
{
  g_autofree char *title = docket_text_isolate (again->title, MAX_TITLE);
  g_autofree char *stamp = NULL;

  if (before == NULL)
    /* Translators: %s is the title of a task */
    return g_strdup_printf (_ ("A new one-off task “%s” is made from the copy."), title);
  stamp = docket_words_stamp_inside (before, now);
  /* Translators: the first %s is the title of a task, the second such as: 2 January, 09:00 */
  return g_strdup_printf (_ ("A new one-off task “%1$s” is made from the copy. It was created "
                             "again "
                             "before, %2$s: there will be one more."),
                          title, stamp);
}

/* @line: (transfer full) */
static void
add (GStrvBuilder *lines, char *line)
{
  g_strv_builder_add (lines, line);
  g_free (line);
}

/* In full: a deadline may lie in another year. */
static char *
format_deadline (const DocketAgain *again, GDateTime *now)
{
  g_autoptr (GDateTime) local
      = g_date_time_to_timezone (again->deadline, g_date_time_get_timezone (now));

  return g_date_time_format (local, C_ ("moment of any year", "%-d %B %Y, %H:%M"));
}

static void
add_form (GStrvBuilder *lines, const DocketAgain *again)
{
  g_autofree char *fields
      = g_strdup_printf (ngettext ("%u form field", "%u form fields", again->n_fields),
                         again->n_fields);
  g_autofree char *answers
      = g_strdup_printf (ngettext ("%u answer", "%u answers", again->n_answers), again->n_answers);

  if (again->n_fields == 0)
    return;
  if (again->n_answers == 0)
    g_strv_builder_add (lines, fields);
  else
    /* Translators: such as: 5 form fields with 3 answers */
    add (lines, g_strdup_printf (_ ("%1$s with %2$s"), fields, answers));
}

GStrv
docket_again_words_gains (const DocketAgain *again, GDateTime *now)
{
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();

  g_strv_builder_add (lines, again->described ? _ ("Its title and description") : _ ("Its title"));
  add_form (lines, again);
  if (again->kept[0] != NULL)
    {
      g_autofree char *people = docket_words_people ((const char *const *)again->kept, FALSE, NULL);

      /* Translators: %s is a list of people */
      add (lines, g_strdup_printf (_ ("Assigned to %s"), people));
    }
  if (again->deadline != NULL && !again->late)
    {
      g_autofree char *deadline = format_deadline (again, now);

      /* Translators: %s is a moment such as: 15 May 2030, 12:00 */
      add (lines, g_strdup_printf (_ ("Due on %s"), deadline));
    }
  return g_strv_builder_end (lines);
}

char *
docket_again_words_late (const DocketAgain *again, GDateTime *now)
{
  g_autofree char *deadline = format_deadline (again, now);

  /* Translators: %s is a moment such as: 15 May 2030, 12:00 */
  return g_strdup_printf (_ ("It passed on %s. Otherwise the new task is due in a week."),
                          deadline);
}

static void
add_people (GStrvBuilder *lines, const DocketAgain *again)
{
  for (guint i = 0; again->gone[i] != NULL; i++)
    {
      g_autofree char *name = docket_text_isolate (again->gone[i], MAX_NAME);

      /* Translators: %s is a person */
      add (lines, g_strdup_printf (_ ("%s is not in the organization any more"), name));
    }
  if (again->n_others > 0)
    add (lines,
         g_strdup_printf (ngettext ("%u guest or group is not assigned again",
                                    "%u guests or groups are not assigned again", again->n_others),
                          again->n_others));
  if (again->mine)
    g_strv_builder_add (lines, _ ("Nobody is left, so it is assigned to you"));
}

GStrv
docket_again_words_losses (const DocketAgain *again)
{
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();

  g_strv_builder_add (lines, _ ("Its ID, and links to it"));
  if (again->n_comments > 0)
    add (lines, g_strdup_printf (ngettext ("%u comment", "%u comments", again->n_comments),
                                 again->n_comments));
  if (again->n_lost_answers > 0)
    add (lines, g_strdup_printf (ngettext ("%u answer, a file or a person",
                                           "%u answers, files or people", again->n_lost_answers),
                                 again->n_lost_answers));
  if (again->n_tags > 0)
    add (lines, g_strdup_printf (ngettext ("%u tag", "%u tags", again->n_tags), again->n_tags));
  add_people (lines, again);
  if (again->completed)
    g_strv_builder_add (lines, _ ("It was completed; the new task is open"));
  if (again->no_deadline)
    g_strv_builder_add (lines, _ ("It had no deadline; the new task is due in a week"));
  return g_strv_builder_end (lines);
}

static char *
explain_refusal (const GError *error)
{
  g_autofree char *quote = docket_words_quote (error);

  if (quote == NULL)
    return g_strdup (_ ("Tallyfy refused. Nothing was created."));
  /* Translators: %s is a sentence of the server */
  return g_strdup_printf (_ ("Tallyfy refused: “%s” Nothing was created."), quote);
}

char *
docket_again_words_absent (GDateTime *now)
{
  g_autofree char *clock = docket_words_clock (now, now);

  /* Translators: %s is a time, such as "14:03" */
  return g_strdup_printf (_ ("No answer came, and at %s there was no such task of yours. The copy "
                             "still has everything."),
                          clock);
}

char *
docket_again_words_failure (const GError *error, const char **heading)
{
  *heading = _ ("Task Not Created");
  if (error->domain != TALLYFY_ERROR)
    return g_strdup (error->message);
  switch ((TallyfyError)error->code)
    {
    case TALLYFY_ERROR_UNKNOWN_OUTCOME:
      *heading = _ ("Creation Not Confirmed");
      return g_strdup (
          _ ("Tallyfy did not say whether the task was created. Docket does not send it "
             "again by itself. Refresh the list to see whether it is there."));
    case TALLYFY_ERROR_OFFLINE:
    case TALLYFY_ERROR_TIMED_OUT:
    case TALLYFY_ERROR_CONNECTION_LOST:
      return g_strdup (_ ("Tallyfy could not be reached. Nothing was created."));
    case TALLYFY_ERROR_SIGNED_OUT:
      return g_strdup (_ ("Tallyfy has signed you out. Nothing was created."));
    case TALLYFY_ERROR_TOO_MANY_REQUESTS:
      return g_strdup (_ ("Tallyfy is busy. Nothing was created. Try again in a minute."));
    default:
      return explain_refusal (error);
    }
}

char *
docket_again_words_missing (guint n_missing)
{
  return g_strdup_printf (ngettext ("%u answer could not be filled in. The copy still has it.",
                                    "%u answers could not be filled in. The copy still has them.",
                                    n_missing),
                          n_missing);
}
