/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include "calls.h"

G_BEGIN_DECLS

/* The faces of the calls that read lists: for the table in calls.c. */
void start_guests (TallyfyClient *client, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
gboolean finish_guests (TallyfyClient *client, GAsyncResult *result, GError **error);
void start_groups (TallyfyClient *client, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
gboolean finish_groups (TallyfyClient *client, GAsyncResult *result, GError **error);
void start_tags (TallyfyClient *client, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
gboolean finish_tags (TallyfyClient *client, GAsyncResult *result, GError **error);

G_END_DECLS
