/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* The entry for an access token, with the way to one. It is for typing and pasting alone: a token
 * that is stored is never put into it, since assistive technology reads what stands in it.
 *
 * Signals: "changed"; "activated" (Enter). */
#define DOCKET_TYPE_TOKEN_FIELD (docket_token_field_get_type ())
G_DECLARE_FINAL_TYPE (DocketTokenField, docket_token_field, DOCKET, TOKEN_FIELD, AdwBin)

const char *docket_token_field_get_text (DocketTokenField *self);
void docket_token_field_clear (DocketTokenField *self);
/* @sentence: (nullable): what is wrong with it */
void docket_token_field_set_error (DocketTokenField *self, const char *sentence);
/* While it is checked nothing can be typed, and the field itself has the focus, whatever had it before. */
void docket_token_field_set_busy (DocketTokenField *self, gboolean busy);
void docket_token_field_focus (DocketTokenField *self);

G_END_DECLS
