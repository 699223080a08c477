/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "workspace/docket-cache-text.h"

#include <string.h>

#include "workspace/docket-html.h"
#include "workspace/docket-text.h"

/* Most texts have no markup, and need no parser. (transfer full) */
static char *
to_text (const char *html)
{
  return strpbrk (html, "<&") != NULL ? docket_html_to_text (html) : g_strdup (html);
}

/* @lines: (transfer full) (nullable) */
static void
bind_lines (sqlite3_stmt *statement, int index, GString *lines)
{
  g_autofree char *text = lines != NULL ? g_string_free (lines, FALSE) : NULL;
  g_autofree char *folded = text != NULL ? docket_text_fold (text) : NULL;

  sqlite3_bind_text (statement, index, folded, -1, SQLITE_TRANSIENT);
}

static GString *
collect_summary (TallyfyTask *task)
{
  const char *html = tallyfy_task_get_summary (task);
  g_autofree char *text = html != NULL ? to_text (html) : NULL;

  return text != NULL ? g_string_new (text) : NULL;
}

static GString *
collect_comments (TallyfyTask *task)
{
  GPtrArray *comments = tallyfy_task_get_comments (task);
  GString *lines;

  if (comments == NULL)
    return NULL;
  lines = g_string_new (NULL);
  for (guint i = 0; i < comments->len; i++)
    {
      g_autofree char *text = to_text (tallyfy_comment_get_content (comments->pdata[i]));

      g_string_append_printf (lines, "%s\n", text);
    }
  return lines;
}

static GString *
collect_answers (TallyfyTask *task)
{
  GPtrArray *fields = tallyfy_task_get_form_fields (task);
  GString *lines;

  if (fields == NULL)
    return NULL;
  lines = g_string_new (NULL);
  for (guint i = 0; i < fields->len; i++)
    {
      const char *answer = tallyfy_form_field_get_answer (fields->pdata[i]);

      if (answer != NULL)
        g_string_append_printf (lines, "%s\n", answer);
    }
  return lines;
}

void
docket_cache_bind_text (sqlite3_stmt *statement, int index, TallyfyTask *task)
{
  bind_lines (statement, index, collect_summary (task));
  bind_lines (statement, index + 1, collect_comments (task));
  bind_lines (statement, index + 2, collect_answers (task));
}
