/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "form.h"

#define ONE_OFF                                                                                    \
  "\"is_oneoff_task\":true,\"deadline\":\"2026-03-23T16:00:00Z\",\"owners\":{\"users\":[7],"       \
  "\"guests\":[{\"email\":\"g@example.com\"}],\"groups\":[]}"
#define PROCESS "\"is_oneoff_task\":false,\"run_id\":\"r1\""

/* @kind: members of the task. @fields: JSON */
static void
push (Room *room, const char *kind, const char *fields)
{
  g_autofree char *more = g_strdup_printf (",%s,\"form_fields\":{\"data\":[%s]}", kind, fields);
  g_autofree char *task = task_json ("t1", "Order chairs", more);
  g_autofree char *answer = g_strdup_printf ("{\"data\":%s}", task);

  hostile_server_push_answer (room->server, 200, "", answer);
}

static char *
field_json (const char *id, const char *type, const char *more, const char *value)
{
  return g_strdup_printf ("{\"id\":\"%s\",\"label\":\"Amount\",\"field_type\":\"%s\","
                          "\"value\":%s%s}",
                          id, type, value, more);
}

void
form_open (Room *room)
{
  room_open_with (room, "", "");
}

void
form_push (Room *room, const char *type, const char *more, const char *value)
{
  g_autofree char *field = field_json ("f1", type, more, value);

  push (room, ONE_OFF, field);
}

void
form_push_two (Room *room, const char *first, const char *second)
{
  g_autofree char *one = field_json ("f1", "text", "", first);
  g_autofree char *two = field_json ("f2", "text", "", second);
  g_autofree char *both = g_strdup_printf ("%s,%s", one, two);

  push (room, ONE_OFF, both);
}

void
form_push_process (Room *room, const char *value)
{
  g_autofree char *field = field_json ("f1", "text", "", value);

  push (room, PROCESS, field);
}

void
form_push_without (Room *room)
{
  push (room, ONE_OFF, "");
}
