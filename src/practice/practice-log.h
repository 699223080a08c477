/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <libsoup/soup.h>

G_BEGIN_DECLS

/* Opens @file for appending, made with mode 0600. */
GOutputStream *practice_log_open (const char *file, GError **error);

/* Writes one line of JSON about a request that was answered. The token's value is left out. */
void practice_log_write (GOutputStream *log, SoupServerMessage *message, const char *token);

G_END_DECLS
