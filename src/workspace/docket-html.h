/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* HTML from the server, read with libxml2's HTML parser. Nothing it links to is ever loaded. */

/* Pango markup of a safe subset: paragraphs, lists, bold, italics, underline, strike, code, headings, links
 * (http, https, mailto; others become their text), line breaks, tables as lines; the rest becomes its text.
 * Control and bidirectional override characters go. The result always parses. (transfer full), never NULL. */
char *docket_html_to_markup (const char *html);
/* The text alone. (transfer full), never NULL. */
char *docket_html_to_text (const char *html);
/* Whether docket_html_to_text() and docket_html_from_text() lose nothing of @html: it has paragraphs and line breaks, and
 * neither other elements nor attributes. */
gboolean docket_html_is_plain (const char *html);
/* Plain text as HTML: a paragraph for each that empty lines part, and a line break for each other line. (transfer full) */
char *docket_html_from_text (const char *text);

G_END_DECLS
