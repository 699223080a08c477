/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Which entry of a sign-in page a failure is about. */
typedef enum
{
  DOCKET_SIGN_IN_FIELD_TOKEN,
  DOCKET_SIGN_IN_FIELD_ADDRESS,
} DocketSignInField;

/* What a sign-in that failed with @error says. @address: as it was typed. (transfer full) */
char *docket_sign_in_words_explain (const GError *error,
                                    const char *address,
                                    DocketSignInField *field);

G_END_DECLS
