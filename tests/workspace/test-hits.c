/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
/* What is emphasised of what search found, and what is said of a hit that the title does not show.
 */
#include "stock.h"

#include "workspace/docket-task-model-private.h"
#include "workspace/docket-task-private.h"
#include "workspace/docket-text.h"

/* The text with what is emphasised in brackets. */
static char *
mark (const char *text, const GArray *places)
{
  GString *marked = g_string_new (NULL);
  guint at = 0;

  for (guint i = 0; places != NULL && i < places->len; i++)
    {
      const DocketTextPlace *place = &g_array_index (places, DocketTextPlace, i);

      g_string_append_len (marked, text + at, place->start - at);
      g_string_append_printf (marked, "[%.*s]", (int)(place->end - place->start),
                              text + place->start);
      at = place->end;
    }
  g_string_append (marked, text + at);
  return g_string_free (marked, FALSE);
}

static const struct
{
  const char *text;
  const char *words; /* parted by spaces */
  const char *marked;
} places[] = {
  { "Tomás Rivera", "tomas", "[Tomás] Rivera" },
  { "Toma\xcc\x81s Rivera", "tomas", "[Toma\xcc\x81s] Rivera" },
  { "Toma\xcc\x81s", "ma", "To[ma\xcc\x81]s" },
  { "ÉCOLE, école", "ecole", "[ÉCOLE], [école]" },
  { "Straße", "strasse", "[Straße]" },
  { "Straße", "ras", "St[raß]e" },
  { "eﬃcient", "ffi", "e[ﬃ]cient" },
  { "会議室を予約する", "予約", "会議室を[予約]する" },
  { "ガラスの棚", "カラス", "[ガラス]の棚" },
  { "ｶﾞﾗｽ", "カラス", "[ｶﾞﾗｽ]" },
  { "한글 문서", "문서", "한글 [문서]" },
  { "İstanbul", "istanbul", "[İstanbul]" },
  { "<b>&amp;</b>", "&amp;", "<b>[&amp;]</b>" },
  { "leaseleased", "lease leased", "[leaseleased]" },
  { "aaa", "aa", "[aa]a" },
  { "of the lease", "lease the", "of [the] [lease]" },
  { "nothing", "lease", "nothing" },
  { "", "lease", "" },
};

static void
test_places (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autofree char *folded = docket_text_fold (places[i].words);
      g_auto (GStrv) words = g_strsplit (folded, " ", -1);
      g_autoptr (GArray) found
          = docket_text_find_words (places[i].text, (const char *const *)words);
      g_autofree char *marked = mark (places[i].text, found);

      g_assert_cmpstr (marked, ==, places[i].marked);
    }
}

#define LONG                                                                                       \
  "All that was agreed with the landlord in the spring stands here, and at its end it says that "  \
  "the lease ends in May."

static const DocketHitSource source = {
  .title = "Send the paper",
  .process = "Onboarding of Öykü",
  .tags = "Büro\nLegal\n",
  .summary = LONG,
  .comments = "\tSeen.\nLena Vogt\tThe last <b>signature</b> is there.\n",
  .answers = "Contract\tNumber 4471\nContact\tMr. Ferreira\n",
  .people = (const char *const[]){ "Mia Chen", "Tomás Rivera", NULL },
};

static const struct
{
  const char *words;
  const char *title;
  DocketHitKind kind;
  const char *label;
  const char *text;
} told[] = {
  { "paper", "Send the [paper]", DOCKET_HIT_IN_TITLE, NULL, NULL },
  { "oyku", "Send the paper", DOCKET_HIT_IN_PROCESS, NULL, "Onboarding of [Öykü]" },
  { "buro", "Send the paper", DOCKET_HIT_IN_TAG, NULL, "[Büro]" },
  { "lease", "Send the paper", DOCKET_HIT_IN_DESCRIPTION, NULL,
    "…it says that the [lease] ends in May." },
  { "signature", "Send the paper", DOCKET_HIT_IN_COMMENT, NULL,
    "The last <b>[signature]</b> is there." },
  { "vogt", "Send the paper", DOCKET_HIT_IN_AUTHOR, "The last <b>signature</b> is there.",
    "Lena [Vogt]" },
  { "ferreira", "Send the paper", DOCKET_HIT_IN_ANSWER, "Contact", "Mr. [Ferreira]" },
  { "rivera", "Send the paper", DOCKET_HIT_IN_PERSON, NULL, "Tomás [Rivera]" },
  /* Not the question, but the answer. */
  { "contact", "Send the paper", DOCKET_HIT_IN_TITLE, NULL, NULL },
  /* What the title has need not be told, but shows in what is. */
  { "the lease", "Send [the] paper", DOCKET_HIT_IN_DESCRIPTION, NULL,
    "…it says that [the] [lease] ends in May." },
};

