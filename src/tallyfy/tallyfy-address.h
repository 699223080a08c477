/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define TALLYFY_DEFAULT_ADDRESS "https://api.tallyfy.com"

/**
 * tallyfy_address_normalize:
 * @typed: what a person typed, or what was stored
 * @error: TALLYFY_ERROR_BAD_ADDRESS with a sentence that says what is wrong
 *
 * Accepts https, and http for loopback alone (the parsed host is in 127.0.0.0/8, is ::1, or is
 * "localhost"; that "localhost" resolves to loopback is made sure of when connecting). User info, a
 * query and a fragment are refused. White space around it goes, scheme and host are lowered, a default
 * port goes, the path prefix stays without its trailing slash.
 *
 * Returns: (transfer full) (nullable): origin and prefix, such as "https://go.tallyfy.com/api"
 */
char *tallyfy_address_normalize (const char *typed, GError **error);

/** tallyfy_address_is_loopback: whether a normalized address is of this computer. */
gboolean tallyfy_address_is_loopback (const char *address);

G_END_DECLS
