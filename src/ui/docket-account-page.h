/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <adwaita.h>
#include "workspace/docket-workspace.h"

G_BEGIN_DECLS

/* General preferences: whose tasks these are, and the way out.
 *
 * Signal "sign-out": somebody wants to. */
#define DOCKET_TYPE_ACCOUNT_PAGE (docket_account_page_get_type ())
G_DECLARE_FINAL_TYPE (DocketAccountPage, docket_account_page, DOCKET, ACCOUNT_PAGE, AdwPreferencesPage)

/* @practice: nobody is signed in */
GtkWidget *docket_account_page_new (DocketWorkspace *workspace, gboolean practice);

G_END_DECLS
