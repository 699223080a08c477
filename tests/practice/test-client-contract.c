/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
/* The rows of contract.json that the client can do: what it sends, byte for byte of the request
 * line, and what it makes of the answer. */
#include <glib/gstdio.h>
#include <libsoup/soup.h>
#include <string.h>
#include "contract-call.h"
#include "contract-json.h"
#include "practice/practice-server.h"

#define TOKEN "practice-token"

typedef struct
{
  JsonObject *contract;
  PracticeServer *server;
  char *folder;
  char *log;
  GHashTable *names; /* of JsonNode */
} Fixture;

static JsonNode *contract_root;

static void
done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GAsyncResult **done = data;

  *done = g_object_ref (result);
}

static void
start_server (Fixture *fixture)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  fixture->server = practice_server_new (NULL, TOKEN, 0, 0);
  practice_server_set_log (fixture->server, fixture->log);
  practice_server_start_async (fixture->server, NULL, done_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  practice_server_start_finish (fixture->server, result, &error);
  g_assert_no_error (error);
}

static void
set_text (Fixture *fixture, const char *name, const char *text)
{
  JsonNode *node = json_node_new (JSON_NODE_VALUE);

  json_node_set_string (node, text);
  g_hash_table_insert (fixture->names, g_strdup (name), node);
}

static Fixture *
fixture_new (void)
{
  Fixture *fixture = g_new0 (Fixture, 1);
  JsonNode *me = json_node_new (JSON_NODE_VALUE);

  fixture->contract = json_node_get_object (contract_root);
  fixture->folder = g_dir_make_tmp ("docket-contract-XXXXXX", NULL);
  fixture->log = g_build_filename (fixture->folder, "requests", NULL);
  fixture->names
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)json_node_unref);
  start_server (fixture);
  set_text (fixture, "org", practice_server_get_organization_id (fixture->server));
  set_text (fixture, "token", TOKEN);
  json_node_set_int (me, practice_server_get_user_id (fixture->server));
  g_hash_table_insert (fixture->names, g_strdup ("me"), me);
  return fixture;
}

static void
fixture_free (Fixture *fixture)
{
  g_object_unref (fixture->server);
  g_assert_cmpint (g_unlink (fixture->log), ==, 0);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_hash_table_unref (fixture->names);
  g_free (fixture->log);
  g_free (fixture->folder);
  g_free (fixture);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Fixture, fixture_free)

/* Finds the task that the contract calls @name by its title, as a person would. */
static JsonNode *
lookup_cb (const char *name, gpointer data)
{
  Fixture *fixture = data;
  const gboolean is_run = g_str_equal (name, "run");
  JsonObject *things = json_object_get_object_member (fixture->contract, "things");
  g_autoptr (TallyfyClient) client = NULL;
  g_autoptr (JsonObject) call = json_object_new ();
  g_autoptr (JsonObject) query = json_object_new ();
  g_autofree char *path = NULL;
  g_auto (ContractOutcome) outcome = { NULL };
  JsonArray *found;

  if (g_hash_table_contains (fixture->names, name))
    return g_hash_table_lookup (fixture->names, name);
  client = tallyfy_client_new (practice_server_get_address (fixture->server), TOKEN);
  path = g_strdup_printf ("/organizations/%s/tasks",
                          practice_server_get_organization_id (fixture->server));
  json_object_set_string_member (query, "archived", "true");
  json_object_set_string_member (query, "q",
                                 json_object_get_string_member (things,
                                                                is_run ? "process_task" : name));
  json_object_set_string_member (call, "method", "GET");
  json_object_set_string_member (call, "path", path);
  json_object_set_object_member (call, "query", json_object_ref (query));
  contract_call (client, call, &outcome);
  g_assert_no_error (outcome.error);
  found = json_object_get_array_member (json_node_get_object (outcome.seen), "data");
  g_assert_cmpuint (json_array_get_length (found), ==, 1);
  set_text (fixture, name,
            json_object_get_string_member (json_array_get_object_element (found, 0),
                                           is_run ? "run_id" : "id"));
  return g_hash_table_lookup (fixture->names, name);
}

