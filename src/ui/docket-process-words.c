/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/docket-process-words.h"

#include <glib/gi18n.h>
#include "ui/docket-delete-words.h"
#include "ui/docket-words.h"
#include "workspace/docket-text.h"

char *
docket_process_words_name (DocketProcess *process)
{
  g_autofree char *name = docket_text_clean (docket_process_get_name (process));

  return *name != '\0' ? g_steal_pointer (&name) : g_strdup (_ ("Untitled process"));
}

char *
docket_process_words_progress (DocketProcess *process)
{
  const guint n_tasks = docket_process_get_n_tasks (process);

  if (n_tasks == 0)
    return g_strdup (_ ("No tasks"));
  /* Translators: how many tasks of a process are done, such as: 3 of 10 done */
  return g_strdup_printf (ngettext ("%1$u of %2$u done", "%1$u of %2$u done", n_tasks),
                          docket_process_get_n_done (process), n_tasks);
}

char *
docket_process_words_late (DocketProcess *process)
{
  const guint n_late = docket_process_get_n_late (process);

  if (n_late == 0)
    return NULL;
  /* Translators: how many tasks of a process are late */
  return g_strdup_printf (ngettext ("%u late", "%u late", n_late), n_late);
}

char *
docket_process_words_archived (DocketProcess *process, GDateTime *now)
{
  if (!docket_process_is_archived (process))
    return NULL;
  return docket_words_archived_process (docket_process_get_archived_at (process), now);
}

char *
docket_process_words_started (DocketProcess *process, GDateTime *now, const char *my_name)
{
  const char *owner = docket_process_get_owner (process);
  g_autofree char *date = NULL;
  g_autofree char *name = NULL;

  if (docket_process_get_created_at (process) == NULL)
    return NULL;
  date = docket_words_date (docket_process_get_created_at (process), now);
  if (owner == NULL)
    /* Translators: %s is a date such as 27 February */
    return g_strdup_printf (_ ("Started on %s"), date);
  if (g_strcmp0 (owner, my_name) == 0)
    /* Translators: %s is a date such as 27 February */
    return g_strdup_printf (_ ("Started on %s by you"), date);
  name = docket_text_isolate (owner, 60);
  /* Translators: a process was started; the first %s is a date such as 27 February, the second a
   * person's name */
  return g_strdup_printf (_ ("Started on %1$s by %2$s"), date, name);
}

char *
docket_process_words_row (DocketProcess *process, GDateTime *now)
{
  g_autofree char *name = docket_process_words_name (process);
  g_autofree char *progress = docket_process_words_progress (process);
  g_autofree char *late = docket_process_words_late (process);
  g_autofree char *archived = docket_process_words_archived (process, now);
  g_autofree char *people = docket_words_people (docket_process_get_people (process), FALSE, NULL);
  g_autoptr (GString) words = g_string_new (name);

  g_string_append_printf (words, ", %s", progress);
  if (late != NULL)
    g_string_append_printf (words, ", %s", late);
  if (archived != NULL)
    g_string_append_printf (words, ", %s", archived);
  if (docket_process_get_people (process)[0] != NULL)
    g_string_append_printf (words, ", %s", people);
  return g_string_free (g_steal_pointer (&words), FALSE);
}

double
docket_process_words_fraction (DocketProcess *process)
{
  const guint n_tasks = docket_process_get_n_tasks (process);

  return n_tasks > 0 ? (double)docket_process_get_n_done (process) / n_tasks : 0;
}

void
docket_process_words_count (DocketProcessContents *contents, DocketProcessLoss *loss)
{
  GPtrArray *tasks = docket_process_contents_get_tasks (contents);

  loss->n_tasks = tasks->len;
  for (guint i = 0; i < tasks->len; i++)
    {
      DocketLoss one = { 0 };

      docket_loss_count (&one, tasks->pdata[i]);
      loss->n_fields += one.n_fields;
      loss->n_answers += one.n_answers;
      loss->n_comments += one.n_comments;
    }
}

char *
docket_process_words_loss (const DocketProcessLoss *loss, const char *name)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *list = NULL;

  if (loss->n_tasks > 0)
    g_ptr_array_add (parts, g_strdup_printf (ngettext ("%u task", "%u tasks", loss->n_tasks),
                                             loss->n_tasks));
  if (loss->n_fields > 0)
    g_ptr_array_add (parts,
                     g_strdup_printf (ngettext ("%u form field", "%u form fields", loss->n_fields),
                                      loss->n_fields));
  if (loss->n_answers > 0)
    g_ptr_array_add (parts, g_strdup_printf (ngettext ("%u answer", "%u answers", loss->n_answers),
                                             loss->n_answers));
  if (loss->n_comments > 0)
    g_ptr_array_add (parts,
                     g_strdup_printf (ngettext ("%u comment", "%u comments", loss->n_comments),
                                      loss->n_comments));
  if (parts->len == 0)
    /* Translators: %s is the name of a process */
    return g_strdup_printf (C_ ("process", "Deleting “%s” permanently cannot be undone."), name);
  list = docket_words_list (parts);
  /* Translators: the first %s is a process, the second such as: 3 tasks and 2 comments */
  return g_strdup_printf (_ ("Deleting “%1$s” permanently also deletes its %2$s. This cannot be "
                             "undone."),
                          name, list);
}
