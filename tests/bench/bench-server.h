/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A server on loopback, in a thread of its own, that lists the tasks of an invented organization, answers as late as one
 * that is far away, and allows so many requests. Its tasks can be completed, opened again, archived and restored, and each can
 * be asked for; the lists do not tell of that. */
typedef struct _BenchServer BenchServer;

/**
 * BenchServerTerms:
 * @latency: milliseconds until an answer goes out
 * @n_pages: of the list that is not archived; the other one is empty where @per_page is less than 100
 * @per_page: tasks of a page
 * @minute: how long a minute is, in milliseconds
 * @per_minute: requests that are allowed in a minute, from the first one on; told in each answer
 * @per_hour: the same of an hour, which nothing tells; 0 = as many as one likes
 */
typedef struct
{
  guint latency;
  guint n_pages;
  guint per_page;
  guint minute;
  guint per_minute;
  guint per_hour;
} BenchServerTerms;

BenchServer *bench_server_new (const BenchServerTerms *terms);
void bench_server_free (BenchServer *self);
/* (transfer full) */
char *bench_server_dup_address (BenchServer *self);

guint bench_server_get_n_requests (BenchServer *self);
/* With a 429. */
guint bench_server_get_n_refused (BenchServer *self);
/* How much of what is allowed in a minute was used, in all minutes but the last. */
double bench_server_get_share (BenchServer *self);

G_END_DECLS
