/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <gio/gio.h>
#include "workspace/docket-account.h"

G_BEGIN_DECLS

/* (transfer none) (nullable): whose tasks are searched; NULL: those of the account that was open last */
typedef DocketAccount *(*DocketSearchProviderAccount) (GApplication *application);

/* What GNOME Shell's search asks, org.gnome.Shell.SearchProvider2: the tasks that are kept, found as in the window. Needs no
 * window; a result that is chosen is the application's action "show-task", and the whole search its action "search". */
#define DOCKET_TYPE_SEARCH_PROVIDER (docket_search_provider_get_type ())
G_DECLARE_FINAL_TYPE (DocketSearchProvider, docket_search_provider, DOCKET, SEARCH_PROVIDER, GObject)

/* @application: must be there until docket_search_provider_withdraw() */
DocketSearchProvider *docket_search_provider_new (GApplication *application, DocketSearchProviderAccount get_account);
gboolean docket_search_provider_export (DocketSearchProvider *self, GDBusConnection *connection, const char *path,
                                        GError **error);
void docket_search_provider_withdraw (DocketSearchProvider *self);

G_END_DECLS
