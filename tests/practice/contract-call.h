/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <json-glib/json-glib.h>
#include "tallyfy/tallyfy.h"

G_BEGIN_DECLS

/* What came of a call. */
typedef struct
{
  JsonNode *seen; /* NULL = nothing was read */
  GError *error;  /* NULL = it succeeded */
} ContractOutcome;

/* Does what a filled-in "call" of contract.json says, with the client's own function for it, and waits. */
void contract_call (TallyfyClient *client, JsonObject *call, ContractOutcome *outcome);
void contract_outcome_clear (ContractOutcome *outcome);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ContractOutcome, contract_outcome_clear)

G_END_DECLS
