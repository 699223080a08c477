/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <adwaita.h>
#include "workspace/docket-sign-in.h"

G_BEGIN_DECLS

/* The first page: a token, and the way in without one ("win.practice").
 *
 * Property "menu-model" (GMenuModel). Signals: "checked" (DocketSignIn): the server accepts the token,
 * and it works for at least one organization; "back". */
#define DOCKET_TYPE_SIGN_IN_PAGE (docket_sign_in_page_get_type ())
G_DECLARE_FINAL_TYPE (DocketSignInPage, docket_sign_in_page, DOCKET, SIGN_IN_PAGE, AdwBin)

void docket_sign_in_page_focus (DocketSignInPage *self);
/* Whether there is a workspace to go back to, and a button for it. */
void docket_sign_in_page_set_can_go_back (DocketSignInPage *self, gboolean can_go_back);
/* Empties the token's entry. */
void docket_sign_in_page_clear (DocketSignInPage *self);
/* Checks @token at @address at once, as if it had been typed; the entries are left as they are. */
void docket_sign_in_page_check (DocketSignInPage *self, const char *address, const char *token);

G_END_DECLS
