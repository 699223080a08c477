/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include <gio/gio.h>

#include "tallyfy/tallyfy-error-private.h"
#include "ui/docket-sign-in-words.h"

/* Every way a sign-in can fail is a sentence at the entry that it is about. */
static const struct
{
  TallyfyError code;
  const char *address;
  DocketSignInField field;
  const char *start;
} cases[] = {
  { TALLYFY_ERROR_SIGNED_OUT, "", DOCKET_SIGN_IN_FIELD_TOKEN, "Tallyfy does not accept this" },
  { TALLYFY_ERROR_BAD_TOKEN, "", DOCKET_SIGN_IN_FIELD_TOKEN, "This is not a whole token" },
  { TALLYFY_ERROR_BAD_ADDRESS, " HTTP://example.org", DOCKET_SIGN_IN_FIELD_ADDRESS,
    "The address must begin with https://." },
  { TALLYFY_ERROR_BAD_ADDRESS, "nonsense", DOCKET_SIGN_IN_FIELD_ADDRESS, "This is not an address" },
  { TALLYFY_ERROR_BAD_ADDRESS, "https://a@b", DOCKET_SIGN_IN_FIELD_ADDRESS,
    "This is not an address" },
  { TALLYFY_ERROR_WRONG_ADDRESS, "", DOCKET_SIGN_IN_FIELD_ADDRESS, "There is no Tallyfy server" },
  { TALLYFY_ERROR_NOT_FOUND, "", DOCKET_SIGN_IN_FIELD_ADDRESS, "There is no Tallyfy server" },
  { TALLYFY_ERROR_NOT_JSON, "", DOCKET_SIGN_IN_FIELD_ADDRESS, "There is no Tallyfy server" },
  { TALLYFY_ERROR_MALFORMED, "", DOCKET_SIGN_IN_FIELD_ADDRESS, "There is no Tallyfy server" },
  { TALLYFY_ERROR_TLS, "", DOCKET_SIGN_IN_FIELD_ADDRESS, "The server’s certificate is not" },
  { TALLYFY_ERROR_OFFLINE, "", DOCKET_SIGN_IN_FIELD_TOKEN, "You are offline. The token was not" },
  { TALLYFY_ERROR_OFFLINE, "https://api.tallyfy.com", DOCKET_SIGN_IN_FIELD_TOKEN,
    "You are offline. The token was not" },
  { TALLYFY_ERROR_OFFLINE, "https://other.example", DOCKET_SIGN_IN_FIELD_ADDRESS,
    "You are offline. The token was not" },
  { TALLYFY_ERROR_TIMED_OUT, "", DOCKET_SIGN_IN_FIELD_TOKEN, "The server did not answer." },
  { TALLYFY_ERROR_CONNECTION_LOST, "", DOCKET_SIGN_IN_FIELD_TOKEN, "The server did not answer." },
  { TALLYFY_ERROR_TOO_MANY_REQUESTS, "", DOCKET_SIGN_IN_FIELD_TOKEN, "Tallyfy is busy." },
  { TALLYFY_ERROR_FORBIDDEN, "", DOCKET_SIGN_IN_FIELD_TOKEN, "Tallyfy answered with an error." },
  { TALLYFY_ERROR_SERVER, "", DOCKET_SIGN_IN_FIELD_TOKEN, "Tallyfy answered with an error." },
};

static void
test_each_failure (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = tallyfy_error_new (cases[i].code, "not for people", NULL);
      DocketSignInField field;
      g_autofree char *words = docket_sign_in_words_explain (error, cases[i].address, &field);

      g_assert_cmpint (field, ==, cases[i].field);
      if (!g_str_has_prefix (words, cases[i].start))
        g_error ("Case %u says “%s”", i, words);
      g_assert_null (strstr (words, "not for people"));
    }
}

static void
test_server_sentence (void)
{
  g_auto (TallyfyErrorDetails) details
      = { .status = 403, .sentence = g_strdup ("Not \xE2\x80\xAE you\nthere") };
  g_autoptr (GError) error = tallyfy_error_new (TALLYFY_ERROR_FORBIDDEN, "Forbidden", &details);
  DocketSignInField field;
  g_autofree char *words = docket_sign_in_words_explain (error, "", &field);

  g_assert_cmpstr (words, ==,
                   "Tallyfy answered with an error: “\xE2\x81\xA8Not you there\xE2\x81\xA9”");
}

static void
test_other_domain (void)
{
  g_autoptr (GError) error
      = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_FAILED, "The disk is full");
  DocketSignInField field;
  g_autofree char *words = docket_sign_in_words_explain (error, "", &field);

  g_assert_cmpstr (words, ==, "The disk is full");
  g_assert_cmpint (field, ==, DOCKET_SIGN_IN_FIELD_TOKEN);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sign-in-words/each-failure", test_each_failure);
  g_test_add_func ("/sign-in-words/server-sentence", test_server_sentence);
  g_test_add_func ("/sign-in-words/other-domain", test_other_domain);
  return g_test_run ();
}
