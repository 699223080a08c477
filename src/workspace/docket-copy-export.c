/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "workspace/docket-copy-export.h"

#include <json-glib/json-glib.h>
#include <string.h>

/* A place in JSON that is being indented. */
typedef struct
{
  GString *text;
  guint depth;
  gboolean in_string;
  gboolean escaped;
} Indenter;

static void
break_line (Indenter *self)
{
  g_string_append_c (self->text, '\n');
  for (guint i = 0; i < self->depth; i++)
    g_string_append (self->text, "  ");
}

static void
add_in_string (Indenter *self, char c)
{
  g_string_append_c (self->text, c);
  if (self->escaped)
    self->escaped = FALSE;
  else if (c == '\\')
    self->escaped = TRUE;
  else if (c == '"')
    self->in_string = FALSE;
}

/* Only between strings. */
static void
add_token (Indenter *self, char c)
{
  const char last = self->text->len > 0 ? self->text->str[self->text->len - 1] : '\0';

  if (c == '}' || c == ']')
    {
      self->depth--;
      if (last != '{' && last != '[')
        break_line (self);
    }
  else if (last == '{' || last == '[' || last == ',')
    break_line (self);
  else if (last == ':')
    g_string_append_c (self->text, ' ');
  g_string_append_c (self->text, c);
  if (c == '{' || c == '[')
    self->depth++;
  self->in_string = c == '"';
}

char *
docket_json_indent (const char *json, gsize length)
{
  Indenter self = { .text = g_string_new (NULL) };

  for (gsize i = 0; i < length; i++)
    if (self.in_string)
      add_in_string (&self, json[i]);
    else if (strchr (" \t\r\n", json[i]) == NULL)
      add_token (&self, json[i]);
  g_string_append_c (self.text, '\n');
  return g_string_free (self.text, FALSE);
}

/* @text: (nullable) */
static void
add_string (JsonBuilder *builder, const char *name, const char *text)
{
  json_builder_set_member_name (builder, name);
  if (text != NULL)
    json_builder_add_string_value (builder, text);
  else
    json_builder_add_null_value (builder);
}

/* @moment: (nullable) */
static void
add_time (JsonBuilder *builder, const char *name, GDateTime *moment)
{
  g_autofree char *text = moment != NULL ? g_date_time_format (moment, "%Y-%m-%dT%H:%M:%SZ") : NULL;

  add_string (builder, name, text);
}

static const char *
name_outcome (DocketHistoryEntry *entry)
{
  DocketRemovalOutcome outcome = DOCKET_OUTCOME_NOT_CONFIRMED;

  docket_history_entry_get_outcome (entry, &outcome);
  switch (outcome)
    {
    case DOCKET_OUTCOME_DONE:
      return "deleted";
    case DOCKET_OUTCOME_FOUND_DONE:
      return "found-deleted";
    case DOCKET_OUTCOME_GONE:
      return "already-gone";
    default:
      return "not-confirmed";
    }
}

static void
add_account (JsonBuilder *builder, DocketAccount *account)
{
  add_string (builder, "server", docket_account_get_address (account));
  json_builder_set_member_name (builder, "organization");
  json_builder_begin_object (builder);
  add_string (builder, "id", docket_account_get_organization_id (account));
  add_string (builder, "name", docket_account_get_organization_name (account));
  json_builder_end_object (builder);
  json_builder_set_member_name (builder, "user");
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "id");
  json_builder_add_int_value (builder, docket_account_get_user_id (account));
  add_string (builder, "name", docket_account_get_user_name (account));
  json_builder_end_object (builder);
}

/* All but the task, compact. (transfer full) */
static char *
create_frame (const DocketCopy *copy, DocketHistoryEntry *entry, DocketAccount *account)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;

  json_builder_begin_object (builder);
  add_string (builder, "format",
              copy->process != NULL ? "docket-process-copy" : "docket-task-copy");
  json_builder_set_member_name (builder, "version");
  json_builder_add_int_value (builder, 1);
  add_time (builder, "kept_at", copy->kept_at);
  add_account (builder, account);
  json_builder_set_member_name (builder, "removal");
  json_builder_begin_object (builder);
  add_time (builder, "asked_at", docket_history_entry_get_intended_at (entry));
  add_string (builder, "outcome", name_outcome (entry));
  add_time (builder, "looked_up_at", docket_history_entry_get_looked_up_at (entry));
  json_builder_end_object (builder);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  return json_to_string (root, FALSE);
}

GBytes *
docket_copy_export (const DocketCopy *copy, DocketHistoryEntry *entry, DocketAccount *account)
{
  g_autofree char *frame = create_frame (copy, entry, account);
  g_autoptr (GString) json = g_string_new (frame);
  const char *kept = g_bytes_get_data (copy->json, NULL);
  const gsize size = g_bytes_get_size (copy->json);
  char *indented;

  /* The task goes in as it was written: a reader of JSON would not keep every number. */
  g_string_truncate (json, json->len - 1);
  if (copy->process != NULL)
    {
      /* It is an object of two members, which join the others. */
      g_string_append_c (json, ',');
      g_string_append_len (json, kept + 1, (gssize)size - 1);
    }
  else
    {
      g_string_append (json, ",\"task\":");
      g_string_append_len (json, kept, (gssize)size);
      g_string_append_c (json, '}');
    }
  indented = docket_json_indent (json->str, json->len);
  return g_bytes_new_take (indented, strlen (indented));
}
