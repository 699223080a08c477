/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <adwaita.h>
#include "workspace/docket-workspace.h"
#include "workspace/docket-view.h"

G_BEGIN_DECLS

/* The title of the list: says which view it shows and of which organization, and opens the choice
 * of views, and of another organization. Signal "chosen" (int view): the person picked one. */
#define DOCKET_TYPE_VIEW_CHOOSER (docket_view_chooser_get_type ())
G_DECLARE_FINAL_TYPE (DocketViewChooser, docket_view_chooser, DOCKET, VIEW_CHOOSER, AdwBin)

void docket_view_chooser_set_view (DocketViewChooser *self, DocketView view);
void docket_view_chooser_set_count (DocketViewChooser *self, DocketView view, guint count);
/* @workspace: that is open. @practice: it is the practice workspace, which looks different. */
void docket_view_chooser_set_workspace (DocketViewChooser *self, DocketWorkspace *workspace, gboolean practice);
/* @accounts: of DocketAccount: what one can switch to */
void docket_view_chooser_set_accounts (DocketViewChooser *self, GListModel *accounts);
void docket_view_chooser_popup (DocketViewChooser *self);

G_END_DECLS
