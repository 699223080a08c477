/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "workspace/docket-html-line.h"

#include <string.h>

#include "workspace/docket-html.h"
#include "workspace/docket-text.h"

/* More goes to the parser, which cuts it. */
#define MAX_BYTES (64 * 1024)

typedef struct
{
  const char *written;
  const char *text;
  const char *opens;  /* an element; nullable */
  const char *closes; /* nullable */
} Piece;

/* As the parser has them: what begins or ends a line is a space here. */
static const Piece pieces[] = {
  { "<p>", " ", "p", NULL },           { "</p>", " ", NULL, "p" },
  { "<br>", " ", NULL, NULL },         { "<br/>", " ", NULL, NULL },
  { "<br />", " ", NULL, NULL },       { "<b>", "", "b", NULL },
  { "</b>", "", NULL, "b" },           { "<strong>", "", "strong", NULL },
  { "</strong>", "", NULL, "strong" }, { "<i>", "", "i", NULL },
  { "</i>", "", NULL, "i" },           { "<em>", "", "em", NULL },
  { "</em>", "", NULL, "em" },         { "&amp;", "&", NULL, NULL },
  { "&lt;", "<", NULL, NULL },         { "&gt;", ">", NULL, NULL },
  { "&quot;", "\"", NULL, NULL },      { "&#39;", "'", NULL, NULL },
  { "&nbsp;", " ", NULL, NULL },       { "& ", "& ", NULL, NULL },
};

/* What is open: a paragraph, and a styled run in it. */
typedef struct
{
  const char *paragraph;
  const char *run;
} Open;

static const Piece *
find_piece (const char *html)
{
  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    if (g_str_has_prefix (html, pieces[i].written))
      return &pieces[i];
  return NULL;
}

/* Returns: whether the piece may stand there; what may not the parser sets right in its own way */
static gboolean
note_piece (Open *open, const Piece *piece)
{
  const char *element = piece->opens != NULL ? piece->opens : piece->closes;
  const gboolean is_paragraph = element != NULL && g_str_equal (element, "p");
  const char **slot = is_paragraph ? &open->paragraph : &open->run;

  if (element == NULL)
    return TRUE;
  if (is_paragraph && open->run != NULL)
    return FALSE;
  if (piece->opens != NULL ? *slot != NULL : g_strcmp0 (*slot, element) != 0)
    return FALSE;
  *slot = piece->opens;
  return TRUE;
}

/* Whether the parser leaves all of it as it is: no control characters, no mark of the order of
 * bytes, and nothing that Unicode has for no text. */
static gboolean
is_ordinary (const char *html)
{
  const guchar *p = (const guchar *)html;
  const guchar *end = p + MAX_BYTES;

  for (; *p != '\0' && p < end; p++)
    if ((*p < ' ' && *p != '\n' && *p != '\t') || *p == 0x7f || *p >= 0xf0
        || (p[0] == 0xc2 && p[1] < 0xa0) || (p[0] == 0xef && p[1] == 0xbb && p[2] == 0xbf)
        || (p[0] == 0xef && p[1] == 0xbf && p[2] >= 0xbe))
      return FALSE;
  return *p == '\0' && g_utf8_validate (html, -1, NULL);
}

/* (transfer full) (nullable): NULL where it takes a parser */
static char *
read_simple (const char *html)
{
  g_autoptr (GString) text = g_string_sized_new (strlen (html));
  Open open = { NULL, NULL };

  while (*html != '\0')
    {
      const gsize length = strcspn (html, "<&");
      const Piece *piece;

      g_string_append_len (text, html, (gssize)length);
      html += length;
      if (*html == '\0')
        break;
      piece = find_piece (html);
      if (piece == NULL || !note_piece (&open, piece))
        return NULL;
      g_string_append (text, piece->text);
      html += strlen (piece->written);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

char *
docket_html_to_line (const char *html)
{
  g_autofree char *text = NULL;

  if (strpbrk (html, "<&") == NULL)
    return docket_text_clean (html);
  if (is_ordinary (html))
    text = read_simple (html);
  if (text == NULL)
    text = docket_html_to_text (html);
  return docket_text_clean (text);
}
