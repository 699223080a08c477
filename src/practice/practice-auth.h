/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <libsoup/soup.h>

G_BEGIN_DECLS

/* The three headers that every request needs, each once and exactly as documented. */
gboolean practice_auth_has_token (SoupMessageHeaders *headers, const char *token);
gboolean practice_auth_is_allowed (SoupMessageHeaders *headers, const char *token);

/* 256 random bits. */
char *practice_auth_new_token (void);

G_END_DECLS
