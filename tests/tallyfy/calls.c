/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "calls.h"

#include <string.h>

#include "calls-lists.h"
#include "calls-processes.h"
#include "calls-work.h"

static const TallyfyTaskQuery everything = TALLYFY_TASK_QUERY_INIT;

static void
start_me (TallyfyClient *client,
          GCancellable *cancellable,
          GAsyncReadyCallback callback,
          gpointer data)
{
  tallyfy_client_get_me_async (client, cancellable, callback, data);
}

static gboolean
finish_me (TallyfyClient *client, GAsyncResult *result, GError **error)
{
  g_autoptr (TallyfyUser) user = tallyfy_client_get_me_finish (client, result, error);

  return user != NULL;
}

static void
start_organizations (TallyfyClient *client,
                     GCancellable *cancellable,
                     GAsyncReadyCallback callback,
                     gpointer data)
{
  tallyfy_client_list_organizations_async (client, cancellable, callback, data);
}

static gboolean
finish_organizations (TallyfyClient *client, GAsyncResult *result, GError **error)
{
  g_autoptr (GPtrArray) list = tallyfy_client_list_organizations_finish (client, result, error);

  return list != NULL;
}

static void
start_users (TallyfyClient *client,
             GCancellable *cancellable,
             GAsyncReadyCallback callback,
             gpointer data)
{
  tallyfy_client_list_users_async (client, TEST_ORG, cancellable, callback, data);
}

static gboolean
finish_users (TallyfyClient *client, GAsyncResult *result, GError **error)
{
  g_autoptr (GPtrArray) list = tallyfy_client_list_users_finish (client, result, error);

  return list != NULL;
}

static void
start_tasks (TallyfyClient *client,
             GCancellable *cancellable,
             GAsyncReadyCallback callback,
             gpointer data)
{
  tallyfy_client_list_tasks_async (client, TEST_ORG, &everything, 1, cancellable, callback, data);
}

static gboolean
finish_tasks (TallyfyClient *client, GAsyncResult *result, GError **error)
{
  g_autoptr (TallyfyTaskPage) page = tallyfy_client_list_tasks_finish (client, result, error);

  return page != NULL;
}

static void
start_task (TallyfyClient *client,
            GCancellable *cancellable,
            GAsyncReadyCallback callback,
            gpointer data)
{
  tallyfy_client_get_task_async (client, TEST_ORG, TEST_TASK, cancellable, callback, data);
}

static gboolean
finish_task (TallyfyClient *client, GAsyncResult *result, GError **error)
{
  g_autoptr (TallyfyTask) task = tallyfy_client_get_task_finish (client, result, error);

  return task != NULL;
}

static void
start_archive (TallyfyClient *client,
               GCancellable *cancellable,
               GAsyncReadyCallback callback,
               gpointer data)
{
  tallyfy_client_archive_task_async (client, TEST_ORG, TEST_TASK, cancellable, callback, data);
}

static void
start_restore (TallyfyClient *client,
               GCancellable *cancellable,
               GAsyncReadyCallback callback,
               gpointer data)
{
  tallyfy_client_restore_task_async (client, TEST_ORG, TEST_TASK, cancellable, callback, data);
}

static void
start_delete (TallyfyClient *client,
              GCancellable *cancellable,
              GAsyncReadyCallback callback,
              gpointer data)
{
  tallyfy_client_delete_task_permanently_async (client, TEST_ORG, TEST_TASK, cancellable, callback,
                                                data);
}

/* What both calls below are about, as the server knew it before. */
#define DRAFT                                                                                      \
  "{\"id\":\"old\",\"title\":\"Report\",\"deadline\":\"2030-05-15T12:00:00Z\",\"owners\":{"        \
  "\"users\":[7]}}"

static TallyfyTaskDraft *
make_draft (void)
{
  g_autoptr (GBytes) json = g_bytes_new_static (DRAFT, strlen (DRAFT));

  return tallyfy_task_draft_new_from_json (json, NULL);
}

static void
start_create (TallyfyClient *client,
              GCancellable *cancellable,
              GAsyncReadyCallback callback,
              gpointer data)
{
  g_autoptr (TallyfyTaskDraft) draft = make_draft ();

  tallyfy_client_create_task_async (client, TEST_ORG, draft, cancellable, callback, data);
}

static gboolean
finish_create (TallyfyClient *client, GAsyncResult *result, GError **error)
{
  g_autoptr (TallyfyTask) task = tallyfy_client_create_task_finish (client, result, error);

  return task != NULL;
}

