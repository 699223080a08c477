/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Text from the server inside a sentence of ours: control and bidirectional characters removed, newlines and
 * runs of white space become one space, cut in the middle with "…" beyond @max_chars (0 = never), isolated with
 * U+2068 and U+2069. Not escaped for markup. (transfer full), never NULL. */
char *docket_text_isolate (const char *foreign, guint max_chars);
/* The same cleaning without isolation or cutting, for a label of its own. (transfer full), never NULL. */
char *docket_text_clean (const char *foreign);

/* For search: compatibility decomposed, without combining marks, case folded, so that "ÉCOLE" and "ecole" are the
 * same. (transfer full), never NULL. */
char *docket_text_fold (const char *text);
/* Whether @folded or one of its words begins with @wanted, both folded: "yo" and "ada yo" are both Ada Young. */
gboolean docket_text_begins (const char *folded, const char *wanted);

G_END_DECLS
