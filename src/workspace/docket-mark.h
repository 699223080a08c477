/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Spans of time that a profile made by sysprof shows by their names, beside what GTK marks: where the library for it was there
 * when Docket was built. In any thread. */

/* When a span begins. Returns: what its end is to be told */
gint64 docket_mark_begin (void);
/* @begin: 0: it is a moment. @name: never freed. @detail: (nullable): more about it */
void docket_mark_end (gint64 begin, const char *name, const char *detail);

G_END_DECLS
