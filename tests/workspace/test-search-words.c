/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
/* The words of a search as text: what is being typed, what filters, and how a filter comes and
 * goes. */
#include "room.h"

#include <string.h>

#include "workspace/docket-names.h"

/* The word at the end of the text before "|". */
static const struct
{
  const char *text;
  DocketSearchKey key;
  const char *value; /* NULL: none ends there */
  gsize start;
} typed[] = {
  { "owner:to|", DOCKET_SEARCH_OWNER, "to", 0 },
  { "is:overdue owner:|", DOCKET_SEARCH_OWNER, "", 11 },
  { "lease owner:\"Tomás R|", DOCKET_SEARCH_OWNER, "Tomás R", 6 },
  { "tag:“Büro n|", DOCKET_SEARCH_TAG, "Büro n", 0 },
  { "owner:«Priya N|", DOCKET_SEARCH_OWNER, "Priya N", 0 },
  { "owner:»Priya N« x|", DOCKET_SEARCH_WORD, "x", 18 },
  { "tag:„Büro n|", DOCKET_SEARCH_TAG, "Büro n", 0 },
  { "tag:「会議 室|", DOCKET_SEARCH_TAG, "会議 室", 0 },
  { "is:o| lease", DOCKET_SEARCH_IS, "o", 0 },
  { "DUE:to|", DOCKET_SEARCH_DUE, "to", 0 },
  { "process:Onboarding |", DOCKET_SEARCH_WORD, NULL, 0 },
  { "owner:to|mas", DOCKET_SEARCH_WORD, NULL, 0 },
  { "owner|", DOCKET_SEARCH_WORD, "owner", 0 },
  { "|", DOCKET_SEARCH_WORD, NULL, 0 },
};

static void
test_typed (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      const gsize cursor = strcspn (typed[i].text, "|");
      g_autofree char *before = g_strndup (typed[i].text, cursor);
      g_autofree char *text = g_strconcat (before, typed[i].text + cursor + 1, NULL);
      g_autoptr (GPtrArray) parts = docket_search_words_split (text);
      const DocketSearchPart *part = docket_search_words_find (parts, cursor);

      g_assert_true ((part != NULL) == (typed[i].value != NULL));
      if (part == NULL)
        continue;
      g_assert_cmpint (part->key, ==, typed[i].key);
      g_assert_cmpstr (part->value, ==, typed[i].value);
      g_assert_cmpuint (part->start, ==, typed[i].start);
    }
}

static void
test_format (void)
{
  static const struct
  {
    const char *value;
    const char *word;
  } cases[] = {
    { "Priya", "owner:Priya" },
    { "Priya Nair", "owner:\"Priya Nair\"" },
    { "  Priya\nNair ", "owner:\"Priya Nair\"" },
    /* A word cannot hold them, and a part of the name finds it, too. */
    { "The \"Great\" Ada", "owner:Great" },
    { "Ada “Al” Lovelace", "owner:Lovelace" },
    { "会議 室", "owner:\"会議 室\"" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *word = docket_search_words_format (DOCKET_SEARCH_OWNER, cases[i].value);

      g_assert_cmpstr (word, ==, cases[i].word);
    }
}

static void
test_change (void)
{
  const char *text = "lease  IS:overdue is:ov owner:\"Priya Nair\" http: due:2026-03-18";
  g_autofree char *filter = docket_search_words_get_filter (text);
  g_autofree char *without = docket_search_words_remove (text, DOCKET_SEARCH_IS, "overdue");
  g_autofree char *more = docket_search_words_add (without, DOCKET_SEARCH_TAG, "Büro");
  g_autofree char *same = docket_search_words_add (more, DOCKET_SEARCH_TAG, "büro");
  g_autofree char *first = docket_search_words_add ("", DOCKET_SEARCH_IS, "open");
  g_autofree char *begun
      = docket_search_words_remove ("tag: tag:Büro owner: lease", DOCKET_SEARCH_TAG, "");

  g_autofree char *nobody
      = docket_search_words_remove ("owner:\"Priya Nair\" owner: owner:tom lease",
                                    DOCKET_SEARCH_OWNER, NULL);
  g_autofree char *ordinary = docket_search_words_get_ordinary (text);

  g_assert_cmpstr (nobody, ==, "lease");
  g_assert_cmpstr (ordinary, ==, "lease is:ov http:");
  g_assert_cmpstr (filter, ==, "IS:overdue due:2026-03-18");
  g_assert_cmpstr (without, ==, "lease is:ov owner:\"Priya Nair\" http: due:2026-03-18");
  g_assert_cmpstr (more, ==, "owner:\"Priya Nair\" due:2026-03-18 tag:Büro lease is:ov http:");
  g_assert_cmpstr (same, ==, more);
  g_assert_cmpstr (first, ==, "is:open");
  g_assert_cmpstr (begun, ==, "tag:Büro owner: lease");
  g_assert_true (docket_search_words_has (text, DOCKET_SEARCH_IS, "overdue"));
  g_assert_true (docket_search_words_has (text, DOCKET_SEARCH_OWNER, "PRIYA NAIR"));
  g_assert_false (docket_search_words_has (text, DOCKET_SEARCH_OWNER, "Priya"));
  g_assert_false (docket_search_words_has (text, DOCKET_SEARCH_IS, "ov"));
}

/* The names that are found, with commas between them. */
static char *
find (Room *room, DocketSearchKey key, const char *text, guint max)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GAsyncResult *slot = NULL;
  g_auto (GStrv) names = NULL;

  docket_names_find_async (room->workspace, key, text, max, NULL, keep_result, &slot);
  result = wait_for_result (&slot);
  names = docket_names_find_finish (room->workspace, result, &error);
  g_assert_no_error (error);
  return g_strjoinv (", ", names);
}

