/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A tag: a dot in its colour, and its title, in a rounded shape. @color: (nullable): as the server has it ("#8ff0a4"); what
 * is no colour makes no dot. @title is plain. */
GtkWidget *docket_tag_chip_new (const char *title, const char *color);
/* The dot alone; NULL where @color is none. */
GtkWidget *docket_tag_chip_new_dot (const char *color);

G_END_DECLS
