/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What anybody else finds in the journal file. @sql: selects one value. (transfer full): NULL where there is none */
char *journal_read (const char *sql);
/* Runs the main loop until that value is @expected. */
void wait_for_journal (const char *sql, const char *expected);
/* Runs @sql, as something else that has the file open. */
void journal_change (const char *sql);

G_END_DECLS
