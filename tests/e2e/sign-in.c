/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
/* sign-in ADDRESS: signs in with the token on standard input, in the first organization, and leaves
 * what the program leaves on this computer when a person does it in its window: for tests that are
 * about something else. */
#include "workspace/docket-account-store.h"
#include "workspace/docket-secret.h"
#include "workspace/docket-sign-in.h"

static void
keep_result (GObject *source, GAsyncResult *result, gpointer slot)
{
  *(GAsyncResult **)slot = g_object_ref (result);
}

static GAsyncResult *
wait_for_result (GAsyncResult **slot)
{
  while (*slot == NULL)
    g_main_context_iteration (NULL, TRUE);
  return g_steal_pointer (slot);
}

static char *
read_token (void)
{
  g_autoptr (GIOChannel) channel = g_io_channel_unix_new (0);
  char *token = NULL;
  gsize terminator = 0;

  if (g_io_channel_read_line (channel, &token, NULL, &terminator, NULL) != G_IO_STATUS_NORMAL)
    g_error ("No token on standard input");
  token[terminator] = '\0';
  return token;
}

static DocketAccount *
check (const char *address, const char *token)
{
  g_autoptr (DocketSignIn) sign_in = docket_sign_in_new ();
  GAsyncResult *slot = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  docket_sign_in_check_async (sign_in, address, token, NULL, keep_result, &slot);
  result = wait_for_result (&slot);
  if (!docket_sign_in_check_finish (sign_in, result, &error))
    g_error ("Not signed in: %s", error->message);
  return docket_sign_in_make_account (sign_in, 0);
}

static void
save (DocketAccount *account, const char *token)
{
  GAsyncResult *slot = NULL;
  g_autoptr (GAsyncResult) stored = NULL;
  g_autoptr (GAsyncResult) saved = NULL;
  g_autoptr (GError) error = NULL;

  docket_secret_store_async (docket_account_get_address (account),
                             docket_account_get_user_id (account), token, "Docket access token",
                             NULL, keep_result, &slot);
  stored = wait_for_result (&slot);
  if (!docket_secret_store_finish (stored, &error))
    g_error ("Token not stored: %s", error->message);
  docket_account_store_save_async (account, NULL, NULL, keep_result, &slot);
  saved = wait_for_result (&slot);
  if (!docket_account_store_save_finish (saved, &error))
    g_error ("Account not remembered: %s", error->message);
}

int
main (int argc, char *argv[])
{
  g_autofree char *token = NULL;
  g_autoptr (DocketAccount) account = NULL;

  if (argc != 2)
    g_error ("Usage: sign-in ADDRESS");
  token = read_token ();
  account = check (argv[1], token);
  save (account, token);
  return 0;
}
