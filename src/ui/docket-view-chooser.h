/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <adwaita.h>
#include "workspace/docket-view.h"

G_BEGIN_DECLS

/* The title of the list: says which view it shows and of which organization, and opens the choice
 * of views. Signal "chosen" (int view): the person picked one. */
#define DOCKET_TYPE_VIEW_CHOOSER (docket_view_chooser_get_type ())
G_DECLARE_FINAL_TYPE (DocketViewChooser, docket_view_chooser, DOCKET, VIEW_CHOOSER, AdwBin)

void docket_view_chooser_set_view (DocketViewChooser *self, DocketView view);
void docket_view_chooser_set_count (DocketViewChooser *self, DocketView view, guint count);
/* @practice: the organization is the practice workspace's, which looks different. */
void
docket_view_chooser_set_organization (DocketViewChooser *self, const char *name, gboolean practice);
void docket_view_chooser_popup (DocketViewChooser *self);

G_END_DECLS
