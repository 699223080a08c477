/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/docket-practice.h"

/** docket_practice_new: with a random token and at a free port, so that nobody else gets in. */
PracticeServer *
docket_practice_new (void)
{
  g_autofree char *file = g_build_filename (g_get_user_data_dir (), "docket", "practice.db", NULL);

  return practice_server_new (file, NULL, 0, 0);
}

/** docket_practice_make_account: the port differs at each start, the cached tasks stay the same. */
DocketAccount *
docket_practice_make_account (PracticeServer *server)
{
  return docket_account_new (practice_server_get_address (server),
                             practice_server_get_user_id (server),
                             practice_server_get_user_name (server),
                             practice_server_get_organization_id (server),
                             practice_server_get_organization_name (server), "practice");
}
