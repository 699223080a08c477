/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/docket-session-private.h"

#include <glib/gi18n.h>
#include "workspace/docket-account-store.h"

static int
compare (gconstpointer a, gconstpointer b, gpointer user_data)
{
  DocketAccount *one = DOCKET_ACCOUNT ((gpointer)a);
  DocketAccount *other = DOCKET_ACCOUNT ((gpointer)b);
  const int order = g_utf8_collate (docket_account_get_organization_name (one),
                                    docket_account_get_organization_name (other));

  return order != 0 ? order
                    : g_utf8_collate (docket_account_get_user_name (one),
                                      docket_account_get_user_name (other));
}

static gpointer
copy (gconstpointer account, gpointer user_data)
{
  return g_object_ref ((gpointer)account);
}

static gboolean
is_known (GPtrArray *known, DocketAccount *account)
{
  for (guint i = 0; i < known->len; i++)
    if (docket_account_equal (known->pdata[i], account))
      return TRUE;
  return FALSE;
}

void
docket_session_set_accounts (DocketSession *self, GPtrArray *known)
{
  g_autoptr (GPtrArray) accounts = g_ptr_array_copy (known, copy, NULL);

  /* One that was signed in to for this session alone is not stored. */
  if (self->account != NULL && !is_known (accounts, self->account))
    g_ptr_array_add (accounts, g_object_ref (self->account));
  g_list_store_splice (self->accounts, 0, g_list_model_get_n_items (G_LIST_MODEL (self->accounts)),
                       accounts->pdata, accounts->len);
  g_list_store_sort (self->accounts, compare, NULL);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (DocketSession) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) accounts = docket_account_store_load_finish (result, &error);

  if (accounts == NULL)
    g_debug ("Whom one can switch to is not known: %s", error->message);
  else if (self->accounts != NULL)
    docket_session_set_accounts (self, accounts);
}

void
docket_session_load_accounts (DocketSession *self)
{
  docket_account_store_load_async (NULL, loaded_cb, g_object_ref (self));
}

GListModel *
docket_session_get_accounts (DocketSession *self)
{
  return G_LIST_MODEL (self->accounts);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (DocketSession) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!docket_account_store_save_finish (result, &error))
    docket_session_tell_trouble (self, _ ("Account Not Remembered"), error->message);
}

void
docket_session_switch (DocketSession *self, DocketAccount *account)
{
  g_autoptr (DocketAccount) owned = g_object_ref (account);

  if (self->account != NULL && docket_account_equal (self->account, account))
    return;
  docket_session_begin (self, DOCKET_SESSION_STARTING);
  docket_account_store_save_async (account, NULL, NULL, saved_cb, g_object_ref (self));
  docket_session_open_account (self, account, NULL);
}
