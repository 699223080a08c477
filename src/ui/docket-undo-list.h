/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* IDs of what Undo brings back, the last one first: a GPtrArray of strings of its own, each of them once. */
GPtrArray *docket_undo_list_new (void);
void docket_undo_list_remember (GPtrArray *self, const char *id);
void docket_undo_list_forget (GPtrArray *self, const char *id);

G_END_DECLS
