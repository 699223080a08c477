/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <json-glib/json-glib.h>

#include "tallyfy/tallyfy-assignee.h"
#include "tallyfy/tallyfy-comment.h"
#include "tallyfy/tallyfy-field-option.h"
#include "tallyfy/tallyfy-form-field.h"
#include "tallyfy/tallyfy-group.h"
#include "tallyfy/tallyfy-guest.h"
#include "tallyfy/tallyfy-organization.h"
#include "tallyfy/tallyfy-process-page.h"
#include "tallyfy/tallyfy-process.h"
#include "tallyfy/tallyfy-tag.h"
#include "tallyfy/tallyfy-task-page.h"
#include "tallyfy/tallyfy-task.h"
#include "tallyfy/tallyfy-user.h"

G_BEGIN_DECLS

/* For the files of this folder: how the immutable values are made from an item's JSON (without its
 * {"data": …}). Each returns (transfer full), or NULL with TALLYFY_ERROR_MALFORMED where a field has a
 * wrong type; a missing or unknown field is never an error, a missing ID always is. */
TallyfyUser *tallyfy_user_read (JsonNode *node, GError **error);
TallyfyOrganization *tallyfy_organization_read (JsonNode *node, GError **error);
TallyfyGuest *tallyfy_guest_read (JsonNode *node, GError **error);
TallyfyGroup *tallyfy_group_read (JsonNode *node, GError **error);
TallyfyTag *tallyfy_tag_read (JsonNode *node, GError **error);
TallyfyProcess *tallyfy_process_read (JsonNode *node, GError **error);
TallyfyComment *tallyfy_comment_read (JsonNode *node, GError **error);
TallyfyFormField *tallyfy_form_field_read (JsonNode *node, GError **error);
TallyfyTask *tallyfy_task_read (JsonNode *node, GError **error);

/* {"users": […], "guests": […], "groups": […]} of @object's member "owners", appended to @assignees. */
gboolean tallyfy_assignees_read (JsonObject *object, GPtrArray *assignees, GError **error);

/* The same three lists as @owners has them. */
gboolean tallyfy_assignees_read_lists (JsonObject *owners, GPtrArray *assignees, GError **error);
/* The three lists as they are sent: users as integers. NULL = an empty list. */
void tallyfy_assignees_build (JsonBuilder *builder, const char *const *users,
                              const char *const *guests, const char *const *groups);

/* Of TallyfyFieldOption, never NULL. */
GPtrArray *tallyfy_form_field_get_field_options (TallyfyFormField *self);
/* The same field with another answer, which may be null. (transfer full) */
TallyfyFormField *tallyfy_form_field_new_answered (TallyfyFormField *self, JsonNode *value);
/* Whether the answers are the same to a person. A server writes dates in its own way, gives people their names, and
 * cuts blanks at the ends of a text. */
gboolean tallyfy_form_field_has_answer_of (TallyfyFormField *self, TallyfyFormField *other);

/* A task with @json, the bytes that @root was read from: see tallyfy_task_get_json(). */
TallyfyTask *tallyfy_task_read_root (JsonNode *root, GBytes *json, GError **error);

/* The same for a process. */
TallyfyProcess *tallyfy_process_read_root (JsonNode *root, GBytes *json, GError **error);

/* @page is the number that was asked for, whatever the answer calls it. */
TallyfyTaskPage *tallyfy_task_page_read (JsonNode *root, guint page, GError **error);
TallyfyProcessPage *tallyfy_process_page_read (JsonNode *root, guint page, GError **error);

G_END_DECLS