static void
start_answer (TallyfyClient *client,
              GCancellable *cancellable,
              GAsyncReadyCallback callback,
              gpointer data)
{
  g_autoptr (TallyfyTaskDraft) draft = make_draft ();
  g_autoptr (GBytes) json = g_bytes_new_static ("{\"id\":\"task1\"}", 14);
  g_autoptr (TallyfyTask) created = tallyfy_task_new_from_json (json, NULL);

  tallyfy_client_answer_fields_async (client, TEST_ORG, draft, created, cancellable, callback,
                                      data);
}

#define COMMENT "{\"data\":{\"id\":\"c1\"}}"
#define DONE "{\"data\":{\"id\":\"task1\",\"status\":\"completed\"}}"
#define OPEN "{\"data\":{\"id\":\"task1\",\"status\":\"active\"}}"

#define ORG_PATH "/organizations/" TEST_ORG
#define RUN_PATH ORG_PATH "/runs/run1"
#define RUN "{\"data\":{\"id\":\"run1\"}}"
#define ARCHIVED_RUN "{\"data\":{\"id\":\"run1\",\"archived_at\":\"2030-05-15T12:00:00Z\"}}"
#define TASK_PATH ORG_PATH "/tasks/" TEST_TASK
#define WITH_EVERYTHING "?with=run,threads,form_fields,tags,summary"

const ApiCall api_calls[] = {
  { "me", "GET", "/me", "{\"data\":{\"id\":7}}", FALSE, start_me, finish_me },
  { "organizations", "GET", "/me/organizations?page=1&per_page=100",
    "{\"data\":[{\"id\":\"org1\"}]}", FALSE, start_organizations, finish_organizations },
  { "users", "GET", ORG_PATH "/users?page=1&per_page=100", "{\"data\":[{\"id\":7}]}", FALSE,
    start_users, finish_users },
  { "guests", "GET", ORG_PATH "/guests?page=1&per_page=100",
    "{\"data\":[{\"email\":\"g@example.com\"}]}", FALSE, start_guests, finish_guests },
  { "groups", "GET", ORG_PATH "/groups?page=1&per_page=100", "{\"data\":[{\"id\":\"g1\"}]}", FALSE,
    start_groups, finish_groups },
  { "tags", "GET", ORG_PATH "/tags?page=1&per_page=100", "{\"data\":[{\"id\":\"t1\"}]}", FALSE,
    start_tags, finish_tags },
  { "tasks", "GET", ORG_PATH "/tasks?page=1&per_page=100", "{\"data\":[]}", FALSE, start_tasks,
    finish_tasks },
  { "task", "GET", TASK_PATH WITH_EVERYTHING, "{\"data\":{\"id\":\"task1\"}}", FALSE, start_task,
    finish_task },
  { "processes", "GET", ORG_PATH "/runs?page=1&per_page=100", "{\"data\":[]}", FALSE,
    start_processes, finish_processes },
  { "process", "GET", RUN_PATH, RUN, FALSE, start_process, finish_process },
  { "process-tasks", "GET", RUN_PATH "/tasks?page=1&per_page=100", "{\"data\":[]}", FALSE,
    start_process_tasks, finish_tasks },
  { "archive-process", "DELETE", RUN_PATH, ARCHIVED_RUN, TRUE, start_archive_process,
    tallyfy_client_archive_process_finish },
  { "restore-process", "PUT", RUN_PATH "/activate", RUN, TRUE, start_restore_process,
    tallyfy_client_restore_process_finish },
  { "delete-process", "DELETE", RUN_PATH "/delete", NULL, TRUE, start_delete_process,
    tallyfy_client_delete_process_permanently_finish },
  { "archive", "DELETE", TASK_PATH, NULL, TRUE, start_archive, tallyfy_client_archive_task_finish },
  { "restore", "PUT", TASK_PATH "/restore", "{\"data\":{\"id\":\"task1\"}}", TRUE, start_restore,
    tallyfy_client_restore_task_finish },
  { "delete", "DELETE", TASK_PATH "/delete", NULL, TRUE, start_delete,
    tallyfy_client_delete_task_permanently_finish },
  { "create", "POST", ORG_PATH "/tasks", "{\"data\":{\"id\":\"new\"}}", TRUE, start_create,
    finish_create,
    "{\"title\":\"Report\",\"deadline\":\"2030-05-15 12:00:00\",\"owners\":{\"users\":[7],"
    "\"guests\":[],\"groups\":[]},\"task_type\":\"task\"}" },
  { "answer", "PUT", TASK_PATH, "{\"data\":{\"id\":\"task1\"}}", TRUE, start_answer,
    tallyfy_client_answer_fields_finish,
    "{\"title\":\"Report\",\"deadline\":\"2030-05-15 12:00:00\",\"owners\":{\"users\":[7],"
    "\"guests\":[],\"groups\":[]},\"taskdata\":{}}" },
  { "update", "PUT", TASK_PATH WITH_EVERYTHING, "{\"data\":{\"id\":\"task1\"}}", TRUE, start_update,
    finish_update,
    "{\"title\":\"Report\",\"summary\":\"<b>All</b>\",\"deadline\":\"2030-05-15 12:00:00\","
    "\"owners\":{\"users\":[7],\"guests\":[],\"groups\":[]}}" },
  { "update-in-process", "PUT", RUN_PATH "/tasks/" TEST_TASK WITH_EVERYTHING,
    "{\"data\":{\"id\":\"task1\"}}", TRUE, start_update_in_process, finish_update,
    "{\"taskdata\":{\"f1\":\"Yes\"}}" },
  { "complete", "POST", ORG_PATH "/completed-tasks", DONE, TRUE, start_complete, finish_complete,
    "{\"task_id\":\"task1\"}" },
  { "reject", "POST", RUN_PATH "/completed-tasks", DONE, TRUE, start_reject, finish_complete,
    "{\"task_id\":\"task1\",\"is_approved\":false}" },
  { "reopen", "DELETE", ORG_PATH "/completed-tasks/" TEST_TASK, OPEN, TRUE, start_reopen,
    finish_reopen },
  { "reopen-in-process", "DELETE", RUN_PATH "/completed-tasks/" TEST_TASK, OPEN, TRUE,
    start_reopen_in_process, finish_reopen },
  { "comment", "POST", TASK_PATH "/comment", COMMENT, TRUE, start_comment, finish_comment,
    "{\"content\":\"<b>Yes</b> \\\"ok\\\"\"}" },
  { "edit-comment", "PUT", TASK_PATH "/comment/c1", COMMENT, TRUE, start_edit_comment,
    finish_edit_comment, "{\"content\":\"No\"}" },
  { "delete-comment", "DELETE", TASK_PATH "/comment/c1", NULL, TRUE, start_delete_comment,
    tallyfy_client_delete_comment_finish },
  { "remind", "GET", TASK_PATH "/email", "{\"message\":\"Sent.\"}", TRUE, start_remind,
    tallyfy_client_remind_finish },
  { "problem", "POST", TASK_PATH "/problem", COMMENT, TRUE, start_problem, finish_problem,
    "{\"content\":\"No \\\"answer\\\"\"}" },
  { "resolve", "POST", TASK_PATH "/resolved-threads", COMMENT, TRUE, start_resolve, finish_resolve,
    "{\"thread_id\":\"c1\",\"content\":\"Done\"}" },
  { "clone", "POST", TASK_PATH "/clone", "{\"data\":{\"id\":\"task2\"}}", TRUE, start_clone,
    finish_clone },
};
const guint n_api_calls = G_N_ELEMENTS (api_calls);

