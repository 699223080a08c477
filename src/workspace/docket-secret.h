/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * DocketSecretError:
 * @DOCKET_SECRET_ERROR_UNAVAILABLE: there is no Secret Service (or no portal that gives one)
 * @DOCKET_SECRET_ERROR_LOCKED: the keyring is locked and was not unlocked
 * @DOCKET_SECRET_ERROR_FAILED: it answered with an error
 * @DOCKET_SECRET_ERROR_NOT_FOUND: it holds no token; for callers that must have one
 */
typedef enum
{
  DOCKET_SECRET_ERROR_UNAVAILABLE,
  DOCKET_SECRET_ERROR_LOCKED,
  DOCKET_SECRET_ERROR_FAILED,
  DOCKET_SECRET_ERROR_NOT_FOUND,
} DocketSecretError;
#define DOCKET_SECRET_ERROR (docket_secret_error_quark ())
GQuark docket_secret_error_quark (void);

/* Tokens in the Secret Service, schema app.docket.Docket with the attributes "server" (normalized address)
 * and "user" (decimal ID). A look-up may wait for the keyring's own password dialog. */
void docket_secret_store_async (const char *address, gint64 user_id, const char *token, const char *label,
                                GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean docket_secret_store_finish (GAsyncResult *result, GError **error);

/* @user_id 0: any user's of that server. Returns: (transfer full) (nullable): NULL without an error where no
 * token is stored; a locked keyring is DOCKET_SECRET_ERROR_LOCKED, never "nothing". Free it with
 * docket_secret_free(). */
void docket_secret_lookup_async (const char *address, gint64 user_id, GCancellable *cancellable,
                                 GAsyncReadyCallback callback, gpointer user_data);
char *docket_secret_lookup_finish (GAsyncResult *result, GError **error);

/* Wipes and frees a token that was looked up. */
void docket_secret_free (char *token);

void docket_secret_clear_async (const char *address, gint64 user_id, GCancellable *cancellable,
                                GAsyncReadyCallback callback, gpointer user_data);
gboolean docket_secret_clear_finish (GAsyncResult *result, GError **error);

G_END_DECLS
