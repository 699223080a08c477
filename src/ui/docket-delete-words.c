/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/docket-delete-words.h"

#include <glib/gi18n.h>
#include "ui/docket-words.h"
#include "workspace/docket-text.h"

#define MAX_SENTENCE 300

void
docket_loss_count (DocketLoss *loss, TallyfyTask *task)
{
  GPtrArray *fields = tallyfy_task_get_form_fields (task);
  GPtrArray *comments = tallyfy_task_get_comments (task);

  loss->counts = DOCKET_COUNTS_KNOWN;
  loss->n_fields = fields != NULL ? fields->len : 0;
  loss->n_answers = 0;
  for (guint i = 0; i < loss->n_fields; i++)
    if (tallyfy_form_field_is_answered (g_ptr_array_index (fields, i)))
      loss->n_answers++;
  loss->n_comments = comments != NULL ? comments->len : tallyfy_task_get_n_comments (task);
  loss->archived = tallyfy_task_is_archived (task);
  loss->one_off = tallyfy_task_is_one_off (task);
}

char *
docket_delete_words_loss (const DocketLoss *loss, const char *title)
{
  g_autofree char *contents
      = docket_words_contents (loss->n_fields, loss->n_answers, loss->n_comments);

  if (!loss->one_off)
    return g_strdup (
        _ ("It belongs to a process now. Tallyfy removes such tasks only with their process."));
  switch (loss->counts)
    {
    case DOCKET_COUNTS_PENDING:
      if (loss->archived)
        return g_strdup (_ ("Counting what deleting it permanently would also delete…"));
      /* Translators: %s is the title of a task */
      return g_strdup_printf (_ ("Counting what deleting “%s” permanently would also delete…"),
                              title);
    case DOCKET_COUNTS_FAILED:
      /* Translators: %s is the title of a task */
      return g_strdup_printf (_ ("Deleting “%s” permanently cannot be undone. Docket could not "
                                 "count the form fields, "
                                 "answers and comments that are deleted with it."),
                              title);
    case DOCKET_COUNTS_KNOWN:
    default:
      break;
    }
  if (contents == NULL)
    return loss->archived
               ? g_strdup (_ ("Deleting it permanently cannot be undone."))
               /* Translators: %s is the title of a task */
               : g_strdup_printf (_ ("Deleting “%s” permanently cannot be undone."), title);
  /* Translators: the last %s is a list such as: its 5 form fields, 3 answers and 2 comments */
  if (loss->archived)
    /* Translators: %s is a list such as: its 5 form fields, 3 answers and 2 comments */
    return g_strdup_printf (_ ("Deleting it permanently also deletes %s. This cannot be undone."),
                            contents);
  /* Translators: the last one is a list such as: its 5 form fields, 3 answers and 2 comments */
  return g_strdup_printf (
      /* Translators: the first is the title of a task, the second a list such as: its 5 form fields
         and 2 comments */
      _ ("Deleting “%1$s” permanently also deletes %2$s. This cannot be undone."), title, contents);
}

static TallyfyFormField *
find_field (TallyfyTask *task, const char *id)
{
  GPtrArray *fields = tallyfy_task_get_form_fields (task);

  for (guint i = 0; fields != NULL && i < fields->len; i++)
    if (g_strcmp0 (tallyfy_form_field_get_id (fields->pdata[i]), id) == 0)
      return fields->pdata[i];
  return NULL;
}

static gboolean
has_comment (TallyfyTask *task, const char *id)
{
  GPtrArray *comments = tallyfy_task_get_comments (task);

  for (guint i = 0; comments != NULL && i < comments->len; i++)
    if (g_strcmp0 (tallyfy_comment_get_id (comments->pdata[i]), id) == 0)
      return TRUE;
  return FALSE;
}

