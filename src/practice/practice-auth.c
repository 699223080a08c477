/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "practice/practice-auth.h"

#include "practice/practice-call.h"

/* A header that was sent twice comes as one value with a comma, and so does not match. */
static gboolean
header_is (SoupMessageHeaders *headers, const char *name, const char *value)
{
  return g_strcmp0 (soup_message_headers_get_list (headers, name), value) == 0;
}

gboolean
practice_auth_has_token (SoupMessageHeaders *headers, const char *token)
{
  g_autofree char *value = g_strconcat ("Bearer ", token, NULL);

  return header_is (headers, "Authorization", value);
}

gboolean
practice_auth_is_allowed (SoupMessageHeaders *headers, const char *token)
{
  return practice_auth_has_token (headers, token)
         && header_is (headers, "Accept", "application/json")
         && header_is (headers, "X-Tallyfy-Client", "APIClient");
}

char *
practice_auth_new_token (void)
{
  g_autofree char *first = practice_new_id ();
  g_autofree char *second = practice_new_id ();

  return g_strconcat (first, second, NULL);
}
