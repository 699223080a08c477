/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The text of @html on one clean line: docket_text_clean() of docket_html_to_text(), without a parser where there are
 * paragraphs, breaks and bold words alone, as in nearly all comments. (transfer full), never NULL. */
char *docket_html_to_line (const char *html);

G_END_DECLS
