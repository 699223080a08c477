/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <gtk/gtk.h>
#include "workspace/docket-comment-text.h"

G_BEGIN_DECLS

/* The text of a comment in a buffer: "@[id]" is the person's name there, which a tag marks. What is changed in a marked
 * name makes it ordinary text. */

/* Shows @text, in the form of docket-comment-text.h. A person whom @name does not know stays as the text has it. */
void docket_mention_text_load (GtkTextBuffer *buffer, const char *text, DocketCommentName name, gpointer user_data);
/* The other way round. (transfer full) */
char *docket_mention_text_read (GtkTextBuffer *buffer);
/* Puts a person in the place of what is between the two, and a space behind. */
void docket_mention_text_insert (GtkTextBuffer *buffer, GtkTextIter *start, GtkTextIter *end,
                                 const char *id, const char *name);
/* Takes the mark from names that are no longer whole. */
void docket_mention_text_tidy (GtkTextBuffer *buffer);
/* Finds what is being typed as somebody's name: "@" and what follows, up to the cursor. @start: (out): at the "@".
 * Returns: (transfer full) (nullable): without the "@" */
char *docket_mention_text_find_typed (GtkTextBuffer *buffer, GtkTextIter *start);

G_END_DECLS
