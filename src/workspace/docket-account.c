/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "workspace/docket-account.h"

struct _DocketAccount
{
  GObject parent_instance;

  char *address;
  gint64 user_id;
  char *user_name;
  char *organization_id;
  char *organization_name;
  char *storage;
};

G_DEFINE_FINAL_TYPE (DocketAccount, docket_account, G_TYPE_OBJECT)

static void
docket_account_finalize (GObject *object)
{
  DocketAccount *self = DOCKET_ACCOUNT (object);

  g_free (self->address);
  g_free (self->user_name);
  g_free (self->organization_id);
  g_free (self->organization_name);
  g_free (self->storage);
  G_OBJECT_CLASS (docket_account_parent_class)->finalize (object);
}

static void
docket_account_class_init (DocketAccountClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = docket_account_finalize;
}

static void
docket_account_init (DocketAccount *self)
{
}

DocketAccount *
docket_account_new (const char *address,
                    gint64 user_id,
                    const char *user_name,
                    const char *organization_id,
                    const char *organization_name,
                    const char *storage)
{
  DocketAccount *self;

  g_return_val_if_fail (address != NULL && organization_id != NULL, NULL);

  self = g_object_new (DOCKET_TYPE_ACCOUNT, NULL);
  self->address = g_strdup (address);
  self->user_id = user_id;
  self->user_name = g_strdup (user_name != NULL ? user_name : "");
  self->organization_id = g_strdup (organization_id);
  self->organization_name
      = g_strdup (organization_name != NULL ? organization_name : organization_id);
  self->storage = g_strdup (storage);
  return self;
}

const char *
docket_account_get_address (DocketAccount *self)
{
  g_return_val_if_fail (DOCKET_IS_ACCOUNT (self), NULL);

  return self->address;
}

gint64
docket_account_get_user_id (DocketAccount *self)
{
  g_return_val_if_fail (DOCKET_IS_ACCOUNT (self), 0);

  return self->user_id;
}

const char *
docket_account_get_user_name (DocketAccount *self)
{
  g_return_val_if_fail (DOCKET_IS_ACCOUNT (self), NULL);

  return self->user_name;
}

const char *
docket_account_get_organization_id (DocketAccount *self)
{
  g_return_val_if_fail (DOCKET_IS_ACCOUNT (self), NULL);

  return self->organization_id;
}

const char *
docket_account_get_organization_name (DocketAccount *self)
{
  g_return_val_if_fail (DOCKET_IS_ACCOUNT (self), NULL);

  return self->organization_name;
}

/* A digest, since addresses and IDs hold what no file name may. Each part ends in a NUL byte, so
 * that no two accounts run together into the same text. */
char *
docket_account_dup_file_name (DocketAccount *self)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree char *user = NULL;
  const char *parts[3];

  g_return_val_if_fail (DOCKET_IS_ACCOUNT (self), NULL);

  user = g_strdup_printf ("%" G_GINT64_FORMAT, self->user_id);
  parts[0] = self->storage != NULL ? "" : self->address;
  parts[1] = self->storage != NULL ? self->storage : user;
  parts[2] = self->organization_id;
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    g_checksum_update (checksum, (const guchar *)parts[i], (gssize)strlen (parts[i]) + 1);
  return g_strdup (g_checksum_get_string (checksum));
}

gboolean
docket_account_equal (DocketAccount *self, DocketAccount *other)
{
  g_autofree char *own = docket_account_dup_file_name (self);
  g_autofree char *others = docket_account_dup_file_name (other);

  return g_str_equal (own, others);
}
