/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include "practice/practice-server.h"
#include "workspace/docket-account.h"

G_BEGIN_DECLS

/* The practice server of the person who runs the program: its office lies in
 * $XDG_DATA_HOME/docket/practice.db. (transfer full): start it with practice_server_start_async() */
PracticeServer *docket_practice_new (void);

/* The account of a server that was started. (transfer full) */
DocketAccount *docket_practice_make_account (PracticeServer *server);

G_END_DECLS
