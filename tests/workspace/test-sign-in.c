/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
/* A token that is typed, its organizations, and signing in again in the middle of a session. */
#include "room.h"

#include "workspace/docket-secret.h"
#include "workspace/docket-sign-in.h"

#define ME "{\"data\":{\"id\":7,\"full_name\":\"Mia\",\"email\":\"mia@example.com\"}}"
#define OTHER_ME "{\"data\":{\"id\":8,\"full_name\":\"Noa\"}}"
#define TASK "{\"id\":\"t1\",\"title\":\"Report\",\"is_oneoff_task\":true}"
#define ORGANIZATIONS                                                                              \
  "{\"data\":[{\"id\":\"o1\",\"name\":\"One\"},{\"id\":\"o2\",\"name\":\"Two\"}]}"

static GError *
check (DocketSignIn *sign_in, const char *address, const char *token)
{
  GAsyncResult *slot = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  GError *error = NULL;

  docket_sign_in_check_async (sign_in, address, token, NULL, keep_result, &slot);
  result = wait_for_result (&slot);
  g_assert_true (docket_sign_in_check_finish (sign_in, result, &error) == (error == NULL));
  return error;
}

static void
test_good (void)
{
  HostileServer *server = hostile_server_new ();
  g_autoptr (DocketSignIn) sign_in = docket_sign_in_new ();
  g_autofree char *typed
      = g_strdup_printf ("  HTTP://LOCALHOST:%u/api/ ", hostile_server_get_port (server));
  g_autofree char *address
      = g_strdup_printf ("http://localhost:%u/api", hostile_server_get_port (server));
  g_autoptr (GError) error = NULL;
  g_autoptr (DocketAccount) account = NULL;

  hostile_server_push_answer (server, 200, "", ME);
  hostile_server_push_answer (server, 200, "", ORGANIZATIONS);
  error = check (sign_in, typed, " \n" ROOM_TOKEN "\n");
  g_assert_no_error (error);
  g_assert_cmpint (docket_sign_in_get_user_id (sign_in), ==, 7);
  g_assert_cmpstr (docket_sign_in_get_user_name (sign_in), ==, "Mia");
  g_assert_cmpstr (docket_sign_in_get_token (sign_in), ==, ROOM_TOKEN);
  g_assert_cmpuint (docket_sign_in_get_organizations (sign_in)->len, ==, 2);
  account = docket_sign_in_make_account (sign_in, 1);
  g_assert_cmpstr (docket_account_get_address (account), ==, address);
  g_assert_cmpstr (docket_account_get_organization_id (account), ==, "o2");
  g_assert_cmpstr (docket_account_get_organization_name (account), ==, "Two");
  g_assert_cmpint (docket_account_get_user_id (account), ==, 7);
  g_assert_cmpstr (docket_account_get_user_name (account), ==, "Mia");
  assert_request (server, 0, "GET /api/me");
  assert_request (server, 1, "GET /api/me/organizations");
  g_assert_true (request_has (server, 1, "Authorization: Bearer " ROOM_TOKEN "\r\n"));
  g_clear_object (&sign_in);
  run_pending ();
  hostile_server_free (server);
}

typedef struct
{
  const char *address; /* NULL = the server's */
  const char *token;
  guint status; /* of "me", 0 = it is not asked */
  const char *body;
  TallyfyError error;
} Failure;

static const Failure failures[] = {
  { NULL, "t", 401, "{\"message\":\"Unauthenticated.\"}", TALLYFY_ERROR_SIGNED_OUT },
  { NULL, "t", 404, "{\"code\":\"ENDPOINT_NOT_FOUND\"}", TALLYFY_ERROR_WRONG_ADDRESS },
  { NULL, "t", 404, "<html></html>", TALLYFY_ERROR_WRONG_ADDRESS },
  { NULL, "t", 200, "<html></html>", TALLYFY_ERROR_NOT_JSON },
  { NULL, "t", 500, "{}", TALLYFY_ERROR_SERVER },
  { NULL, "a\nb", 0, NULL, TALLYFY_ERROR_BAD_TOKEN },
  { NULL, "", 0, NULL, TALLYFY_ERROR_BAD_TOKEN },
  { "http://example.com", "t", 0, NULL, TALLYFY_ERROR_BAD_ADDRESS },
  { "", "t", 0, NULL, TALLYFY_ERROR_BAD_ADDRESS },
  { "https://u:p@example.com", "t", 0, NULL, TALLYFY_ERROR_BAD_ADDRESS },
};

