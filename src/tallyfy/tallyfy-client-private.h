/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include "tallyfy/tallyfy-client.h"
#include "tallyfy/tallyfy-transport.h"

G_BEGIN_DECLS

/* For tallyfy-client.c (the object), tallyfy-client-reads.c and tallyfy-client-writes.c. */
TallyfyTransport *tallyfy_client_get_transport (TallyfyClient *self);

G_END_DECLS
