/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* contract.json, which says itself how it is to be read. Returns: (transfer full) */
JsonNode *contract_load (void);

/* What {name} stands for. Returns: (transfer none) */
typedef JsonNode *(*ContractLookup) (const char *name, gpointer data);

/* A copy of @node with all {name} filled in. Returns: (transfer full) */
JsonNode *contract_fill (JsonNode *node, ContractLookup lookup, gpointer data);

/* Fails unless @seen is what @expected describes. @seen holds what a client made of an answer: members that it does
 * not read are not looked at. @where says where in the answer this is. */
void contract_match (JsonNode *expected, JsonNode *seen, const char *where);

G_END_DECLS
