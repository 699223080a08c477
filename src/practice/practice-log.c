/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "practice/practice-log.h"

#include <string.h>
#include "practice/practice-auth.h"
#include "practice/practice-call.h"

GOutputStream *
practice_log_open (const char *file, GError **error)
{
  g_autoptr (GFile) path = g_file_new_for_path (file);

  return G_OUTPUT_STREAM (g_file_append_to (path, G_FILE_CREATE_PRIVATE, NULL, error));
}

static void
add_headers (JsonBuilder *builder, SoupMessageHeaders *headers)
{
  SoupMessageHeadersIter iter;
  const char *name, *value;

  json_builder_set_member_name (builder, "headers");
  json_builder_begin_array (builder);
  soup_message_headers_iter_init (&iter, headers);
  while (soup_message_headers_iter_next (&iter, &name, &value))
    {
      gboolean secret = g_ascii_strcasecmp (name, "Authorization") == 0;

      json_builder_begin_array (builder);
      json_builder_add_string_value (builder, name);
      json_builder_add_string_value (builder, secret ? "…" : value);
      json_builder_end_array (builder);
    }
  json_builder_end_array (builder);
}

void
practice_log_write (GOutputStream *log, SoupServerMessage *message, const char *token)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  SoupMessageHeaders *headers = soup_server_message_get_request_headers (message);
  SoupMessageBody *body = soup_server_message_get_request_body (message);
  GUri *uri = soup_server_message_get_uri (message);
  const char *query = g_uri_get_query (uri);
  g_autofree char *path = g_strconcat (g_uri_get_path (uri), query != NULL ? "?" : "", query, NULL);
  g_autofree char *text = g_utf8_make_valid (body->data != NULL ? body->data : "", body->length);
  g_autofree char *json = NULL;
  g_autofree char *line = NULL;

  json_builder_begin_object (builder);
  practice_add_text (builder, "method", soup_server_message_get_method (message));
  practice_add_text (builder, "path", path);
  add_headers (builder, headers);
  practice_add_flag (builder, "token_matched", practice_auth_has_token (headers, token));
  practice_add_text (builder, "body", text);
  practice_add_number (builder, "status", soup_server_message_get_status (message));
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  json = json_to_string (root, FALSE);
  line = g_strconcat (json, "\n", NULL);
  if (!g_output_stream_write_all (log, line, strlen (line), NULL, NULL, NULL))
    g_warning ("The log of the practice server cannot be written");
}
