/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include "tallyfy/tallyfy-task.h"

G_BEGIN_DECLS

/* For tallyfy-task.c, which gives a task's values out, and tallyfy-task-reader.c, which fills them in
 * before anybody else sees the object. */
struct _TallyfyTask
{
  GObject parent_instance;

  char *id;
  char *title;
  char *summary;
  char *status;
  char *task_type;
  char *process_id;
  char *process_name;
  char *starter_id;
  char *completer_id;

  gint64 position;

  gboolean one_off;
  gboolean problem;
  gboolean top_secret;
  gboolean needs_everyone;

  GDateTime *deadline;
  GDateTime *created_at;
  GDateTime *last_updated;
  GDateTime *completed_at;
  GDateTime *archived_at;

  GPtrArray *assignees;
  GStrv tags;
  GPtrArray *form_fields;
  GPtrArray *comments;
  guint n_comments;
  gboolean comments_counted;
  GBytes *json;
};

G_END_DECLS
