/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "workspace/docket-cache-text.h"

#include "workspace/docket-comment-line.h"
#include "workspace/docket-html-line.h"
#include "workspace/docket-text.h"

/* @lines: (nullable) */
static void
bind_lines (sqlite3_stmt *statement, int index, const GString *lines)
{
  sqlite3_bind_text (statement, index, lines != NULL ? lines->str : NULL, -1, SQLITE_TRANSIENT);
}

static void
bind_summary (sqlite3_stmt *statement, int index, TallyfyTask *task)
{
  const char *html = tallyfy_task_get_summary (task);
  g_autofree char *text = html != NULL ? docket_html_to_line (html) : NULL;

  sqlite3_bind_text (statement, index, text, -1, SQLITE_TRANSIENT);
}

static void
bind_comments (sqlite3_stmt *statement, int index, TallyfyTask *task)
{
  GPtrArray *comments = tallyfy_task_get_comments (task);
  g_autoptr (GString) lines = comments != NULL ? g_string_new (NULL) : NULL;

  for (guint i = 0; comments != NULL && i < comments->len; i++)
    docket_comment_line_append (lines, comments->pdata[i]);
  bind_lines (statement, index, lines);
}

static void
bind_answers (sqlite3_stmt *statement, int index, TallyfyTask *task)
{
  GPtrArray *fields = tallyfy_task_get_form_fields (task);
  g_autoptr (GString) lines = fields != NULL ? g_string_new (NULL) : NULL;

  for (guint i = 0; fields != NULL && i < fields->len; i++)
    {
      g_autofree char *label = docket_text_clean (tallyfy_form_field_get_label (fields->pdata[i]));
      g_autofree char *answer
          = docket_text_clean (tallyfy_form_field_get_answer (fields->pdata[i]));

      if (*answer != '\0')
        g_string_append_printf (lines, "%s\t%s\n", label, answer);
    }
  bind_lines (statement, index, lines);
}

static void
bind_tags (sqlite3_stmt *statement, int index, TallyfyTask *task)
{
  const char *const *titles = tallyfy_task_get_tags (task);
  g_autoptr (GString) lines = g_string_new (NULL);

  for (guint i = 0; titles[i] != NULL; i++)
    {
      g_autofree char *title = docket_text_clean (titles[i]);

      g_string_append_printf (lines, "%s\n", title);
    }
  bind_lines (statement, index, lines);
}

void
docket_cache_bind_text (sqlite3_stmt *statement, int index, TallyfyTask *task)
{
  bind_tags (statement, index, task);
  bind_summary (statement, index + 1, task);
  bind_comments (statement, index + 2, task);
  bind_answers (statement, index + 3, task);
}
