/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* "Continue" under a token's entry, with a spinner while the token is checked. Signal "clicked". */
#define DOCKET_TYPE_PROCEED_BUTTON (docket_proceed_button_get_type ())
G_DECLARE_FINAL_TYPE (DocketProceedButton, docket_proceed_button, DOCKET, PROCEED_BUTTON, GtkButton)

/* @ready: there is something to check. @busy: it is being checked. */
void docket_proceed_button_update (DocketProceedButton *self, gboolean ready, gboolean busy);

G_END_DECLS
