/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/docket-completion-words.h"

#include <glib/gi18n.h>
#include "ui/docket-words.h"
#include "workspace/docket-text.h"

#define MAX_TITLE 120
#define MAX_SENTENCE 300
#define MAX_FIELDS 5

const char *
docket_completion_words_done (DocketCompletionKind kind, DocketCompletionOutcome outcome)
{
  if (outcome == DOCKET_COMPLETION_WAITS)
    return _ ("Completed by you, others still have to");
  switch (kind)
    {
    case DOCKET_COMPLETION_APPROVE:
      return _ ("Task approved");
    case DOCKET_COMPLETION_REJECT:
      return _ ("Task rejected");
    case DOCKET_COMPLETION_REOPEN:
      return _ ("Task reopened");
    case DOCKET_COMPLETION_COMPLETE:
    default:
      return _ ("Task completed");
    }
}

/* What the server says of each answer that is missing, a line for each. */
static char *
list_missing (const GError *error)
{
  const char *const *fields = tallyfy_error_get_fields (error);
  GString *text = g_string_new (
      _ ("Required answers are missing, so the task stays open. Nothing was lost."));

  for (guint i = 0; fields != NULL && fields[i] != NULL && i < MAX_FIELDS; i++)
    {
      g_autofree char *sentence
          = docket_text_isolate (tallyfy_error_get_field_sentence (error, fields[i]), MAX_SENTENCE);

      g_string_append_printf (text, "\n%s", sentence);
    }
  return g_string_free (text, FALSE);
}

static char *
explain_refusal (const GError *error)
{
  g_autofree char *quote = docket_words_quote (error);

  if (quote == NULL)
    return g_strdup (_ ("Tallyfy refused, without a reason. The task is as it was."));
  /* Translators: %s is what the server said, in its own language */
  return g_strdup_printf (_ ("Tallyfy refused: “%s”\n\nThe task is as it was."), quote);
}

static char *
explain (const GError *error)
{
  if (g_error_matches (error, TALLYFY_ERROR, TALLYFY_ERROR_INVALID))
    return list_missing (error);
  if (g_error_matches (error, TALLYFY_ERROR, TALLYFY_ERROR_OFFLINE))
    return g_strdup (_ ("You are offline. Nothing was sent, and the task is as it was."));
  if (g_error_matches (error, TALLYFY_ERROR, TALLYFY_ERROR_TOO_MANY_REQUESTS))
    return g_strdup (_ ("Tallyfy is busy. Nothing was done; try again in a moment."));
  if (error->domain == TALLYFY_ERROR && tallyfy_error_get_status (error) != 0)
    return explain_refusal (error);
  return g_strdup (_ ("Nothing was sent, and the task is as it was."));
}

const char *
docket_completion_words_failed (DocketCompletionKind kind,
                                const char *title,
                                DocketCompletionOutcome outcome,
                                const GError *error,
                                char **body)
{
  const gboolean reopens = kind == DOCKET_COMPLETION_REOPEN;
  g_autofree char *clean = docket_text_isolate (title, MAX_TITLE);

  *body = NULL;
  if (g_error_matches (error, TALLYFY_ERROR, TALLYFY_ERROR_SIGNED_OUT))
    return NULL;
  if (error != NULL)
    {
      *body = explain (error);
      return reopens ? _ ("Task Not Reopened") : _ ("Task Not Completed");
    }
  if (outcome == DOCKET_COMPLETION_NOT_CONFIRMED)
    {
      /* Translators: %s is the title of a task */
      *body = g_strdup_printf (_ ("Tallyfy did not answer, and could not be asked what became of "
                                  "“%s”. It is shown as it "
                                  "was before. Refresh the list to see what is true; nothing is "
                                  "sent again by itself."),
                               clean);
      return reopens ? _ ("Reopening Not Confirmed") : _ ("Completion Not Confirmed");
    }
  *body = g_strdup_printf (
      /* Translators: %s is the title of a task */
      reopens ? _ ("Tallyfy did not answer. Docket has looked it up: “%s” is still completed.")
              /* Translators: %s is the title of a task */
              : _ ("Tallyfy did not answer. Docket has looked it up: “%s” is still open."),
      clean);
  return reopens ? _ ("Task Not Reopened") : _ ("Task Not Completed");
}
