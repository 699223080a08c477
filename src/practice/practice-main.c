/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include <glib-unix.h>
#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include "practice/practice-server.h"

/* docket-practice-server: the practice office alone, for other programs and for tests from outside.
 */

typedef struct
{
  GMainLoop *loop;
  gboolean failed;
} Program;

static void
started_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Program *program = user_data;
  PracticeServer *server = PRACTICE_SERVER (source);
  g_autoptr (GError) error = NULL;

  if (!practice_server_start_finish (server, result, &error))
    {
      g_printerr ("%s\n", error->message);
      program->failed = TRUE;
      g_main_loop_quit (program->loop);
      return;
    }
  g_print ("Address: %s\nToken: %s\nOrganization: %s\n", practice_server_get_address (server),
           practice_server_get_token (server), practice_server_get_organization_id (server));
  fflush (stdout);
}

static gboolean
signal_cb (gpointer user_data)
{
  g_main_loop_quit (user_data);
  return G_SOURCE_CONTINUE;
}

static gboolean
parse_options (int *argc,
               char ***argv,
               int *port,
               int *n_tasks,
               char **token,
               char **data,
               char **log,
               GError **error)
{
  const GOptionEntry entries[] = {
    { "port", 0, 0, G_OPTION_ARG_INT, port, "Listen on this port of 127.0.0.1 (a free one)", "N" },
    { "token", 0, 0, G_OPTION_ARG_STRING, token, "Accept this practice token (a random one)", "T" },
    { "tasks", 0, 0, G_OPTION_ARG_INT, n_tasks, "Fill a new office with so many tasks", "N" },
    { "data", 0, 0, G_OPTION_ARG_FILENAME, data, "Keep the office in this file (in memory)",
      "FILE" },
    { "log", 0, 0, G_OPTION_ARG_FILENAME, log, "Append a line of JSON for each request", "FILE" },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GOptionContext) context
      = g_option_context_new ("- a practice workspace for clients of the API");

  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, argc, argv, error))
    return FALSE;
  if (*port >= 0 && *port <= G_MAXUINT16 && *n_tasks >= 0 && *argc == 1)
    return TRUE;
  g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                       *argc > 1      ? "Arguments without an option are not understood"
                       : *n_tasks < 0 ? "--tasks takes a number from 0"
                                      : "--port takes a number from 0 to 65535");
  return FALSE;
}

int
main (int argc, char **argv)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (PracticeServer) server = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *token = NULL;
  g_autofree char *data = NULL;
  g_autofree char *log = NULL;
  Program program = { .loop = loop };
  int port = 0;
  int n_tasks = 0;

  setlocale (LC_ALL, "");
  if (!parse_options (&argc, &argv, &port, &n_tasks, &token, &data, &log, &error))
    {
      g_printerr ("%s\n", error->message);
      return 2;
    }
  server = practice_server_new (data, token, (guint16)port, (guint)n_tasks);
  practice_server_set_log (server, log);
  g_unix_signal_add (SIGTERM, signal_cb, loop);
  g_unix_signal_add (SIGINT, signal_cb, loop);
  practice_server_start_async (server, NULL, started_cb, &program);
  g_main_loop_run (loop);
  practice_server_stop (server);
  return program.failed ? 1 : 0;
}
