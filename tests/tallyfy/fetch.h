/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include "calls.h"

G_BEGIN_DECLS

/* What the client makes of a 200 with @body, asked of a server of its own over HTTP; (transfer full). */
TallyfyTask *fetch_task (const char *body, GError **error);
TallyfyUser *fetch_me (const char *body, GError **error);
GPtrArray *fetch_organizations (const char *body, GError **error);
GPtrArray *fetch_users (const char *body, GError **error);
TallyfyTaskPage *fetch_page (const char *body, guint page, GError **error);
/* A body with NUL bytes in it. */
TallyfyTaskPage *fetch_page_of_bytes (const char *body, gsize length, GError **error);

G_END_DECLS
