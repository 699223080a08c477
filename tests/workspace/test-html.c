/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
/* HTML from the server: what becomes of it, and that whatever it is the markup can be shown. */
#include <string.h>

#include "workspace/docket-html-line.h"
#include "workspace/docket-html.h"
#include "workspace/docket-text.h"

typedef struct
{
  const char *html;
  const char *markup;
  const char *text; /* NULL = as the markup */
} Case;

#define LINK(address, text) "<a href=\"" address "\" title=\"" address "\">" text "</a>"

static const Case cases[] = {
  { NULL, "", NULL },
  { "", "", NULL },
  { " \n ", "", NULL },
  { "plain", "plain", NULL },
  { "two\n  words", "two words", NULL },
  { "<p>one</p><p>two</p>", "one\n\ntwo", NULL },
  { "<p>one</p>\n\n<p></p><p> </p>\n<p>two</p>\n", "one\n\ntwo", NULL },
  { "one<br>two<br/>three", "one\ntwo\nthree", NULL },
  { "<div>one</div><div>two</div>", "one\ntwo", NULL },
  { "<h1>Head</h1><p>text</p>", "<big><b>Head</b></big>\n\ntext", "Head\n\ntext" },
  { "<b>a</b> <strong>b</strong> <i>c</i> <em>d</em>", "<b>a</b> <b>b</b> <i>c</i> <i>d</i>",
    "a b c d" },
  { "<u>a</u><s>b</s><del>c</del><code>d</code>", "<u>a</u><s>b</s><s>c</s><tt>d</tt>", "abcd" },
  { "x<b> y</b>", "x<b> y</b>", "x y" },
  { "<b></b>", "", NULL },
  /* Characters that mean something in markup. */
  { "1 &lt; 2 &amp; 3 &gt; 2", "1 &lt; 2 &amp; 3 &gt; 2", "1 < 2 & 3 > 2" },
  { "&lt;b&gt;&amp;lt;", "&lt;b&gt;&amp;lt;", "<b>&lt;" },
  { "AT&T &nosuch; &#x1F600; &eacute;", "AT&amp;T &amp;nosuch; \U0001f600 é",
    "AT&T &nosuch; \U0001f600 é" },
  { "\U0001f600 \U00020000", "\U0001f600 \U00020000", NULL },
  { "\"quoted\" 'too'", "\"quoted\" 'too'", NULL },
  /* What could turn the text around it, or is not to be seen. */
  { "a\u202eb\u2066c\u200fd\u061ce", "abcde", NULL },
  { "a&#8238;b", "ab", NULL },
  { "a\x01\x1b\xc2\x9b\x7f"
    "b",
    "ab", NULL },
  { "a\u2028b", "a b", NULL },
  { "<script>alert(1)</script><style>b{}</style><title>t</title>a", "a", NULL },
  { "<template>t</template><object>o</object>a", "a", NULL },
  { "<!-- comment -->a<?php echo 1 ?>b", "ab", NULL },
  { "<img src=\"https://example.com/a.png\" onerror=\"x\">a<iframe "
    "src=\"https://example.com\"></iframe>",
    "a", NULL },
  { "<font color=red><span style='x'>a</span></font><nosuch>b</nosuch>", "ab", NULL },
  /* Lists. */
  { "<ul><li>a</li><li>b</li></ul>", " • a\n • b", NULL },
  { "<ol><li>a</li><li>b</li></ol>", " 1. a\n 2. b", NULL },
  { "<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>", " • a\n     • b\n • c", NULL },
  { "<ul><li><p>a</p></li><li></li><li><b>b</b></li></ul>", " • a\n • <b>b</b>", " • a\n • b" },
  { "x<ul><li>a</li></ul>y", "x\n\n • a\n\ny", NULL },
  { "<table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>",
    "a \u2003b\nc \u2003d", NULL },
  { "<pre>a\n  b</pre>", "<tt>a\n  b</tt>", "a\n  b" },
  /* Links. */
  { "<a href=\"https://example.com/a?b=1&amp;c=2\">x</a>",
    LINK ("https://example.com/a?b=1&amp;c=2", "x"), "x" },
  { "<a href='http://example.com'>x</a>", LINK ("http://example.com", "x"), "x" },
  { "<a href=' HTTPS://example.com '>x</a>", LINK ("HTTPS://example.com", "x"), "x" },
  { "<a href='mailto:a@example.com'>x</a>", LINK ("mailto:a@example.com", "x"), "x" },
  { "<a href='https://example.com/\"><b>'>x</a>",
    LINK ("https://example.com/&quot;&gt;&lt;b&gt;", "x"), "x" },
  { "<a href='https://example.com/\U0001f600'>x</a>", LINK ("https://example.com/\U0001f600", "x"),
    "x" },
  { "<a href='javascript:alert(1)'>x</a>", "x", NULL },
  { "<a href=' java\nscript:alert(1)'>x</a>", "x", NULL },
  { "<a href='file:///etc/passwd'>x</a>", "x", NULL },
  { "<a href='data:text/html,x'>x</a>", "x", NULL },
  { "<a href='smb://host/x'>x</a>", "x", NULL },
  { "<a href='/relative'>x</a><a href='#a'>y</a><a href=''>z</a><a>w</a>", "xyzw", NULL },
  { "<a href='//example.com'>x</a>", "x", NULL },
  { "<a href='https://example.com/\u202ex'>x</a>", "x", NULL },
  { "<a href='https://example.com/ x'>x</a>", "x", NULL },
  { "<a href='https://example.com'></a>", "", NULL },
  { "<a href='https://a.example'><a href='https://b.example'>x</a></a>",
    LINK ("https://b.example", "x"), "x" },
  /* Not in order. */
  { "<b>a<i>b</b>c</i>", "<b>a<i>b</i></b>c", "abc" },
  { "</b></p>a", "a", NULL },
  { "<b>a", "<b>a</b>", "a" },
  { "<p><b>a</p><p>b</b></p>", "<b>a</b>\n\nb", "a\n\nb" },
  { "a<", "a&lt;", "a<" },
  { "a<b", "a", NULL },
};

