/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <gtk/gtk.h>
#include "ui/docket-session.h"

G_BEGIN_DECLS

/* Asks whether to sign out, and, where there is a history, whether that and the kept copies are to go too. */
void docket_sign_out_ask (GtkWidget *parent, DocketSession *session);

G_END_DECLS
