/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

typedef enum
{
  TALLYFY_ASSIGNEE_USER,
  TALLYFY_ASSIGNEE_GUEST,
  TALLYFY_ASSIGNEE_GROUP,
} TallyfyAssigneeKind;

#define TALLYFY_TYPE_ASSIGNEE (tallyfy_assignee_get_type ())
G_DECLARE_FINAL_TYPE (TallyfyAssignee, tallyfy_assignee, TALLYFY, ASSIGNEE, GObject)

/* Somebody a task is assigned to. Users come as integers in some answers and as objects in others: the
 * name is there only where the answer gave it. Immutable. */
TallyfyAssigneeKind tallyfy_assignee_get_kind (TallyfyAssignee *self);
const char *tallyfy_assignee_get_id (TallyfyAssignee *self);   /* decimal user ID, e-mail, or group ID */
const char *tallyfy_assignee_get_name (TallyfyAssignee *self); /* nullable */

/* The IDs of those of one kind. @assignees: of TallyfyAssignee. (transfer full) */
GStrv tallyfy_assignees_get_ids (GPtrArray *assignees, TallyfyAssigneeKind kind);

G_END_DECLS
