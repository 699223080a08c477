/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include "tallyfy/tallyfy-call.h"
#include "tallyfy/tallyfy-client.h"
#include "tallyfy/tallyfy-transport.h"

G_BEGIN_DECLS

/* All that the detail shows of a task; a relation is only there when it is asked for. */
#define TALLYFY_WITH_EVERYTHING "run,threads,form_fields,tags,summary"

/* For tallyfy-client.c (the object) and tallyfy-client-….c (its calls). */
TallyfyTransport *tallyfy_client_get_transport (TallyfyClient *self);

/**
 * tallyfy_client_send:
 * @task: of the call, with the client as its source; returns what @taker gives, a GObject
 * @uri: (transfer full) (nullable): from tallyfy_transport_uri(); NULL with @error
 * @error: (transfer full) (nullable): why there is no @uri
 * @body: (transfer full) (nullable): JSON
 * @task_id: (nullable): for @taker
 *
 * Sends a write with a body, or whose answer is an object.
 */
void tallyfy_client_send (GTask *task, const char *method, char *uri, GError *error, GBytes *body,
                          TallyfyTaker taker, const char *task_id);

/* The same for a write whose answer only says that it was done. @id: for @proof */
void tallyfy_client_write (GTask *task, const char *method, char *uri, GError *error, GBytes *body,
                           TallyfyProof proof, const char *id);

/* The query of a page of a list, as far as all lists have it; and what else is asked, where @value is not empty. */
GString *tallyfy_client_new_query (guint page, guint per_page);
void tallyfy_client_add_parameter (GString *query, const char *name, const char *value);

/* Reads one answer. @uri: (transfer full) (nullable): NULL with @error, which is taken. @callback: calls
 * tallyfy_call_read_finish(); tallyfy_client_value_cb() does that, and returns what it gives, a GObject, with @task */
void tallyfy_client_read (GTask *task, char *uri, GError *error, TallyfyReader reader, guint page,
                          GAsyncReadyCallback callback);
/* The same for a page of a list. @patient: it waits for its turn */
void tallyfy_client_read_page (GTask *task, char *uri, GError *error, TallyfyReader reader, guint page,
                               gboolean patient, GAsyncReadyCallback callback);
void tallyfy_client_value_cb (GObject *source, GAsyncResult *result, gpointer task);

/* A page's odd entries have errors of their own, whose words name foreign IDs: redacts them, and logs them. */
void tallyfy_client_tell_errors (TallyfyTransport *transport, GPtrArray *errors);

/* Reads all pages of a short list. @path: (transfer full) (nullable): from tallyfy_transport_uri() without a query;
 * NULL with @error, which is taken */
void tallyfy_client_list (GTask *task, char *path, GError *error, TallyfyReader reader);

/* TallyfyTaker: the comment that a 201 or 200 carries. */
gpointer tallyfy_client_read_added_comment (TallyfyAnswer *answer, JsonNode *root, const char *id);

/* TallyfyTaker: the task that a 200 carries, when it is @task_id. */
gpointer tallyfy_client_read_changed (TallyfyAnswer *answer, JsonNode *root, const char *task_id);

G_END_DECLS
