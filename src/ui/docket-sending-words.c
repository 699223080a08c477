/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/docket-sending-words.h"

#include <glib/gi18n.h>
#include "ui/docket-words.h"
#include "workspace/docket-text.h"

#define MAX_TITLE 120

char *
docket_sending_words_reminder (DocketTask *task, const char *user_name)
{
  g_autofree char *people = docket_words_people (docket_task_get_assignees (task),
                                                 docket_task_get_mine (task), user_name);
  g_autofree char *title = docket_text_isolate (docket_task_get_title (task), MAX_TITLE);

  /* Translators: the first %s is the title of a task, the second a list of people */
  return g_strdup_printf (_ ("Tallyfy sends an e-mail about “%1$s” to: %2$s."), title, people);
}

gboolean
docket_sending_words_can_remind (DocketTask *task)
{
  const guint n = g_strv_length ((char **)docket_task_get_assignees (task));

  return !docket_task_get_archived (task) && !docket_task_get_completed (task)
         && n > (docket_task_get_mine (task) ? 1 : 0);
}

static guint
count_answers (TallyfyTask *task)
{
  GPtrArray *fields = tallyfy_task_get_form_fields (task);
  guint n = 0;

  for (guint i = 0; fields != NULL && i < fields->len; i++)
    n += tallyfy_form_field_is_answered (fields->pdata[i]);
  return n;
}

char *
docket_sending_words_duplicated (TallyfyTask *original, TallyfyTask *made, GDateTime *now)
{
  GDateTime *deadline = tallyfy_task_get_deadline (made);
  const gboolean late = deadline != NULL && g_date_time_compare (deadline, now) < 0;
  const guint before = original != NULL ? count_answers (original) : 0;
  const guint after = count_answers (made);
  const guint lost = before > after ? before - after : 0;

  if (lost > 0 && late)
    return g_strdup_printf (ngettext ("Task duplicated without its %u answer. It is late already",
                                      "Task duplicated without its %u answers. It is late already",
                                      lost),
                            lost);
  if (lost > 0)
    return g_strdup_printf (ngettext ("Task duplicated without its %u answer",
                                      "Task duplicated without its %u answers", lost),
                            lost);
  return g_strdup (late ? _ ("Task duplicated. It is late already") : _ ("Task duplicated"));
}

char *
docket_sending_words_failure (const GError *error)
{
  g_autofree char *quote = docket_words_quote (error);

  if (g_error_matches (error, TALLYFY_ERROR, TALLYFY_ERROR_SIGNED_OUT))
    return g_strdup (_ ("Tallyfy has signed you out. Nobody was reminded."));
  if (g_error_matches (error, TALLYFY_ERROR, TALLYFY_ERROR_TOO_MANY_REQUESTS))
    return g_strdup (_ ("Tallyfy is busy. Nobody was reminded. Try again in a minute."));
  if (g_error_matches (error, TALLYFY_ERROR, TALLYFY_ERROR_OFFLINE)
      || g_error_matches (error, TALLYFY_ERROR, TALLYFY_ERROR_CONNECTION_LOST)
      || g_error_matches (error, TALLYFY_ERROR, TALLYFY_ERROR_TIMED_OUT))
    return g_strdup (_ ("Tallyfy could not be reached. Nobody was reminded."));
  if (quote == NULL)
    return g_strdup (_ ("Tallyfy refused. Nobody was reminded."));
  /* Translators: %s is a sentence of the server */
  return g_strdup_printf (_ ("Tallyfy refused: “%s” Nobody was reminded."), quote);
}
