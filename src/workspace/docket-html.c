/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "workspace/docket-html.h"

#include <libxml/HTMLparser.h>

/* More is cut off: a description is read by people. */
#define MAX_BYTES (1024 * 1024)
#define MAX_DEPTH 100

typedef struct
{
  GString *out;
  gboolean markup; /* FALSE: the text alone */
  guint newlines;  /* owed before the next text: 1 a line, 2 a paragraph */
  gboolean space;  /* owed before the next word */
  int list_depth;
  gboolean after_bullet; /* nothing stands behind it yet: no break before a paragraph */
  int item;              /* of the innermost ordered list; 0 = an unordered one */
} Writer;

typedef struct
{
  const char *element;
  const char *open;
  const char *close;
} Style;

static const Style styles[] = {
  { "b", "<b>", "</b>" },
  { "strong", "<b>", "</b>" },
  { "i", "<i>", "</i>" },
  { "em", "<i>", "</i>" },
  { "u", "<u>", "</u>" },
  { "ins", "<u>", "</u>" },
  { "s", "<s>", "</s>" },
  { "strike", "<s>", "</s>" },
  { "del", "<s>", "</s>" },
  { "code", "<tt>", "</tt>" },
  { "tt", "<tt>", "</tt>" },
  { "pre", "<tt>", "</tt>" },
  { "sub", "<sub>", "</sub>" },
  { "sup", "<sup>", "</sup>" },
  { "h1", "<big><b>", "</b></big>" },
  { "h2", "<big><b>", "</b></big>" },
  { "h3", "<b>", "</b>" },
  { "h4", "<b>", "</b>" },
  { "h5", "<b>", "</b>" },
  { "h6", "<b>", "</b>" },
  { "th", "<b>", "</b>" },
};

static const char *const paragraphs[] = { "p",  "h1", "h2",  "h3",         "h4",    "h5", "h6",
                                          "ul", "ol", "pre", "blockquote", "table", "hr", NULL };
static const char *const lines[] = { "div", "li", "tr", "dt", "dd", "section", "article", NULL };
static const char *const unseen[]
    = { "script", "style", "head", "title", "template", "object", NULL };

static void write_nodes (Writer *writer, const xmlNode *node, int depth);

/* Breaks that are owed come out only before more text: none is left at the end. */
static void
flush (Writer *writer)
{
  if (writer->newlines > 0 && writer->out->len > 0)
    g_string_append (writer->out, writer->newlines > 1 ? "\n\n" : "\n");
  else if (writer->space && writer->newlines == 0 && writer->out->len > 0)
    g_string_append_c (writer->out, ' ');
  writer->newlines = 0;
  writer->space = FALSE;
}

static void
owe (Writer *writer, guint newlines)
{
  if (!writer->after_bullet)
    writer->newlines = MAX (writer->newlines, newlines);
}

static gboolean
is_disturbing (gunichar c)
{
  return g_unichar_iscntrl (c) || c == 0x061c || (c >= 0x200e && c <= 0x200f)
         || (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069) || (c & 0xfffe) == 0xfffe;
}

static void
write_character (Writer *writer, gunichar c)
{
  flush (writer);
  writer->after_bullet = FALSE;
  if (writer->markup && (c == '<' || c == '>' || c == '&'))
    g_string_append (writer->out, c == '<' ? "&lt;" : c == '>' ? "&gt;" : "&amp;");
  else
    g_string_append_unichar (writer->out, c);
}

static void
write_text (Writer *writer, const char *text, gboolean verbatim)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (verbatim && c == '\n')
        writer->newlines = MIN (writer->newlines + 1, 2);
      else if (c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == 0x2028 || c == 0x2029)
        {
          if (verbatim)
            write_character (writer, ' ');
          else
            writer->space = TRUE;
        }
      else if (!is_disturbing (c))
        write_character (writer, c);
    }
}

static const Style *
find_style (const char *element)
{
  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    if (g_str_equal (styles[i].element, element))
      return &styles[i];
  return NULL;
}

/* The address of a link that may be opened, or NULL. */
static char *
dup_safe_link (const xmlNode *node)
{
  xmlChar *address = xmlGetProp ((xmlNode *)node, BAD_CAST "href");
  g_autofree char *copy = g_strdup ((const char *)address);
  g_autofree char *scheme = NULL;

  xmlFree (address);
  if (copy == NULL || !g_utf8_validate (copy, -1, NULL))
    return NULL;
  g_strstrip (copy);
  for (const char *p = copy; *p != '\0'; p = g_utf8_next_char (p))
    if (is_disturbing (g_utf8_get_char (p)) || g_unichar_isspace (g_utf8_get_char (p)))
      return NULL;
  scheme = g_uri_parse_scheme (copy);
  if (scheme == NULL
      || (g_ascii_strcasecmp (scheme, "https") != 0 && g_ascii_strcasecmp (scheme, "http") != 0
          && g_ascii_strcasecmp (scheme, "mailto") != 0))
    return NULL;
  return g_steal_pointer (&copy);
}

static gboolean
has_text (const xmlNode *node)
{
  xmlChar *content = xmlNodeGetContent (node);
  g_autofree char *copy = g_strdup ((const char *)content);

  xmlFree (content);
  return copy != NULL && *g_strstrip (copy) != '\0';
}

/* The break before a styled run comes out before its tag, or it would be styled (underlined) too.
 */
static void
write_wrapped (Writer *writer, const xmlNode *node, const char *open, const char *close, int depth)
{
  if (!writer->markup || !has_text (node))
    {
      write_nodes (writer, node->children, depth);
      return;
    }
  flush (writer);
  g_string_append (writer->out, open);
  write_nodes (writer, node->children, depth);
  g_string_append (writer->out, close);
}

