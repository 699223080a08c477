/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
/* Text from the server inside sentences of ours, and as what a search compares. */
#include <string.h>

#include "workspace/docket-text.h"

#define FSI "\u2068"
#define PDI "\u2069"

typedef struct
{
  const char *given;
  const char *expected;
} Pair;

static const Pair cleaned[] = {
  { NULL, "" },
  { "", "" },
  { " \t\n", "" },
  { "Report", "Report" },
  { "  two\n\r\n lines\t ", "two lines" },
  { "a\xc2\x85"
    "b\u2028c\u2029d\xc2\xa0"
    "e\u3000f",
    "a b c d e f" },
  { "\u202eevil\u202c", "evil" },
  { "a\u202ab\u202bc\u202dd", "abcd" },
  { "\u2066a\u2067b\u2068c\u2069\u2069", "abc" },
  { "a\u200e\u200f\u061cb", "ab" },
  { "a\x01\x1b[31m\x7f\xc2\x9b", "a[31m" },
  { "a\x01 \x01 b", "a b" },
  { "<b>&amp;", "<b>&amp;" },
  { "caf\xe9", "caf\xef\xbf\xbd" },
  { "\xff\xfe", "\xef\xbf\xbd\xef\xbf\xbd" },
  { "שלום \U0001f600 日本", "שלום \U0001f600 日本" },
};

static void
test_clean (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cleaned); i++)
    {
      g_autofree char *text = docket_text_clean (cleaned[i].given);
      g_autofree char *isolated = docket_text_isolate (cleaned[i].given, 0);
      g_autofree char *expected = g_strconcat (FSI, cleaned[i].expected, PDI, NULL);

      g_assert_cmpstr (text, ==, cleaned[i].expected);
      g_assert_cmpstr (isolated, ==, expected);
    }
}

typedef struct
{
  const char *given;
  guint most;
  const char *expected;
} Cut;

static const Cut cuts[] = {
  { "abcdefg", 7, "abcdefg" },
  { "abcdefgh", 7, "abc…fgh" },
  { "abcdefgh", 6, "ab…fgh" },
  { "äöüßäöüß", 7, "äöü…öüß" },
  { "abc def ghi", 9, "abc…ghi" },
  { "\u202eab\ncd", 5, "ab cd" },
  { "abc", 1, "…" },
};

static void
test_isolate (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cuts); i++)
    {
      g_autofree char *text = docket_text_isolate (cuts[i].given, cuts[i].most);
      g_autofree char *expected = g_strconcat (FSI, cuts[i].expected, PDI, NULL);

      g_assert_cmpstr (text, ==, expected);
    }
}