static void
test_told (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (told); i++)
    {
      g_auto (GStrv) words = g_strsplit (told[i].words, " ", -1);
      g_autoptr (DocketHit) hit = docket_hit_new ((const char *const *)words, &source);
      g_autoptr (DocketHit) again = docket_hit_new ((const char *const *)words, &source);
      g_autofree char *title = mark (source.title, hit->title_places);
      g_autofree char *text = hit->text != NULL ? mark (hit->text, hit->places) : NULL;

      g_assert_cmpstr (title, ==, told[i].title);
      g_assert_cmpint (hit->kind, ==, told[i].kind);
      g_assert_cmpstr (hit->label, ==, told[i].label);
      g_assert_cmpstr (text, ==, told[i].text);
      g_assert_true (docket_hit_equal (hit, again));
      g_assert_false (docket_hit_equal (hit, NULL));
    }
}

/* A megabyte is cut on both sides, between characters. */
static void
test_told_of_much (void)
{
  const char *const words[] = { "棚", NULL };
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (DocketHit) hit = NULL;
  DocketHitSource much = { .title = "x" };

  for (guint i = 0; i < 150000; i++)
    g_string_append (text, i == 70000 ? "棚" : "会議");
  much.summary = text->str;
  hit = docket_hit_new (words, &much);
  g_assert_true (g_utf8_validate (hit->text, -1, NULL));
  g_assert_cmpint (g_utf8_strlen (hit->text, -1), <, 250);
  g_assert_true (g_str_has_prefix (hit->text, "…"));
  g_assert_true (g_str_has_suffix (hit->text, "…"));
  g_assert_cmpuint (hit->places->len, ==, 1);
}

static gboolean
is_idle (gpointer model)
{
  return !docket_task_model_get_busy (model);
}

static gboolean
is_loaded (gpointer task)
{
  return docket_task_get_loaded (task);
}

static gboolean
is_null (gpointer data)
{
  return *(gpointer *)data == NULL;
}

static const char tasks[]
    = "{\"id\":\"1\",\"title\":\"Lease\",\"is_oneoff_task\":true,\"summary\":\"<p>to "
      "<b>Ferreira</b> &amp; Co</p>\"},"
      "{\"id\":\"2\",\"title\":\"Chairs\",\"is_oneoff_task\":true,\"tags\":[{\"id\":\"x\","
      "\"title\":\"Büro\"}],\"threads\":{\"data\":[{\"id\":\"c\",\"content\":\"<p>The lease of "
      "@[8] ends</p>\"}]}}";

static DocketTask *
search (DocketTaskModel *model, const char *text)
{
  DocketTask *task;

  docket_task_model_set_search (model, text);
  wait_until (is_idle, model);
  task = g_list_model_get_item (G_LIST_MODEL (model), 1);
  wait_until (is_loaded, task);
  return task;
}

/* The list has it with its rows, and lets go of it with the search. */
static void
test_rows (void)
{
  DocketCache *cache = stock_open ("a");
  DocketTaskModel *model;
  g_autoptr (DocketTask) chairs = NULL;
  gpointer left;

  stock_store_member (cache, "8", "Tomás Rivera");
  stock_store_now (cache, tasks);
  run_pending ();
  model = docket_task_model_new (cache);
  docket_task_model_set_view (model, DOCKET_VIEW_ALL);
  chairs = search (model, "lease chairs");
  g_assert_cmpstr (docket_task_get_title (chairs), ==, "Chairs");
  g_assert_cmpstr (docket_task_get_hit (chairs)->text, ==, "The lease of @Tomás Rivera ends");
  g_assert_cmpint (docket_task_get_hit (chairs)->kind, ==, DOCKET_HIT_IN_COMMENT);
  {
    g_autoptr (DocketTask) same = search (model, "buro");

    g_assert_true (same == chairs);
    g_assert_cmpstr (docket_task_get_hit (chairs)->text, ==, "Büro");
  }
  {
    g_autoptr (DocketTask) lease = search (model, "\"ferreira & co\"");

    g_assert_cmpstr (docket_task_get_hit (lease)->text, ==, "to Ferreira & Co");
  }
  {
    /* Search words explain themselves. */
    g_autoptr (DocketTask) first = search (model, "is:open");

    g_assert_null (docket_task_get_hit (first));
    g_assert_null (docket_task_get_hit (chairs));
  }
  g_clear_object (&chairs);
  left = model;
  g_object_add_weak_pointer (G_OBJECT (model), &left);
  g_object_unref (model);
  wait_until (is_null, &left);
  stock_close (cache);
}

int
main (int argc, char **argv)
{
  folders_init (&argc, &argv, TRUE);
  folders_add_func ("/hits/places", test_places);
  folders_add_func ("/hits/told", test_told);
  folders_add_func ("/hits/told-of-much", test_told_of_much);
  folders_add_func ("/hits/rows", test_rows);
  return folders_run ();
}
