/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include "room.h"

G_BEGIN_DECLS

/* A one-off task "t1" with one form field "f1", for the tests of answers. */

/* Opens @room; the requests are FIRST_OF_FORM. */
void form_open (Room *room);
#define FIRST_OF_FORM 3
/* Scripts that the task is answered. @more: further members of the field, each with a comma before it. @value: JSON */
void form_push (Room *room, const char *type, const char *more, const char *value);
/* The same task with two text fields, "f1" and "f2". */
void form_push_two (Room *room, const char *first, const char *second);
/* The same as a task of the process "r1", with a text field. */
void form_push_process (Room *room, const char *value);
/* The same task without any field. */
void form_push_without (Room *room);

G_END_DECLS
