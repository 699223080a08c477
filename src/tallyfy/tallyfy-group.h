/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define TALLYFY_TYPE_GROUP (tallyfy_group_get_type ())
G_DECLARE_FINAL_TYPE (TallyfyGroup, tallyfy_group, TALLYFY, GROUP, GObject)

/* A group of people whom tasks can be assigned to together. Immutable. */
const char *tallyfy_group_get_id (TallyfyGroup *self);
const char *tallyfy_group_get_name (TallyfyGroup *self); /* never NULL: falls back to the ID */
const char *const *tallyfy_group_get_members (TallyfyGroup *self); /* decimal user IDs, never NULL */
const char *const *tallyfy_group_get_guests (TallyfyGroup *self); /* addresses, never NULL */

G_END_DECLS
