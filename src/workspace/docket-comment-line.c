/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "workspace/docket-comment-line.h"

#include "workspace/docket-html-line.h"
#include "workspace/docket-text.h"

void
docket_comment_line_read (DocketCommentLine *self, const char *line)
{
  *self = (DocketCommentLine){ .parts = g_strsplit (line, "\t", 3) };
  if (g_strv_length (self->parts) < 3)
    {
      self->text = line;
      return;
    }
  if (*self->parts[0] != '\0')
    {
      self->kind = *self->parts[0] == 'E' ? "E" : "U";
      self->id = self->parts[0] + 1;
    }
  self->name = *self->parts[1] != '\0' ? self->parts[1] : NULL;
  self->text = self->parts[2];
}

void
docket_comment_line_clear (DocketCommentLine *self)
{
  g_clear_pointer (&self->parts, g_strfreev);
}

void
docket_comment_line_append (GString *lines, TallyfyComment *comment)
{
  const gboolean guest = g_strcmp0 (tallyfy_comment_get_author_type (comment), "guest") == 0;
  g_autofree char *id = docket_text_clean (tallyfy_comment_get_author_id (comment));
  g_autofree char *name = docket_text_clean (tallyfy_comment_get_author_name (comment));
  g_autofree char *text = docket_html_to_line (tallyfy_comment_get_content (comment));

  if (*id != '\0')
    g_string_append (lines, guest ? "E" : "U");
  g_string_append_printf (lines, "%s\t%s\t%s\n", id, name, text);
}