/* Whatever comes, the isolation is the first and the last character, and there is no second one. */
static void
test_isolate_anything (void)
{
  static const char *const pieces[]
      = { "a", " ", "\n", "\u2068", "\u2069", "\u202e", "\u2067", "\xff", "\u0301", "\U0001f600" };

  for (guint round = 0; round < 3000; round++)
    {
      g_autoptr (GString) given = g_string_new (NULL);
      const guint most = (guint)g_test_rand_int_range (0, 12);
      g_autofree char *text = NULL;

      for (int n = g_test_rand_int_range (0, 30); n > 0; n--)
        g_string_append (given, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
      text = docket_text_isolate (given->str, most);
      g_assert_true (g_utf8_validate (text, -1, NULL));
      g_assert_true (g_str_has_prefix (text, FSI) && g_str_has_suffix (text, PDI));
      g_assert_null (strstr (text + strlen (FSI), FSI));
      g_assert_true (strstr (text, PDI) == text + strlen (text) - strlen (PDI));
      g_assert_null (strpbrk (text, "\n\r\t"));
      g_assert_null (strstr (text, "\u202e"));
      g_assert_null (strstr (text, "\u2067"));
      if (most > 0)
        g_assert_cmpint (g_utf8_strlen (text, -1), <=, (glong)most + 2);
    }
}

static const Pair same[] = {
  { "ÉCOLE", "ecole" },         { "e\u0301cole", "école" },
  { "Straße", "STRASSE" },      { "ﬁle", "FILE" },
  { "Ｄｏｃｋｅｔ", "docket" }, { "Ångström", "angstrom" },
  { "ΣΊΣΥΦΟΣ", "σίσυφος" },     { "Йод", "ЙОД" },
};

static void
test_fold (void)
{
  g_autofree char *nothing = docket_text_fold (NULL);
  g_autofree char *broken = docket_text_fold ("A\xff");

  g_assert_cmpstr (nothing, ==, "");
  g_assert_cmpstr (broken, ==, "a\xef\xbf\xbd");
  for (guint i = 0; i < G_N_ELEMENTS (same); i++)
    {
      g_autofree char *a = docket_text_fold (same[i].given);
      g_autofree char *b = docket_text_fold (same[i].expected);

      g_assert_cmpstr (a, ==, b);
      g_assert_cmpint ((int)strlen (a), >, 0);
    }
}

static void
test_fold_keeps_words_apart (void)
{
  static const char *const other[] = { "a", "b", "日", "本", "ל", "ש", "1", "٢" };

  for (guint i = 0; i < G_N_ELEMENTS (other); i++)
    for (guint j = 0; j < G_N_ELEMENTS (other); j++)
      {
        g_autofree char *a = docket_text_fold (other[i]);
        g_autofree char *b = docket_text_fold (other[j]);

        g_assert_true ((i == j) == g_str_equal (a, b));
      }
}

/* All of it as a whole, without a quicker way for any of it. */
static char *
fold_as_a_whole (const char *text)
{
  g_autofree char *decomposed = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);
  g_autofree char *cased = g_utf8_casefold (decomposed, -1);
  g_autofree char *again = g_utf8_normalize (cased, -1, G_NORMALIZE_ALL);
  GString *folded = g_string_new (NULL);

  for (const char *p = again; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_type (g_utf8_get_char (p)) != G_UNICODE_NON_SPACING_MARK)
      g_string_append_unichar (folded, g_utf8_get_char (p));
  return g_string_free (folded, FALSE);
}

/* From all of Unicode, with much that changes beside what does not. */
static gunichar
draw_character (void)
{
  static const gunichar kinds[][2]
      = { { 1, 0x7f },        { 0xa0, 0x250 },      { 0x300, 0x370 },     { 0x370, 0x530 },
          { 0x590, 0x700 },   { 0x900, 0xe00 },     { 0x1100, 0x1200 },   { 0x1e00, 0x2000 },
          { 0x3000, 0x3130 }, { 0x4dc0, 0xa010 },   { 0xac00, 0xd7a4 },   { 0xf900, 0xfb20 },
          { 0xff00, 0xfff0 }, { 0x1d160, 0x1d170 }, { 0x2f800, 0x2fa1e }, { 1, 0x30000 } };
  const gunichar *kind = kinds[g_test_rand_int_range (0, G_N_ELEMENTS (kinds))];

  for (;;)
    {
      gunichar c = (gunichar)g_test_rand_int_range ((gint32)kind[0], (gint32)kind[1]);

      if (g_unichar_validate (c))
        return c;
    }
}

static void
test_fold_in_pieces (void)
{
  for (guint round = 0; round < 30000; round++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autofree char *folded = NULL;
      g_autofree char *expected = NULL;

      for (int n = g_test_rand_int_range (0, 12); n > 0; n--)
        g_string_append_unichar (text, draw_character ());
      folded = docket_text_fold (text->str);
      expected = fold_as_a_whole (text->str);
      g_assert_cmpstr (folded, ==, expected);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/clean", test_clean);
  g_test_add_func ("/text/isolate", test_isolate);
  g_test_add_func ("/text/isolate-anything", test_isolate_anything);
  g_test_add_func ("/text/fold", test_fold);
  g_test_add_func ("/text/fold-keeps-words-apart", test_fold_keeps_words_apart);
  g_test_add_func ("/text/fold-in-pieces", test_fold_in_pieces);
  return g_test_run ();
}
