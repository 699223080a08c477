/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The folders of the user, empty at the beginning of each case. (G_TEST_OPTION_ISOLATE_DIRS leaks, which the
 * sanitizers do not pass over.) */

/* In place of g_test_init() and g_test_run(). @in_memory: where there is such a folder: each commit to a journal
 * waits for the disk, and hundreds of cases then take a minute instead of a second. */
void folders_init (int *argc, char ***argv, gboolean in_memory);
int folders_run (void);

void folders_add_func (const char *path, GTestFunc run);
/* @data_free: (nullable) */
void folders_add_data_func (const char *path, gconstpointer data, GDestroyNotify data_free,
                            GTestDataFunc run);

/* Whether a file of the journal or of the cache holds these bytes. */
gboolean journal_holds (const char *text);
gboolean cache_holds (const char *text);
/* Runs the main loop until no SQLite file is open. */
void wait_for_closed_files (void);

G_END_DECLS
