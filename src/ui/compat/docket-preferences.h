/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* The preferences: AdwPreferencesWindow before libadwaita 1.5, AdwPreferencesDialog from then on. It frees itself when
 * it was closed. */

/* @pages: AdwPreferencesPage, each (transfer full) if floating, with NULL at the end. Returns: (transfer none) */
GtkWidget *docket_preferences_new (GtkWidget *const *pages);
void docket_preferences_present (GtkWidget *preferences, GtkWidget *parent);
/* @page: one of those it holds */
void docket_preferences_close (GtkWidget *page);

G_END_DECLS
