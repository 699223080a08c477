/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* A lasting message under a header bar, with at most one button. It stands in for AdwBanner, which
 * libadwaita has from 1.3. All text is plain. Each setter has a property of its name. */
#define DOCKET_TYPE_BANNER (docket_banner_get_type ())
G_DECLARE_FINAL_TYPE (DocketBanner, docket_banner, DOCKET, BANNER, AdwBin)

GtkWidget *docket_banner_new (void);
void docket_banner_set_title (DocketBanner *self, const char *title);
void
docket_banner_set_button_label (DocketBanner *self, const char *label); /* NULL or "" = no button */
void docket_banner_set_action_name (DocketBanner *self, const char *action_name);
void docket_banner_set_revealed (DocketBanner *self, gboolean revealed);
void
docket_banner_set_error (DocketBanner *self, gboolean error); /* an error rather than a warning */

G_END_DECLS
