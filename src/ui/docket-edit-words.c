/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/docket-edit-words.h"

#include <glib/gi18n.h>
#include "ui/docket-words.h"

static const struct
{
  DocketTaskParts part;
  const char *name;
} names[] = {
  { DOCKET_TASK_PART_TITLE, NC_ ("part of a task", "the title") },
  { DOCKET_TASK_PART_DEADLINE, NC_ ("part of a task", "the deadline") },
  { DOCKET_TASK_PART_ASSIGNEES, NC_ ("part of a task", "the assignees") },
  { DOCKET_TASK_PART_DESCRIPTION, NC_ ("part of a task", "the description") },
};

/* "the title, the deadline and the assignees". (transfer full) */
static char *
list_parts (DocketTaskParts parts)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (parts & names[i].part)
      g_ptr_array_add (found, (gpointer)g_dpgettext2 (NULL, "part of a task", names[i].name));
  return docket_words_list (found);
}

char *
docket_edit_words_changed (DocketTaskParts parts)
{
  g_autofree char *list = list_parts (parts);

  /* Translators: %s is such as: the title and the deadline */
  return g_strdup_printf (_ ("Somebody else has changed %s while you were editing. Nothing was "
                             "saved yet."),
                          list);
}

char *
docket_edit_words_problem (DocketEditOutcome outcome, DocketTaskParts parts, const char **heading)
{
  g_autofree char *list = NULL;

  if (outcome == DOCKET_EDIT_NOT_CONFIRMED)
    {
      *heading = _ ("Saving Not Confirmed");
      return g_strdup (_ ("Tallyfy did not say whether it was saved, and looking at the task "
                          "failed. Docket does not send it again by itself. What you wrote is "
                          "kept."));
    }
  list = list_parts (parts);
  *heading = _ ("Not Saved");
  /* Translators: %s is such as: the title and the deadline */
  return g_strdup_printf (_ ("Docket looked at the task: Tallyfy does not have what you wrote for "
                             "%s. It is kept here."),
                          list);
}

static char *
explain_refusal (const GError *error)
{
  g_autofree char *quote = docket_words_quote (error);

  if (quote == NULL)
    return g_strdup (_ ("Tallyfy refused. The task is as it was; what you wrote is kept."));
  /* Translators: %s is a sentence of the server */
  return g_strdup_printf (
      /* Translators: %s is what the server said, in its own language */
      _ ("Tallyfy refused: “%s” The task is as it was; what you wrote is kept."), quote);
}

char *
docket_edit_words_failure (const GError *error, const char **heading)
{
  *heading = _ ("Not Saved");
  if (error->domain != TALLYFY_ERROR)
    return g_strdup (error->message);
  switch ((TallyfyError)error->code)
    {
    case TALLYFY_ERROR_NOT_FOUND:
      return g_strdup (_ ("Tallyfy has no such task any more. What you wrote is kept."));
    case TALLYFY_ERROR_OFFLINE:
    case TALLYFY_ERROR_TIMED_OUT:
    case TALLYFY_ERROR_CONNECTION_LOST:
      return g_strdup (_ ("Tallyfy could not be reached. The task is as it was; what you wrote "
                          "is kept."));
    case TALLYFY_ERROR_SIGNED_OUT:
      return g_strdup (_ ("Tallyfy has signed you out. The task is as it was; what you wrote is "
                          "kept."));
    case TALLYFY_ERROR_TOO_MANY_REQUESTS:
      return g_strdup (_ ("Tallyfy is busy. The task is as it was; what you wrote is kept. Try "
                          "again in a minute."));
    default:
      return explain_refusal (error);
    }
}

char *
docket_edit_words_not_undone (DocketEditOutcome outcome, DocketTaskParts parts)
{
  g_autofree char *list = NULL;

  if (outcome == DOCKET_EDIT_NOT_CONFIRMED)
    return g_strdup (
        _ ("Tallyfy did not say whether it was undone, and looking at the task failed. "
           "Docket does not send it again by itself."));
  list = list_parts (parts);
  if (outcome == DOCKET_EDIT_CHANGED)
    /* Translators: %s is such as: the title and the deadline */
    return g_strdup_printf (_ ("Somebody else has changed %s since. The task is as they left it."),
                            list);
  /* Translators: %s is such as: the title and the deadline */
  return g_strdup_printf (_ ("Docket looked at the task: Tallyfy does not have what was to be put "
                             "back for %s."),
                          list);
}

char *
docket_edit_words_undo_failure (const GError *error)
{
  g_autofree char *quote = NULL;

  if (error->domain != TALLYFY_ERROR)
    return g_strdup (error->message);
  switch ((TallyfyError)error->code)
    {
    case TALLYFY_ERROR_NOT_FOUND:
      return g_strdup (_ ("Tallyfy has no such task any more."));
    case TALLYFY_ERROR_OFFLINE:
    case TALLYFY_ERROR_TIMED_OUT:
    case TALLYFY_ERROR_CONNECTION_LOST:
      return g_strdup (_ ("Tallyfy could not be reached. The change stays."));
    case TALLYFY_ERROR_SIGNED_OUT:
      return g_strdup (_ ("Tallyfy has signed you out. The change stays."));
    case TALLYFY_ERROR_TOO_MANY_REQUESTS:
      return g_strdup (_ ("Tallyfy is busy. The change stays."));
    default:
      quote = docket_words_quote (error);
      if (quote == NULL)
        return g_strdup (_ ("Tallyfy refused. The change stays."));
      /* Translators: %s is a sentence of the server */
      return g_strdup_printf (_ ("Tallyfy refused: “%s” The change stays."), quote);
    }
}
