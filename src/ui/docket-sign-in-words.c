/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/docket-sign-in-words.h"

#include <glib/gi18n.h>
#include "tallyfy/tallyfy-address.h"
#include "tallyfy/tallyfy-error.h"
#include "workspace/docket-text.h"

#define MAX_SENTENCE 300

static char *
explain_address (const char *typed)
{
  g_autofree char *start = g_ascii_strdown (typed, -1);

  g_strchug (start);
  if (g_str_has_prefix (start, "http:"))
    /* Translators: %s is “https://” */
    return g_strdup_printf (_ ("The address must begin with %s."), "https://");
  /* Translators: %s is the address of a server */
  return g_strdup_printf (_ ("This is not an address of a server. It looks like %s."),
                          "https://api.tallyfy.com");
}

static char *
explain_sentence (const GError *error)
{
  const char *sentence = tallyfy_error_get_sentence (error);
  g_autofree char *words = NULL;

  if (sentence == NULL || *sentence == '\0')
    return g_strdup (_ ("Tallyfy answered with an error. Try again in a minute."));
  words = docket_text_isolate (sentence, MAX_SENTENCE);
  /* Translators: %s is what the server said, in its own language */
  return g_strdup_printf (_ ("Tallyfy answered with an error: “%s”"), words);
}

/** docket_sign_in_words_explain: what happened, whether the token left, and what to do. */
char *
docket_sign_in_words_explain (const GError *error, const char *address, DocketSignInField *field)
{
  *field = DOCKET_SIGN_IN_FIELD_TOKEN;
  if (error->domain != TALLYFY_ERROR)
    return g_strdup (error->message);
  switch ((TallyfyError)error->code)
    {
    case TALLYFY_ERROR_SIGNED_OUT:
      return g_strdup (_ ("Tallyfy does not accept this token. Tokens end when you log out of the "
                          "Tallyfy website. Copy the new one and paste it here."));
    case TALLYFY_ERROR_BAD_TOKEN:
      return g_strdup (_ ("This is not a whole token: a token has letters, digits and signs, and "
                          "no spaces. It was not sent."));
    case TALLYFY_ERROR_BAD_ADDRESS:
      *field = DOCKET_SIGN_IN_FIELD_ADDRESS;
      return explain_address (address);
    case TALLYFY_ERROR_WRONG_ADDRESS:
    case TALLYFY_ERROR_NOT_FOUND:
    case TALLYFY_ERROR_NOT_JSON:
    case TALLYFY_ERROR_MALFORMED:
      *field = DOCKET_SIGN_IN_FIELD_ADDRESS;
      return g_strdup (_ ("There is no Tallyfy server at this address. Check it, or leave it as it "
                          "was."));
    case TALLYFY_ERROR_TLS:
      *field = DOCKET_SIGN_IN_FIELD_ADDRESS;
      return g_strdup (_ ("The server’s certificate is not valid, so the token was not sent."));
    case TALLYFY_ERROR_OFFLINE:
      /* Who has typed an address may have mistyped it. */
      if (*address != '\0' && g_strcmp0 (address, TALLYFY_DEFAULT_ADDRESS) != 0)
        *field = DOCKET_SIGN_IN_FIELD_ADDRESS;
      return g_strdup (_ ("You are offline. The token was not sent."));
    case TALLYFY_ERROR_TIMED_OUT:
    case TALLYFY_ERROR_CONNECTION_LOST:
      return g_strdup (_ ("The server did not answer. Try again in a minute."));
    case TALLYFY_ERROR_TOO_MANY_REQUESTS:
      return g_strdup (_ ("Tallyfy is busy. Try again in a minute."));
    case TALLYFY_ERROR_FORBIDDEN:
    case TALLYFY_ERROR_REFUSED:
    case TALLYFY_ERROR_INVALID:
    case TALLYFY_ERROR_SERVER:
    case TALLYFY_ERROR_UNKNOWN_OUTCOME:
    default:
      return explain_sentence (error);
    }
}
