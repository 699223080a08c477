/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
/* What a person writes, and what the server keeps of it. */
#include <glib.h>

#include "workspace/docket-comment-text.h"
#include "workspace/docket-html.h"

static void
test_to_html (void)
{
  static const char *const cases[][2] = {
    { "Hello", "<p>Hello</p>" },
    { "  a\nb  \n\n\n c\n", "<p>a<br>b</p><p> c</p>" },
    { "<b>&", "<p>&lt;b&gt;&amp;</p>" },
    { "Ask @[7].", "<p>Ask @[7].</p>" },
    { "See https://a.example/x?y=1&z (or http://b.example).",
      "<p>See <a href=\"https://a.example/x?y=1&amp;z\">https://a.example/x?y=1&amp;z</a> (or "
      "<a href=\"http://b.example\">http://b.example</a>).</p>" },
    { "https://", "<p>https://</p>" },
    { "xhttps://a.example", "<p>xhttps://a.example</p>" },
    { "https://a.example/\"><script>",
      "<p><a href=\"https://a.example/\">https://a.example/</a>&quot;&gt;&lt;script&gt;</p>" },
    { "https://ä.example/“ü”",
      "<p><a href=\"https://ä.example/“ü\">https://ä.example/“ü</a>”</p>" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *html = docket_comment_text_to_html (cases[i][0]);

      g_assert_cmpstr (html, ==, cases[i][1]);
    }
}

/* What was written here can be edited here. */
static void
test_there_and_back (void)
{
  static const char *const texts[]
      = { "Hello", "a\nb\n\nc", "1 < 2 & \"so\"", "@[7] see https://a.example/x?y=1&z.", "  " };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *html = docket_comment_text_to_html (texts[i]);
      gboolean loses = TRUE;
      g_autofree char *back = docket_comment_text_from_html (html, &loses);
      g_autofree char *stripped = g_strstrip (g_strdup (texts[i]));

      g_assert_cmpstr (back, ==, stripped);
      g_assert_false (loses);
    }
}

static void
test_loses (void)
{
  static const struct
  {
    const char *html;
    gboolean loses;
  } cases[] = {
    { "<p>Seen.</p>", FALSE },
    { "Seen, 1 &lt; 2, \"so\"", FALSE },
    { "<p>https://a.example</p>", FALSE },
    { "<p>Seen by <b>all</b></p>", TRUE },
    { "<ul><li>one</li></ul>", TRUE },
    { "<p><a href=\"https://a.example\">here</a></p>", TRUE },
    { "<p><a href=\"https://evil.example\">https://a.example</a></p>", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gboolean loses = !cases[i].loses;
      g_autofree char *text = docket_comment_text_from_html (cases[i].html, &loses);

      g_test_message ("%s → %s", cases[i].html, text);
      g_assert_cmpint (loses, ==, cases[i].loses);
    }
}

static void
test_same (void)
{
  g_assert_true (docket_comment_text_is_same ("<p>a<br>b</p>", "a\n b"));
  g_assert_true (docket_comment_text_is_same ("<p>1 &lt; 2</p>", "<div>1 &lt; 2</div>"));
  g_assert_true (
      docket_comment_text_is_same ("<p><a href=\"https://a.example\">https://a.example</a></p>",
                                   "<p>https://a.example</p>"));
  g_assert_false (docket_comment_text_is_same ("<p>a</p>", "<p>A</p>"));
  g_assert_false (docket_comment_text_is_same ("<p>a</p>", "<p>a!</p>"));
}

static void
test_find_person (void)
{
  static const struct
  {
    const char *text;
    const char *id;
    const char *rest;
  } cases[] = {
    { "Ask @[7]!", "7", "!" },
    { "@[bo@example.com]", "bo@example.com", "" },
    { "a@[] @[1 2] @[x@[9] z", "9", " z" },
    { "@[7", NULL, NULL },
    { "@7]", NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *end = NULL;
      g_autofree char *id = NULL;
      const char *found = docket_comment_text_find_person (cases[i].text, &end, &id);

      g_assert_cmpstr (id, ==, cases[i].id);
      g_assert_cmpint (found != NULL, ==, cases[i].id != NULL);
      g_assert_cmpstr (end, ==, cases[i].rest);
    }
}

static const char *
name_cb (const char *id, gpointer user_data)
{
  return g_str_equal (id, "7") ? "Ada <Young> & Co" : NULL;
}

static void
test_name_people (void)
{
  static const char *const cases[][2] = {
    { "Ask @[7], then @[7] or @[8]!",
      "Ask <b>@Ada &lt;Young&gt; &amp; Co</b>, then <b>@Ada &lt;Young&gt; &amp; Co</b> or @[8]!" },
    { "<a href=\"x@[7]\" title=\"y\">@[7]</a>",
      "<a href=\"x@[7]\" title=\"y\"><b>@Ada &lt;Young&gt; &amp; Co</b></a>" },
    { "<i>plain</i>", "<i>plain</i>" },
    { "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *named = docket_comment_text_name_people (cases[i][0], name_cb, NULL);

      g_assert_cmpstr (named, ==, cases[i][1]);
    }
}

/* Names that were typed and not chosen: neither persons, nor addresses, nor an "@" alone. */
static void
test_next_at (void)
{
  const char *text = "@Ada, (@Zoë) a@example.com @[7] @ @7 @O’Neil-Young";
  static const char *const names[] = { "Ada", "Zoë", "O’Neil-Young" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *name = NULL;

      text = docket_comment_text_next_at (text, &name);
      g_assert_nonnull (text);
      g_assert_cmpstr (name, ==, names[i]);
    }
  g_assert_cmpstr (text, ==, "");
  g_assert_null (docket_comment_text_next_at (text, &(char *){ NULL }));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/comment-text/to-html", test_to_html);
  g_test_add_func ("/comment-text/there-and-back", test_there_and_back);
  g_test_add_func ("/comment-text/loses", test_loses);
  g_test_add_func ("/comment-text/same", test_same);
  g_test_add_func ("/comment-text/find-person", test_find_person);
  g_test_add_func ("/comment-text/name-people", test_name_people);
  g_test_add_func ("/comment-text/next-at", test_next_at);
  return g_test_run ();
}
