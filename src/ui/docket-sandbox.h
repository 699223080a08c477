/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Whether the program runs in a Flatpak's sandbox, where the desktop is reached through portals. */
gboolean docket_sandbox_is_there (void);

/* How a file of the Flatpak is called outside its sandbox. @path: (nullable). (transfer full) (nullable): NULL without a
 * sandbox, or for a file that is not of the Flatpak */
char *docket_sandbox_dup_path_outside (const char *path);

G_END_DECLS
