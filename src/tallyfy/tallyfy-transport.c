/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "tallyfy/tallyfy-transport.h"

#include <string.h>

#include "tallyfy/tallyfy-address.h"
#include "tallyfy/tallyfy-error-private.h"
#include "tallyfy/tallyfy-json.h"

/* Some of the sync's pages, and what a person waits for beside them. */
#define MAX_CONNECTIONS 8

struct _TallyfyTransport
{
  GObject parent_instance;

  char *address;
  char *token;
  gboolean is_loopback;
  guint total_timeout; /* ms */
  gboolean repeats_writes;
  SoupSession *reads;
  SoupSession *writes;
  TallyfyPace *pace;
};

G_DEFINE_FINAL_TYPE (TallyfyTransport, tallyfy_transport, G_TYPE_OBJECT)

static SoupSession *
make_session (TallyfyTransport *self,
              GTlsDatabase *tls_database,
              guint idle_timeout,
              const char *user_agent)
{
  SoupSession *session
      = soup_session_new_with_options ("max-conns", MAX_CONNECTIONS, "max-conns-per-host",
                                       MAX_CONNECTIONS, "timeout", (idle_timeout + 999) / 1000,
                                       "user-agent", user_agent, NULL);

  if (tls_database != NULL)
    soup_session_set_tls_database (session, tls_database);
  /* With http_proxy set, requests to this computer would go to the proxy, with the token. */
  if (self->is_loopback)
    soup_session_set_proxy_resolver (session, NULL);
  return session;
}

static void
tallyfy_transport_finalize (GObject *object)
{
  TallyfyTransport *self = TALLYFY_TRANSPORT (object);

  g_clear_object (&self->reads);
  g_clear_object (&self->writes);
  g_clear_pointer (&self->pace, tallyfy_pace_free);
  g_free (self->address);
  if (self->token != NULL)
    explicit_bzero (self->token, strlen (self->token));
  g_free (self->token);
  G_OBJECT_CLASS (tallyfy_transport_parent_class)->finalize (object);
}

static void
tallyfy_transport_class_init (TallyfyTransportClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tallyfy_transport_finalize;
}

static void
tallyfy_transport_init (TallyfyTransport *self)
{
}

TallyfyTransport *
tallyfy_transport_new (const char *address,
                       const char *token,
                       GTlsDatabase *tls_database,
                       guint idle_timeout,
                       guint total_timeout,
                       const char *user_agent,
                       TallyfyPace *pace)
{
  TallyfyTransport *self = g_object_new (TALLYFY_TYPE_TRANSPORT, NULL);

  self->repeats_writes = TRUE;
  self->pace = pace;
  self->address = g_strdup (address ? address : "");
  self->token = g_strdup (token ? token : "");
  self->is_loopback = tallyfy_address_is_loopback (self->address);
  self->total_timeout = total_timeout;
  self->reads = make_session (self, tls_database, idle_timeout, user_agent);
  self->writes = make_session (self, tls_database, idle_timeout, user_agent);
  return self;
}

TallyfyPace *
tallyfy_transport_get_pace (TallyfyTransport *self)
{
  return self->pace;
}

const char *
tallyfy_transport_get_address (TallyfyTransport *self)
{
  return self->address;
}

const char *
tallyfy_transport_get_token (TallyfyTransport *self)
{
  return self->token;
}

gboolean
tallyfy_transport_is_loopback (TallyfyTransport *self)
{
  return self->is_loopback;
}

SoupSession *
tallyfy_transport_get_session (TallyfyTransport *self, gboolean is_write)
{
  return is_write ? self->writes : self->reads;
}

gint64
tallyfy_transport_get_deadline (TallyfyTransport *self)
{
  return g_get_monotonic_time () + (gint64)self->total_timeout * 1000;
}

gboolean
tallyfy_transport_check (TallyfyTransport *self, GError **error)
{
  g_autofree char *normal = tallyfy_address_normalize (self->address, error);
  gboolean is_plain = *self->token != '\0';

  if (normal == NULL)
    return FALSE;
  if (!g_str_equal (normal, self->address))
    {
      g_propagate_error (error, tallyfy_error_new (TALLYFY_ERROR_BAD_ADDRESS,
                                                   "The address is not in its normal form.", NULL));
      return FALSE;
    }
  for (const char *c = self->token; *c != '\0'; c++)
    is_plain = is_plain && g_ascii_isgraph (*c);
  if (!is_plain)
    g_propagate_error (error, tallyfy_error_new (TALLYFY_ERROR_BAD_TOKEN,
                                                 "The token is empty or has characters that no "
                                                 "token has, such as spaces.",
                                                 NULL));
  return is_plain;
}

void
tallyfy_transport_log (TallyfyTransport *self, const char *format, ...)
{
  g_autofree char *text = NULL;
  g_autofree char *clean = NULL;
  va_list arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  clean = tallyfy_redact (text, self->token);
  g_debug ("%s", clean);
}

char *
tallyfy_transport_uri (TallyfyTransport *self, const char *query, GError **error, ...)
{
  g_autoptr (GString) uri = g_string_new (self->address);
  const char *segment;
  gboolean ok = TRUE;
  va_list segments;

  va_start (segments, error);
  while ((segment = va_arg (segments, const char *)) != NULL)
    {
      ok = ok && tallyfy_json_id_is_usable (segment);
      g_string_append_c (uri, '/');
      g_string_append_uri_escaped (uri, segment, NULL, FALSE);
    }
  va_end (segments);
  if (!ok)
    {
      g_propagate_error (error, tallyfy_error_new (TALLYFY_ERROR_MALFORMED,
                                                   "This ID cannot stand in an address: nothing "
                                                   "was sent.",
                                                   NULL));
      return NULL;
    }
  if (query != NULL)
    g_string_append_printf (uri, "?%s", query);
  return g_string_free (g_steal_pointer (&uri), FALSE);
}

void
tallyfy_transport_set_repeats_writes (TallyfyTransport *self, gboolean repeats_writes)
{
  self->repeats_writes = repeats_writes;
}

gboolean
tallyfy_transport_get_repeats_writes (TallyfyTransport *self)
{
  return self->repeats_writes;
}