static void
write_link (Writer *writer, const xmlNode *node, int depth)
{
  g_autofree char *address = writer->markup ? dup_safe_link (node) : NULL;
  g_autofree char *open = NULL;

  if (address != NULL)
    open = g_markup_printf_escaped ("<a href=\"%s\" title=\"%s\">", address, address);
  if (open != NULL)
    write_wrapped (writer, node, open, "</a>", depth);
  else
    write_nodes (writer, node->children, depth);
}

static void
write_list (Writer *writer, const xmlNode *node, gboolean ordered, int depth)
{
  int outer = writer->item;

  writer->item = ordered ? 1 : 0;
  writer->list_depth++;
  write_nodes (writer, node->children, depth);
  writer->list_depth--;
  writer->item = outer;
}

static void
write_bullet (Writer *writer)
{
  writer->after_bullet = FALSE;
  owe (writer, 1);
  flush (writer);
  for (int i = 1; i < writer->list_depth; i++)
    g_string_append (writer->out, "    ");
  if (writer->item > 0)
    g_string_append_printf (writer->out, " %d. ", writer->item++);
  else
    g_string_append (writer->out, " • ");
  writer->after_bullet = TRUE;
}

static void
write_element (Writer *writer, const xmlNode *node, int depth)
{
  const char *name = (const char *)node->name;
  const Style *style = find_style (name);
  guint newlines = g_strv_contains (paragraphs, name) ? 2 : g_strv_contains (lines, name) ? 1 : 0;

  if (g_strv_contains (unseen, name))
    return;
  if (newlines == 2 && writer->list_depth > 0)
    newlines = 1;
  owe (writer, newlines);
  if (g_str_equal (name, "br"))
    writer->newlines = MIN (writer->newlines + 1, 2);
  else if (g_str_equal (name, "a"))
    write_link (writer, node, depth);
  else if (g_str_equal (name, "ul") || g_str_equal (name, "ol"))
    write_list (writer, node, g_str_equal (name, "ol"), depth);
  else
    {
      if (g_str_equal (name, "li") && has_text (node))
        write_bullet (writer);
      else if ((g_str_equal (name, "td") || g_str_equal (name, "th")) && node->prev != NULL)
        write_text (writer, " \u2003", FALSE);
      if (style != NULL)
        write_wrapped (writer, node, style->open, style->close, depth);
      else
        write_nodes (writer, node->children, depth);
    }
  owe (writer, newlines);
}

static void
write_nodes (Writer *writer, const xmlNode *node, int depth)
{
  if (depth > MAX_DEPTH)
    return;
  for (; node != NULL; node = node->next)
    if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE)
      write_text (writer, (const char *)node->content,
                  node->parent != NULL && g_strcmp0 ((const char *)node->parent->name, "pre") == 0);
    else if (node->type == XML_ELEMENT_NODE)
      write_element (writer, node, depth + 1);
}

/* Returns: (transfer full) (nullable): for xmlFreeDoc() */
static htmlDocPtr
parse (const char *html)
{
  gsize length = html != NULL ? strnlen (html, MAX_BYTES) : 0;
  g_autofree char *valid = g_utf8_make_valid (html != NULL ? html : "", (gssize)length);

  return htmlReadMemory (valid, (int)strlen (valid), NULL, "UTF-8",
                         HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING
                             | HTML_PARSE_NONET);
}

static char *
convert (const char *html, gboolean markup)
{
  Writer writer = { .out = g_string_new (NULL), .markup = markup };
  htmlDocPtr document = parse (html);

  if (document != NULL)
    {
      write_nodes (&writer, document->children, 0);
      xmlFreeDoc (document);
    }
  return g_string_free (writer.out, FALSE);
}

/** docket_html_to_markup: the safe subset of @html as Pango markup. */
char *
docket_html_to_markup (const char *html)
{
  return convert (html, TRUE);
}

/** docket_html_to_text: the text of @html. */
char *
docket_html_to_text (const char *html)
{
  return convert (html, FALSE);
}

static gboolean
are_plain (const xmlNode *node, int depth)
{
  static const char *const known[] = { "html", "body", "p", "br", "div", NULL };

  for (; node != NULL; node = node->next)
    if (node->type == XML_ELEMENT_NODE
        && (depth > MAX_DEPTH || node->properties != NULL
            || !g_strv_contains (known, (const char *)node->name)
            || !are_plain (node->children, depth + 1)))
      return FALSE;
  return TRUE;
}

/* Spaces in a row or an empty paragraph are lost on the way, which nobody sees. */
gboolean
docket_html_is_plain (const char *html)
{
  htmlDocPtr document = parse (html);
  const gboolean plain = document == NULL || are_plain (document->children, 0);

  if (document != NULL)
    xmlFreeDoc (document);
  return plain && (html == NULL || strlen (html) <= MAX_BYTES);
}

char *
docket_html_from_text (const char *text)
{
  g_auto (GStrv) pieces = g_strsplit (text, "\n", -1);
  g_autoptr (GString) html = g_string_new (NULL);
  gboolean in_paragraph = FALSE;

  for (guint i = 0; pieces[i] != NULL; i++)
    {
      g_autofree char *escaped = g_markup_escape_text (g_strchomp (pieces[i]), -1);

      if (*escaped != '\0')
        {
          g_string_append (html, in_paragraph ? "<br>" : "<p>");
          g_string_append (html, escaped);
        }
      else if (in_paragraph)
        g_string_append (html, "</p>");
      in_paragraph = *escaped != '\0';
    }
  if (in_paragraph)
    g_string_append (html, "</p>");
  return g_string_free (g_steal_pointer (&html), FALSE);
}
