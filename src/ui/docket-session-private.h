/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include "practice/practice-server.h"
#include "ui/docket-session.h"

G_BEGIN_DECLS

/* For docket-session.c (what is open), docket-session-accounts.c (what else could be) and
 * docket-session-sign.c (signing in and out). */
struct _DocketSession
{
  GObject parent_instance;

  DocketSessionState state;
  DocketWorkspace *workspace;
  DocketAccount *account; /* that is open or being opened; NULL for practice */
  PracticeServer *server; /* of the practice workspace; NULL where that is not open */
  GListStore *accounts;  /* of DocketAccount, by organization */
  GError *error;
  GCancellable *cancellable; /* of what is on its way */
};

/* Lets go of what is open or on its way. @state: until the next one is known */
void docket_session_begin (DocketSession *self, DocketSessionState state);
/* @token: (nullable): NULL: the keyring is asked for it once the cached tasks are there */
void docket_session_open_account (DocketSession *self, DocketAccount *account, const char *token);
/* Finds out whom one can switch to. */
void docket_session_load_accounts (DocketSession *self);
/* @known: (element-type DocketAccount) */
void docket_session_set_accounts (DocketSession *self, GPtrArray *known);
void docket_session_tell_trouble (DocketSession *self, const char *heading, const char *body);
void docket_session_refresh (DocketSession *self);

G_END_DECLS
