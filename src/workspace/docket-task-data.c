/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "workspace/docket-task-private.h"

void
docket_task_data_free (DocketTaskData *data)
{
  /* An array of them, some of which were handed on, frees what is left. */
  if (data == NULL)
    return;
  g_free (data->id);
  g_free (data->title);
  g_free (data->task_type);
  g_free (data->process_name);
  g_free (data->process_id);
  g_free (data->completer);
  g_strfreev (data->assignees);
  g_clear_pointer (&data->deadline, g_date_time_unref);
  g_clear_pointer (&data->archived_at, g_date_time_unref);
  g_clear_pointer (&data->completed_at, g_date_time_unref);
  g_clear_pointer (&data->hit, docket_hit_unref);
  g_free (data);
}

static GDateTime *
copy_date (GDateTime *date)
{
  return date != NULL ? g_date_time_ref (date) : NULL;
}

DocketTaskData *
docket_task_data_copy (const DocketTaskData *data)
{
  DocketTaskData *copy = g_memdup2 (data, sizeof *data);

  copy->id = g_strdup (data->id);
  copy->title = g_strdup (data->title);
  copy->task_type = g_strdup (data->task_type);
  copy->process_name = g_strdup (data->process_name);
  copy->process_id = g_strdup (data->process_id);
  copy->completer = g_strdup (data->completer);
  copy->assignees = g_strdupv (data->assignees);
  copy->deadline = copy_date (data->deadline);
  copy->archived_at = copy_date (data->archived_at);
  copy->completed_at = copy_date (data->completed_at);
  copy->hit = data->hit != NULL ? docket_hit_ref (data->hit) : NULL;
  return copy;
}

static char *
column_text (sqlite3_stmt *row, int column)
{
  return g_strdup ((const char *)sqlite3_column_text (row, column));
}

static GDateTime *
column_date (sqlite3_stmt *row, int column)
{
  if (sqlite3_column_type (row, column) == SQLITE_NULL)
    return NULL;
  return g_date_time_new_from_unix_utc (sqlite3_column_int64 (row, column));
}

/* The name of today, else the one that came with the task, else the ID. */
static char *
assignee_name (const char *line, sqlite3_stmt *person)
{
  g_auto (GStrv) parts = g_strsplit (line, "\t", 3);
  char *name = NULL;

  if (g_strv_length (parts) < 3)
    return NULL;
  docket_database_bind (person, "ss", parts[0], parts[1]);
  if (docket_database_step (person, NULL) == 1)
    name = column_text (person, 0);
  sqlite3_reset (person);
  if (name == NULL)
    name = g_strdup (*parts[2] != '\0' ? parts[2] : parts[1]);
  return name;
}

char *
docket_task_data_find_person (sqlite3_stmt *row, int column, sqlite3_stmt *person)
{
  char *name = NULL;

  docket_database_bind (person, "ss", "U", (const char *)sqlite3_column_text (row, column));
  if (docket_database_step (person, NULL) == 1)
    name = column_text (person, 0);
  sqlite3_reset (person);
  return name;
}

GStrv
docket_task_data_read_assignees (sqlite3_stmt *row, int column, sqlite3_stmt *person)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autofree char *text = column_text (row, column);
  g_auto (GStrv) entries = g_strsplit (text != NULL ? text : "", "\n", -1);

  for (guint i = 0; entries[i] != NULL; i++)
    {
      g_autofree char *name = assignee_name (entries[i], person);

      if (name != NULL)
        g_strv_builder_add (builder, name);
    }
  return g_strv_builder_end (builder);
}

DocketTaskData *
docket_task_data_read (sqlite3_stmt *row, sqlite3_stmt *person)
{
  DocketTaskData *data = g_new0 (DocketTaskData, 1);

  data->row = sqlite3_column_int64 (row, 0);
  data->id = column_text (row, 1);
  data->title = column_text (row, 2);
  data->task_type = column_text (row, 3);
  data->process_name = column_text (row, 4);
  data->deadline = column_date (row, 5);
  data->archived_at = column_date (row, 6);
  data->completed_at = column_date (row, 7);
  data->n_comments = (guint)sqlite3_column_int (row, 8);
  data->completed = sqlite3_column_int (row, 9) != 0;
  data->archived = sqlite3_column_int (row, 10) != 0;
  data->one_off = sqlite3_column_int (row, 11) != 0;
  data->mine = sqlite3_column_int (row, 12) != 0;
  data->assignees = docket_task_data_read_assignees (row, 13, person);
  data->completer = docket_task_data_find_person (row, 14, person);
  data->process_id = column_text (row, 15);
  data->has_detail = sqlite3_column_int (row, 16) != 0;
  return data;
}
