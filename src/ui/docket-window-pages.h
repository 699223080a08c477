/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <adwaita.h>
#include "workspace/docket-sign-in.h"

G_BEGIN_DECLS

/* What the window shows: its main view, or one of the pages that most starts never need. Each of those is made when it shows
 * first.
 *
 * Properties "main" (GtkWidget) and "menu-model" (GMenuModel, of the sign-in page). Signals: "checked" (DocketSignIn) and
 * "back" of the sign-in page; "chosen" (uint) and "chosen-none" of the choice of an organization; "stop-waiting"; "retry". */
#define DOCKET_TYPE_WINDOW_PAGES (docket_window_pages_get_type ())
G_DECLARE_FINAL_TYPE (DocketWindowPages, docket_window_pages, DOCKET, WINDOW_PAGES, AdwBin)

void docket_window_pages_show_main (DocketWindowPages *self);
/* @can_go_back: whether there is a workspace to go back to. */
void docket_window_pages_begin_sign_in (DocketWindowPages *self, gboolean can_go_back);
/* As it was left. */
void docket_window_pages_show_sign_in (DocketWindowPages *self);
/* Checks @token at @address at once, as if it had been typed. */
void docket_window_pages_check_token (DocketWindowPages *self, const char *address, const char *token);
/* Empties the token's entry. */
void docket_window_pages_forget_token (DocketWindowPages *self);
void docket_window_pages_show_organizations (DocketWindowPages *self, DocketSignIn *sign_in);
/* That a keyring has not answered yet. */
void docket_window_pages_show_waiting (DocketWindowPages *self);
/* Why a workspace could not be opened. @words: foreign text */
void docket_window_pages_show_failure (DocketWindowPages *self, const char *words);

G_END_DECLS
