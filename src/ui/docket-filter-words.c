/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/docket-filter-words.h"

#include <glib/gi18n.h>
#include <string.h>

#include "ui/docket-words.h"
#include "workspace/docket-text.h"

#define MAX_NAME 40
#define MAX_WORDS 60

/* What a search word says of a task. One of the last three is there. */
static const struct
{
  DocketSearchKey key;
  const char *value;
  const char *label;
  const char *adjective; /* before the noun */
  const char *clause;    /* says the same of what stands in the place of %s */
  guint noun;            /* in the table of nouns */
} words[] = {
  { DOCKET_SEARCH_IS, "overdue", NC_ ("filter", "Overdue"), NC_ ("before “task”", "overdue"), NULL,
    0 },
  { DOCKET_SEARCH_IS, "open", NC_ ("filter", "Open"), NC_ ("before “task”", "open"), NULL, 0 },
  { DOCKET_SEARCH_IS, "completed", NC_ ("filter", "Completed"), NC_ ("before “task”", "completed"),
    NULL, 0 },
  /* Translators: the adjective for a task that is an approval, too; else there is a noun */
  { DOCKET_SEARCH_IS, "one-off", NC_ ("filter", "One-Off"), NC_ ("before “task”", "one-off"), NULL,
    1 },
  { DOCKET_SEARCH_IS, "process", NC_ ("filter", "Process Task"), NC_ ("before “task”", "process"),
    NULL, 2 },
  { DOCKET_SEARCH_IS, "approval", NC_ ("filter", "Approval"), NC_ ("before “task”", "approval"),
    NULL, 3 },
  { DOCKET_SEARCH_IS, "unassigned", NC_ ("filter", "Unassigned"),
    NC_ ("before “task”", "unassigned"), NULL, 0 },
  { DOCKET_SEARCH_IS, "mine", NC_ ("filter", "Assigned to You"), NULL,
    /* Translators: %s is “No task”, or more that was said of it */
    NC_ ("no task", "%s of yours"), 0 },
  { DOCKET_SEARCH_DUE, "today", NC_ ("filter", "Due Today"), NULL,
    /* Translators: %s is “No task”, or more that was said of it */
    NC_ ("no task", "%s due today"), 0 },
  { DOCKET_SEARCH_DUE, "tomorrow", NC_ ("filter", "Due Tomorrow"), NULL,
    /* Translators: %s is “No task”, or more that was said of it */
    NC_ ("no task", "%s due tomorrow"), 0 },
  { DOCKET_SEARCH_DUE, "this-week", NC_ ("filter", "Due This Week"), NULL,
    /* Translators: %s is “No task”, or more that was said of it */
    NC_ ("no task", "%s due this week"), 0 },
  { DOCKET_SEARCH_DUE, "next-week", NC_ ("filter", "Due Next Week"), NULL,
    /* Translators: %s is “No task”, or more that was said of it */
    NC_ ("no task", "%s due next week"), 0 },
  { DOCKET_SEARCH_DUE, "never", NC_ ("filter", "No Deadline"), NULL,
    /* Translators: %s is “No task”, or more that was said of it */
    NC_ ("no task", "%s without a deadline"), 0 },
};

/* Alone, and with adjectives in the place of %s. */
static const struct
{
  const char *alone;
  const char *described;
} nouns[] = {
  { NC_ ("no task", "No task"),
    /* Translators: %s is an adjective such as “overdue”, or several */
    NC_ ("no task", "No %s task") },
  { NC_ ("no task", "No one-off task"),
    /* Translators: %s is an adjective such as “overdue”, or several */
    NC_ ("no task", "No %s one-off task") },
  { NC_ ("no task", "No process task"),
    /* Translators: %s is an adjective such as “overdue”, or several */
    NC_ ("no task", "No %s process task") },
  { NC_ ("no task", "No approval task"),
    /* Translators: %s is an adjective such as “overdue”, or several */
    NC_ ("no task", "No %s approval task") },
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

/* Which noun says the kind of task that was asked for: the last one that has a noun. */
static guint
find_noun (GPtrArray *parts)
{
  guint noun = 0;

  for (guint i = 0; i < parts->len; i++)
    {
      const DocketSearchPart *part = parts->pdata[i];
      const guint found = part->known == 1 ? find (part->key, part->value) : G_N_ELEMENTS (words);

      if (found < G_N_ELEMENTS (words) && words[found].noun != 0)
        noun = words[found].noun;
    }
  return noun;
}

/* "overdue unassigned"; "" where there are none. @noun: what is said by itself. (transfer full) */
static char *
list_adjectives (GPtrArray *parts, guint noun)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < parts->len; i++)
    {
      const DocketSearchPart *part = parts->pdata[i];
      const guint found = part->known == 1 ? find (part->key, part->value) : G_N_ELEMENTS (words);

      if (found == G_N_ELEMENTS (words) || words[found].adjective == NULL
          || (noun != 0 && words[found].noun == noun))
        continue;
      if (list->len > 0)
        /* Translators: between two adjectives before “task”: a space, or a comma and a space */
        g_string_append (list, C_ ("between two adjectives", " "));
      g_string_append (list, g_dpgettext2 (NULL, "before “task”", words[found].adjective));
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
      return g_strdup_printf (C_ ("no task", "%1$s of %2$s"), subject, name);
    case DOCKET_SEARCH_PROCESS:
      /* Translators: such as: No overdue task of the process “Onboarding” */
      return g_strdup_printf (C_ ("no task", "%1$s of the process “%2$s”"), subject, name);
    case DOCKET_SEARCH_TAG:
      /* Translators: such as: No overdue task with the tag “Finance” */
      return g_strdup_printf (C_ ("no task", "%1$s with the tag “%2$s”"), subject, name);
    case DOCKET_SEARCH_IS:
    case DOCKET_SEARCH_DUE:
      if (found < G_N_ELEMENTS (words))
        return words[found].clause != NULL
                   ? put_in (g_dpgettext2 (NULL, "no task", words[found].clause), subject)
                   : g_strdup (subject);
      /* Translators: such as: No task due on 2026-03-18 */
      return g_strdup_printf (C_ ("no task", "%1$s due on %2$s"), subject, name);
    case DOCKET_SEARCH_WORD:
    default:
      return g_strdup (subject);
    }
}

/* "No overdue task of Priya Nair in To Do". (transfer full) */
static char *
name_tasks (GPtrArray *parts, DocketView view)
{
  const guint noun = find_noun (parts);
  g_autofree char *adjectives = list_adjectives (parts, noun);
  char *subject = *adjectives != '\0'
                      ? put_in (g_dpgettext2 (NULL, "no task", nouns[noun].described), adjectives)
                      : g_strdup (g_dpgettext2 (NULL, "no task", nouns[noun].alone));

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

      /* Translators: such as: No overdue task in To Do; the second is a view */
      subject = g_strdup_printf (C_ ("no task", "%1$s in %2$s"), before, docket_words_view (view));
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
    /* Translators: such as: No overdue task in To Do was found. */
    return g_strdup_printf (C_ ("no task", "%s was found."), subject);
  quoted = docket_text_isolate (ordinary->str, MAX_WORDS);
  /* Translators: such as: No overdue task in To Do contains “catering”. */
  return g_strdup_printf (C_ ("no task", "%1$s contains “%2$s”."), subject, quoted);
}