const ApiCall *
api_call_by_name (const char *name)
{
  for (guint i = 0; i < n_api_calls; i++)
    if (g_str_equal (api_calls[i].name, name))
      return &api_calls[i];
  g_assert_not_reached ();
}

static void
assert_no_token (const char *text)
{
  static const char *const forms[] = { TEST_TOKEN, "sec%2Fret", "sec\\/ret", "ret+Token" };

  for (guint i = 0; text != NULL && i < G_N_ELEMENTS (forms); i++)
    if (strstr (text, forms[i]) != NULL)
      {
        g_printerr ("The token is in this text: %s\n", text);
        abort ();
      }
}

/* What the client's log says, as long as somebody waits for a word in it. */
static GMutex heard_mutex;
static char *awaited;
static gboolean heard;

static void
hear (const char *message)
{
  g_mutex_lock (&heard_mutex);
  heard = heard || (awaited != NULL && strstr (message, awaited) != NULL);
  g_mutex_unlock (&heard_mutex);
}

void
expect_log (const char *text)
{
  g_mutex_lock (&heard_mutex);
  g_free (awaited);
  awaited = g_strdup (text);
  heard = FALSE;
  g_mutex_unlock (&heard_mutex);
}

static gboolean
has_heard (void)
{
  gboolean yes;

  g_mutex_lock (&heard_mutex);
  yes = heard;
  g_mutex_unlock (&heard_mutex);
  return yes;
}