/* @n_other: of fields that are not as they were and have no new answer */
static guint
count_new_answers (TallyfyTask *before, TallyfyTask *now, guint *n_other)
{
  GPtrArray *fields = tallyfy_task_get_form_fields (now);
  GPtrArray *old_fields = tallyfy_task_get_form_fields (before);
  guint n_fields = fields != NULL ? fields->len : 0;
  guint n_new = 0;

  *n_other = n_fields != (old_fields != NULL ? old_fields->len : 0) ? 1 : 0;
  for (guint i = 0; i < n_fields; i++)
    {
      TallyfyFormField *field = fields->pdata[i];
      TallyfyFormField *old = find_field (before, tallyfy_form_field_get_id (field));
      gboolean answered = old != NULL && tallyfy_form_field_is_answered (old);

      if (tallyfy_form_field_is_answered (field) && !answered)
        n_new++;
      else if (old == NULL
               || g_strcmp0 (tallyfy_form_field_get_answer (field),
                             tallyfy_form_field_get_answer (old))
                      != 0)
        (*n_other)++;
    }
  return n_new;
}

static guint
count_new_comments (TallyfyTask *before, TallyfyTask *now)
{
  GPtrArray *comments = tallyfy_task_get_comments (now);
  guint n_new = 0;

  for (guint i = 0; comments != NULL && i < comments->len; i++)
    if (!has_comment (before, tallyfy_comment_get_id (comments->pdata[i])))
      n_new++;
  return n_new;
}

static gboolean
is_same_moment (GDateTime *one, GDateTime *other)
{
  return one == other || (one != NULL && other != NULL && g_date_time_equal (one, other));
}

static gboolean
is_same_people (TallyfyTask *before, TallyfyTask *now)
{
  GPtrArray *old = tallyfy_task_get_assignees (before);
  GPtrArray *people = tallyfy_task_get_assignees (now);

  for (guint i = 0; old->len == people->len && i < people->len; i++)
    {
      gboolean found = FALSE;

      for (guint j = 0; j < old->len && !found; j++)
        found = g_strcmp0 (tallyfy_assignee_get_id (people->pdata[i]),
                           tallyfy_assignee_get_id (old->pdata[j]))
                == 0;
      if (!found)
        return FALSE;
    }
  return old->len == people->len;
}

