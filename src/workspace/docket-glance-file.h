/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include "workspace/docket-account.h"
#include "workspace/docket-database.h"

G_BEGIN_DECLS

/* The cache of an account, only to be read, beside whoever else has it open. @account: (nullable): NULL: the one that was open
 * last. Blocks: in a thread. Returns: (transfer full) (nullable): NULL where there is none, or none of this version */
sqlite3 *docket_glance_file_open (DocketAccount *account);

G_END_DECLS