static char **
read_log (Fixture *fixture)
{
  g_autofree char *text = NULL;

  if (!g_file_get_contents (fixture->log, &text, NULL, NULL))
    return g_new0 (char *, 1);
  return g_strsplit (g_strchomp (text), "\n", -1);
}

static void
assert_same_query (const char *sent, JsonObject *expected)
{
  g_autoptr (GHashTable) values = soup_form_decode (sent != NULL ? sent : "");
  JsonObjectIter iter;
  const char *name;
  JsonNode *value;

  g_assert_cmpuint (g_hash_table_size (values), ==,
                    expected != NULL ? json_object_get_size (expected) : 0);
  if (expected == NULL)
    return;
  json_object_iter_init (&iter, expected);
  while (json_object_iter_next (&iter, &name, &value))
    g_assert_cmpstr (g_hash_table_lookup (values, name), ==, json_node_get_string (value));
}

/* The client sent one request, the one that the row says. */
static void
assert_request (Fixture *fixture, guint n_before, JsonObject *call, gint64 status)
{
  g_auto (GStrv) lines = read_log (fixture);
  g_autoptr (JsonNode) root = NULL;
  g_auto (GStrv) path = NULL;
  JsonObject *query = json_object_has_member (call, "query")
                          ? json_object_get_object_member (call, "query")
                          : NULL;
  JsonObject *request;

  g_assert_cmpuint (g_strv_length (lines), ==, n_before + 1);
  root = json_from_string (lines[n_before], NULL);
  request = json_node_get_object (root);
  path = g_strsplit (json_object_get_string_member (request, "path"), "?", 2);
  g_assert_cmpstr (json_object_get_string_member (request, "method"), ==,
                   json_object_get_string_member (call, "method"));
  g_assert_cmpstr (path[0], ==, json_object_get_string_member (call, "path"));
  assert_same_query (path[1], query);
  g_assert_cmpstr (json_object_get_string_member (request, "body"), ==, "");
  g_assert_cmpint (json_object_get_int_member (request, "status"), ==, status);
}

static TallyfyError
expected_error (gint64 status, JsonObject *body)
{
  switch (status)
    {
    case SOUP_STATUS_UNAUTHORIZED:
      return TALLYFY_ERROR_SIGNED_OUT;
    case SOUP_STATUS_FORBIDDEN:
      return TALLYFY_ERROR_FORBIDDEN;
    case SOUP_STATUS_NOT_FOUND:
      return g_str_equal (json_object_get_string_member (body, "code"), "ENDPOINT_NOT_FOUND")
                 ? TALLYFY_ERROR_WRONG_ADDRESS
                 : TALLYFY_ERROR_NOT_FOUND;
    case SOUP_STATUS_UNPROCESSABLE_ENTITY:
      return TALLYFY_ERROR_INVALID;
    default:
      g_assert_cmpint (status, ==, SOUP_STATUS_BAD_REQUEST);
      return TALLYFY_ERROR_REFUSED;
    }
}

/* A refusal is told apart by its kind, and keeps the server's words. */
static void
assert_refusal (const GError *error, gint64 status, JsonObject *body)
{
  g_assert_error (error, TALLYFY_ERROR, (int)expected_error (status, body));
  g_assert_cmpuint (tallyfy_error_get_status (error), ==, status);
  g_assert_nonnull (tallyfy_error_get_request_id (error));
  g_assert_cmpstr (tallyfy_error_get_code (error), ==,
                   json_object_get_string_member_with_default (body, "code", NULL));
  if (json_object_has_member (body, "message"))
    {
      const char *message = json_object_get_string_member (body, "message");

      g_assert_nonnull (tallyfy_error_get_sentence (error));
      if (message[0] != '$')
        g_assert_cmpstr (tallyfy_error_get_sentence (error), ==, message);
    }
  else
    {
      JsonObject *errors = json_object_get_object_member (body, "errors");
      g_autoptr (GList) fields = json_object_get_members (errors);

      g_assert_cmpuint (g_strv_length ((char **)tallyfy_error_get_fields (error)), ==,
                        g_list_length (fields));
      for (GList *field = fields; field != NULL; field = field->next)
        g_assert_nonnull (tallyfy_error_get_field_sentence (error, field->data));
    }
}

