/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The libraries that the program runs on, with their versions, one a line. (transfer full) */
char *docket_versions_dup (void);

G_END_DECLS
