/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include "room.h"

G_BEGIN_DECLS

/* A task "t1" with comments, for the tests of comments. */

/* A comment as the server sends it. (transfer full) */
char *comment_json (const char *id, gint64 author, const char *content);
/* Opens @room with the task, fetched with @comments: entries with commas between them. The requests are FIRST_OF_THREAD. */
void thread_open (Room *room, const char *comments);
#define FIRST_OF_THREAD 4
/* Scripts the answer to a GET of the task. */
void thread_push (Room *room, const char *comments);
/* Scripts that an answer is lost. */
void thread_push_loss (Room *room);
/* Fetches the task. */
void thread_fetch (Room *room);

G_END_DECLS
