/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
/* serve-office N LATENCY: serves an organization with N tasks on loopback, answering after LATENCY
 * milliseconds, until its standard input is closed. It says its address first. */
#include <stdio.h>
#include <stdlib.h>

#include "bench-office.h"
#include "bench-server.h"

int
main (int argc, char *argv[])
{
  BenchServerTerms terms = { .per_page = BENCH_PAGE, .minute = 60000, .per_minute = 100000 };
  g_autofree char *address = NULL;
  BenchServer *server;

  if (argc != 3)
    g_error ("Usage: serve-office N LATENCY");
  terms.n_pages = (guint)strtoul (argv[1], NULL, 10) / BENCH_PAGE;
  terms.latency = (guint)strtoul (argv[2], NULL, 10);
  server = bench_server_new (&terms);
  address = bench_server_dup_address (server);
  g_print ("%s\n", address);
  while (getchar () != EOF)
    ;
  bench_server_free (server);
  return 0;
}
