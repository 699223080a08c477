/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
/* Deadlines as people of other languages type them, with the words of their catalogues. The
 * language is the argument; DOCKET_PO is where the catalogues are, LOCPATH where en_US.UTF-8 is. */
#include "docket-config.h"

#include <glib/gi18n-lib.h>
#include <locale.h>
#include <string.h>

#include "when-phrases.h"
#include "workspace/docket-when.h"

/* A Wednesday. */
#define NOW "2026-03-18T10:30:00"

static char *
parse (const char *text)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/Berlin");
  g_autoptr (GDateTime) now = g_date_time_new_from_iso8601 (NOW, zone);
  g_autoptr (GDateTime) when = docket_when_parse (text, now);

  return when != NULL ? g_date_time_format (when, "%Y-%m-%d %H:%M") : NULL;
}

static void
test_phrase (gconstpointer data)
{
  const WhenPhrase *phrase = data;
  g_autofree char *got = parse (phrase->text);

  g_assert_cmpstr (got, ==, phrase->expected);
}

/* What the buttons type. */
static void
test_examples (void)
{
  static const char *const expected[]
      = { "2026-03-18 17:00", "2026-03-19 17:00", "2026-03-23 17:00" };

  for (int i = DOCKET_WHEN_TODAY; i <= DOCKET_WHEN_IN_NEXT_WEEK; i++)
    {
      g_autofree char *words = docket_when_example ((DocketWhenExample)i);
      g_autofree char *got = parse (words);

      g_assert_null (strchr (words, '|'));
      g_assert_cmpstr (got, ==, expected[i]);
    }
}

/* What the entry proposes, and each thing that the sentence below it puts between quotation marks.
 */
static void
test_proposals (void)
{
  const char *sentence = _ ("Not a date Docket knows. Try “friday 3 pm” or “in 2 weeks”.");
  g_autoptr (GRegex) quoted = g_regex_new ("[“„«「]\\s*([^“”„«»「」]+?)\\s*[”“»」]", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *proposed = parse (_ ("tomorrow 5 pm"));
  guint n = 0;

  g_assert_cmpstr (proposed, ==, "2026-03-19 17:00");
  for (g_regex_match (quoted, sentence, 0, &match); g_match_info_matches (match);
       g_match_info_next (match, NULL), n++)
    {
      g_autofree char *text = g_match_info_fetch (match, 1);
      g_autofree char *got = parse (text);

      g_assert_nonnull (got);
    }
  g_assert_cmpuint (n, ==, 2);
}

static void
test_weekdays (void)
{
  static const char *const weekdays[] = {
    N_ ("monday"), N_ ("tuesday"),  N_ ("wednesday"), N_ ("thursday"),
    N_ ("friday"), N_ ("saturday"), N_ ("sunday"),
  };

  /* Every form of every weekday is that weekday, alone. */
  for (guint i = 0; i < G_N_ELEMENTS (weekdays); i++)
    {
      g_auto (GStrv) forms
          = g_strsplit (g_dpgettext2 (GETTEXT_PACKAGE, "typed date", weekdays[i]), "|", -1);

      for (guint j = 0; forms[j] != NULL; j++)
        {
          g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
          g_autoptr (GDateTime) now = g_date_time_new_from_iso8601 (NOW, zone);
          g_autoptr (GDateTime) when = docket_when_parse (forms[j], now);

          g_assert_nonnull (when);
          g_assert_cmpint (g_date_time_get_day_of_week (when), ==, (int)i + 1);
        }
    }
}

int
main (int argc, char **argv)
{
  const char *language = argc > 1 ? argv[argc - 1] : "";
  const WhenPhrase *phrases = when_phrases_of (language);

  /* Newer libraries translate nothing in C.UTF-8. */
  g_setenv ("LC_ALL", "en_US.UTF-8", TRUE);
  g_setenv ("LANGUAGE", language, TRUE);
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, g_getenv ("DOCKET_PO"));
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_assert_nonnull (phrases);
  for (guint i = 0; phrases[i].text != NULL; i++)
    {
      g_autofree char *path
          = g_strdup_printf ("/when/%s/words/%u-%s", language, i, phrases[i].text);

      g_strdelimit (strstr (path, "words/") + strlen ("words/"), "/", '-');
      g_test_add_data_func (path, &phrases[i], test_phrase);
    }
  g_test_add_func ("/when/examples", test_examples);
  g_test_add_func ("/when/proposals", test_proposals);
  g_test_add_func ("/when/weekdays", test_weekdays);
  return g_test_run ();
}
