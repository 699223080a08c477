/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "tallyfy/tallyfy-address.h"
#include "tallyfy/tallyfy-error-private.h"

static char *
refuse (GError **error, const char *sentence)
{
  g_propagate_error (error, tallyfy_error_new (TALLYFY_ERROR_BAD_ADDRESS, sentence, NULL));
  return NULL;
}

static gboolean
host_is_loopback (const char *host)
{
  g_autoptr (GInetAddress) address = g_inet_address_new_from_string (host);

  if (address == NULL)
    return g_ascii_strcasecmp (host, "localhost") == 0;
  return g_inet_address_get_is_loopback (address);
}

/* A path that another program resolves in another way than this one would send the token elsewhere.
 */
static gboolean
path_is_plain (const char *path)
{
  g_auto (GStrv) segments = g_strsplit (path, "/", -1);

  for (guint i = 0; segments[i] != NULL; i++)
    {
      g_autofree char *plain = g_uri_unescape_string (segments[i], "/");

      if (plain == NULL || strchr (plain, '\\') != NULL || g_str_equal (plain, ".")
          || g_str_equal (plain, ".."))
        return FALSE;
      for (const char *c = plain; *c != '\0'; c++)
        if (g_ascii_iscntrl (*c) || *c == ' ')
          return FALSE;
    }
  return TRUE;
}

/* Other characters than these would be a typing mistake that no server has in its name. */
static gboolean
host_is_plain (const char *host)
{
  if (*host == '\0' || *host == '.' || strstr (host, "..") != NULL)
    return FALSE;
  if (strchr (host, ':') != NULL)
    return g_hostname_is_ip_address (host);
  for (const char *c = host; *c != '\0'; c++)
    if (!g_ascii_isalnum (*c) && *c != '.' && *c != '-' && *c != '_')
      return FALSE;
  return TRUE;
}

static char *
compose (const char *scheme, const char *host, int port, const char *path)
{
  const gboolean is_default = port == -1 || port == (g_str_equal (scheme, "https") ? 443 : 80);
  const gboolean is_ipv6 = strchr (host, ':') != NULL;
  g_autofree char *port_text = is_default ? g_strdup ("") : g_strdup_printf (":%d", port);
  g_autofree char *prefix = g_strdup (path);
  gsize length = strlen (prefix);

  while (length > 0 && prefix[length - 1] == '/')
    prefix[--length] = '\0';
  return g_strdup_printf ("%s://%s%s%s%s%s", scheme, is_ipv6 ? "[" : "", host, is_ipv6 ? "]" : "",
                          port_text, prefix);
}

static char *
normalize_uri (GUri *uri, GError **error)
{
  g_autofree char *scheme = g_ascii_strdown (g_uri_get_scheme (uri), -1);
  g_autofree char *ascii = g_hostname_to_ascii (g_uri_get_host (uri) ? g_uri_get_host (uri) : "");
  g_autofree char *host = ascii ? g_ascii_strdown (ascii, -1) : NULL;

  if (!g_str_equal (scheme, "https") && !g_str_equal (scheme, "http"))
    return refuse (error, "The address must begin with https://.");
  if (host == NULL || !host_is_plain (host))
    return refuse (error, "The address names no server.");
  if (g_str_equal (scheme, "http") && !host_is_loopback (host))
    return refuse (error, "The address must begin with https://: over http:// anybody on the way "
                          "could read the token.");
  if (g_uri_get_userinfo (uri) != NULL)
    return refuse (error, "The address must not contain a user name or a password.");
  if (g_uri_get_query (uri) != NULL || g_uri_get_fragment (uri) != NULL)
    return refuse (error, "The address must not contain “?” or “#”.");
  if (g_uri_get_port (uri) == 0 || g_uri_get_port (uri) > 65535)
    return refuse (error, "The address has a port that does not exist.");
  if (!path_is_plain (g_uri_get_path (uri)))
    return refuse (error, "The path of the address cannot be used.");
  return compose (scheme, host, g_uri_get_port (uri), g_uri_get_path (uri));
}

char *
tallyfy_address_normalize (const char *typed, GError **error)
{
  g_autofree char *text = NULL;
  g_autoptr (GUri) uri = NULL;

  if (!g_utf8_validate (typed, -1, NULL))
    return refuse (error, "The address is not text.");
  text = g_strstrip (g_strdup (typed));
  if (*text == '\0')
    return refuse (error, "The address is empty.");
  /* What GUri would repair or a browser would read as a slash is refused instead. */
  if (strpbrk (text, " \t\r\n\v\f\\") != NULL)
    return refuse (error, "The address must not contain spaces or backslashes.");
  uri = g_uri_parse (text,
                     G_URI_FLAGS_ENCODED_PATH | G_URI_FLAGS_ENCODED_QUERY
                         | G_URI_FLAGS_ENCODED_FRAGMENT,
                     NULL);
  if (uri == NULL)
    return refuse (error, "This is not an address: it must look like https://api.tallyfy.com.");
  return normalize_uri (uri, error);
}

gboolean
tallyfy_address_is_loopback (const char *address)
{
  g_autoptr (GUri) uri = g_uri_parse (address, G_URI_FLAGS_NONE, NULL);

  return uri != NULL && g_uri_get_host (uri) != NULL && host_is_loopback (g_uri_get_host (uri));
}
