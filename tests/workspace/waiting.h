/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A GAsyncReadyCallback over a GAsyncResult **: keeps the result. */
void keep_result (GObject *source, GAsyncResult *result, gpointer slot);
/* Runs the main loop until keep_result() has filled @slot. Returns: (transfer full) */
GAsyncResult *wait_for_result (GAsyncResult **slot);

/* Runs the main loop until @is_so says yes. The limit is the test's own. */
void wait_until (gboolean (*is_so) (gpointer data), gpointer data);
/* Runs what the main loop has to do by now. */
void run_pending (void);

G_END_DECLS
