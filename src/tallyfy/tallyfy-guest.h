/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define TALLYFY_TYPE_GUEST (tallyfy_guest_get_type ())
G_DECLARE_FINAL_TYPE (TallyfyGuest, tallyfy_guest, TALLYFY, GUEST, GObject)

/* Somebody outside of the organization whom tasks can be assigned to. Immutable. */
const char *tallyfy_guest_get_email (TallyfyGuest *self); /* what tasks name a guest by */
const char *tallyfy_guest_get_full_name (TallyfyGuest *self); /* never NULL: falls back to the e-mail address */

G_END_DECLS
