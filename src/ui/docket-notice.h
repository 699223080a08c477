/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A dialog that only says something and has one button, which closes it. Nothing happens where the window of @widget
 * has gone meanwhile. */
void docket_notice_show (GtkWidget *widget, const char *heading, const char *body);

G_END_DECLS
