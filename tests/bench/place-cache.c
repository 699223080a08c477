/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
/* place-cache FILE: what a person leaves who is signed in and has the tasks of FILE, made by
 * fill-cache. The account's server does not answer. */
#include "bench-office.h"
#include "waiting.h"
#include "workspace/docket-account-store.h"

int
main (int argc, char *argv[])
{
  g_autoptr (DocketAccount) account
      = docket_account_new ("http://127.0.0.1:9", BENCH_USER, "Mara Lindqvist", "org1",
                            "Harbour & Finch", NULL);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GAsyncResult *slot = NULL;

  if (argc != 2)
    g_error ("Usage: place-cache FILE");
  bench_office_place (argv[1], account);
  docket_account_store_save_async (account, NULL, NULL, keep_result, &slot);
  result = wait_for_result (&slot);
  if (!docket_account_store_save_finish (result, &error))
    g_error ("Account not remembered: %s", error->message);
  return 0;
}
