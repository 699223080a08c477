/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* The preferences' page about notifications, and about running without a window for them. */
#define DOCKET_TYPE_NOTIFICATIONS_PAGE (docket_notifications_page_get_type ())
G_DECLARE_FINAL_TYPE (DocketNotificationsPage, docket_notifications_page, DOCKET, NOTIFICATIONS_PAGE, AdwPreferencesPage)

GtkWidget *docket_notifications_page_new (void);

G_END_DECLS
