/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/docket-session-private.h"

#include <glib/gi18n.h>
#include "workspace/docket-account-store.h"
#include "workspace/docket-copies.h"
#include "workspace/docket-secret.h"

/* What a sign-in carries to its end. The token is wiped with it. */
typedef struct
{
  DocketAccount *account; /* that is to be opened */
  GPtrArray *accounts;    /* all that the token works for */
  char *token;
} SignIn;

static void
sign_in_free (gpointer data)
{
  SignIn *sign_in = data;

  g_clear_object (&sign_in->account);
  g_clear_pointer (&sign_in->accounts, g_ptr_array_unref);
  docket_secret_free (sign_in->token);
  g_free (sign_in);
}

static void
store (DocketAccount *account,
       const char *token,
       GCancellable *cancellable,
       GAsyncReadyCallback callback,
       gpointer user_data)
{
  /* Translators: names the token in the list of the keyring's own program; %s is a person */
  g_autofree char *label
      /* Translators: %s is the name of an organization; shown by the keyring */
      = g_strdup_printf (_ ("Docket access token of %s"), docket_account_get_user_name (account));

  docket_secret_store_async (docket_account_get_address (account),
                             docket_account_get_user_id (account), token, label, cancellable,
                             callback, user_data);
}

static void
open_signed_in (GTask *task)
{
  DocketSession *self = g_task_get_source_object (task);
  SignIn *sign_in = g_task_get_task_data (task);

  docket_session_begin (self, DOCKET_SESSION_STARTING);
  docket_session_open_account (self, sign_in->account, sign_in->token);
  docket_session_load_accounts (self);
  g_task_return_boolean (task, TRUE);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;

  if (!docket_account_store_save_finish (result, &error))
    docket_session_tell_trouble (g_task_get_source_object (task), _ ("Account Not Remembered"),
                                 error->message);
  open_signed_in (task);
}

static void
stored_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  SignIn *sign_in = g_task_get_task_data (task);
  GError *error = NULL;

  if (docket_secret_store_finish (result, &error))
    docket_account_store_save_async (sign_in->account, sign_in->accounts, NULL, saved_cb,
                                     g_object_ref (task));
  else
    g_task_return_error (task, error);
}

void
docket_session_sign_in_async (DocketSession *self,
                              DocketSignIn *sign_in,
                              guint organization,
                              gboolean keep,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  SignIn *data = g_new0 (SignIn, 1);

  g_task_set_source_tag (task, docket_session_sign_in_async);
  data->account = docket_sign_in_make_account (sign_in, organization);
  data->accounts = docket_sign_in_make_accounts (sign_in);
  data->token = g_strdup (docket_sign_in_get_token (sign_in));
  g_task_set_task_data (task, data, sign_in_free);
  if (keep)
    store (data->account, data->token, cancellable, stored_cb, g_object_ref (task));
  else
    open_signed_in (task);
}

gboolean
docket_session_sign_in_finish (DocketSession *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, docket_session_sign_in_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
stored_again_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (DocketSession) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!docket_secret_store_finish (result, &error))
    docket_session_tell_trouble (self, _ ("Token Cannot Be Stored"),
                                 _ ("You are signed in again. Docket found no unlocked keyring, so "
                                    "the token is forgotten when you quit."));
}

static void
signed_in_again_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  DocketSession *self = g_task_get_source_object (task);
  DocketWorkspace *workspace = DOCKET_WORKSPACE (source);
  GError *error = NULL;
  gboolean same_user = FALSE;

  if (!docket_workspace_sign_in_again_finish (workspace, result, &same_user, NULL, NULL, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  if (same_user)
    {
      store (docket_workspace_get_account (workspace), g_task_get_task_data (task), NULL,
             stored_again_cb, g_object_ref (self));
      docket_session_refresh (self);
    }
  g_task_return_boolean (task, same_user);
}

void
docket_session_sign_in_again_async (DocketSession *self,
                                    const char *token,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, docket_session_sign_in_again_async);
  g_task_set_task_data (task, g_strdup (token), (GDestroyNotify)docket_secret_free);
  docket_workspace_sign_in_again_async (self->workspace, token, cancellable, signed_in_again_cb,
                                        task);
}

gboolean
docket_session_sign_in_again_finish (DocketSession *self,
                                     GAsyncResult *result,
                                     gboolean *same_user,
                                     GError **error)
{
  GError *local = NULL;

  g_return_val_if_fail (g_async_result_is_tagged (result, docket_session_sign_in_again_async),
                        FALSE);

  *same_user = g_task_propagate_boolean (G_TASK (result), &local);
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, local);
  return FALSE;
}

static void
forgotten_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (DocketSession) self = user_data;
  g_autoptr (GError) error = NULL;

  gboolean forgotten = docket_account_store_forget_finish (result, &error);

  if (!forgotten)
    docket_session_tell_trouble (self, _ ("Cached Tasks Not Forgotten"), error->message);
  /* Another workspace may have been opened meanwhile. */
  if (self->state != DOCKET_SESSION_STARTING || self->account != NULL || self->server != NULL)
    return;
  if (forgotten)
    docket_session_open_last (self);
  else
    docket_session_begin (self, DOCKET_SESSION_SIGN_IN);
}

/* A sign-out on its way. */
typedef struct
{
  DocketSession *session;
  gboolean removes_history;
} SignOut;

static void
sign_out_free (SignOut *sign_out)
{
  g_object_unref (sign_out->session);
  g_free (sign_out);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SignOut, sign_out_free)

static void
leave (DocketSession *self)
{
  g_autoptr (DocketAccount) account = g_object_ref (self->account);

  docket_session_begin (self, DOCKET_SESSION_STARTING);
  docket_account_store_forget_async (account, NULL, forgotten_cb, g_object_ref (self));
}

static void
history_removed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (DocketSession) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!docket_copies_remove_finish (DOCKET_WORKSPACE (source), result, &error))
    docket_session_tell_trouble (self, _ ("History Not Removed"), error->message);
  /* Another workspace may have been opened meanwhile. */
  if (self->workspace == DOCKET_WORKSPACE (source))
    leave (self);
}

static void
cleared_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SignOut) sign_out = user_data;
  DocketSession *self = sign_out->session;
  g_autoptr (GError) error = NULL;
  gboolean cleared = docket_secret_clear_finish (result, &error);

  /* Another workspace was opened meanwhile. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  /* Without a keyring there is no token in one. */
  if (!cleared && !g_error_matches (error, DOCKET_SECRET_ERROR, DOCKET_SECRET_ERROR_UNAVAILABLE))
    {
      docket_session_tell_trouble (self, _ ("Not Signed Out"),
                                   _ ("The keyring did not give up the token, so nothing was "
                                      "forgotten. Unlock the keyring and sign out again."));
      return;
    }
  if (self->account == NULL)
    return;
  if (sign_out->removes_history && self->workspace != NULL)
    docket_copies_clear_history_async (self->workspace, history_removed_cb, g_object_ref (self));
  else
    leave (self);
}

void
docket_session_sign_out (DocketSession *self, gboolean removes_history)
{
  SignOut *sign_out;

  if (self->account == NULL)
    return;
  sign_out = g_new0 (SignOut, 1);
  sign_out->session = g_object_ref (self);
  sign_out->removes_history = removes_history;
  docket_secret_clear_async (docket_account_get_address (self->account),
                             docket_account_get_user_id (self->account), self->cancellable,
                             cleared_cb, sign_out);
}
