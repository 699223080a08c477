/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <json-glib/json-glib.h>
#include "tallyfy/tallyfy.h"

G_BEGIN_DECLS

/* What the client made of an answer, written in the shape of the answer again, so that contract.json can be held
 * against it. Members that an answer may leave out are left out where the client has none. Each is (transfer full). */
JsonNode *seen_user (TallyfyUser *user);
JsonNode *seen_users (GPtrArray *users);
JsonNode *seen_organizations (GPtrArray *organizations);
JsonNode *seen_task (TallyfyTask *task);
JsonNode *seen_page (TallyfyTaskPage *page);

G_END_DECLS
