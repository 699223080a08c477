/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "tallyfy/tallyfy-answer.h"

#include "tallyfy/tallyfy-error-private.h"
#include "tallyfy/tallyfy-json.h"

/* A sentence is to be read by a person: no honest one is longer. */
#define MAX_SENTENCE 1000

static void append_texts (GString *texts, JsonNode *node);

static void
append_member (JsonObject *object, const char *member, JsonNode *node, gpointer texts)
{
  append_texts (texts, node);
}

/* A message is sometimes not a string: a list or an object of sentences then. */
static void
append_texts (GString *texts, JsonNode *node)
{
  g_autofree char *text = tallyfy_json_scalar_text (node);

  if (text != NULL && *text != '\0')
    g_string_append_printf (texts, "%s%s", texts->len > 0 ? " " : "", text);
  else if (JSON_NODE_HOLDS_ARRAY (node))
    for (guint i = 0; i < json_array_get_length (json_node_get_array (node)); i++)
      append_texts (texts, json_array_get_element (json_node_get_array (node), i));
  else if (JSON_NODE_HOLDS_OBJECT (node))
    json_object_foreach_member (json_node_get_object (node), append_member, texts);
}

/* Redacted before it is cut: half a token would not be found. */
static char *
presentable (const char *text, const char *token)
{
  char *clean = tallyfy_redact (text, token);

  if (clean != NULL && g_utf8_strlen (clean, -1) > MAX_SENTENCE)
    *g_utf8_offset_to_pointer (clean, MAX_SENTENCE) = '\0';
  return clean;
}

static char *
sentence_of (JsonNode *node, const char *token)
{
  g_autoptr (GString) texts = g_string_new (NULL);

  if (node != NULL)
    append_texts (texts, node);
  return texts->len > 0 ? presentable (texts->str, token) : NULL;
}

static GHashTable *
read_fields (JsonObject *errors, const char *token)
{
  GHashTable *fields = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  json_object_iter_init (&iter, errors);
  while (json_object_iter_next (&iter, &name, &node))
    {
      char *sentence = sentence_of (node, token);

      g_hash_table_insert (fields, presentable (name, token), sentence ? sentence : g_strdup (""));
    }
  return fields;
}

/* Whatever of {"message", "code", "error", "errors"} the body has. */
static void
read_error_body (JsonObject *object, const char *token, TallyfyErrorDetails *details)
{
  JsonNode *message = tallyfy_json_get (object, "message");
  JsonNode *code = tallyfy_json_get (object, "code");
  JsonNode *reason = tallyfy_json_get (object, "error");
  JsonNode *errors = tallyfy_json_get (object, "errors");

  details->sentence = sentence_of (message, token);
  if (details->sentence == NULL)
    details->sentence = sentence_of (reason, token);
  if (code != NULL)
    {
      g_autofree char *text = tallyfy_json_scalar_text (code);

      details->code = presentable (text, token);
    }
  if (errors != NULL && JSON_NODE_HOLDS_OBJECT (errors))
    details->fields = read_fields (json_node_get_object (errors), token);
  else if (errors != NULL && details->sentence == NULL)
    details->sentence = sentence_of (errors, token);
}

/* Returns: whether the body is a JSON object */
static gboolean
read_details (TallyfyAnswer *answer, const char *token, TallyfyErrorDetails *details)
{
  g_autoptr (JsonNode) root = answer->cut ? NULL : tallyfy_json_parse (answer->body, NULL);

  details->status = answer->status;
  details->retry_after = MAX (answer->retry_after, 0);
  details->request_id = presentable (answer->request_id, token);
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    return FALSE;
  read_error_body (json_node_get_object (root), token, details);
  return TRUE;
}

/* A proxy's page, a login form, nothing at all: anything that does not begin as JSON does. */
static gboolean
begins_as_json (GBytes *body)
{
  gsize size;
  const char *text = g_bytes_get_data (body, &size);
  gsize i = 0;

  while (i < size && g_ascii_isspace (text[i]))
    i++;
  return i < size && (text[i] == '{' || text[i] == '[');
}

static TallyfyError
error_for_404 (const TallyfyErrorDetails *details, gboolean is_json)
{
  return is_json && g_strcmp0 (details->code, "ENDPOINT_NOT_FOUND") != 0
             ? TALLYFY_ERROR_NOT_FOUND
             : TALLYFY_ERROR_WRONG_ADDRESS;
}

static TallyfyError
error_for_status (const TallyfyErrorDetails *details, gboolean is_json)
{
  switch (details->status)
    {
    case 401:
      return TALLYFY_ERROR_SIGNED_OUT;
    case 403:
      return TALLYFY_ERROR_FORBIDDEN;
    case 404:
      return error_for_404 (details, is_json);
    case 422:
      return TALLYFY_ERROR_INVALID;
    case 429:
      return TALLYFY_ERROR_TOO_MANY_REQUESTS;
    default:
      break;
    }
  if (details->status >= 500)
    return TALLYFY_ERROR_SERVER;
  return details->status >= 400 ? TALLYFY_ERROR_REFUSED : TALLYFY_ERROR_NOT_JSON;
}