/* A token of its own stands in the headers of the call, where it has one. */
static TallyfyClient *
make_client (Fixture *fixture, JsonObject *call)
{
  const char *token = TOKEN;

  if (json_object_has_member (call, "headers"))
    token = json_object_get_string_member (json_object_get_object_member (call, "headers"),
                                           "Authorization")
            + strlen ("Bearer ");
  return tallyfy_client_new (practice_server_get_address (fixture->server), token);
}

/* @exact: the request must be the one of the contract, else only its answer matters: the client
 * asks for more at once than a step needs. */
static void
run_step (Fixture *fixture, JsonObject *step, gboolean exact)
{
  g_autoptr (JsonNode) call_node
      = contract_fill (json_object_get_member (step, "call"), lookup_cb, fixture);
  g_autoptr (JsonNode) answer_node
      = contract_fill (json_object_get_member (step, "answer"), lookup_cb, fixture);
  JsonObject *call = json_node_get_object (call_node);
  JsonObject *answer = json_node_get_object (answer_node);
  const gint64 status = json_object_get_int_member (answer, "status");
  JsonNode *body = json_object_get_member (answer, "body");
  g_auto (GStrv) log = read_log (fixture);
  g_autoptr (TallyfyClient) client = make_client (fixture, call);
  g_auto (ContractOutcome) outcome = { NULL };

  contract_call (client, call, &outcome);
  if (exact)
    assert_request (fixture, g_strv_length (log), call, status);
  if (status >= 400)
    {
      assert_refusal (outcome.error, status, json_node_get_object (body));
      return;
    }
  g_assert_no_error (outcome.error);
  if (outcome.seen != NULL)
    contract_match (body, outcome.seen, json_object_get_string_member (call, "path"));
}

static JsonObject *
find_row (Fixture *fixture, const char *name)
{
  JsonArray *rows = json_object_get_array_member (fixture->contract, "rows");

  for (guint i = 0; i < json_array_get_length (rows); i++)
    if (g_str_equal (json_object_get_string_member (json_array_get_object_element (rows, i),
                                                    "name"),
                     name))
      return json_array_get_object_element (rows, i);
  g_error ("The contract has no row “%s”", name);
}

static void
run_row (Fixture *fixture, JsonObject *row)
{
  JsonArray *before = json_object_has_member (row, "before")
                          ? json_object_get_array_member (row, "before")
                          : NULL;
  JsonArray *then
      = json_object_has_member (row, "then") ? json_object_get_array_member (row, "then") : NULL;

  for (guint i = 0; before != NULL && i < json_array_get_length (before); i++)
    run_row (fixture, find_row (fixture, json_array_get_string_element (before, i)));
  run_step (fixture, row, TRUE);
  for (guint i = 0; then != NULL && i < json_array_get_length (then); i++)
    run_step (fixture, json_array_get_object_element (then, i), FALSE);
}

static void
test_row (gconstpointer data)
{
  g_autoptr (Fixture) fixture = fixture_new ();

  run_row (fixture, (JsonObject *)data);
}

int
main (int argc, char **argv)
{
  JsonArray *rows;
  int status;

  g_test_init (&argc, &argv, NULL);
  contract_root = contract_load ();
  rows = json_object_get_array_member (json_node_get_object (contract_root), "rows");
  for (guint i = 0; i < json_array_get_length (rows); i++)
    {
      JsonObject *row = json_array_get_object_element (rows, i);
      g_autofree char *path
          = g_strdup_printf ("/client-contract/%s", json_object_get_string_member (row, "name"));

      if (json_object_has_member (row, "client"))
        g_test_add_data_func (path, row, test_row);
    }
  status = g_test_run ();
  json_node_unref (contract_root);
  return status;
}
