/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <adwaita.h>
#include "workspace/docket-workspace.h"

G_BEGIN_DECLS

/* The two panes of one workspace (empty until it is set), with their toasts and dialogs.
 *
 * Properties: "practice" (boolean): the workspace is the practice workspace, and the bar that says
 * so shows; "menu-model" (GMenuModel, nullable): what the "Main menu" button opens. That menu may
 * use the actions of this widget: "view.refresh", "view.search", "view.undo". It activates the
 * window's "win.sign-in-again" from its banner. */
#define DOCKET_TYPE_MAIN_VIEW (docket_main_view_get_type ())
G_DECLARE_FINAL_TYPE (DocketMainView, docket_main_view, DOCKET, MAIN_VIEW, AdwBin)

/* @workspace: (nullable): shown from now on, and refreshed once; the one before is let go, not
 * closed. */
void docket_main_view_set_workspace (DocketMainView *self, DocketWorkspace *workspace);
void docket_main_view_set_practice (DocketMainView *self, gboolean practice);
gboolean docket_main_view_get_practice (DocketMainView *self);
void docket_main_view_set_menu_model (DocketMainView *self, GMenuModel *menu);

/* @accounts: of DocketAccount: whom the view chooser offers to switch to, by the window's "win.switch" */
void docket_main_view_set_accounts (DocketMainView *self, GListModel *accounts);

/* A short message at the foot of the panes: plain text, escaped here. */
void docket_main_view_add_toast (DocketMainView *self, const char *text);
/* Which view the list shows: for the settings. */
DocketView docket_main_view_get_view (DocketMainView *self);
void docket_main_view_set_view (DocketMainView *self, DocketView view);

G_END_DECLS
