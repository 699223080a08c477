/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "workspace/docket-comment-text.h"

#include <string.h>

#include "workspace/docket-html.h"
#include "workspace/docket-text.h"

/* Behind these a sentence goes on, and not the address. */
#define AFTER_ADDRESS ".,;:!?)]}'\"»”’"

/* Where the web address that @text begins with ends, or @text. */
static const char *
end_of_address (const char *text)
{
  const char *start = g_str_has_prefix (text, "https://")  ? text + strlen ("https://")
                      : g_str_has_prefix (text, "http://") ? text + strlen ("http://")
                                                           : NULL;
  const char *end = start;

  if (start == NULL)
    return text;
  while (*end != '\0' && !g_unichar_isspace (g_utf8_get_char (end))
         && strchr ("<>\"", *end) == NULL)
    end = g_utf8_next_char (end);
  while (end > start
         && g_utf8_strchr (AFTER_ADDRESS, -1, g_utf8_get_char (g_utf8_prev_char (end))) != NULL)
    end = g_utf8_prev_char (end);
  return end > start ? end : text;
}

static void
append_escaped (GString *html, const char *text, const char *end)
{
  g_autofree char *escaped = g_markup_escape_text (text, end - text);

  g_string_append (html, escaped);
}

static void
append_line (GString *html, const char *line, gboolean links)
{
  gboolean in_word = FALSE;
  const char *done = line;

  for (const char *p = line; *p != '\0'; p = g_utf8_next_char (p))
    {
      const char *end = in_word || !links ? p : end_of_address (p);

      in_word = g_unichar_isalnum (g_utf8_get_char (p));
      if (end == p)
        continue;
      append_escaped (html, done, p);
      g_string_append (html, "<a href=\"");
      append_escaped (html, p, end);
      g_string_append (html, "\">");
      append_escaped (html, p, end);
      g_string_append (html, "</a>");
      done = end;
      p = g_utf8_prev_char (end);
      in_word = TRUE;
    }
  append_escaped (html, done, done + strlen (done));
}

static char *
to_html (const char *text, gboolean links)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  g_auto (GStrv) lines = g_strsplit (stripped, "\n", -1);
  GString *html = g_string_new ("<p>");
  gboolean in_paragraph = FALSE;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *line = g_strchomp (lines[i]);

      if (*line == '\0')
        {
          if (in_paragraph)
            g_string_append (html, "</p><p>");
          in_paragraph = FALSE;
          continue;
        }
      if (in_paragraph)
        g_string_append (html, "<br>");
      append_line (html, line, links);
      in_paragraph = TRUE;
    }
  g_string_append (html, "</p>");
  return g_string_free (html, FALSE);
}

char *
docket_comment_text_to_html (const char *text)
{
  return to_html (text, TRUE);
}

static gboolean
looks_same (const char *html, const char *other)
{
  g_autofree char *first = docket_html_to_markup (html);
  g_autofree char *second = docket_html_to_markup (other);

  return g_str_equal (first, second);
}

char *
docket_comment_text_from_html (const char *html, gboolean *loses)
{
  char *text = docket_html_to_text (html);
  g_autofree char *back = to_html (text, TRUE);
  g_autofree char *plain = to_html (text, FALSE);

  /* That an address becomes a link is no loss. */
  if (loses != NULL)
    *loses = !looks_same (html, back) && !looks_same (html, plain);
  return text;
}

/* White space is what servers change. */
static char *
squeeze (const char *html)
{
  g_autofree char *text = docket_html_to_text (html);
  g_autofree char *clean = docket_text_clean (text);
  GString *squeezed = g_string_new (NULL);

  for (const char *p = clean; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)))
      g_string_append_unichar (squeezed, g_utf8_get_char (p));
  return g_string_free (squeezed, FALSE);
}

gboolean
docket_comment_text_is_same (const char *html, const char *other)
{
  g_autofree char *first = squeeze (html);
  g_autofree char *second = squeeze (other);

  return g_str_equal (first, second);
}

const char *
docket_comment_text_find_person (const char *text, const char **end, char **id)
{
  for (const char *p = strstr (text, "@["); p != NULL; p = strstr (p + 1, "@["))
    {
      gsize length = strcspn (p + 2, "]<>&[ \t\r\n");

      if (length == 0 || p[2 + length] != ']')
        continue;
      *end = p + 2 + length + 1;
      *id = g_strndup (p + 2, length);
      return p;
    }
  return NULL;
}

/* Between two tags. */
static void
name_in_text (GString *named, const char *text, DocketCommentName name, gpointer user_data)
{
  const char *end;
  char *id;

  for (const char *p; (p = docket_comment_text_find_person (text, &end, &id)) != NULL; text = end)
    {
      const char *found = name (id, user_data);
      g_autofree char *clean = docket_text_clean (found);

      g_string_append_len (named, text, p - text);
      if (found != NULL)
        {
          g_autofree char *person = g_markup_printf_escaped ("<b>@%s</b>", clean);

          g_string_append (named, person);
        }
      else
        g_string_append_len (named, p, end - p);
      g_free (id);
    }
  g_string_append (named, text);
}

char *
docket_comment_text_name_people (const char *markup, DocketCommentName name, gpointer user_data)
{
  GString *named = g_string_new (NULL);

  for (const char *p = markup; *p != '\0';)
    {
      gsize length = *p == '<' ? strcspn (p, ">") + 1 : strcspn (p, "<");
      g_autofree char *part = g_strndup (p, length);

      if (*p == '<')
        g_string_append (named, part);
      else
        name_in_text (named, part, name, user_data);
      p += strlen (part);
    }
  return g_string_free (named, FALSE);
}

static gboolean
is_in_name (gunichar c)
{
  return g_unichar_isalnum (c) || g_unichar_ismark (c) || c == '-' || c == '\'' || c == 0x2019;
}

const char *
docket_comment_text_next_at (const char *text, char **name)
{
  gunichar before = ' ';

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      const gunichar c = g_utf8_get_char (p);
      const char *end = p + 1;

      /* An address has letters before it. */
      if (c == '@' && !is_in_name (before) && g_unichar_isalpha (g_utf8_get_char (end)))
        {
          while (is_in_name (g_utf8_get_char (end)))
            end = g_utf8_next_char (end);
          *name = g_strndup (p + 1, (gsize)(end - p - 1));
          return end;
        }
      before = c;
    }
  return NULL;
}
