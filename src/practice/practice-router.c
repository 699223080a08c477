/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "practice/practice-router.h"

#include <string.h>
#include "practice/practice-auth.h"
#include "practice/practice-handlers.h"

/* json-glib reads nested values recursively, so deep nesting is refused before it. */
#define MAX_DEPTH 64
#define MAX_BODY (1024 * 1024)

typedef struct
{
  const char *method;
  const char *path; /* "*" stands for the organization, "?" for the further variable parts */
  PracticeHandler handler;
} Route;

static const Route routes[] = {
  { "GET", "me", practice_get_me },
  { "GET", "me/organizations", practice_list_organizations },
  { "GET", "organizations/*/users", practice_list_users },
  { "GET", "organizations/*/guests", practice_list_guests },
  { "GET", "organizations/*/groups", practice_list_groups },
  { "GET", "organizations/*/tags", practice_list_tags },
  { "GET", "organizations/*/tasks", practice_list_tasks },
  { "GET", "organizations/*/me/tasks", practice_list_my_tasks },
  { "GET", "organizations/*/users/?/tasks", practice_list_user_tasks },
  { "GET", "organizations/*/runs", practice_list_runs },
  { "GET", "organizations/*/runs/?", practice_get_run },
  { "DELETE", "organizations/*/runs/?", practice_archive_run },
  { "PUT", "organizations/*/runs/?/activate", practice_restore_run },
  { "DELETE", "organizations/*/runs/?/delete", practice_delete_run },
  { "GET", "organizations/*/runs/?/tasks", practice_list_run_tasks },
  { "GET", "organizations/*/runs/?/tasks/?", practice_get_run_task },
  { "PUT", "organizations/*/runs/?/tasks/?", practice_update_run_task },
  { "POST", "organizations/*/runs/?/completed-tasks", practice_complete_run_task },
  { "DELETE", "organizations/*/runs/?/completed-tasks/?", practice_reopen_run_task },
  { "POST", "organizations/*/completed-tasks", practice_complete_task },
  { "DELETE", "organizations/*/completed-tasks/?", practice_reopen_task },
  { "POST", "organizations/*/tasks", practice_create_task },
  { "GET", "organizations/*/tasks/?", practice_get_task },
  { "PUT", "organizations/*/tasks/?", practice_update_task },
  { "DELETE", "organizations/*/tasks/?", practice_archive_task },
  { "PUT", "organizations/*/tasks/?/restore", practice_restore_task },
  { "DELETE", "organizations/*/tasks/?/delete", practice_delete_task },
  { "POST", "organizations/*/tasks/?/clone", practice_clone_task },
  { "GET", "organizations/*/tasks/?/email", practice_remind_task },
  { "POST", "organizations/*/tasks/?/problem", practice_report_problem },
  { "POST", "organizations/*/tasks/?/resolved-threads", practice_resolve_problem },
  { "POST", "organizations/*/tasks/?/comment", practice_add_comment },
  { "PUT", "organizations/*/tasks/?/comment/?", practice_update_comment },
  { "DELETE", "organizations/*/tasks/?/comment/?", practice_delete_comment },
};

/* Splits at the slashes as they were sent, then decodes: an encoded slash belongs to its part. */
static GStrv
split_path (const char *path)
{
  GStrv parts = g_strsplit (path[0] == '/' ? path + 1 : path, "/", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      char *decoded = g_uri_unescape_string (parts[i], NULL);

      g_free (parts[i]);
      parts[i] = decoded != NULL ? decoded : g_strdup ("");
    }
  return parts;
}

static gboolean
route_matches (const Route *route,
               const char *method,
               GStrv parts,
               PracticeCall *call,
               const char **organization_id)
{
  g_auto (GStrv) pattern = g_strsplit (route->path, "/", -1);
  guint n_args = 0;

  if (strcmp (route->method, method) != 0 || g_strv_length (pattern) != g_strv_length (parts))
    return FALSE;
  for (guint i = 0; pattern[i] != NULL; i++)
    {
      if (pattern[i][0] == '*')
        *organization_id = parts[i];
      else if (pattern[i][0] == '?')
        call->arg[n_args++] = parts[i];
      else if (strcmp (pattern[i], parts[i]) != 0)
        return FALSE;
    }
  return TRUE;
}

static const Route *
find_route (const char *method, GStrv parts, PracticeCall *call, const char **organization_id)
{
  for (guint i = 0; i < G_N_ELEMENTS (routes); i++)
    if (route_matches (&routes[i], method, parts, call, organization_id))
      return &routes[i];
  return NULL;
}

static gboolean
is_too_deep (const char *text, gsize length)
{
  guint depth = 0;
  gboolean in_string = FALSE;

  for (gsize i = 0; i < length; i++)
    {
      if (in_string && text[i] == '\\')
        i++;
      else if (text[i] == '"')
        in_string = !in_string;
      else if (!in_string && (text[i] == '[' || text[i] == '{') && ++depth > MAX_DEPTH)
        return TRUE;
      else if (!in_string && (text[i] == ']' || text[i] == '}') && depth > 0)
        depth--;
    }
  return FALSE;
}

