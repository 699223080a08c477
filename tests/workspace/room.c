/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "room.h"

#include <string.h>

#include "workspace/docket-workspace-private.h"

Room *
room_new_at (const char *address, guint total_timeout)
{
  Room *room = g_new0 (Room, 1);

  room->client = g_object_new (TALLYFY_TYPE_CLIENT, "address", address, "token", ROOM_TOKEN,
                               "total-timeout", total_timeout ? total_timeout : 60000, NULL);
  room->clock = room_clock_new ();
  room->account = docket_account_new (address, ROOM_USER, "Mia", ROOM_ORG, "Organization", NULL);
  return room;
}

Room *
room_new (guint total_timeout)
{
  HostileServer *server = hostile_server_new ();
  Room *room = room_new_at (hostile_server_get_address (server), total_timeout);

  room->server = server;
  return room;
}

static gboolean
is_true (gpointer data)
{
  return *(gboolean *)data;
}

static void
counted_cb (gboolean *counted)
{
  *counted = TRUE;
}

/* The counts come after the workspace is open. */
static void
wait_for_counts (Room *room)
{
  gboolean counted = FALSE;
  gulong id = g_signal_connect_swapped (room->workspace, "counts-changed", G_CALLBACK (counted_cb),
                                        &counted);

  wait_until (is_true, &counted);
  g_signal_handler_disconnect (room->workspace, id);
}

void
room_open (Room *room)
{
  GAsyncResult *slot = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  docket_workspace_open_client_async (room->account, room->client, NULL, keep_result, &slot);
  result = wait_for_result (&slot);
  room->workspace = docket_workspace_open_finish (result, &error);
  g_assert_no_error (error);
  docket_workspace_set_clock (room->workspace, DOCKET_CLOCK (room->clock));
  wait_for_counts (room);
}

static gboolean
is_null (gpointer data)
{
  return *(gpointer *)data == NULL;
}

void
room_close (Room *room)
{
  gpointer left = room->workspace;

  g_object_add_weak_pointer (G_OBJECT (room->workspace), &left);
  docket_workspace_close (room->workspace);
  g_clear_object (&room->workspace);
  wait_until (is_null, &left);
  wait_for_closed_files ();
}

void
room_free (Room *room)
{
  if (room->workspace != NULL)
    room_close (room);
  g_object_unref (room->client);
  g_object_unref (room->account);
  g_object_unref (room->clock);
  run_pending ();
  if (room->server != NULL)
    hostile_server_free (room->server);
  g_free (room);
}

GError *
room_refresh (Room *room)
{
  GAsyncResult *slot = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  GError *error = NULL;

  docket_workspace_refresh_async (room->workspace, NULL, keep_result, &slot);
  result = wait_for_result (&slot);
  docket_workspace_refresh_finish (room->workspace, result, &error);
  return error;
}

void
room_open_with (Room *room, const char *tasks, const char *archived)
{
  g_autoptr (GError) error = NULL;

  push_list (room->server, tasks);
  push_list (room->server, "");
  push_list (room->server, archived);
  room_open (room);
  error = room_refresh (room);
  g_assert_no_error (error);
  g_assert_cmpuint (hostile_server_get_n_requests (room->server), ==, 3);
}

char *
task_json (const char *id, const char *title, const char *extra)
{
  return g_strdup_printf ("{\"id\":\"%s\",\"title\":\"%s\",\"status\":\"active\","
                          "\"is_oneoff_task\":true%s}",
                          id, title, extra);
}

char *
page_json (const char *tasks, guint page, guint total_pages, guint total)
{
  return g_strdup_printf ("{\"data\":[%s],\"meta\":{\"pagination\":{\"total\":%u,\"per_page\":100,"
                          "\"current_page\":%u,\"total_pages\":%u,\"links\":[]}}}",
                          tasks, total, page, total_pages);
}

void
push_list (HostileServer *server, const char *tasks)
{
  g_autofree char *page = page_json (tasks, 1, 1, *tasks != '\0' ? 1 : 0);

  hostile_server_push_answer (server, 200, "", page);
}

void
assert_request (HostileServer *server, guint index, const char *line)
{
  g_autofree char *request = hostile_server_get_request (server, index);

  *strpbrk (strchr (request, ' ') + 1, " ?\r") = '\0';
  g_assert_cmpstr (request, ==, line);
}

gboolean
request_has (HostileServer *server, guint index, const char *text)
{
  g_autofree char *request = hostile_server_get_request (server, index);

  return strstr (request, text) != NULL;
}

typedef struct
{
  HostileServer *server;
  guint n;
} Arrival;

static gboolean
has_arrived (gpointer data)
{
  Arrival *arrival = data;

  return hostile_server_get_n_requests (arrival->server) >= arrival->n;
}

void
wait_for_requests_of (Room *room, guint n)
{
  wait_until (has_arrived, &(Arrival){ room->server, n });
}

DocketRemoval *
room_remove (Room *room, DocketRemovalKind kind, const char *task_id, GError **error)
{
  GAsyncResult *slot = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  docket_workspace_remove_async (room->workspace, kind, task_id, keep_result, &slot);
  result = wait_for_result (&slot);
  return docket_workspace_remove_finish (room->workspace, result, error);
}
