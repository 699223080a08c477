/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define TALLYFY_TYPE_ORGANIZATION (tallyfy_organization_get_type ())
G_DECLARE_FINAL_TYPE (TallyfyOrganization, tallyfy_organization, TALLYFY, ORGANIZATION, GObject)

/* An organization the token may act in. Immutable. */
const char *tallyfy_organization_get_id (TallyfyOrganization *self);
const char *tallyfy_organization_get_name (TallyfyOrganization *self); /* never NULL: falls back to the ID */

G_END_DECLS