static void
test_names (void)
{
  static const struct
  {
    DocketSearchKey key;
    const char *text;
    const char *names;
  } cases[] = {
    { DOCKET_SEARCH_TAG, "", "Büro, Legal, Paralegal" },
    { DOCKET_SEARCH_TAG, "buro", "Büro" },
    { DOCKET_SEARCH_TAG, "LEGAL", "Legal, Paralegal" },
    { DOCKET_SEARCH_TAG, "nothing", "" },
    { DOCKET_SEARCH_PROCESS, "bo", "Bo’s first day, About Bo, Öde Nabobs" },
    { DOCKET_SEARCH_PROCESS, "oyku", "" },
    { DOCKET_SEARCH_OWNER, "example", "ann@example.com" },
    { DOCKET_SEARCH_OWNER, "stock", "Stock and Tools" },
    /* A number is no name. */
    { DOCKET_SEARCH_OWNER, "7", "" },
  };
  g_autoptr (Room) room = room_new (0);
  g_autofree char *first = NULL;

  room_open_with (
      room,
      "{\"id\":\"1\",\"title\":\"a\",\"is_oneoff_task\":true,\"owners\":{\"users\":[7],\"guests\":["
      "\"ann@example.com\"],\"groups\":[{\"id\":\"g\",\"name\":\"Stock and Tools\"}]},"
      "\"tags\":[{\"id\":\"x\",\"title\":\"Büro\"},{\"id\":\"y\",\"title\":\"Paralegal\"}]},"
      "{\"id\":\"2\",\"title\":\"b\",\"is_oneoff_task\":false,\"run_id\":\"r\",\"run\":{\"data\":{"
      "\"id\":\"r\",\"name\":\"About Bo\"}},\"tags\":[{\"id\":\"z\",\"title\":\"Legal\"},"
      "{\"id\":\"x\",\"title\":\"Büro\"}]},"
      "{\"id\":\"3\",\"title\":\"c\",\"is_oneoff_task\":false,\"run_id\":\"s\",\"run\":{\"data\":{"
      "\"id\":\"s\",\"name\":\"Öde Nabobs\"}}},"
      "{\"id\":\"4\",\"title\":\"d\",\"is_oneoff_task\":false,\"run_id\":\"t\",\"run\":{\"data\":{"
      "\"id\":\"t\",\"name\":\"Bo’s first day\"}}}",
      "");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *names = find (room, cases[i].key, cases[i].text, 9);

      g_assert_cmpstr (names, ==, cases[i].names);
    }
  first = find (room, DOCKET_SEARCH_TAG, "", 1);
  g_assert_cmpstr (first, ==, "Büro");
}

int
main (int argc, char **argv)
{
  folders_init (&argc, &argv, TRUE);
  folders_add_func ("/search-words/typed", test_typed);
  folders_add_func ("/search-words/format", test_format);
  folders_add_func ("/search-words/change", test_change);
  folders_add_func ("/search-words/names", test_names);
  return folders_run ();
}
