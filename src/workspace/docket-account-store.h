/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <gio/gio.h>
#include "workspace/docket-account.h"

G_BEGIN_DECLS

/* Which account was open last: a row in $XDG_DATA_HOME/docket/journal.db. No token. Practice is not stored. */
void docket_account_store_load_async (GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
DocketAccount *docket_account_store_load_finish (GAsyncResult *result, GError **error); /* (transfer full) (nullable) */

void docket_account_store_save_async (DocketAccount *account, GCancellable *cancellable,
                                      GAsyncReadyCallback callback, gpointer user_data);
gboolean docket_account_store_save_finish (GAsyncResult *result, GError **error);

/* Forgets the account and its cached tasks; the journal's removals stay. */
void docket_account_store_forget_async (DocketAccount *account, GCancellable *cancellable,
                                        GAsyncReadyCallback callback, gpointer user_data);
gboolean docket_account_store_forget_finish (GAsyncResult *result, GError **error);

G_END_DECLS
