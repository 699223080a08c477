/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define TALLYFY_TYPE_USER (tallyfy_user_get_type ())
G_DECLARE_FINAL_TYPE (TallyfyUser, tallyfy_user, TALLYFY, USER, GObject)

/* A member of an organization, or the owner of the token. Immutable. */
gint64 tallyfy_user_get_id (TallyfyUser *self);
const char *tallyfy_user_get_full_name (TallyfyUser *self); /* never NULL: falls back to e-mail, then ID */
const char *tallyfy_user_get_email (TallyfyUser *self);     /* nullable */
const char *tallyfy_user_get_role (TallyfyUser *self);      /* "admin" …, nullable */
gboolean tallyfy_user_is_active (TallyfyUser *self);

G_END_DECLS
