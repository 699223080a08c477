/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <gio/gio.h>
#include "workspace/docket-account.h"

G_BEGIN_DECLS

#define DOCKET_TYPE_SIGN_IN (docket_sign_in_get_type ())
G_DECLARE_FINAL_TYPE (DocketSignIn, docket_sign_in, DOCKET, SIGN_IN, GObject)

/* One attempt to sign in: the token is checked with "GET me", then the organizations are listed. */
DocketSignIn *docket_sign_in_new (void);

/* @address as typed. Errors: TALLYFY_ERROR (BAD_ADDRESS, SIGNED_OUT, WRONG_ADDRESS, OFFLINE, TLS, …). */
void docket_sign_in_check_async (DocketSignIn *self, const char *address, const char *token,
                                 GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean docket_sign_in_check_finish (DocketSignIn *self, GAsyncResult *result, GError **error);

/* After a check. */
gint64 docket_sign_in_get_user_id (DocketSignIn *self);
const char *docket_sign_in_get_user_name (DocketSignIn *self);
GPtrArray *docket_sign_in_get_organizations (DocketSignIn *self); /* of TallyfyOrganization */
/* @index: into the organizations. Returns: (transfer full) */
DocketAccount *docket_sign_in_make_account (DocketSignIn *self, guint index);
/* What make_account() gives for each of them. Returns: (transfer full) (element-type DocketAccount) */
GPtrArray *docket_sign_in_make_accounts (DocketSignIn *self);
const char *docket_sign_in_get_token (DocketSignIn *self);

G_END_DECLS
