/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Fills @box with the pictures of the first two of these people, small enough for a row, and how many more there are; hides
 * it where there is nobody. @names: (nullable): foreign text */
void docket_avatars_show (GtkBox *box, const char *const *names);

G_END_DECLS
