/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* A dialog with a header bar over a window: a modal AdwWindow before libadwaita 1.5, an AdwDialog
 * from then on. Escape closes it. It frees itself when it was closed. */

/* @child: (transfer full) @width: of the content in pixels. Returns: (transfer none) */
GtkWidget *docket_sheet_new (GtkWidget *parent, const char *title, GtkWidget *child, int width);
/* The same with a header bar of the caller's, which has the buttons that close it. @header, @child: (transfer full) */
GtkWidget *docket_sheet_new_with_header (
    GtkWidget *parent, const char *title, GtkWidget *header, GtkWidget *child, int width, int height);
/* Whether the person can close it: Escape does nothing meanwhile. */
void docket_sheet_set_can_close (GtkWidget *sheet, gboolean can_close);
void docket_sheet_present (GtkWidget *sheet, GtkWidget *parent);
void docket_sheet_close (GtkWidget *sheet);

/* Any dialog around @widget that gets its events apart from its window, though it is a part of it;
 * NULL where there is none, and where dialogs are windows. Returns: (transfer none) (nullable) */
GtkWidget *docket_sheet_around (GtkWidget *widget);

G_END_DECLS