void
wait_for_log (void)
{
  while (!has_heard ())
    g_main_context_iteration (NULL, TRUE);
  expect_log (NULL);
}

static GLogFunc print_log;

/* GLib's tests print each message, and not every GLib hands it on to the writer after that. */
static void
handle_log_cb (const char *domain, GLogLevelFlags level, const char *message, gpointer data)
{
  assert_no_token (message);
  hear (message);
  print_log (domain, level, message, NULL);
}

static GLogWriterOutput
write_log_cb (GLogLevelFlags level, const GLogField *fields, gsize n_fields, gpointer data)
{
  for (gsize i = 0; i < n_fields; i++)
    if (g_str_equal (fields[i].key, "MESSAGE"))
      assert_no_token (fields[i].value);
  if ((level & (G_LOG_LEVEL_DEBUG | G_LOG_LEVEL_INFO)) != 0)
    return G_LOG_WRITER_HANDLED;
  return g_log_writer_default (level, fields, n_fields, data);
}

void
guard_log (void)
{
  print_log = g_log_set_default_handler (handle_log_cb, NULL);
  g_log_set_writer_func (write_log_cb, NULL, NULL);
}

Fixture *
fixture_new_with_timeouts (guint idle_timeout, guint total_timeout)
{
  Fixture *fixture = g_new0 (Fixture, 1);

  fixture->server = hostile_server_new ();
  fixture->client
      = g_object_new (TALLYFY_TYPE_CLIENT, "address", hostile_server_get_address (fixture->server),
                      "token", TEST_TOKEN, "idle-timeout", idle_timeout ? idle_timeout : 30000,
                      "total-timeout", total_timeout ? total_timeout : 60000, NULL);
  return fixture;
}

Fixture *
fixture_new (void)
{
  return fixture_new_with_timeouts (0, 0);
}

void
fixture_free (Fixture *fixture)
{
  TallyfyClient *client = fixture->client;

  g_object_add_weak_pointer (G_OBJECT (client), (gpointer *)&fixture->client);
  g_object_unref (client);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_null (fixture->client);
  hostile_server_free (fixture->server);
  g_free (fixture);
}

static void
done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Pending *pending = data;
  const gboolean ok = pending->call->finish (pending->client, result, &pending->error);

  g_assert_true (ok == (pending->error == NULL));
  pending->is_done = TRUE;
}

Pending *
pending_new (TallyfyClient *client, const ApiCall *call, GCancellable *cancellable)
{
  Pending *pending = g_new0 (Pending, 1);

  pending->call = call;
  pending->client = client;
  call->start (client, cancellable, done_cb, pending);
  g_assert_false (pending->is_done);
  return pending;
}

GError *
pending_wait (Pending *pending)
{
  GError *error;

  while (!pending->is_done)
    g_main_context_iteration (NULL, TRUE);
  error = pending->error;
  g_free (pending);
  return error;
}

GError *
run_call (TallyfyClient *client, const ApiCall *call, GCancellable *cancellable)
{
  return pending_wait (pending_new (client, call, cancellable));
}

static gboolean
look_again_cb (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

void
wait_for_requests (HostileServer *server, guint n)
{
  const guint ticks = g_timeout_add (2, look_again_cb, NULL);

  while (hostile_server_get_n_requests (server) < n)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (ticks);
}

void
wait_for_connections (HostileServer *server, guint n)
{
  const guint ticks = g_timeout_add (2, look_again_cb, NULL);

  while (hostile_server_get_n_connections (server) < n)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (ticks);
}

void
push_good (Fixture *fixture, const ApiCall *call)
{
  hostile_server_push_answer (fixture->server, call->good ? 200 : 204, "",
                              call->good ? call->good : "");
}

void
assert_kind (const ApiCall *call, const GError *error, TallyfyError kind)
{
  const char *const *fields = tallyfy_error_get_fields (error);

  g_test_message ("%s: %s", call->name, error ? error->message : "no error");
  g_assert_error (error, TALLYFY_ERROR, (int)kind);
  assert_no_token (error->message);
  assert_no_token (tallyfy_error_get_sentence (error));
  assert_no_token (tallyfy_error_get_code (error));
  assert_no_token (tallyfy_error_get_request_id (error));
  for (guint i = 0; fields != NULL && fields[i] != NULL; i++)
    {
      assert_no_token (fields[i]);
      assert_no_token (tallyfy_error_get_field_sentence (error, fields[i]));
    }
}
