/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/docket-filter-words.h"

#include <glib/gi18n.h>
#include <string.h>

#include "ui/docket-words.h"
#include "workspace/docket-text.h"

#define MAX_NAME 40
#define MAX_WORDS 60

/* @adjective: before "task"; @clause: says the same of what stands in the place of %s. One of both
 * is there. */
static const struct
{
  DocketSearchKey key;
  const char *value;
  const char *label;
  const char *adjective;
  const char *clause;
} words[] = {
  { DOCKET_SEARCH_IS, "overdue", NC_ ("filter", "Overdue"), NC_ ("before “task”", "overdue"),
    NULL },
  { DOCKET_SEARCH_IS, "open", NC_ ("filter", "Open"), NC_ ("before “task”", "open"), NULL },
  { DOCKET_SEARCH_IS, "completed", NC_ ("filter", "Completed"), NC_ ("before “task”", "completed"),
    NULL },
  { DOCKET_SEARCH_IS, "one-off", NC_ ("filter", "One-Off"), NC_ ("before “task”", "one-off"),
    NULL },
  { DOCKET_SEARCH_IS, "process", NC_ ("filter", "Process Task"), NC_ ("before “task”", "process"),
    NULL },
  { DOCKET_SEARCH_IS, "approval", NC_ ("filter", "Approval"), NC_ ("before “task”", "approval"),
    NULL },
  { DOCKET_SEARCH_IS, "unassigned", NC_ ("filter", "Unassigned"),
    NC_ ("before “task”", "unassigned"), NULL },
  { DOCKET_SEARCH_IS, "mine", NC_ ("filter", "Assigned to You"), NULL, N_ ("%s of yours") },
  { DOCKET_SEARCH_DUE, "today", NC_ ("filter", "Due Today"), NULL, N_ ("%s due today") },
  { DOCKET_SEARCH_DUE, "tomorrow", NC_ ("filter", "Due Tomorrow"), NULL, N_ ("%s due tomorrow") },
  { DOCKET_SEARCH_DUE, "this-week", NC_ ("filter", "Due This Week"), NULL,
    N_ ("%s due this week") },
  { DOCKET_SEARCH_DUE, "next-week", NC_ ("filter", "Due Next Week"), NULL,
    N_ ("%s due next week") },
  { DOCKET_SEARCH_DUE, "never", NC_ ("filter", "No Deadline"), NULL, N_ ("%s without a deadline") },
};

/* Returns: the number of the word in the table, or its size */
static guint
find (DocketSearchKey key, const char *value)
{
  g_autofree char *folded = docket_text_fold (value);
  guint i = 0;

  while (i < G_N_ELEMENTS (words) && (words[i].key != key || !g_str_equal (words[i].value, folded)))
    i++;
  return i;
}

const char *
docket_filter_words_label (DocketSearchKey key, const char *value)
{
  const guint i = find (key, value);

  return i < G_N_ELEMENTS (words) ? g_dpgettext2 (NULL, "filter", words[i].label) : NULL;
}

/* "overdue one-off"; "" where there are none. (transfer full) */
static char *
list_adjectives (GPtrArray *parts)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < parts->len; i++)
    {
      const DocketSearchPart *part = parts->pdata[i];
      const guint found = part->known == 1 ? find (part->key, part->value) : G_N_ELEMENTS (words);

      if (found < G_N_ELEMENTS (words) && words[found].adjective != NULL)
        g_string_append_printf (list, "%s%s", list->len > 0 ? " " : "",
                                g_dpgettext2 (NULL, "before “task”", words[found].adjective));
    }
  return g_string_free (list, FALSE);
}

/* @format: with one %s. (transfer full) */
static char *
put_in (const char *format, const char *text)
{
  g_auto (GStrv) around = g_strsplit (format, "%s", 2);

  return g_strconcat (around[0], text, around[1], NULL);
}

/* @subject with what @part says of it, or as it is. (transfer full) */
static char *
add_clause (const char *subject, const DocketSearchPart *part)
{
  g_autofree char *name = docket_text_isolate (part->value, MAX_NAME);
  const guint found = find (part->key, part->value);

  switch (part->key)
    {
    case DOCKET_SEARCH_OWNER:
      /* Translators: such as: No overdue task of Priya Nair */
      return g_strdup_printf (_ ("%s of %s"), subject, name);
    case DOCKET_SEARCH_PROCESS:
      return g_strdup_printf (_ ("%s of the process “%s”"), subject, name);
    case DOCKET_SEARCH_TAG:
      return g_strdup_printf (_ ("%s with the tag “%s”"), subject, name);
    case DOCKET_SEARCH_IS:
    case DOCKET_SEARCH_DUE:
      if (found < G_N_ELEMENTS (words))
        return words[found].clause != NULL ? put_in (_ (words[found].clause), subject)
                                           : g_strdup (subject);
      return g_strdup_printf (_ ("%s due on %s"), subject, name);
    case DOCKET_SEARCH_WORD:
    default:
      return g_strdup (subject);
    }
}

/* "No overdue task of Priya Nair in To Do". (transfer full) */
static char *
name_tasks (GPtrArray *parts, DocketView view)
{
  g_autofree char *adjectives = list_adjectives (parts);
  /* Translators: “overdue one-off”, or another word of the context “before “task”” */
  char *subject = *adjectives != '\0' ? g_strdup_printf (_ ("No %s task"), adjectives)
                                      : g_strdup (_ ("No task"));

  for (guint i = 0; i < parts->len; i++)
    {
      const DocketSearchPart *part = parts->pdata[i];
      g_autofree char *before = part->known == 1 ? subject : NULL;

      if (before != NULL)
        subject = add_clause (before, part);
    }
  if (view != DOCKET_VIEW_ALL)
    {
      g_autofree char *before = subject;

      /* Translators: the second is a view, such as To Do */
      subject = g_strdup_printf (_ ("%s in %s"), before, docket_words_view (view));
    }
  return subject;
}

char *
docket_filter_words_not_found (const char *search, DocketView view)
{
  g_autofree char *valid = g_utf8_make_valid (search, -1);
  g_autoptr (GPtrArray) parts = docket_search_words_split (valid);
  g_autofree char *subject = name_tasks (parts, view);
  g_autoptr (GString) ordinary = g_string_new (NULL);
  g_autofree char *quoted = NULL;

  for (guint i = 0; i < parts->len; i++)
    {
      const DocketSearchPart *part = parts->pdata[i];

      if (part->known < 0 || (part->key == DOCKET_SEARCH_WORD && *part->word != '\0'))
        g_string_append_printf (ordinary, "%s%s", ordinary->len > 0 ? " " : "", part->word);
    }
  if (ordinary->len == 0)
    return g_strdup_printf (_ ("%s was found."), subject);
  quoted = docket_text_isolate (ordinary->str, MAX_WORDS);
  /* Translators: such as: No overdue task in To Do contains “catering”. */
  return g_strdup_printf (_ ("%s contains “%s”."), subject, quoted);
}
