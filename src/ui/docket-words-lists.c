/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/docket-words.h"

#include <glib/gi18n.h>
#include "workspace/docket-text.h"

const char *
docket_words_plural (const char *context, const char *one, const char *many, gulong n)
{
  g_autofree char *id = g_strconcat (context, "\004", one, NULL);
  const char *words = ngettext (id, many, n);

  return words == id ? one : words;
}

static char *
join (GPtrArray *parts, guint n, const char *between)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      if (i > 0)
        g_string_append (words, between);
      g_string_append (words, g_ptr_array_index (parts, i));
    }
  return g_string_free (words, FALSE);
}

char *
docket_words_join (GPtrArray *parts)
{
  return join (parts, parts->len, C_ ("between the members of a list", ", "));
}

char *
docket_words_facts (GPtrArray *parts)
{
  /* Translators: between what is known of one thing: “Friday, 17:00 · 2 comments” */
  return join (parts, parts->len, C_ ("between two facts", " · "));
}

/* "a", "a and b", "a, b and c". */
char *
docket_words_list (GPtrArray *parts)
{
  g_autofree char *words = NULL;

  if (parts->len == 1)
    return g_strdup (g_ptr_array_index (parts, 0));
  words = join (parts, parts->len - 1, C_ ("between the members of a list", ", "));
  /* Translators: the end of a list, such as: Tomás Rivera, Lena Vogt and you */
  return g_strdup_printf (C_ ("list", "%1$s and %2$s"), words,
                          (const char *)g_ptr_array_index (parts, parts->len - 1));
}

char *
docket_words_sentences (const char *one, const char *other)
{
  /* Translators: two whole sentences, one behind the other */
  return g_strdup_printf (C_ ("two sentences", "%1$s %2$s"), one, other);
}

char *
docket_words_people (const char *const *names, gboolean mine, const char *my_name)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  gboolean me = FALSE;

  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      if (mine && !me && g_strcmp0 (names[i], my_name) == 0)
        me = TRUE;
      else
        g_ptr_array_add (parts, docket_text_clean (names[i]));
    }
  if (me && parts->len == 0)
    return g_strdup (C_ ("assignee", "You"));
  if (me)
    g_ptr_array_add (parts, g_strdup (C_ ("last of several assignees", "you")));
  return parts->len > 0 ? docket_words_list (parts) : g_strdup (C_ ("assignee", "Nobody"));
}

char *
docket_words_contents (guint n_fields, guint n_answers, guint n_comments)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *list = NULL;

  if (n_fields > 0)
    g_ptr_array_add (parts, g_strdup_printf (ngettext ("%u form field", "%u form fields", n_fields),
                                             n_fields));
  if (n_answers > 0)
    g_ptr_array_add (parts,
                     g_strdup_printf (ngettext ("%u answer", "%u answers", n_answers), n_answers));
  if (n_comments > 0)
    g_ptr_array_add (parts, g_strdup_printf (ngettext ("%u comment", "%u comments", n_comments),
                                             n_comments));
  if (parts->len == 0)
    return NULL;
  list = docket_words_list (parts);
  /* Translators: %s is a list such as: 5 form fields, 3 answers and 2 comments */
  return g_strdup_printf (C_ ("what is deleted with a task", "its %s"), list);
}
