/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* For the files of this folder: JSON from a server that may be broken or hostile.
 *
 * json-glib recurses without limit, accepts what is not JSON (comments, assignments), and turns numbers
 * beyond 64 bits into others; so the bytes are looked through before it sees them. Its convenience
 * readers print criticals for a wrong type; those here look at the node first. */

#define TALLYFY_JSON_MAX_DEPTH 64
/* A page has 100 tasks: this is far from what an honest answer has, and bounds what a node costs. */
#define TALLYFY_JSON_MAX_VALUES 1000000

/**
 * tallyfy_json_scan:
 * @json: what is to be parsed
 * @error: TALLYFY_ERROR_MALFORMED
 *
 * Refuses what is not UTF-8, has other words, numbers or escapes than JSON, is nested deeper than
 * %TALLYFY_JSON_MAX_DEPTH (brackets in strings do not count) or has too many values. An integer that does not
 * fit into 64 bits becomes a string, so that it can be told from a small one and loses nothing; half of a surrogate
 * pair becomes U+FFFD.
 *
 * Returns: (transfer full) (nullable): @json itself, or a changed copy
 */
GBytes *tallyfy_json_scan (GBytes *json, GError **error);

/* Returns: (transfer full) (nullable): never a NULL root. Takes time: call it from a worker thread. */
JsonNode *tallyfy_json_parse (GBytes *json, GError **error);

/* The member, or NULL where it is missing or null. */
JsonNode *tallyfy_json_get (JsonObject *object, const char *member);

/* Readers for one member each. A member that is missing or null leaves *value as it is and is no error;
 * one of a wrong type is TALLYFY_ERROR_MALFORMED and gives FALSE. Strings are always valid UTF-8. */
gboolean tallyfy_json_read_string (JsonObject *object, const char *member, char **value,
                                   GError **error);
gboolean tallyfy_json_read_bool (JsonObject *object, const char *member, gboolean *value,
                                 GError **error);
gboolean tallyfy_json_read_int (JsonObject *object, const char *member, gint64 *value,
                                GError **error);
/* A date in any of the documented forms, as UTC; "" is none. */
gboolean tallyfy_json_read_date (JsonObject *object, const char *member, GDateTime **value,
                                 GError **error);
/* A text that is a date, as UTC; else NULL. */
GDateTime *tallyfy_json_parse_date (JsonNode *node);
/* An ID, which comes as text or as a number and is kept as text. "" is none. */
gboolean tallyfy_json_read_id (JsonObject *object, const char *member, char **value, GError **error);
/* The ID of the thing itself: must be there, and must be one that can stand in a path. */
gboolean tallyfy_json_read_own_id (JsonObject *object, char **value, GError **error);

/* A related object, or a list of relations, with or without its {"data": …}. PHP's empty array stands for
 * none where an object is expected. Borrowed. */
gboolean tallyfy_json_read_object (JsonObject *object, const char *member, JsonObject **value,
                                   GError **error);
gboolean tallyfy_json_read_list (JsonObject *object, const char *member, JsonArray **value,
                                 GError **error);

/* The object that @node is, else an error that says that @what is not one. Borrowed. */
JsonObject *tallyfy_json_expect_object (JsonNode *node, const char *what, GError **error);

/* A number or text as text, valid UTF-8; NULL for anything else. */
char *tallyfy_json_scalar_text (JsonNode *node);

/* A member that is a text. */
void tallyfy_json_add_string (JsonBuilder *builder, const char *member, const char *text);

/* Ends the object that @builder is about: the body of a request. (transfer full) */
GBytes *tallyfy_json_end_body (JsonBuilder *builder);

/* Whether @id can stand in a path as a segment of its own: not empty, and not what means another folder. */
gboolean tallyfy_json_id_is_usable (const char *id);

G_END_DECLS