/* As Pango reads markup: elements around a root of its own. */
static void
assert_parses (const char *markup, const char *html)
{
  static const GMarkupParser parser = { NULL };
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, NULL, NULL);
  g_autofree char *whole = g_strconcat ("<markup>", markup, "</markup>", NULL);
  g_autoptr (GError) error = NULL;

  if (g_markup_parse_context_parse (context, whole, -1, &error))
    g_markup_parse_context_end_parse (context, &error);
  if (error != NULL)
    g_test_message ("%s\nfrom: %s\nto: %s", error->message, html, markup);
  g_assert_no_error (error);
}

static void
test_table (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *markup = docket_html_to_markup (cases[i].html);
      g_autofree char *text = docket_html_to_text (cases[i].html);

      g_test_message ("%s", cases[i].html ? cases[i].html : "(NULL)");
      g_assert_cmpstr (markup, ==, cases[i].markup);
      g_assert_cmpstr (text, ==, cases[i].text ? cases[i].text : cases[i].markup);
      assert_parses (markup, cases[i].html);
    }
}

/* Only these elements, and of attributes only those of a safe link. */
static void
start_cb (GMarkupParseContext *context,
          const char *element,
          const char **names,
          const char **values,
          gpointer data,
          GError **error)
{
  static const char *const elements[]
      = { "markup", "b", "i", "u", "s", "tt", "sub", "sup", "big", "a", NULL };

  g_assert_true (g_strv_contains (elements, element));
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *lower = g_ascii_strdown (values[i], -1);

      g_assert_cmpstr (element, ==, "a");
      g_assert_true (g_str_equal (names[i], "href") || g_str_equal (names[i], "title"));
      g_assert_true (g_str_has_prefix (lower, "https:") || g_str_has_prefix (lower, "http:")
                     || g_str_has_prefix (lower, "mailto:"));
    }
}

static void
text_cb (
    GMarkupParseContext *context, const char *text, gsize length, gpointer data, GError **error)
{
  g_assert_null (g_strstr_len (text, (gssize)length, "\u202e"));
  for (gsize i = 0; i < length; i++)
    g_assert_true (text[i] == '\n' || (guchar)text[i] >= ' ');
}

static void
assert_safe (const char *html)
{
  static const GMarkupParser parser = { .start_element = start_cb, .text = text_cb };
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, NULL, NULL);
  g_autofree char *markup = docket_html_to_markup (html);
  g_autofree char *whole = g_strconcat ("<markup>", markup, "</markup>", NULL);
  g_autofree char *text = docket_html_to_text (html);

  assert_parses (markup, html);
  g_assert_true (g_markup_parse_context_parse (context, whole, -1, NULL));
  g_assert_true (g_utf8_validate (text, -1, NULL));
}

static const char *const pieces[] = {
  "<b>",
  "</b>",
  "<a href='https://a.example'>",
  "<a href=\"javascript:x\">",
  "</a>",
  "<ul>",
  "</ul>",
  "<ol>",
  "<li>",
  "<p>",
  "</p>",
  "<br",
  ">",
  "<",
  "&",
  "&amp;",
  "&#0;",
  "&#x202e;",
  "&#xd800;",
  "'",
  "\"",
  "<!--",
  "-->",
  "<![CDATA[",
  "]]>",
  "<?",
  "<pre>",
  "</pre>",
  "<td>",
  "<table>",
  "<h1>",
  "<script>",
  "</script>",
  "text",
  " ",
  "\n",
  "\u202e",
  "\xff",
  "\x01",
  "\U0001f600",
  "<a href='mailto:&quot;<'>",
  "<svg onload=x>",
  "<math>",
  "=",
  "<i class=",
  "\u2029",
};

