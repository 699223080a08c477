/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <pango/pango.h>
#include "workspace/docket-hit.h"

G_BEGIN_DECLS

/* Why search found a task: "Comment: …the lease ends in May". Plain text on one line; NULL where the title says it, and
 * for NULL. @attributes: (out) (optional) (transfer full): what emphasises the hits. (transfer full) */
char *docket_hit_words_describe (const DocketHit *hit, PangoAttrList **attributes);
/* Whether there is such a line. @hit: (nullable) */
gboolean docket_hit_words_has_line (const DocketHit *hit);
/* The emphasis of places in a text. @places: of DocketTextPlace. (transfer full) */
PangoAttrList *docket_hit_words_emphasise (const GArray *places);

G_END_DECLS
