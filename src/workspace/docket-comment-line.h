/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include "tallyfy/tallyfy-comment.h"

G_BEGIN_DECLS

/* A comment as the cache has it for search, on a line: who wrote it, the name that came with it, and the clean text, with tabs
 * between. A line without tabs is a text whose author is not known. */
typedef struct
{
  char **parts;
  const char *kind; /* of the author: "U" a member, "E" a guest; nullable */
  const char *id;   /* nullable */
  const char *name; /* that came with the comment; nullable */
  const char *text;
} DocketCommentLine;

void docket_comment_line_read (DocketCommentLine *self, const char *line);
void docket_comment_line_clear (DocketCommentLine *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DocketCommentLine, docket_comment_line_clear)

/* With a newline. */
void docket_comment_line_append (GString *lines, TallyfyComment *comment);

G_END_DECLS
