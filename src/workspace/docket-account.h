/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define DOCKET_TYPE_ACCOUNT (docket_account_get_type ())
G_DECLARE_FINAL_TYPE (DocketAccount, docket_account, DOCKET, ACCOUNT, GObject)

/**
 * docket_account_new:
 * @address: from tallyfy_address_normalize()
 * @storage: (nullable): a name that stands in for address and user when files are named: the practice
 *   workspace is at another port each time; NULL for every other account
 *
 * One person in one organization on one server. Holds no token. Immutable.
 */
DocketAccount *docket_account_new (const char *address, gint64 user_id, const char *user_name,
                                   const char *organization_id, const char *organization_name,
                                   const char *storage);
const char *docket_account_get_address (DocketAccount *self);
gint64 docket_account_get_user_id (DocketAccount *self);
const char *docket_account_get_user_name (DocketAccount *self);
const char *docket_account_get_organization_id (DocketAccount *self);
const char *docket_account_get_organization_name (DocketAccount *self);
/* The same person in the same organization on the same server. */
gboolean docket_account_equal (DocketAccount *self, DocketAccount *other);
/* A file name without folder or ending that no two accounts share (a digest); (transfer full). */
char *docket_account_dup_file_name (DocketAccount *self);

G_END_DECLS