/* A body that is not said to be JSON is not looked at, as a form would not be either. */
static gboolean
read_body (SoupServerMessage *message, PracticeCall *call)
{
  SoupMessageBody *body = soup_server_message_get_request_body (message);
  SoupMessageHeaders *headers = soup_server_message_get_request_headers (message);
  /* Not an immutable one: newer versions of json-glib end the program where that reads a lone
   * value. */
  g_autoptr (JsonParser) parser = json_parser_new ();
  const char *type = soup_message_headers_get_content_type (headers, NULL);
  g_autofree char *text = NULL;
  JsonNode *root;

  if (body->length == 0 || g_strcmp0 (type, "application/json") != 0)
    {
      call->body = json_object_new ();
      return TRUE;
    }
  if (is_too_deep (body->data, (gsize)body->length)
      || !json_parser_load_from_data (parser, body->data, body->length, NULL))
    return FALSE;
  root = json_parser_get_root (parser);
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    return FALSE;
  /* Half a surrogate pair may be written as an escape, and is read into what is not UTF-8. */
  text = json_to_string (root, FALSE);
  if (!g_utf8_validate (text, -1, NULL))
    return FALSE;
  call->body = json_object_ref (json_node_get_object (root));
  return TRUE;
}

/* What is not UTF-8 can stand neither in the store nor in an answer. */
static gboolean
is_text (GHashTable *query, GStrv parts)
{
  GHashTableIter iter;
  gpointer name, value;

  for (guint i = 0; parts[i] != NULL; i++)
    if (!g_utf8_validate (parts[i], -1, NULL))
      return FALSE;
  g_hash_table_iter_init (&iter, query);
  while (g_hash_table_iter_next (&iter, &name, &value))
    if (!g_utf8_validate (name, -1, NULL) || !g_utf8_validate (value, -1, NULL))
      return FALSE;
  return TRUE;
}

static void
run_handler (const Route *route, PracticeCall *call)
{
  g_autoptr (GError) error = NULL;

  practice_store_begin (call->store);
  route->handler (call);
  if (practice_call_has_failed (call))
    practice_store_rollback (call->store);
  else if (!practice_store_commit (call->store, &error))
    practice_call_refuse (call, SOUP_STATUS_INTERNAL_SERVER_ERROR, NULL, error->message);
}

static void
route_call (const PracticeOffice *office,
            SoupServerMessage *message,
            PracticeCall *call,
            GStrv parts)
{
  const char *method = soup_server_message_get_method (message);
  const char *organization_id = office->organization_id;
  const Route *route = find_route (method, parts, call, &organization_id);

  if (route == NULL)
    practice_call_refuse (call, SOUP_STATUS_NOT_FOUND, "ENDPOINT_NOT_FOUND",
                          "The requested endpoint does not exist.");
  else if (!practice_auth_is_allowed (soup_server_message_get_request_headers (message),
                                      office->token))
    practice_call_refuse (call, SOUP_STATUS_UNAUTHORIZED, NULL, "Unauthenticated.");
  else if (!is_text (call->query, parts))
    practice_call_refuse (call, SOUP_STATUS_BAD_REQUEST, NULL,
                          "The address of the request is not UTF-8.");
  else if (strcmp (organization_id, office->organization_id) != 0)
    practice_call_not_found (call);
  else if (strcmp (method, "DELETE") == 0
           && soup_server_message_get_request_body (message)->length > 0)
    practice_call_refuse (call, SOUP_STATUS_BAD_REQUEST, NULL, "This request takes no body.");
  else if (!read_body (message, call))
    practice_call_refuse (call, SOUP_STATUS_BAD_REQUEST, NULL,
                          "The body of the request is not a JSON object.");
  else
    run_handler (route, call);
}

static void
send_answer (SoupServerMessage *message, PracticeCall *call)
{
  SoupMessageHeaders *headers = soup_server_message_get_response_headers (message);
  g_autofree char *request_id = practice_new_id ();
  char *text;

  soup_message_headers_replace (headers, "X-Request-Id", request_id);
  soup_message_headers_replace (headers, "Cache-Control", "no-store");
  soup_server_message_set_status (message, call->status, NULL);
  if (call->answer == NULL)
    {
      /* libsoup ends the connection after an answer without a body: say so, or a client that keeps
       * connections loses its next request. */
      soup_message_headers_replace (headers, "Connection", "close");
      return;
    }
  text = json_to_string (call->answer, FALSE);
  soup_server_message_set_response (message, "application/json", SOUP_MEMORY_TAKE, text,
                                    strlen (text));
}

/* libsoup gathers a body in memory, of whatever size and before anybody was asked for a token. */
void
practice_router_admit (SoupServerMessage *message)
{
  SoupMessageHeaders *headers = soup_server_message_get_request_headers (message);
  PracticeCall call = { 0 };

  if (soup_message_headers_get_encoding (headers) == SOUP_ENCODING_CHUNKED)
    practice_call_refuse (&call, SOUP_STATUS_LENGTH_REQUIRED, NULL,
                          "The length of the body must be said before it.");
  else if (soup_message_headers_get_content_length (headers) > MAX_BODY)
    practice_call_refuse (&call, SOUP_STATUS_REQUEST_ENTITY_TOO_LARGE, NULL,
                          "The body of the request is larger than 1 MiB.");
  else
    return;
  soup_message_headers_replace (soup_server_message_get_response_headers (message), "Connection",
                                "close");
  soup_message_body_set_accumulate (soup_server_message_get_request_body (message), FALSE);
  send_answer (message, &call);
  json_node_unref (call.answer);
}

void
practice_router_answer (const PracticeOffice *office, SoupServerMessage *message)
{
  GUri *uri = soup_server_message_get_uri (message);
  g_auto (GStrv) parts = split_path (g_uri_get_path (uri));
  const char *query = g_uri_get_query (uri);
  g_autoptr (GHashTable) values = soup_form_decode (query != NULL ? query : "");
  PracticeCall call = {
    .store = office->store,
    .address = office->address,
    .path = g_uri_get_path (uri),
    .query = values,
    .user_id = office->user_id,
  };

  route_call (office, message, &call, parts);
  send_answer (message, &call);
  g_clear_pointer (&call.body, json_object_unref);
  g_clear_pointer (&call.answer, json_node_unref);
}
