/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers
 *
 * What the question before a deletion says about what is lost, and about what changed since it was
 * asked. */
#include "ui/docket-delete-words.h"

#include <locale.h>

/* A task with the given members beside those that all have. */
static TallyfyTask *
make_task (const char *members)
{
  g_autofree char *json = g_strdup_printf ("{\"id\":\"t1\",\"is_oneoff_task\":true%s%s}",
                                           *members != '\0' ? "," : "", members);
  g_autoptr (GBytes) bytes = g_bytes_new (json, strlen (json));
  g_autoptr (GError) error = NULL;
  TallyfyTask *task = tallyfy_task_new_from_json (bytes, &error);

  g_assert_no_error (error);
  return task;
}

#define FIELD(id, value)                                                                           \
  "{\"id\":\"" id "\",\"label\":\"L\",\"field_type\":\"text\",\"value\":" value "}"
#define FIELDS(fields) "\"form_fields\":{\"data\":[" fields "]}"
#define COMMENT(id, author)                                                                        \
  "{\"id\":\"" id "\",\"content\":\"c\",\"author_id\":" author ",\"author_type\":\"member\"}"
#define COMMENTS(comments) "\"threads\":{\"data\":[" comments "]}"
#define TITLE(title) "\"title\":\"" title "\""

static const struct
{
  const char *before; /* NULL = not known */
  const char *now;
  const char *name;
  const char *words;
} changes[] = {
  { NULL, "", NULL, "This task was changed meanwhile, so nothing was deleted." },
  { "", "", NULL, "This task was changed meanwhile, so nothing was deleted." },
  { FIELDS (FIELD ("a", "null") "," FIELD ("b", "null")) "," COMMENTS (""),
    FIELDS (FIELD ("a", "\"1\"") "," FIELD ("b", "null")) "," COMMENTS (COMMENT ("c1", "3")), NULL,
    "This task was changed meanwhile: 1 answer and 1 comment are new." },
  { FIELDS (FIELD ("a", "null") "," FIELD ("b", "null")),
    FIELDS (FIELD ("a", "\"1\"") "," FIELD ("b", "\"2\"")), NULL,
    "This task was changed meanwhile: 2 answers are new." },
  { COMMENTS (COMMENT ("c1", "3")), COMMENTS (COMMENT ("c1", "3") "," COMMENT ("c2", "4")), "Bo",
    "Bo changed this task meanwhile: 1 comment is new." },
  { TITLE ("a"),
    TITLE ("b") ",\"deadline\":\"2026-03-15T17:00:00Z\"," COMMENTS (COMMENT ("c1", "3")), NULL,
    "This task was changed meanwhile: 1 comment is new; its title and deadline are not as "
    "before." },
  { FIELDS (FIELD ("a", "\"1\"")), FIELDS (FIELD ("a", "\"2\"")), NULL,
    "This task was changed meanwhile: its form is not as before." },
  { FIELDS (FIELD ("a", "\"1\"")), FIELDS (FIELD ("a", "null")), NULL,
    "This task was changed meanwhile: its form is not as before." },
  { FIELDS (FIELD ("a", "null") "," FIELD ("b", "null")), FIELDS (FIELD ("a", "null")), NULL,
    "This task was changed meanwhile: its form is not as before." },
  { "\"summary\":\"a\",\"owners\":{\"users\":[1,2]}",
    "\"summary\":\"b\",\"owners\":{\"users\":[1]}", NULL,
    "This task was changed meanwhile: its description and assignees are not as before." },
  { "\"owners\":{\"users\":[1,2]}",
    "\"owners\":{\"users\":[2,1]},\"archived_at\":\"2026-03-15T17:00:00Z\"", NULL,
    "This task was changed meanwhile: its state is not as before." },
};

