/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include "workspace/docket-sign-in.h"
#include "workspace/docket-workspace.h"

G_BEGIN_DECLS

/**
 * DocketSessionState:
 * @DOCKET_SESSION_STARTING: it is being found out, or a workspace is being opened
 * @DOCKET_SESSION_SIGN_IN: nobody is signed in
 * @DOCKET_SESSION_OPEN: there is a workspace
 * @DOCKET_SESSION_FAILED: a workspace could not be opened (get_error()); retry() tries again
 */
typedef enum
{
  DOCKET_SESSION_STARTING,
  DOCKET_SESSION_SIGN_IN,
  DOCKET_SESSION_OPEN,
  DOCKET_SESSION_FAILED,
} DocketSessionState;

/* Which workspace is open, and how one gets there: the account that was open last with its token
 * from the keyring, one just signed in to, or the practice workspace. Knows no widgets.
 *
 * Properties, read-only, that notify: "state" (int), "workspace" (DocketWorkspace, nullable),
 * "practice" (boolean). Signal "trouble" (const char *heading, const char *body): something that the
 * person asked for did not happen. */
#define DOCKET_TYPE_SESSION (docket_session_get_type ())
G_DECLARE_FINAL_TYPE (DocketSession, docket_session, DOCKET, SESSION, GObject)

DocketSession *docket_session_new (void);
DocketSessionState docket_session_get_state (DocketSession *self);
DocketWorkspace *docket_session_get_workspace (DocketSession *self); /* (transfer none) (nullable) */
gboolean docket_session_get_practice (DocketSession *self);
/* Whom one can switch to, the open one included, practice not: DocketAccount by organization. (transfer none); it stays
 * the same one. */
GListModel *docket_session_get_accounts (DocketSession *self);
/* Opens @account in place of what is open, with its token from the keyring. It is the one that was open last, then. */
void docket_session_switch (DocketSession *self, DocketAccount *account);
const GError *docket_session_get_error (DocketSession *self); /* with FAILED */

/* Opens the account that was open last, if there is one, and asks the keyring for its token. */
void docket_session_open_last (DocketSession *self);
/* Does again what led to FAILED. */
void docket_session_retry (DocketSession *self);
void docket_session_open_practice (DocketSession *self);
void docket_session_leave_practice (DocketSession *self);
void docket_session_reset_practice (DocketSession *self);
/* Asks the keyring for the token again. */
void docket_session_unlock (DocketSession *self);

/**
 * docket_session_sign_in_async:
 * @sign_in: that was checked
 * @organization: an index into its organizations
 * @keep: store the token and remember the accounts; FALSE: until the program ends
 *
 * Stores the token, then opens the account. Errors: DOCKET_SECRET_ERROR where the token could not be
 * stored: nothing was opened then. What comes after that is told by the state.
 */
void docket_session_sign_in_async (DocketSession *self,
                                   DocketSignIn *sign_in,
                                   guint organization,
                                   gboolean keep,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
gboolean docket_session_sign_in_finish (DocketSession *self, GAsyncResult *result, GError **error);

/**
 * docket_session_sign_in_again_async:
 *
 * Checks @token with the server of the open workspace and stores it when it is of the same user.
 *
 * Errors: TALLYFY_ERROR.
 */
void docket_session_sign_in_again_async (DocketSession *self,
                                         const char *token,
                                         GCancellable *cancellable,
                                         GAsyncReadyCallback callback,
                                         gpointer user_data);
/* @same_user: (out): FALSE: nothing was changed, the token is another person's */
gboolean docket_session_sign_in_again_finish (DocketSession *self,
                                              GAsyncResult *result,
                                              gboolean *same_user,
                                              GError **error);

/* Forgets the token and the cached tasks of all organizations that it works for; @removes_history: the history with the
 * kept copies of the open one, too. Then the account that was open last before is opened, if there is one. Where the
 * keyring does not give the token up nothing is forgotten, and "trouble" tells it. */
void docket_session_sign_out (DocketSession *self, gboolean removes_history);

G_END_DECLS