/* One after another on the same object; nothing is left of the one before. */
static void
test_bad (void)
{
  HostileServer *server = hostile_server_new ();
  DocketSignIn *sign_in = docket_sign_in_new ();
  g_autoptr (GError) at_the_end = NULL;
  guint n = 2;

  hostile_server_push_answer (server, 200, "", ME);
  hostile_server_push_answer (server, 200, "", ORGANIZATIONS);
  g_assert_null (check (sign_in, hostile_server_get_address (server), "t"));
  g_assert_nonnull (docket_sign_in_get_organizations (sign_in));
  for (guint i = 0; i < G_N_ELEMENTS (failures); i++)
    {
      const Failure *failure = &failures[i];
      g_autoptr (GError) error = NULL;

      if (failure->status != 0)
        hostile_server_push_answer (server, failure->status, "", failure->body);
      n += failure->status != 0;
      error = check (sign_in,
                     failure->address ? failure->address : hostile_server_get_address (server),
                     failure->token);
      g_assert_error (error, TALLYFY_ERROR, (int)failure->error);
      g_assert_null (docket_sign_in_get_organizations (sign_in));
      g_assert_cmpuint (hostile_server_get_n_requests (server), ==, n);
    }
  hostile_server_push_answer (server, 200, "", ME);
  hostile_server_push_answer (server, 401, "", "{}");
  at_the_end = check (sign_in, hostile_server_get_address (server), "t");
  g_assert_error (at_the_end, TALLYFY_ERROR, TALLYFY_ERROR_SIGNED_OUT);
  g_assert_null (docket_sign_in_get_organizations (sign_in));
  g_object_unref (sign_in);
  run_pending ();
  hostile_server_free (server);
}

static GError *
sign_in_again (Room *room, const char *token, gboolean *same_user, gint64 *user_id)
{
  GAsyncResult *slot = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autofree char *name = NULL;
  GError *error = NULL;

  docket_workspace_sign_in_again_async (room->workspace, token, NULL, keep_result, &slot);
  result = wait_for_result (&slot);
  docket_workspace_sign_in_again_finish (room->workspace, result, same_user, user_id, &name,
                                         &error);
  return error;
}

/* Signed out in the middle. */
static Room *
signed_out_room (void)
{
  Room *room = room_new (0);
  g_autoptr (GError) error = NULL;

  room_open_with (room, TASK, "");
  hostile_server_push_answer (room->server, 401, "", "{}");
  error = room_refresh (room);
  g_assert_cmpint (docket_workspace_get_connection (room->workspace), ==,
                   DOCKET_CONNECTION_SIGNED_OUT);
  g_assert_cmpuint (docket_workspace_get_count (room->workspace, DOCKET_VIEW_ALL), ==, 1);
  return room;
}

static void
test_again_same_user (void)
{
  g_autoptr (Room) room = signed_out_room ();
  g_autoptr (GError) error = NULL;
  g_autoptr (DocketRemoval) removal = NULL;
  gboolean same_user = FALSE;
  gint64 user_id = 0;

  hostile_server_push_answer (room->server, 200, "", ME);
  error = sign_in_again (room, "new-token", &same_user, &user_id);
  g_assert_no_error (error);
  g_assert_true (same_user);
  g_assert_cmpint (user_id, ==, 7);
  g_assert_cmpint (docket_workspace_get_connection (room->workspace), ==, DOCKET_CONNECTION_ONLINE);
  hostile_server_push_answer (room->server, 204, "", "");
  removal = room_remove (room, DOCKET_REMOVAL_ARCHIVE, "t1", &error);
  g_assert_cmpint (docket_removal_get_outcome (removal), ==, DOCKET_OUTCOME_DONE);
  g_assert_true (request_has (room->server, 5, "Authorization: Bearer new-token\r\n"));
}

