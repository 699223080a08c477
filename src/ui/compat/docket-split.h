/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* A list and a detail side by side, or one at a time where there is no room for both: AdwLeaflet
 * before libadwaita 1.4, AdwNavigationSplitView in an AdwBreakpointBin from then on.
 *
 * Properties: "list" and "detail" (GtkWidget, set once), "folded" (boolean, read-only),
 * "show-detail" (boolean): which of the two is in front while folded. */
#define DOCKET_TYPE_SPLIT (docket_split_get_type ())
G_DECLARE_FINAL_TYPE (DocketSplit, docket_split, DOCKET, SPLIT, AdwBin)

gboolean docket_split_get_folded (DocketSplit *self);
gboolean docket_split_get_show_detail (DocketSplit *self);
void docket_split_set_show_detail (DocketSplit *self, gboolean show_detail);

G_END_DECLS
