/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
/* Receipts as another program reads them. */
#include <gtk/gtk.h>
#include <string.h>

#include "ui/docket-receipt-facts.h"
#include "ui/docket-receipt.h"
#include "workspace/docket-history-private.h"

#define NOW "2026-03-17T15:00:00+01"
#define ORG "0123456789abcdef0123456789abcdef"
#define TASK "t/1"
#define DELETE DOCKET_REMOVAL_DELETE
#define LOOKED_UP 1773752589 /* 2026-03-17T13:03:09Z */

/* A line of the journal. */
typedef struct
{
  DocketRemovalKind kind;
  DocketRemovalOutcome outcome;
  guint status;
  const char *sentence;
  gint64 looked_up_at;
  gboolean has_copy;
  gint64 copy_removed_at;
  const char *created_task;
} Line;

static DocketHistoryEntry *
make_entry (const Line *line, const char *title)
{
  DocketHistoryRecord *record = g_new0 (DocketHistoryRecord, 1);

  record->id = 1;
  record->task_id = g_strdup (TASK);
  record->title = g_strdup (title);
  record->kind = line->kind;
  record->ended = TRUE;
  record->outcome = line->outcome;
  record->status = line->status;
  record->sentence = g_strdup (line->sentence);
  record->intended_at = 1773752531; /* 2026-03-17T13:02:11Z */
  record->looked_up_at = line->looked_up_at;
  record->has_copy = line->has_copy;
  record->copy_removed_at = line->copy_removed_at;
  record->created_task = g_strdup (line->created_task);
  record->created_at = line->created_task != NULL ? LOOKED_UP : 0;
  return docket_history_entry_new (record);
}

/* What pdftotext says with one more option. (transfer full) */
static char *
read_pdf (GBytes *pdf, const char *option)
{
  g_autoptr (GSubprocess) reader
      = g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE, NULL,
                          "pdftotext", option, "-", "-", NULL);
  g_autoptr (GBytes) text = NULL;

  g_assert_nonnull (reader);
  g_assert_true (g_subprocess_communicate (reader, pdf, NULL, &text, NULL, NULL));
  g_assert_true (g_subprocess_get_successful (reader));
  return g_strndup (g_bytes_get_data (text, NULL), g_bytes_get_size (text));
}

/* Without any white space: lines break where they must. The marks that keep foreign text apart go
 * with it. */
static char *
squeeze (const char *text)
{
  static const char *const blanks[] = { " ", "\t", "\n", "\f", "\u2068", "\u2069" };
  GString *words = g_string_new (text);

  for (guint i = 0; i < G_N_ELEMENTS (blanks); i++)
    g_string_replace (words, blanks[i], "", 0);
  return g_string_free (words, FALSE);
}

static GBytes *
create (const Line *line, gboolean practice, const char *title)
{
  g_autoptr (DocketAccount) account = docket_account_new ("https://api.example.com/v1", 7,
                                                          "Tomás Rivera", ORG, "Young & Co", NULL);
  g_autoptr (DocketHistoryEntry) entry = make_entry (line, title);
  g_autoptr (GDateTime) now = g_date_time_new_from_iso8601 (NOW, NULL);
  g_autoptr (GError) error = NULL;
  GBytes *pdf = docket_receipt_create (account, practice, entry, now, &error);

  g_assert_no_error (error);
  return pdf;
}

static void
assert_says (const Line *line, const char *title, const char *const *facts)
{
  g_autoptr (GBytes) pdf = create (line, FALSE, title);
  g_autofree char *text = read_pdf (pdf, "-raw");
  g_autofree char *words = squeeze (text);

  for (guint i = 0; facts[i] != NULL; i++)
    {
      g_autofree char *fact = squeeze (facts[i]);

      if (strstr (words, fact) == NULL)
        g_error ("“%s” is not in: %s", facts[i], words);
    }
}

