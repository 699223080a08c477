/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Now, in the time zone whose days count; for rows, which ask by the hundred: the zone, which GLib looks up in a file each
 * time, is looked up once in a second. In the main thread. (transfer full) */
GDateTime *docket_now (void);

G_END_DECLS
