/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/docket-comment-words.h"

#include <glib/gi18n.h>
#include "ui/docket-words.h"
#include "workspace/docket-comment-text.h"
#include "workspace/docket-people.h"
#include "workspace/docket-text.h"

const char *
docket_comment_words_label (TallyfyComment *comment)
{
  const char *label = tallyfy_comment_get_label (comment);

  if (g_strcmp0 (label, "problem") == 0)
    return tallyfy_comment_is_open_problem (comment) ? C_ ("label of a comment", "Problem")
                                                     : C_ ("label of a comment", "Problem, Solved");
  if (g_strcmp0 (label, "resolve") == 0)
    return C_ ("label of a comment", "Solution");
  if (g_strcmp0 (label, "improvement") == 0)
    return C_ ("label of a comment", "Improvement");
  if (g_strcmp0 (label, "advice") == 0)
    return C_ ("label of a comment", "Advice");
  return NULL;
}

/* Why nothing was done. @safe: what is as it was, a whole sentence. (transfer full) */
static char *
explain (const GError *error, const char *safe)
{
  g_autofree char *quote = docket_words_quote (error);

  if (error->domain != TALLYFY_ERROR)
    return g_strdup_printf ("%s %s", error->message, safe);
  switch ((TallyfyError)error->code)
    {
    case TALLYFY_ERROR_OFFLINE:
    case TALLYFY_ERROR_TIMED_OUT:
    case TALLYFY_ERROR_CONNECTION_LOST:
    case TALLYFY_ERROR_TLS:
      /* Translators: %s is a sentence: what becomes of what was written */
      return g_strdup_printf (_ ("Tallyfy could not be reached. %s"), safe);
    case TALLYFY_ERROR_SIGNED_OUT:
      /* Translators: %s is a sentence: what becomes of what was written */
      return g_strdup_printf (_ ("Tallyfy has signed you out. %s"), safe);
    case TALLYFY_ERROR_TOO_MANY_REQUESTS:
      /* Translators: %s is a sentence: what becomes of what was written */
      return g_strdup_printf (_ ("Tallyfy is busy; try again in a minute. %s"), safe);
    default:
      break;
    }
  if (quote == NULL)
    /* Translators: %s is a sentence: what becomes of what was written */
    return g_strdup_printf (_ ("Tallyfy refused, without a reason. %s"), safe);
  /* Translators: the first %s is what the server says, the second such as: What you wrote is kept.
   */
  return g_strdup_printf (_ ("Tallyfy refused: “%1$s” %2$s"), quote, safe);
}

static const char *
describe_absent (DocketCommentKind kind)
{
  switch (kind)
    {
    case DOCKET_COMMENT_EDIT:
      return _ ("No answer came. Docket has looked it up: the comment is as it was. What you wrote "
                "is kept.");
    case DOCKET_COMMENT_REPORT:
      return _ ("No answer came. Docket has looked it up: the problem is not there. What you wrote "
                "is kept.");
    case DOCKET_COMMENT_RESOLVE:
      return _ ("No answer came. Docket has looked it up: the problem is still open. What you "
                "wrote is kept.");
    case DOCKET_COMMENT_ADD:
    case DOCKET_COMMENT_DELETE:
    default:
      return _ ("No answer came. Docket has looked it up: the comment is not there. What you wrote "
                "is kept.");
    }
}

char *
docket_comment_words_state (DocketCommentKind kind, DocketDraftState state, const GError *error)
{
  switch (state)
    {
    case DOCKET_DRAFT_REFUSED:
      return explain (error, _ ("What you wrote is kept."));
    case DOCKET_DRAFT_ABSENT:
      return g_strdup (describe_absent (kind));
    case DOCKET_DRAFT_NOT_CONFIRMED:
      return g_strdup (_ ("Tallyfy did not say whether it has this, and looking it up failed. "
                          "Docket does not send it again by itself. What you wrote is kept."));
    case DOCKET_DRAFT_WRITING:
    case DOCKET_DRAFT_SENDING:
    default:
      return NULL;
    }
}

char *
docket_comment_words_not_deleted (DocketCommentOutcome outcome, const GError *error)
{
  if (error != NULL)
    return explain (error, _ ("The comment is still there."));
  if (outcome == DOCKET_COMMENT_NOT_DONE)
    return g_strdup (_ ("No answer came. Docket has looked it up: the comment is still there."));
  return g_strdup (_ ("Tallyfy did not say whether the comment was deleted, and looking it up "
                      "failed. It goes from here once Tallyfy says so."));
}

const char *
docket_comment_words_send (DocketCommentKind kind, gboolean again)
{
  if (again)
    return _ ("Send Again");
  switch (kind)
    {
    case DOCKET_COMMENT_EDIT:
      return _ ("Save");
    case DOCKET_COMMENT_REPORT:
      return C_ ("button", "Report");
    case DOCKET_COMMENT_RESOLVE:
      return C_ ("button", "Resolve");
    case DOCKET_COMMENT_ADD:
    case DOCKET_COMMENT_DELETE:
    default:
      return C_ ("button", "Send");
    }
}

const char *
docket_comment_words_prompt (DocketCommentKind kind)
{
  switch (kind)
    {
    case DOCKET_COMMENT_EDIT:
      return _ ("Change this comment");
    case DOCKET_COMMENT_REPORT:
      return _ ("What is the problem?");
    case DOCKET_COMMENT_RESOLVE:
      return _ ("How was it solved?");
    case DOCKET_COMMENT_ADD:
    case DOCKET_COMMENT_DELETE:
    default:
      return _ ("Add a comment");
    }
}

char *
docket_comment_words_unmentioned (DocketWorkspace *workspace, const char *text, gboolean typing)
{
  char *found;

  while ((text = docket_comment_text_next_at (text, &found)) != NULL)
    {
      g_autofree char *name = found;
      g_auto (GStrv) ids = docket_people_find (workspace, name, 2);
      g_autofree char *person = NULL;

      if (ids[0] == NULL || (typing && *text == '\0'))
        continue;
      if (ids[1] != NULL)
        /* Translators: %s is a part of a name */
        return g_strdup_printf (_ ("“@%s” will not notify anybody. Choose the name from the list "
                                   "that “@” opens."),
                                name);
      person = docket_text_isolate (docket_workspace_get_person_name (workspace, ids[0]), 60);
      /* Translators: the first %s is a part of the name, the second the whole name */
      return g_strdup_printf (_ ("“@%1$s” will not notify anybody. Choose %2$s from the list that "
                                 "“@” "
                                 "opens."),
                              name, person);
    }
  return NULL;
}
