/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* For the files of this folder: a choice of a dropdown, radio or multiselect. Nothing in it changes once its field
 * was read, so any thread may look at it. */

/**
 * TallyfyFieldOption:
 * @id: (nullable)
 * @id_is_number: whether it came as a number, and goes up as one
 * @text: what a person chooses by; never NULL
 * @chosen: whether the field's answer has it
 */
typedef struct
{
  char *id;
  gboolean id_is_number;
  char *text;
  gboolean chosen;
} TallyfyFieldOption;

/* {"id", "text"}, older answers say "label" or "value"; or a bare text. NULL for what nobody could choose. */
TallyfyFieldOption *tallyfy_field_option_read (JsonNode *node);
TallyfyFieldOption *tallyfy_field_option_copy (const TallyfyFieldOption *self);
void tallyfy_field_option_free (TallyfyFieldOption *self);

/* Whether @answer, or one of a list of answers, is this choice. Where both have an ID that decides, else the text. */
gboolean tallyfy_field_option_is_in (const TallyfyFieldOption *self, JsonNode *answer);

/* {"id", "text"}; with @selected also "selected": true, without which Tallyfy stores a multiselect's choice but
 * does not show it. (transfer full) */
JsonNode *tallyfy_field_option_to_json (const TallyfyFieldOption *self, gboolean selected);

G_END_DECLS
