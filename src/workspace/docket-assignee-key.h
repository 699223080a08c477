/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include "tallyfy/tallyfy-assignee.h"

G_BEGIN_DECLS

/* Members, guests and groups in one list: each as "user:ID", "guest:ADDRESS" or "group:ID". */

/* (transfer full) */
char *docket_assignee_key_new (TallyfyAssigneeKind kind, const char *id);
/* @kind: (out) (optional): what has no such beginning is a member's ID. Returns: (transfer none): its ID, a part of @key */
const char *docket_assignee_key_parse (const char *key, TallyfyAssigneeKind *kind);

/* The keys of all of them. (transfer full) */
GStrv docket_assignee_key_list (const char *const *users, const char *const *guests, const char *const *groups);
/* The IDs of those of one kind, in their order. (transfer full) */
GStrv docket_assignee_key_list_ids (const char *const *keys, TallyfyAssigneeKind kind);

G_END_DECLS
