/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What Docket is, over the window of @parent: AdwAboutWindow before libadwaita 1.5, AdwAboutDialog
 * from then on. */
void docket_about_present (GtkWidget *parent);

G_END_DECLS