static void
test_mutations (void)
{
  for (guint round = 0; round < 4000; round++)
    {
      g_autoptr (GString) html = g_string_new (NULL);

      for (int n = g_test_rand_int_range (0, 40); n > 0; n--)
        g_string_append (html, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
      for (int n = g_test_rand_int_range (0, 4); n > 0 && html->len > 0; n--)
        html->str[g_test_rand_int_range (0, (int)html->len)] = (char)g_test_rand_int_range (1, 256);
      assert_safe (html->str);
    }
}

/* In whatever way it was got, the line is what the parser would have made. */
static void
test_line (void)
{
  static const char *const parts[]
      = { "<p>",    "</p>",     "<br>",     "<br/>",  "<br />", "<div>",  "</div>",   "<b>",
          "</b>",   "<em>",     "</em>",    "<u>",    "<li>",   "a",      "word",     " ",
          "\n",     "é",        "契約",     "&amp;",  "&lt;",   "&gt;",   "&quot;",   "&#39;",
          "&nbsp;", "&eacute;", "&",        "\u00a0", "\u2028", "\u202e", "\xc2\x85", "\x01",
          "\ufffe", "\ufeff",   "<",        "lt;",    "\x7f",   "\t",     "<i>",      "</i>",
          "\u3000", "<strong>", "</strong>" };

  for (guint round = 0; round < 20000; round++)
    {
      g_autoptr (GString) html = g_string_new (NULL);
      g_autofree char *line = NULL;
      g_autofree char *text = NULL;
      g_autofree char *expected = NULL;

      for (int n = g_test_rand_int_range (0, 12); n > 0; n--)
        g_string_append (html, parts[g_test_rand_int_range (0, G_N_ELEMENTS (parts))]);
      line = docket_html_to_line (html->str);
      text = docket_html_to_text (html->str);
      expected = docket_text_clean (strpbrk (html->str, "<&") != NULL ? text : html->str);
      if (g_strcmp0 (line, expected) != 0)
        g_error ("“%s” is “%s”, not “%s”", html->str, line, expected);
    }
}

/* Deeper and longer than any person writes. */
static void
test_nesting (void)
{
  static const char *const elements[] = {
    "<b>",  "<ul><li>", "<a href='https://a.example'>", "<div>", "<table><tr><td>", "<p><b>", "<",
    "<!--", "&amp;"
  };

  for (guint i = 0; i < G_N_ELEMENTS (elements); i++)
    {
      g_autoptr (GString) html = g_string_new (NULL);

      for (guint n = 0; n < 20000; n++)
        g_string_append (html, elements[i]);
      g_string_append (html, "end");
      assert_safe (html->str);
    }
}

static void
test_length (void)
{
  g_autoptr (GString) html = g_string_new (NULL);
  g_autofree char *text = NULL;

  while (html->len < 3 * 1024 * 1024)
    g_string_append (html, "<p>ä word</p>");
  assert_safe (html->str);
  text = docket_html_to_text (html->str);
  g_assert_cmpuint (strlen (text), >, 100000);
  g_assert_cmpuint (strlen (text), <=, 1024 * 1024);
}

/* What was typed is what is shown. */
static void
test_from_text (void)
{
  static const char *const pairs[][3] = {
    { "", "", "" },
    { "One", "<p>One</p>", "One" },
    { "One\ntwo", "<p>One<br>two</p>", "One\ntwo" },
    { "One\n\n\nTwo  \n", "<p>One</p><p>Two</p>", "One\n\nTwo" },
    { "a <b> & c", "<p>a &lt;b&gt; &amp; c</p>", "a <b> & c" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autofree char *html = docket_html_from_text (pairs[i][0]);
      g_autofree char *text = docket_html_to_text (html);

      g_assert_cmpstr (html, ==, pairs[i][1]);
      g_assert_cmpstr (text, ==, pairs[i][2]);
    }
}

/* What can be edited as text, and what would be lost. */
static void
test_plain (void)
{
  static const char *const plain[]
      = { "", "One", "<p>One<br>two</p>\n<p>Three &amp; four</p>", "<div>One</div>", "a < b" };
  static const char *const formatted[] = {
    "<p><b>One</b></p>",
    "<ul><li>One</li></ul>",
    "<p>One <a href=\"https://a.example\">b</a></p>",
    "<p class=\"x\">One</p>",
    "<img src=\"https://a.example/x.png\">",
    "<table><tr><td>One</table>",
    "<p>One</p><iframe></iframe>",
    "<h1>One</h1>",
  };

  for (guint i = 0; i < G_N_ELEMENTS (plain); i++)
    g_assert_true (docket_html_is_plain (plain[i]));
  for (guint i = 0; i < G_N_ELEMENTS (formatted); i++)
    g_assert_false (docket_html_is_plain (formatted[i]));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/html/table", test_table);
  g_test_add_func ("/html/mutations", test_mutations);
  g_test_add_func ("/html/line", test_line);
  g_test_add_func ("/html/nesting", test_nesting);
  g_test_add_func ("/html/length", test_length);
  g_test_add_func ("/html/from-text", test_from_text);
  g_test_add_func ("/html/plain", test_plain);
  return g_test_run ();
}
