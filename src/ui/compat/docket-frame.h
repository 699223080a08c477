/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define DOCKET_TYPE_FRAME (docket_frame_get_type ())
#if ADW_CHECK_VERSION(1, 4, 0)
G_DECLARE_FINAL_TYPE (DocketFrame, docket_frame, DOCKET, FRAME, AdwBin)
#else
G_DECLARE_FINAL_TYPE (DocketFrame, docket_frame, DOCKET, FRAME, GtkBox)
#endif

/* Bars above and below a content: a GtkBox before libadwaita 1.4, an AdwToolbarView from then on.
 * In a .ui file children of the type "top" and "bottom" are bars, in the order from top to bottom,
 * and the one without a type is the content. */
GtkWidget *docket_frame_new (void);

/* @bar: (transfer full) if floating. A header bar shows no back button but those that are put in. */
void docket_frame_add_top (DocketFrame *self, GtkWidget *bar);
void docket_frame_add_bottom (DocketFrame *self, GtkWidget *bar);
/* @content: (transfer full) if floating; takes all the room that the bars leave */
void docket_frame_set_content (DocketFrame *self, GtkWidget *content);

G_END_DECLS