/* The names of what is no longer as it was. (transfer container) */
static GPtrArray *
list_differences (TallyfyTask *before, TallyfyTask *now, gboolean answers)
{
  GPtrArray *parts = g_ptr_array_new ();
  const struct
  {
    gboolean differs;
    const char *name;
  } checks[] = {
    { g_strcmp0 (tallyfy_task_get_title (before), tallyfy_task_get_title (now)) != 0,
      C_ ("its … is not as before", "title") },
    { g_strcmp0 (tallyfy_task_get_summary (before), tallyfy_task_get_summary (now)) != 0,
      C_ ("its … is not as before", "description") },
    { !is_same_moment (tallyfy_task_get_deadline (before), tallyfy_task_get_deadline (now)),
      C_ ("its … is not as before", "deadline") },
    { !is_same_people (before, now), C_ ("its … is not as before", "assignees") },
    { !g_strv_equal (tallyfy_task_get_tags (before), tallyfy_task_get_tags (now)),
      C_ ("its … is not as before", "tags") },
    { answers, C_ ("its … is not as before", "form") },
    { tallyfy_task_is_completed (before) != tallyfy_task_is_completed (now)
          || tallyfy_task_is_archived (before) != tallyfy_task_is_archived (now),
      C_ ("its … is not as before", "state") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (checks); i++)
    if (checks[i].differs)
      g_ptr_array_add (parts, (gpointer)checks[i].name);
  return parts;
}

/* "1 answer and 1 comment are new"; NULL where nothing is. (transfer full) */
static char *
describe_new (guint n_answers, guint n_comments)
{
  g_autofree char *answers
      = g_strdup_printf (ngettext ("%u answer", "%u answers", n_answers), n_answers);
  g_autofree char *comments
      = g_strdup_printf (ngettext ("%u comment", "%u comments", n_comments), n_comments);

  if (n_answers > 0 && n_comments > 0)
    /* Translators: such as: 1 answer and 2 comments are new */
    return g_strdup_printf (_ ("%1$s and %2$s are new"), answers, comments);
  if (n_answers > 0)
    return g_strdup_printf (ngettext ("%u answer is new", "%u answers are new", n_answers),
                            n_answers);
  if (n_comments > 0)
    return g_strdup_printf (ngettext ("%u comment is new", "%u comments are new", n_comments),
                            n_comments);
  return NULL;
}

/* "its title and deadline are not as before"; NULL where nothing is. (transfer full) */
static char *
describe_differences (GPtrArray *parts)
{
  g_autofree char *list = NULL;

  if (parts->len == 0)
    return NULL;
  list = docket_words_list (parts);
  /* Translators: %s is a list of parts of a task, such as: title and deadline */
  return g_strdup_printf (ngettext ("its %s is not as before", "its %s are not as before",
                                    parts->len),
                          list);
}

char *
docket_delete_words_changes (TallyfyTask *before, TallyfyTask *now, const char *name)
{
  g_autofree char *new = NULL, *different = NULL, *what = NULL;
  g_autoptr (GPtrArray) parts = NULL;
  guint n_other = 0;

  if (before != NULL)
    {
      guint n_answers = count_new_answers (before, now, &n_other);

      parts = list_differences (before, now, n_other > 0);
      new = describe_new (n_answers, count_new_comments (before, now));
      different = describe_differences (parts);
    }
  if (new != NULL && different != NULL)
    /* Translators: such as: 1 answer is new; its title and deadline are not as before */
    what = g_strdup_printf (C_ ("two things that changed", "%1$s; %2$s"), new, different);
  else
    what = g_strdup (new != NULL ? new : different);
  if (what == NULL)
    return g_strdup (_ ("This task was changed meanwhile, so nothing was deleted."));
  if (name != NULL)
    /* Translators: the first %s is a person, the second such as: 2 comments are new */
    return g_strdup_printf (_ ("%1$s changed this task meanwhile: %2$s."), name, what);
  /* Translators: %s is such as: 1 answer is new; its title and deadline are not as before */
  return g_strdup_printf (_ ("This task was changed meanwhile: %s."), what);
}

const char *
docket_delete_words_find_author (TallyfyTask *before, TallyfyTask *now)
{
  GPtrArray *comments = tallyfy_task_get_comments (now);
  g_autoptr (GPtrArray) parts = NULL;
  const char *author = NULL;
  guint n_other;

  if (before == NULL || count_new_answers (before, now, &n_other) > 0 || n_other > 0)
    return NULL;
  parts = list_differences (before, now, FALSE);
  if (parts->len > 0)
    return NULL;
  for (guint i = 0; comments != NULL && i < comments->len; i++)
    {
      const char *id = tallyfy_comment_get_author_id (comments->pdata[i]);

      if (has_comment (before, tallyfy_comment_get_id (comments->pdata[i])))
        continue;
      if (id == NULL || (author != NULL && !g_str_equal (author, id)))
        return NULL;
      author = id;
    }
  return author;
}

char *
docket_delete_words_no_copy (const GError *error)
{
  const char *sentence = tallyfy_error_get_sentence (error);
  g_autofree char *clean = sentence != NULL ? docket_text_isolate (sentence, MAX_SENTENCE) : NULL;
  g_autofree char *reason = NULL;

  if (g_error_matches (error, TALLYFY_ERROR, TALLYFY_ERROR_OFFLINE))
    reason = g_strdup (_ ("You are offline."));
  else if (g_error_matches (error, TALLYFY_ERROR, TALLYFY_ERROR_SIGNED_OUT))
    reason = g_strdup (_ ("Tallyfy has signed you out."));
  else if (clean != NULL && *clean != '\0')
    /* Translators: %s is what the server said, in its own language */
    reason = g_strdup_printf (_ ("Tallyfy’s words: “%s”"), clean);
  else if (error != NULL && error->domain == TALLYFY_ERROR)
    reason = g_strdup (_ ("Tallyfy did not hand out the whole task."));
  else
    reason = g_strdup (_ ("A file on this computer could not be written."));
  return docket_words_sentences (_ ("No copy could be made, so nothing was deleted."), reason);
}