static const char *
words_for (TallyfyError code)
{
  switch (code)
    {
    case TALLYFY_ERROR_SIGNED_OUT:
      return "The server does not accept the token";
    case TALLYFY_ERROR_FORBIDDEN:
      return "The server does not permit this";
    case TALLYFY_ERROR_NOT_FOUND:
      return "The server knows no such thing";
    case TALLYFY_ERROR_WRONG_ADDRESS:
      return "There is no Tallyfy server at this address";
    case TALLYFY_ERROR_REFUSED:
      return "The server refused the request";
    case TALLYFY_ERROR_INVALID:
      return "The server found the values invalid";
    case TALLYFY_ERROR_TOO_MANY_REQUESTS:
      return "The server received too many requests";
    case TALLYFY_ERROR_SERVER:
      return "The server has a problem of its own";
    case TALLYFY_ERROR_UNKNOWN_OUTCOME:
      return "The server's answer does not prove that it was done";
    case TALLYFY_ERROR_NOT_JSON:
    case TALLYFY_ERROR_MALFORMED:
    case TALLYFY_ERROR_OFFLINE:
    case TALLYFY_ERROR_TLS:
    case TALLYFY_ERROR_TIMED_OUT:
    case TALLYFY_ERROR_CONNECTION_LOST:
    case TALLYFY_ERROR_BAD_ADDRESS:
    case TALLYFY_ERROR_BAD_TOKEN:
    default:
      return "The answer is not one of a Tallyfy server";
    }
}

static GError *
make_error (TallyfyError code, const TallyfyErrorDetails *details)
{
  g_autofree char *message = g_strdup_printf ("%s (status %u)%s%s", words_for (code),
                                              details->status, details->sentence ? ": " : ".",
                                              details->sentence ? details->sentence : "");

  return tallyfy_error_new (code, message, details);
}

/* Retry-After is a number of seconds or an HTTP date (RFC 9110, 10.2.3). */
static gint64
parse_retry_after (const char *text)
{
  g_autoptr (GDateTime) date = NULL;
  g_autoptr (GDateTime) now = NULL;
  gint64 seconds;

  if (text == NULL)
    return -1;
  if (g_ascii_string_to_signed (text, 10, 0, G_MAXINT32, &seconds, NULL))
    return seconds;
  date = soup_date_time_new_from_http_string (text);
  if (date == NULL)
    return -1;
  now = g_date_time_new_now_utc ();
  /* Rounded up: a part of a second too early is too early. */
  seconds = (g_date_time_difference (date, now) + G_TIME_SPAN_SECOND - 1) / G_TIME_SPAN_SECOND;
  return CLAMP (seconds, 0, G_MAXINT32);
}

static gint64
parse_count (SoupMessageHeaders *headers, const char *name)
{
  const char *text = soup_message_headers_get_one (headers, name);
  gint64 count;

  return text != NULL && g_ascii_string_to_signed (text, 10, 0, G_MAXINT32, &count, NULL) ? count
                                                                                          : -1;
}

TallyfyAnswer *
tallyfy_answer_new (SoupMessage *message, GBytes *body, GError *cut)
{
  SoupMessageHeaders *headers = soup_message_get_response_headers (message);
  TallyfyAnswer *answer = g_new0 (TallyfyAnswer, 1);

  answer->status = soup_message_get_status (message);
  answer->body = g_bytes_ref (body);
  answer->cut = cut;
  answer->request_id = g_strdup (soup_message_headers_get_one (headers, "X-Request-Id"));
  answer->retry_after = parse_retry_after (soup_message_headers_get_one (headers, "Retry-After"));
  answer->rate_limit = parse_count (headers, "X-RateLimit-Limit");
  answer->rate_remaining = parse_count (headers, "X-RateLimit-Remaining");
  return answer;
}

void
tallyfy_answer_free (TallyfyAnswer *answer)
{
  g_bytes_unref (answer->body);
  g_clear_error (&answer->cut);
  g_free (answer->request_id);
  g_free (answer);
}

JsonNode *
tallyfy_answer_read (TallyfyAnswer *answer, const char *token, GError **error)
{
  g_auto (TallyfyErrorDetails) details = { 0 };

  if (!SOUP_STATUS_IS_SUCCESSFUL (answer->status))
    {
      const gboolean is_json = read_details (answer, token, &details);

      g_propagate_error (error, make_error (error_for_status (&details, is_json), &details));
      return NULL;
    }
  if (answer->cut != NULL)
    {
      g_propagate_error (error, g_error_copy (answer->cut));
      return NULL;
    }
  if (!begins_as_json (answer->body))
    {
      details.status = answer->status;
      details.request_id = presentable (answer->request_id, token);
      g_propagate_error (error, make_error (TALLYFY_ERROR_NOT_JSON, &details));
      return NULL;
    }
  return tallyfy_json_parse (answer->body, error);
}

GError *
tallyfy_answer_to_write_error (TallyfyAnswer *answer, const char *token)
{
  g_auto (TallyfyErrorDetails) details = { 0 };
  const gboolean is_json = read_details (answer, token, &details);

  return make_error (SOUP_STATUS_IS_CLIENT_ERROR (answer->status)
                         ? error_for_status (&details, is_json)
                         : TALLYFY_ERROR_UNKNOWN_OUTCOME,
                     &details);
}
