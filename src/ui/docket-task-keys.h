/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Delete, Shift+Delete and Ctrl+Z, for a part of the window that takes no text. They are no
 * accelerators of the application, which would run before a focused entry: these reach @widget only
 * when nothing inside it used them. */
void docket_task_keys_add (GtkWidget *widget);

G_END_DECLS