static void
test_changes (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autoptr (TallyfyTask) before
          = changes[i].before != NULL ? make_task (changes[i].before) : NULL;
      g_autoptr (TallyfyTask) now = make_task (changes[i].now);
      g_autofree char *words = docket_delete_words_changes (before, now, changes[i].name);

      g_assert_cmpstr (words, ==, changes[i].words);
    }
}

/* Who changed it is said only where the answer tells: comments have authors, the rest has none. */
static void
test_author (void)
{
  g_autoptr (TallyfyTask) before = make_task (COMMENTS (COMMENT ("c1", "3")));
  g_autoptr (TallyfyTask) one
      = make_task (COMMENTS (COMMENT ("c1", "3") "," COMMENT ("c2", "4") "," COMMENT ("c3", "4")));
  g_autoptr (TallyfyTask) two
      = make_task (COMMENTS (COMMENT ("c1", "3") "," COMMENT ("c2", "4") "," COMMENT ("c3", "5")));
  g_autoptr (TallyfyTask) more
      = make_task (COMMENTS (COMMENT ("c1", "3") "," COMMENT ("c2", "4")) "," TITLE ("b"));
  g_autoptr (TallyfyTask) answered = make_task (
      COMMENTS (COMMENT ("c1", "3") "," COMMENT ("c2", "4")) "," FIELDS (FIELD ("a", "\"1\"")));

  g_assert_cmpstr (docket_delete_words_find_author (before, one), ==, "4");
  g_assert_null (docket_delete_words_find_author (before, two));
  g_assert_null (docket_delete_words_find_author (before, more));
  g_assert_null (docket_delete_words_find_author (before, answered));
  g_assert_null (docket_delete_words_find_author (before, before));
  g_assert_null (docket_delete_words_find_author (NULL, one));
}

static void
check_no_copy (GQuark domain, int code, const char *expected)
{
  g_autoptr (GError) error = g_error_new_literal (domain, code, "not for people");
  g_autofree char *words = docket_delete_words_no_copy (error);
  g_autofree char *all
      = g_strconcat ("No copy could be made, so nothing was deleted. ", expected, NULL);

  g_assert_cmpstr (words, ==, all);
}

static void
test_no_copy (void)
{
  check_no_copy (TALLYFY_ERROR, TALLYFY_ERROR_OFFLINE, "You are offline.");
  check_no_copy (TALLYFY_ERROR, TALLYFY_ERROR_SERVER, "Tallyfy did not hand out the whole task.");
  check_no_copy (G_IO_ERROR, G_IO_ERROR_NO_SPACE, "A file on this computer could not be written.");
}

static void
check_loss (const DocketLoss *loss, const char *expected)
{
  g_autofree char *words = docket_delete_words_loss (loss, "x");

  g_assert_cmpstr (words, ==, expected);
}

static void
test_loss (void)
{
  DocketLoss loss = { .counts = DOCKET_COUNTS_PENDING, .one_off = TRUE };
  g_autoptr (TallyfyTask) task = make_task (
      FIELDS (FIELD ("a", "\"1\"") "," FIELD ("b", "null")) "," COMMENTS (COMMENT ("c1", "3")));

  check_loss (&loss, "Counting what deleting “x” permanently would also delete…");
  docket_loss_count (&loss, task);
  check_loss (&loss, "Deleting “x” permanently also deletes its 2 form fields, 1 answer and 1 "
                     "comment. This cannot be undone.");
  loss.archived = TRUE;
  check_loss (&loss, "Deleting it permanently also deletes its 2 form fields, 1 answer and 1 "
                     "comment. This cannot be undone.");
  loss.one_off = FALSE;
  check_loss (&loss,
              "It belongs to a process now. Tallyfy removes such tasks only with their process.");
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/delete-words/changes", test_changes);
  g_test_add_func ("/delete-words/author", test_author);
  g_test_add_func ("/delete-words/no-copy", test_no_copy);
  g_test_add_func ("/delete-words/loss", test_loss);
  return g_test_run ();
}
