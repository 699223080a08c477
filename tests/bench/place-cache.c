/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
/* place-cache FILE [ADDRESS]: what a person leaves who is signed in and has the tasks of FILE, made
 * by fill-cache; "-" = none so far. Without ADDRESS the account's server does not answer; with it
 * there is a token in the keyring, too. */
#include "bench-office.h"
#include "waiting.h"
#include "workspace/docket-account-store.h"
#include "workspace/docket-secret.h"

static void
store_token (DocketAccount *account)
{
  GAsyncResult *slot = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  docket_secret_store_async (docket_account_get_address (account), BENCH_USER, "token",
                             "Docket access token", NULL, keep_result, &slot);
  result = wait_for_result (&slot);
  if (!docket_secret_store_finish (result, &error))
    g_error ("Token not stored: %s", error->message);
}

int
main (int argc, char *argv[])
{
  const char *address = argc == 3 ? argv[2] : "http://127.0.0.1:9";
  g_autoptr (DocketAccount) account
      = docket_account_new (address, BENCH_USER, "Mara Lindqvist", "org1", "Harbour & Finch", NULL);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GAsyncResult *slot = NULL;

  if (argc != 2 && argc != 3)
    g_error ("Usage: place-cache FILE [ADDRESS]");
  if (!g_str_equal (argv[1], "-"))
    bench_office_place (argv[1], account);
  if (argc == 3)
    store_token (account);
  docket_account_store_save_async (account, NULL, NULL, keep_result, &slot);
  result = wait_for_result (&slot);
  if (!docket_account_store_save_finish (result, &error))
    g_error ("Account not remembered: %s", error->message);
  return 0;
}
