/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The text of a comment as a person writes it: plain, with lines, and "@[id]" for a person. The server's form of it is
 * HTML. */

/* HTML of @text: a paragraph for each empty line, web addresses as links. (transfer full) */
char *docket_comment_text_to_html (const char *text);
/* The text of the server's @html. @loses: (out) (optional): whether docket_comment_text_to_html() would not bring all of it
 * back: bold words, lists, links with another text. (transfer full) */
char *docket_comment_text_from_html (const char *html, gboolean *loses);
/* Whether two comments (HTML) say the same, however the server has stored them. */
gboolean docket_comment_text_is_same (const char *html, const char *other);

/* The name of a person, or NULL. */
typedef const char *(*DocketCommentName) (const char *id, gpointer user_data);

/* @markup, Pango's, with names in the place of "@[id]". (transfer full) */
char *docket_comment_text_name_people (const char *markup, DocketCommentName name, gpointer user_data);
/* Finds the first "@[id]" in @text. @end: (out): behind it. @id: (out) (transfer full). Returns: (nullable): its "@" */
const char *docket_comment_text_find_person (const char *text, const char **end, char **id);

/* The next "@" that is typed before a word, and stands for nobody. @name: (out) (transfer full): the word. Returns: (nullable):
 * behind it */
const char *docket_comment_text_next_at (const char *text, char **name);

G_END_DECLS