static const struct
{
  const char *name;
  Line line;
  const char *facts[6];
} stories[] = {
  { "done",
    { DELETE, DOCKET_OUTCOME_DONE, .has_copy = TRUE },
    { "Request DELETE /organizations/" ORG "/tasks/t%2F1/delete", "Answer Status 204",
      "How it ended Deleted permanently, copy kept",
      "How that is known Tallyfy confirmed it in its answer", "Copy Kept on this computer" } },
  { "created-again",
    { DELETE, DOCKET_OUTCOME_DONE, .copy_removed_at = LOOKED_UP, .created_task = "t2" },
    { "How it ended Deleted permanently, copy removed",
      "Copy Kept on this computer, and removed on 17 March 2026, 14:03:09 (UTC+01:00)",
      "Created again As a new task, on 17 March 2026, 14:03:09 (UTC+01:00)", "New task’s ID t2" } },
  { "found-done",
    { DELETE, DOCKET_OUTCOME_FOUND_DONE, .looked_up_at = LOOKED_UP },
    { "Answer None came", "How it ended Deleted permanently, found by look-up",
      "How that is known Docket looked it up on 17 March 2026, 14:03:09 (UTC+01:00): Tallyfy had "
      "no such task, "
      "neither by its ID nor in the archive",
      "Copy None" } },
  { "gone",
    { DELETE, DOCKET_OUTCOME_GONE, 404, "No such task.", LOOKED_UP },
    { "Answer Status 404, “No such task.”", "How it ended Already gone when asked",
      "Tallyfy had no such task" } },
  { "refused",
    { DELETE, DOCKET_OUTCOME_REFUSED, 403, "Ask your administrator." },
    { "Answer Status 403, “Ask your administrator.”", "How it ended Deletion refused by Tallyfy",
      "How that is known Tallyfy said in its answer that nothing was done" } },
  { "still-there",
    { DELETE, DOCKET_OUTCOME_STILL_THERE, 502, NULL, LOOKED_UP },
    { "Answer Status 502", "How it ended Not deleted, still there at 14:03",
      "14:03:09 (UTC+01:00): the task was there, unchanged" } },
  { "archived-instead",
    { DELETE, DOCKET_OUTCOME_ARCHIVED, 500, NULL, LOOKED_UP },
    { "How it ended Not deleted, archived instead", "the task was in the archive" } },
  { "not-confirmed",
    { DELETE, DOCKET_OUTCOME_NOT_CONFIRMED },
    { "Answer None came", "How it ended Deletion not confirmed",
      "How that is known Not verified: neither the answer nor a look-up was a proof" } },
  { "not-sent",
    { DELETE, DOCKET_OUTCOME_NO_COPY },
    { "Answer None: nothing was sent", "How that is known Not needed: nothing was sent",
      "Copy None" } },
  { "offline",
    { DELETE, DOCKET_OUTCOME_NOT_SENT },
    { "Answer None: nothing was sent", "How it ended Not sent: Tallyfy could not be reached" } },
  { "changed",
    { DELETE, DOCKET_OUTCOME_CHANGED },
    { "Answer None: nothing was sent", "How it ended Not sent: the task had changed" } },
  { "archive",
    { DOCKET_REMOVAL_ARCHIVE, DOCKET_OUTCOME_DONE },
    { "Request DELETE /organizations/" ORG "/tasks/t%2F1 Answer",
      "Answer Status 204, or 200 with the archived task", "How it ended Archived" } },
  { "restore",
    { DOCKET_REMOVAL_RESTORE, DOCKET_OUTCOME_FOUND_DONE, 502, NULL, LOOKED_UP },
    { "Request PUT /organizations/" ORG "/tasks/t%2F1/restore",
      "How it ended Restored, found by look-up", "the task was there, not archived" } },
};

static void
test_story (gconstpointer data)
{
  const guint i = GPOINTER_TO_UINT (data);
  const char *const common[] = { "Receipt of a Removal",
                                 "Task Send the signed lease Organization Young & Co "
                                 "Asked by Tomás Rivera "
                                 "Asked on 17 March 2026, 14:02:11 (UTC+01:00) Asked for To ",
                                 "Request and Answer Server https://api.example.com/v1 Request ",
                                 "Task ID t/1",
                                 "Organization ID " ORG " Person’s ID 7",
                                 "Written on 17 March 2026, 15:00:00 (UTC+01:00)",
                                 "Docket is independent of Tallyfy, Inc.",
                                 NULL };

  assert_says (&stories[i].line, "Send the signed lease", common);
  assert_says (&stories[i].line, "Send the signed lease", stories[i].facts);
}

/* It is the first that one reads, and nobody else's receipt says it. */
static void
test_practice (void)
{
  const Line line = { DELETE, DOCKET_OUTCOME_DONE };
  g_autoptr (GBytes) practice = create (&line, TRUE, "Title");
  g_autoptr (GBytes) real = create (&line, FALSE, "Title");
  g_autofree char *practice_text = read_pdf (practice, "-layout");
  g_autofree char *real_text = read_pdf (real, "-layout");

  g_assert_true (g_str_has_prefix (g_strchug (practice_text), "Practice Workspace"));
  g_assert_null (strstr (real_text, "Practice"));
}

