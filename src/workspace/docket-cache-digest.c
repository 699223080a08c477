/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "workspace/docket-cache-digest.h"

#include "tallyfy/tallyfy.h"

/* FNV-1a with 64 bits. */
#define BASIS G_GUINT64_CONSTANT (0xcbf29ce484222325)
#define PRIME G_GUINT64_CONSTANT (0x100000001b3)

static void
add_number (guint64 *digest, gint64 number)
{
  guint64 rest = (guint64)number;

  for (guint i = 0; i < sizeof rest; i++)
    {
      *digest = (*digest ^ (rest & 0xff)) * PRIME;
      rest >>= 8;
    }
}

/* @text: (nullable). None is not the same as an empty one, and two not the same as one of both. */
static void
add_text (guint64 *digest, const char *text)
{
  if (text == NULL)
    {
      *digest = (*digest ^ 0xfe) * PRIME;
      return;
    }
  for (const char *c = text; *c != '\0'; c++)
    *digest = (*digest ^ (guchar)*c) * PRIME;
  *digest = (*digest ^ 0xff) * PRIME;
}

/* @date: (nullable) */
static void
add_date (guint64 *digest, GDateTime *date)
{
  add_number (digest, date != NULL ? g_date_time_to_unix (date) : G_MININT64);
}

static void
add_assignees (guint64 *digest, TallyfyTask *task)
{
  GPtrArray *assignees = tallyfy_task_get_assignees (task);

  add_number (digest, assignees->len);
  for (guint i = 0; i < assignees->len; i++)
    {
      add_number (digest, (gint64)tallyfy_assignee_get_kind (assignees->pdata[i]));
      add_text (digest, tallyfy_assignee_get_id (assignees->pdata[i]));
      add_text (digest, tallyfy_assignee_get_name (assignees->pdata[i]));
    }
}

/* What the answer does not tell of is another thing than nothing. */
static void
add_comments (guint64 *digest, TallyfyTask *task)
{
  GPtrArray *comments = tallyfy_task_get_comments (task);

  add_number (digest, comments != NULL ? (gint64)comments->len : -1);
  for (guint i = 0; comments != NULL && i < comments->len; i++)
    {
      add_text (digest, tallyfy_comment_get_content (comments->pdata[i]));
      add_text (digest, tallyfy_comment_get_author_id (comments->pdata[i]));
      add_text (digest, tallyfy_comment_get_author_name (comments->pdata[i]));
    }
}

static void
add_answers (guint64 *digest, TallyfyTask *task)
{
  GPtrArray *fields = tallyfy_task_get_form_fields (task);

  add_number (digest, fields != NULL ? (gint64)fields->len : -1);
  for (guint i = 0; fields != NULL && i < fields->len; i++)
    {
      add_text (digest, tallyfy_form_field_get_label (fields->pdata[i]));
      add_text (digest, tallyfy_form_field_get_answer (fields->pdata[i]));
    }
}

guint64
docket_cache_digest_text (const char *text)
{
  guint64 digest = BASIS;

  add_text (&digest, text);
  return digest;
}

gint64
docket_cache_digest (TallyfyTask *task)
{
  guint64 digest = BASIS;

  add_text (&digest, tallyfy_task_get_title (task));
  add_text (&digest, tallyfy_task_get_summary (task));
  add_text (&digest, tallyfy_task_get_task_type (task));
  add_text (&digest, tallyfy_task_get_process_id (task));
  add_text (&digest, tallyfy_task_get_process_name (task));
  add_text (&digest, tallyfy_task_get_starter_id (task));
  add_text (&digest, tallyfy_task_get_completer_id (task));
  for (const char *const *tag = tallyfy_task_get_tags (task); *tag != NULL; tag++)
    add_text (&digest, *tag);
  add_number (&digest, tallyfy_task_get_position (task));
  add_number (&digest, tallyfy_task_is_one_off (task));
  add_number (&digest, tallyfy_task_is_completed (task));
  add_number (&digest, tallyfy_task_is_archived (task));
  add_number (&digest, tallyfy_task_is_top_secret (task));
  add_number (&digest, tallyfy_task_has_comment_count (task));
  add_number (&digest, tallyfy_task_get_n_comments (task));
  add_date (&digest, tallyfy_task_get_deadline (task));
  add_date (&digest, tallyfy_task_get_created_at (task));
  add_date (&digest, tallyfy_task_get_last_updated (task));
  add_date (&digest, tallyfy_task_get_completed_at (task));
  add_date (&digest, tallyfy_task_get_archived_at (task));
  add_assignees (&digest, task);
  add_comments (&digest, task);
  add_answers (&digest, task);
  return (gint64)digest;
}
