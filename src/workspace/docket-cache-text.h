/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <sqlite3.h>
#include "tallyfy/tallyfy.h"

G_BEGIN_DECLS

/* What search looks in inside a task, as parameters from @index on: tags, description, comments, answers as they are shown, in
 * clean lines (see DocketHitSource, docket-comment-line.h). NULL for what this answer of the server's does not say. The
 * index folds them (docket-index-text.h). */
void docket_cache_bind_text (sqlite3_stmt *statement, int index, TallyfyTask *task);

G_END_DECLS
