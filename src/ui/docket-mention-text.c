/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/docket-mention-text.h"

#include <string.h>

#include "workspace/docket-text.h"

#define ID_KEY "docket-person"
#define SHOWN_KEY "docket-shown"

/* Longer is no name. */
#define LONGEST_NAME 40

/* One tag for each mention, so that two beside each other stay two. */
static GtkTextTag *
create_tag (GtkTextBuffer *buffer, const char *id, const char *shown)
{
  GtkTextTag *tag = gtk_text_buffer_create_tag (buffer, NULL, "weight", PANGO_WEIGHT_BOLD, NULL);

  g_object_set_data_full (G_OBJECT (tag), ID_KEY, g_strdup (id), g_free);
  g_object_set_data_full (G_OBJECT (tag), SHOWN_KEY, g_strdup (shown), g_free);
  return tag;
}

static void
insert_person (GtkTextBuffer *buffer, GtkTextIter *at, const char *id, const char *name)
{
  g_autofree char *clean = docket_text_clean (name);
  g_autofree char *shown = g_strconcat ("@", clean, NULL);

  gtk_text_buffer_insert_with_tags (buffer, at, shown, -1, create_tag (buffer, id, shown), NULL);
}

void
docket_mention_text_load (GtkTextBuffer *buffer,
                          const char *text,
                          DocketCommentName name,
                          gpointer user_data)
{
  GtkTextIter at;
  const char *end;
  char *id;

  gtk_text_buffer_begin_irreversible_action (buffer);
  gtk_text_buffer_set_text (buffer, "", 0);
  gtk_text_buffer_get_start_iter (buffer, &at);
  for (const char *p; (p = docket_comment_text_find_person (text, &end, &id)) != NULL; text = end)
    {
      const char *found = name (id, user_data);

      gtk_text_buffer_insert (buffer, &at, text, (int)(p - text));
      if (found != NULL)
        insert_person (buffer, &at, id, found);
      else
        gtk_text_buffer_insert (buffer, &at, p, (int)(end - p));
      g_free (id);
    }
  gtk_text_buffer_insert (buffer, &at, text, -1);
  gtk_text_buffer_end_irreversible_action (buffer);
}

/* The mention that begins at @at, or NULL. */
static GtkTextTag *
find_begun (const GtkTextIter *at)
{
  g_autoptr (GSList) tags = gtk_text_iter_get_toggled_tags (at, TRUE);

  for (GSList *l = tags; l != NULL; l = l->next)
    if (g_object_get_data (l->data, ID_KEY) != NULL)
      return l->data;
  return NULL;
}

/* Whether the name that begins at @at is whole. @end: (out): behind what is marked */
static gboolean
is_whole (GtkTextTag *tag, const GtkTextIter *at, GtkTextIter *end)
{
  g_autofree char *marked = NULL;

  *end = *at;
  gtk_text_iter_forward_to_tag_toggle (end, tag);
  marked = gtk_text_iter_get_text (at, end);
  return g_strcmp0 (marked, g_object_get_data (G_OBJECT (tag), SHOWN_KEY)) == 0;
}

char *
docket_mention_text_read (GtkTextBuffer *buffer)
{
  GString *text = g_string_new (NULL);
  GtkTextIter at;

  gtk_text_buffer_get_start_iter (buffer, &at);
  while (!gtk_text_iter_is_end (&at))
    {
      GtkTextTag *tag = find_begun (&at);
      GtkTextIter end;
      g_autofree char *plain = NULL;

      if (tag != NULL && is_whole (tag, &at, &end))
        g_string_append_printf (text, "@[%s]",
                                (const char *)g_object_get_data (G_OBJECT (tag), ID_KEY));
      else
        {
          end = at;
          gtk_text_iter_forward_to_tag_toggle (&end, NULL);
          plain = gtk_text_iter_get_text (&at, &end);
          g_string_append (text, plain);
        }
      at = end;
    }
  return g_string_free (text, FALSE);
}

void
docket_mention_text_insert (
    GtkTextBuffer *buffer, GtkTextIter *start, GtkTextIter *end, const char *id, const char *name)
{
  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_delete (buffer, start, end);
  insert_person (buffer, start, id, name);
  gtk_text_buffer_insert (buffer, start, " ", 1);
  gtk_text_buffer_end_user_action (buffer);
}

void
docket_mention_text_tidy (GtkTextBuffer *buffer)
{
  GtkTextIter at;

  gtk_text_buffer_get_start_iter (buffer, &at);
  while (!gtk_text_iter_is_end (&at))
    {
      GtkTextTag *tag = find_begun (&at);
      GtkTextIter end;

      if (tag != NULL && !is_whole (tag, &at, &end))
        gtk_text_buffer_remove_tag (buffer, tag, &at, &end);
      if (!gtk_text_iter_forward_to_tag_toggle (&at, NULL))
        break;
    }
}

static gboolean
is_in_mention (const GtkTextIter *at)
{
  g_autoptr (GSList) tags = gtk_text_iter_get_tags (at);

  for (GSList *l = tags; l != NULL; l = l->next)
    if (g_object_get_data (l->data, ID_KEY) != NULL)
      return TRUE;
  return FALSE;
}

char *
docket_mention_text_find_typed (GtkTextBuffer *buffer, GtkTextIter *start)
{
  GtkTextIter cursor, before;

  gtk_text_buffer_get_iter_at_mark (buffer, &cursor, gtk_text_buffer_get_insert (buffer));
  *start = cursor;
  for (guint i = 0; i <= LONGEST_NAME && gtk_text_iter_backward_char (start); i++)
    {
      const gunichar c = gtk_text_iter_get_char (start);

      if (c == '\n' || is_in_mention (start))
        return NULL;
      if (c != '@')
        continue;
      before = *start;
      /* An address of mail has one in its middle. */
      if (gtk_text_iter_backward_char (&before)
          && g_unichar_isalnum (gtk_text_iter_get_char (&before)))
        return NULL;
      before = *start;
      gtk_text_iter_forward_char (&before);
      return gtk_text_iter_get_text (&before, &cursor);
    }
  return NULL;
}
