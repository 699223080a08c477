/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define TALLYFY_TYPE_TAG (tallyfy_tag_get_type ())
G_DECLARE_FINAL_TYPE (TallyfyTag, tallyfy_tag, TALLYFY, TAG, GObject)

/* A tag of an organization: tasks name it by its ID where they are written, and by its title where they are read. Immutable. */
const char *tallyfy_tag_get_id (TallyfyTag *self);
const char *tallyfy_tag_get_title (TallyfyTag *self); /* never NULL, may be "" */
const char *tallyfy_tag_get_color (TallyfyTag *self); /* "#8ff0a4"; nullable */

G_END_DECLS
