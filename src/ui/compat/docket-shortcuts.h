/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* The list of keys, over the window of @parent: GtkShortcutsWindow before libadwaita 1.8,
 * AdwShortcutsDialog from then on. It frees itself when it was closed. */
void docket_shortcuts_present (GtkWidget *parent);

G_END_DECLS
