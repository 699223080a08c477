/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define TALLYFY_TYPE_COMMENT (tallyfy_comment_get_type ())
G_DECLARE_FINAL_TYPE (TallyfyComment, tallyfy_comment, TALLYFY, COMMENT, GObject)

/* A comment ("thread") on a task. Immutable. */
const char *tallyfy_comment_get_id (TallyfyComment *self);
const char *tallyfy_comment_get_content (TallyfyComment *self);     /* HTML, never NULL */
const char *tallyfy_comment_get_author_id (TallyfyComment *self);   /* decimal user ID or e-mail; nullable */
const char *tallyfy_comment_get_author_type (TallyfyComment *self); /* "member", "guest", "bot"; nullable */
const char *tallyfy_comment_get_author_name (TallyfyComment *self); /* where the answer gave it; nullable */
const char *tallyfy_comment_get_label (TallyfyComment *self);       /* "comment", "problem" …; nullable */
/* A problem that no other comment ("resolve_id") has resolved. */
gboolean tallyfy_comment_is_open_problem (TallyfyComment *self);
GDateTime *tallyfy_comment_get_created_at (TallyfyComment *self);   /* nullable, UTC */

G_END_DECLS
