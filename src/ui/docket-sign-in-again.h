/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <adwaita.h>
#include "ui/docket-session.h"

G_BEGIN_DECLS

/* Asks for a new token of the server that is open, in a dialog.
 *
 * Signal "other-user" (const char *token): the token is another person's. The dialog closes itself
 * after that, and after the token was accepted. */
#define DOCKET_TYPE_SIGN_IN_AGAIN (docket_sign_in_again_get_type ())
G_DECLARE_FINAL_TYPE (DocketSignInAgain, docket_sign_in_again, DOCKET, SIGN_IN_AGAIN, AdwBin)

/* Opens it over the window of @parent. Returns: (transfer none): for the signal */
DocketSignInAgain *docket_sign_in_again_open (GtkWidget *parent, DocketSession *session);

G_END_DECLS
