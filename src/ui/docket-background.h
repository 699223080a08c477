/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Running without a window, as the desktop allows it: org.freedesktop.portal.Background. */

/* @autostart: also start when the person logs in. Errors: G_IO_ERROR_NOT_SUPPORTED where the desktop has no such portal,
 * G_IO_ERROR_CANCELLED */
void docket_background_request_async (gboolean autostart, GCancellable *cancellable, GAsyncReadyCallback callback,
                                      gpointer user_data);
/* @autostart: (out): whether it is so. Returns: whether it may; FALSE without an error where it may not */
gboolean docket_background_request_finish (GAsyncResult *result, gboolean *autostart, GError **error);

/* What the desktop shows of a program without a window. @message: at most 96 characters */
void docket_background_set_status (const char *message);

G_END_DECLS
