/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * docket_release_notes_dup:
 * @version: (out) (transfer full) (nullable): of the newest release
 *
 * What is new in the newest release that the metainfo lists, in the language of the program.
 *
 * Returns: (transfer full): paragraphs and lists, as AdwAboutWindow takes them
 */
char *docket_release_notes_dup (char **version);

G_END_DECLS