/* Where @word begins, from the left. */
static double
find_place (GBytes *pdf, const char *word)
{
  g_autofree char *boxes = read_pdf (pdf, "-bbox");
  g_autofree char *end = g_strdup_printf (">%s<", word);
  const char *found = strstr (boxes, end);
  const char *start;

  g_assert_nonnull (found);
  start = g_strrstr_len (boxes, found - boxes, "xMin=\"");
  g_assert_nonnull (start);
  return g_ascii_strtod (start + strlen ("xMin=\""), NULL);
}

/* Where one reads from right to left, what a line is about stands on its right. */
static void
test_mirrored (void)
{
  const Line line = { DELETE, DOCKET_OUTCOME_DONE };
  g_autoptr (GBytes) plain = create (&line, FALSE, "Title");
  g_autoptr (GBytes) mirrored = NULL;

  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  mirrored = create (&line, FALSE, "Title");
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
  g_assert_cmpfloat (find_place (plain, "Organization"), <, find_place (plain, "Young"));
  g_assert_cmpfloat (find_place (mirrored, "Organization"), >, find_place (mirrored, "Young"));
}

/* The longest title there can be, and one of a single word, stay on the page. */
static void
test_long_titles (void)
{
  const Line line = { DELETE, DOCKET_OUTCOME_DONE };
  g_autoptr (GString) many = g_string_new ("first");
  g_autofree char *one = g_strnfill (600, 'W');
  const char *const titles[] = { many->str, one };

  while (many->len < 590)
    g_string_append (many, " words");
  g_string_append (many, " last");
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      g_autoptr (GBytes) pdf = create (&line, FALSE, i == 0 ? many->str : one);
      g_autofree char *text = read_pdf (pdf, "-raw");
      g_autofree char *boxes = read_pdf (pdf, "-bbox");
      const char *place = boxes;
      guint n_words = 0;

      g_assert_nonnull (strstr (text, "Written"));
      if (i == 0)
        g_assert_nonnull (strstr (text, "last"));
      while ((place = strstr (place, "xMax=\"")) != NULL)
        {
          place += strlen ("xMax=\"");
          g_assert_cmpfloat (g_ascii_strtod (place, NULL), <=, 595 - 60);
          n_words++;
        }
      g_assert_cmpuint (n_words, >, 40);
    }
}

/* What the server calls things begins no line of its own. */
static void
test_names_of_the_server (void)
{
  const Line line = { DELETE, DOCKET_OUTCOME_DONE, .created_task = "t2\nAnswer\u202e204" };
  g_autoptr (DocketAccount) account
      = docket_account_new ("https://api.example.com/v1", 7, "Ada", "o\n1", NULL, NULL);
  g_autoptr (DocketHistoryEntry) entry = make_entry (&line, "Title");
  g_autoptr (GPtrArray) facts = docket_receipt_facts_list_technical (account, entry);
  guint n = 0;

  for (guint i = 0; i < facts->len; i++)
    {
      const DocketReceiptFact *fact = facts->pdata[i];

      n += g_str_equal (fact->value, "t2 Answer204") || g_str_equal (fact->value, "o 1");
    }
  g_assert_cmpuint (n, ==, 2);
}

/* What no fonts are needed for: the text is in the file whatever it looks like here. */
static void
test_other_scripts (void)
{
  const Line line = { DELETE, DOCKET_OUTCOME_DONE };
  const char *const facts[] = { "Ελληνικά", "Русский", "Größe", NULL };

  assert_says (&line, "Ελληνικά, Русский, Größe", facts);
}

/* A sentence without an end goes on on another page and is cut at some length. */
static void
test_more_than_a_page (void)
{
  g_autoptr (GString) sentence = g_string_new ("beginning");
  Line line = { DELETE, DOCKET_OUTCOME_REFUSED, 403 };
  const char *const facts[]
      = { "Answer Status 403, “beginning", "How that is known Tallyfy said", NULL };

  while (sentence->len < 100000)
    g_string_append (sentence, " and so on");
  line.sentence = sentence->str;
  assert_says (&line, "Title", facts);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (stories); i++)
    {
      g_autofree char *path = g_strconcat ("/receipt/", stories[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_story);
    }
  g_test_add_func ("/receipt/practice", test_practice);
  g_test_add_func ("/receipt/mirrored", test_mirrored);
  g_test_add_func ("/receipt/long-titles", test_long_titles);
  g_test_add_func ("/receipt/names-of-the-server", test_names_of_the_server);
  g_test_add_func ("/receipt/other-scripts", test_other_scripts);
  g_test_add_func ("/receipt/more-than-a-page", test_more_than_a_page);
  return g_test_run ();
}
