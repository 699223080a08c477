/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <adwaita.h>
#include "ui/docket-session.h"

G_BEGIN_DECLS

/* The one window: shows the page that is right for its session's state. */
#define DOCKET_TYPE_WINDOW (docket_window_get_type ())
G_DECLARE_FINAL_TYPE (DocketWindow, docket_window, DOCKET, WINDOW, AdwApplicationWindow)

DocketWindow *docket_window_new (GtkApplication *application, DocketSession *session);
void docket_window_open_practice (DocketWindow *self);
/* (transfer none) (nullable): whose workspace is open */
DocketAccount *docket_window_get_account (DocketWindow *self);
/* Activates an action of what its workspace is shown in, once there is one (docket_errand_send()). */
void docket_window_send (DocketWindow *self, const char *action, GVariant *parameter);

G_END_DECLS
