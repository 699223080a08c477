/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include "workspace/docket-account.h"
#include "workspace/docket-cache.h"

G_BEGIN_DECLS

/* An invented organization of any size, the same each time: a task has the same content however many there are. One in
 * ten is archived; of all of them 30 % have form fields and comments, 40 % belong to a process, a quarter is complete,
 * and one in eight has a Japanese title. */

#define BENCH_USER 7
#define BENCH_PAGE 100

/* How many of @n_tasks the list of archived tasks has, or the other one. */
guint bench_office_count (guint n_tasks, gboolean archived);
/* A page of a list as the server would answer, latest activity first. @page: from 1. @n_changed: so many tasks at the
 * beginning of the list that is not archived have another title and a later date. (transfer full) */
char *bench_office_page (guint n_tasks, gboolean archived, guint page, guint n_changed);
/* One task, by the number in its ID ("t7"). @done: whether it is complete, or -1 = as in the list. (transfer full) */
char *bench_office_task (guint index, gboolean archived, int done);
/* The members. (transfer full) */
char *bench_office_users (void);

/* Reads the pages and keeps them in @cache, as a whole pass over such a server leaves it. */
void bench_office_fill (DocketCache *cache, guint n_tasks);
/* Fills the index of search to its end, as a window does afterwards. */
void bench_office_index (DocketCache *cache);

/* Where @account keeps its tasks. (transfer full) */
char *bench_office_cache_path (DocketAccount *account);
/* Makes a copy of @file, which fill-cache made, the cache of @account. */
void bench_office_place (const char *file, DocketAccount *account);

G_END_DECLS