/* Somebody else's token is not used for this one's organization. */
static void
test_again_other_user (void)
{
  g_autoptr (Room) room = signed_out_room ();
  g_autoptr (GError) error = NULL;
  gboolean same_user = TRUE;
  gint64 user_id = 0;

  hostile_server_push_answer (room->server, 200, "", OTHER_ME);
  error = sign_in_again (room, "new-token", &same_user, &user_id);
  g_assert_no_error (error);
  g_assert_false (same_user);
  g_assert_cmpint (user_id, ==, 8);
  g_assert_cmpint (docket_workspace_get_connection (room->workspace), ==,
                   DOCKET_CONNECTION_SIGNED_OUT);
  for (guint i = 0; i < 3; i++)
    push_list (room->server, "");
  g_clear_error (&error);
  error = room_refresh (room);
  for (guint i = 5; i < hostile_server_get_n_requests (room->server); i++)
    g_assert_false (request_has (room->server, i, "new-token"));
}

static void
test_again_wrong (void)
{
  g_autoptr (Room) room = signed_out_room ();
  g_autoptr (GError) error = NULL;

  hostile_server_push_answer (room->server, 401, "", "{}");
  error = sign_in_again (room, "new-token", NULL, NULL);
  g_assert_error (error, TALLYFY_ERROR, TALLYFY_ERROR_SIGNED_OUT);
  g_assert_cmpint (docket_workspace_get_connection (room->workspace), ==,
                   DOCKET_CONNECTION_SIGNED_OUT);
}

static void
open_without_token (Room *room)
{
  GAsyncResult *slot = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  docket_workspace_open_async (room->account, NULL, NULL, keep_result, &slot);
  result = wait_for_result (&slot);
  room->workspace = docket_workspace_open_finish (result, NULL);
  g_assert_cmpint (docket_workspace_get_connection (room->workspace), ==,
                   DOCKET_CONNECTION_NO_TOKEN);
}

/* The keyring takes its time: what is cached is there, and nothing is sent. */
static void
test_token_comes_later (void)
{
  g_autoptr (Room) room = room_new (0);
  g_autoptr (GError) error = NULL;

  room_open_with (room, TASK, "");
  room_close (room);
  open_without_token (room);
  g_assert_cmpuint (docket_workspace_get_count (room->workspace, DOCKET_VIEW_ALL), ==, 1);
  error = room_refresh (room);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_PENDING);
  g_assert_cmpuint (hostile_server_get_n_requests (room->server), ==, 3);
  docket_workspace_take_token (room->workspace, "late-token", NULL);
  g_assert_cmpint (docket_workspace_get_connection (room->workspace), ==, DOCKET_CONNECTION_ONLINE);
  for (guint i = 0; i < 3; i++)
    push_list (room->server, "");
  g_clear_error (&error);
  error = room_refresh (room);
  g_assert_no_error (error);
  g_assert_true (request_has (room->server, 3, "Authorization: Bearer late-token\r\n"));
}

static void
test_token_does_not_come (void)
{
  g_autoptr (Room) room = room_new (0);
  g_autoptr (GError) locked = g_error_new_literal (DOCKET_SECRET_ERROR, DOCKET_SECRET_ERROR_LOCKED,
                                                   "The keyring is locked.");

  open_without_token (room);
  docket_workspace_take_token (room->workspace, NULL, locked);
  g_assert_cmpint (docket_workspace_get_connection (room->workspace), ==,
                   DOCKET_CONNECTION_SIGNED_OUT);
  g_assert_error (docket_workspace_get_error (room->workspace), DOCKET_SECRET_ERROR,
                  DOCKET_SECRET_ERROR_LOCKED);
  g_assert_cmpuint (hostile_server_get_n_requests (room->server), ==, 0);
}

int
main (int argc, char **argv)
{
  folders_init (&argc, &argv, TRUE);
  folders_add_func ("/sign-in/good", test_good);
  folders_add_func ("/sign-in/bad", test_bad);
  folders_add_func ("/sign-in/again/same-user", test_again_same_user);
  folders_add_func ("/sign-in/again/other-user", test_again_other_user);
  folders_add_func ("/sign-in/again/wrong", test_again_wrong);
  folders_add_func ("/sign-in/token/comes-later", test_token_comes_later);
  folders_add_func ("/sign-in/token/does-not-come", test_token_does_not_come);
  return folders_run ();
}
