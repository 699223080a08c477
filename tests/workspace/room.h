/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include "folders.h"
#include "hostile-server.h"
#include "room-clock.h"
#include "waiting.h"
#include "workspace/docket-workspace.h"

G_BEGIN_DECLS

#define ROOM_TOKEN "sec/ret+Token=="
#define ROOM_ORG "org1"
#define ROOM_USER 7

/* A workspace and the scripted server it talks to. The files lie in the folders of this test case. */
typedef struct
{
  HostileServer *server;
  TallyfyClient *client;
  DocketAccount *account;
  DocketWorkspace *workspace;
  RoomClock *clock;
} Room;

/* The workspace is not opened yet. @total_timeout: milliseconds, 0 = as by default */
Room *room_new (guint total_timeout);
/* The same at a server of somebody else's. */
Room *room_new_at (const char *address, guint total_timeout);
/* Asserts that the workspace and its files were let go of. */
void room_free (Room *room);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Room, room_free)

void room_open (Room *room);
/* Closes the workspace and waits until it is gone, with its files. */
void room_close (Room *room);
/* Runs a pass over what the script holds. Returns: (transfer full) (nullable): its error */
GError *room_refresh (Room *room);
/* Opens the workspace and fills it: page_one() of @tasks, no members, @archived. */
void room_open_with (Room *room, const char *tasks, const char *archived);

/* A removal to its end. Returns: (transfer full) (nullable) */
DocketRemoval *room_remove (Room *room, DocketRemovalKind kind, const char *task_id,
                            GError **error);
/* Runs the main loop until that many requests arrived. */
void wait_for_requests_of (Room *room, guint n);

/* JSON. @extra: more members, each with a comma before it. (transfer full) */
char *task_json (const char *id, const char *title, const char *extra);
/* @tasks: entries with commas between them */
char *page_json (const char *tasks, guint page, guint total_pages, guint total);
/* Scripts a page with the one entry or none, alone in its list. */
void push_list (HostileServer *server, const char *tasks);

/* Asserts that the request with this index was "METHOD PATH", its query left out. */
void assert_request (HostileServer *server, guint index, const char *line);
gboolean request_has (HostileServer *server, guint index, const char *text);

G_END_DECLS
