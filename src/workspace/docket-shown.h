/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include "tallyfy/tallyfy-task.h"

G_BEGIN_DECLS

/* What somebody was shown of a task before they agreed to its deletion. Immutable. */
#define DOCKET_TYPE_SHOWN (docket_shown_get_type ())
GType docket_shown_get_type (void);
typedef struct _DocketShown DocketShown;

/* Everything a person can read of it. */
DocketShown *docket_shown_new_for_task (TallyfyTask *task);
DocketShown *docket_shown_copy (const DocketShown *self);
void docket_shown_free (DocketShown *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DocketShown, docket_shown_free)

/* Whether @now, fetched from the server, still is what was shown: by everything that can be read of it where that was
 * known, else by what a list says, the time of the last change among it. */
gboolean docket_shown_is_same (const DocketShown *self, TallyfyTask *now);

/* Whether it was known to be: no copy of such a task is kept unless somebody wants it. */
gboolean docket_shown_is_top_secret (const DocketShown *self);

G_END_DECLS
