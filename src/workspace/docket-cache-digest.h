/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include "tallyfy/tallyfy-task.h"

G_BEGIN_DECLS

/* A number of all that the cache keeps of @task: as long as it is the same there is nothing to write. */
gint64 docket_cache_digest (TallyfyTask *task);

/* The same of one text, such as an ID. */
guint64 docket_cache_digest_text (const char *text);

G_END_DECLS
