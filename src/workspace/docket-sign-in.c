/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "workspace/docket-sign-in.h"

#include <libsecret/secret.h>

#include "tallyfy/tallyfy.h"

struct _DocketSignIn
{
  GObject parent_instance;

  char *address; /* normalized */
  char *token;
  TallyfyUser *user;
  GPtrArray *organizations;
};

G_DEFINE_FINAL_TYPE (DocketSignIn, docket_sign_in, G_TYPE_OBJECT)

static void
forget (DocketSignIn *self)
{
  g_clear_pointer (&self->address, g_free);
  if (self->token != NULL)
    secret_password_wipe (self->token);
  g_clear_pointer (&self->token, g_free);
  g_clear_object (&self->user);
  g_clear_pointer (&self->organizations, g_ptr_array_unref);
}

static void
organizations_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  DocketSignIn *self = g_task_get_source_object (task);
  GError *error = NULL;

  self->organizations
      = tallyfy_client_list_organizations_finish (TALLYFY_CLIENT (source), result, &error);
  if (self->organizations != NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
me_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  DocketSignIn *self = g_task_get_source_object (task);
  GError *error = NULL;

  self->user = tallyfy_client_get_me_finish (TALLYFY_CLIENT (source), result, &error);
  if (self->user != NULL)
    tallyfy_client_list_organizations_async (TALLYFY_CLIENT (source), g_task_get_cancellable (task),
                                             organizations_cb, g_object_ref (task));
  else
    g_task_return_error (task, error);
}

static void
docket_sign_in_finalize (GObject *object)
{
  forget (DOCKET_SIGN_IN (object));
  G_OBJECT_CLASS (docket_sign_in_parent_class)->finalize (object);
}

static void
docket_sign_in_class_init (DocketSignInClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = docket_sign_in_finalize;
}

static void
docket_sign_in_init (DocketSignIn *self)
{
}

DocketSignIn *
docket_sign_in_new (void)
{
  return g_object_new (DOCKET_TYPE_SIGN_IN, NULL);
}

/* White space around a token comes with copying it and is never part of one. */
void
docket_sign_in_check_async (DocketSignIn *self,
                            const char *address,
                            const char *token,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  g_autoptr (TallyfyClient) client = NULL;
  GError *error = NULL;

  g_return_if_fail (DOCKET_IS_SIGN_IN (self));
  g_return_if_fail (address != NULL && token != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, docket_sign_in_check_async);
  forget (self);
  self->address = tallyfy_address_normalize (address, &error);
  if (self->address == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  self->token = g_strstrip (g_strdup (token));
  client = tallyfy_client_new (self->address, self->token);
  tallyfy_client_get_me_async (client, cancellable, me_cb, g_steal_pointer (&task));
}

gboolean
docket_sign_in_check_finish (DocketSignIn *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, docket_sign_in_check_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

gint64
docket_sign_in_get_user_id (DocketSignIn *self)
{
  g_return_val_if_fail (DOCKET_IS_SIGN_IN (self) && self->user != NULL, 0);

  return tallyfy_user_get_id (self->user);
}

const char *
docket_sign_in_get_user_name (DocketSignIn *self)
{
  g_return_val_if_fail (DOCKET_IS_SIGN_IN (self) && self->user != NULL, NULL);

  return tallyfy_user_get_full_name (self->user);
}

GPtrArray *
docket_sign_in_get_organizations (DocketSignIn *self)
{
  g_return_val_if_fail (DOCKET_IS_SIGN_IN (self), NULL);

  return self->organizations;
}

DocketAccount *
docket_sign_in_make_account (DocketSignIn *self, guint index)
{
  TallyfyOrganization *organization;

  g_return_val_if_fail (DOCKET_IS_SIGN_IN (self) && self->organizations != NULL, NULL);
  g_return_val_if_fail (index < self->organizations->len, NULL);

  organization = self->organizations->pdata[index];
  return docket_account_new (self->address, docket_sign_in_get_user_id (self),
                             docket_sign_in_get_user_name (self),
                             tallyfy_organization_get_id (organization),
                             tallyfy_organization_get_name (organization), NULL);
}

GPtrArray *
docket_sign_in_make_accounts (DocketSignIn *self)
{
  GPtrArray *accounts = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_val_if_fail (DOCKET_IS_SIGN_IN (self) && self->organizations != NULL, accounts);

  for (guint i = 0; i < self->organizations->len; i++)
    g_ptr_array_add (accounts, docket_sign_in_make_account (self, i));
  return accounts;
}

const char *
docket_sign_in_get_token (DocketSignIn *self)
{
  g_return_val_if_fail (DOCKET_IS_SIGN_IN (self), NULL);

  return self->token;
}
