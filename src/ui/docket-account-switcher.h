/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <adwaita.h>
#include "workspace/docket-account.h"

G_BEGIN_DECLS

/* The page of the view chooser from which one goes to another organization, to the practice
 * workspace, to the sign-in page and out. It activates the window's "win.switch", "win.practice",
 * "win.add-account" and "win.sign-out".
 *
 * Signals: "back"; "done": something was chosen. */
#define DOCKET_TYPE_ACCOUNT_SWITCHER (docket_account_switcher_get_type ())
G_DECLARE_FINAL_TYPE (
    DocketAccountSwitcher, docket_account_switcher, DOCKET, ACCOUNT_SWITCHER, AdwBin)

/* @accounts: of DocketAccount */
void docket_account_switcher_set_accounts (DocketAccountSwitcher *self, GListModel *accounts);
/* @account: (nullable): that is open; NULL: the practice workspace is */
void docket_account_switcher_set_current (DocketAccountSwitcher *self, DocketAccount *account);
void docket_account_switcher_focus (DocketAccountSwitcher *self);

G_END_DECLS
