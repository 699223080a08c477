/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What Docket is, over the window of @parent: AdwAboutWindow before libadwaita 1.5, AdwAboutDialog
 * from then on. @version: the release that @notes are about. @notes: paragraphs and lists. @debug_info: what
 * can be copied into a report of a fault */
void docket_about_present (GtkWidget *parent, const char *version, const char *notes,
                           const char *debug_info);

G_END_DECLS
