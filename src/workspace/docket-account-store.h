/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <gio/gio.h>
#include "workspace/docket-account.h"

G_BEGIN_DECLS

/* Who is signed in on this computer: rows in $XDG_DATA_HOME/docket/journal.db, without tokens. Practice is not
 * stored. */

/* The account that was open last comes first. Returns: (transfer full) (element-type DocketAccount) */
void docket_account_store_load_async (GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *docket_account_store_load_finish (GAsyncResult *result, GError **error);

/* @opened: is open from now on. @all: (nullable) (element-type DocketAccount): all that its person has on its
 * server, in place of what was known; NULL: what was known stays */
void docket_account_store_save_async (DocketAccount *opened, GPtrArray *all, GCancellable *cancellable,
                                      GAsyncReadyCallback callback, gpointer user_data);
gboolean docket_account_store_save_finish (GAsyncResult *result, GError **error);

/* Forgets all accounts that @account's person has on its server (they share a token), with their cached tasks; the
 * journal's removals stay. */
void docket_account_store_forget_async (DocketAccount *account, GCancellable *cancellable,
                                        GAsyncReadyCallback callback, gpointer user_data);
gboolean docket_account_store_forget_finish (GAsyncResult *result, GError **error);

G_END_DECLS
