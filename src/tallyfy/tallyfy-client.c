/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "tallyfy/tallyfy-client.h"

#include <string.h>

#include "docket-config.h"
#include "tallyfy/tallyfy-client-private.h"
#include "tallyfy/tallyfy-readers.h"

#define DEFAULT_IDLE_TIMEOUT 30000
#define DEFAULT_TOTAL_TIMEOUT 60000
#define DEFAULT_MINUTE 60000
#define PER_MINUTE 600 /* by Tallyfy's documentation, until the server says something else */
#define DEFAULT_USER_AGENT "Docket/" DOCKET_VERSION

struct _TallyfyClient
{
  GObject parent_instance;

  char *address;
  char *token; /* until constructed: the transport keeps it from then on */
  GTlsDatabase *tls_database;
  guint idle_timeout;
  guint total_timeout;
  char *user_agent;
  guint minute;
  TallyfyTransport *transport;
};

typedef enum
{
  PROP_ADDRESS = 1,
  PROP_TOKEN,
  PROP_TLS_DATABASE,
  PROP_IDLE_TIMEOUT,
  PROP_TOTAL_TIMEOUT,
  PROP_USER_AGENT,
  PROP_MINUTE,
  N_PROPS,
} TallyfyClientProperty;

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (TallyfyClient, tallyfy_client, G_TYPE_OBJECT)

static void
forget_token (TallyfyClient *self)
{
  if (self->token != NULL)
    explicit_bzero (self->token, strlen (self->token));
  g_clear_pointer (&self->token, g_free);
}

static void
tallyfy_client_constructed (GObject *object)
{
  TallyfyClient *self = TALLYFY_CLIENT (object);

  G_OBJECT_CLASS (tallyfy_client_parent_class)->constructed (object);
  self->transport
      = tallyfy_transport_new (self->address, self->token, self->tls_database, self->idle_timeout,
                               self->total_timeout, self->user_agent,
                               tallyfy_pace_new ((gint64)self->minute * 1000, PER_MINUTE));
  forget_token (self);
}

static void
tallyfy_client_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TallyfyClient *self = TALLYFY_CLIENT (object);

  switch ((TallyfyClientProperty)id)
    {
    case PROP_ADDRESS:
      g_value_set_string (value, self->address);
      break;
    case PROP_TLS_DATABASE:
      g_value_set_object (value, self->tls_database);
      break;
    case PROP_IDLE_TIMEOUT:
      g_value_set_uint (value, self->idle_timeout);
      break;
    case PROP_TOTAL_TIMEOUT:
      g_value_set_uint (value, self->total_timeout);
      break;
    case PROP_USER_AGENT:
      g_value_set_string (value, self->user_agent);
      break;
    case PROP_MINUTE:
      g_value_set_uint (value, self->minute);
      break;
    case PROP_TOKEN:
    case N_PROPS:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tallyfy_client_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  TallyfyClient *self = TALLYFY_CLIENT (object);

  switch ((TallyfyClientProperty)id)
    {
    case PROP_ADDRESS:
      self->address = g_value_dup_string (value);
      break;
    case PROP_TOKEN:
      self->token = g_value_dup_string (value);
      break;
    case PROP_TLS_DATABASE:
      self->tls_database = g_value_dup_object (value);
      break;
    case PROP_IDLE_TIMEOUT:
      self->idle_timeout = g_value_get_uint (value);
      break;
    case PROP_TOTAL_TIMEOUT:
      self->total_timeout = g_value_get_uint (value);
      break;
    case PROP_USER_AGENT:
      self->user_agent = g_value_dup_string (value);
      break;
    case PROP_MINUTE:
      self->minute = g_value_get_uint (value);
      break;
    case N_PROPS:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tallyfy_client_finalize (GObject *object)
{
  TallyfyClient *self = TALLYFY_CLIENT (object);

  forget_token (self);
  g_free (self->address);
  g_clear_object (&self->tls_database);
  g_free (self->user_agent);
  g_clear_object (&self->transport);
  G_OBJECT_CLASS (tallyfy_client_parent_class)->finalize (object);
}

static void
tallyfy_client_class_init (TallyfyClientClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags once = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->constructed = tallyfy_client_constructed;
  object_class->get_property = tallyfy_client_get_property;
  object_class->set_property = tallyfy_client_set_property;
  object_class->finalize = tallyfy_client_finalize;

  properties[PROP_ADDRESS] = g_param_spec_string ("address", NULL, NULL, NULL, once);
  /* It can be given, and never be read back. */
  properties[PROP_TOKEN]
      = g_param_spec_string ("token", NULL, NULL, NULL,
                             G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_TLS_DATABASE]
      = g_param_spec_object ("tls-database", NULL, NULL, G_TYPE_TLS_DATABASE, once);
  properties[PROP_IDLE_TIMEOUT] = g_param_spec_uint ("idle-timeout", NULL, NULL, 1, G_MAXUINT - 999,
                                                     DEFAULT_IDLE_TIMEOUT, once);
  properties[PROP_TOTAL_TIMEOUT]
      = g_param_spec_uint ("total-timeout", NULL, NULL, 1, G_MAXUINT, DEFAULT_TOTAL_TIMEOUT, once);
  properties[PROP_USER_AGENT]
      = g_param_spec_string ("user-agent", NULL, NULL, DEFAULT_USER_AGENT, once);
  properties[PROP_MINUTE]
      = g_param_spec_uint ("minute", NULL, NULL, 1, G_MAXUINT, DEFAULT_MINUTE, once);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
tallyfy_client_init (TallyfyClient *self)
{
}

TallyfyClient *
tallyfy_client_new (const char *address, const char *token)
{
  return g_object_new (TALLYFY_TYPE_CLIENT, "address", address, "token", token, NULL);
}

const char *
tallyfy_client_get_address (TallyfyClient *self)
{
  g_return_val_if_fail (TALLYFY_IS_CLIENT (self), NULL);
  return self->address;
}

TallyfyTransport *
tallyfy_client_get_transport (TallyfyClient *self)
{
  return self->transport;
}

gint64
tallyfy_client_estimate (TallyfyClient *self, guint n_pages)
{
  g_return_val_if_fail (TALLYFY_IS_CLIENT (self), 0);
  return tallyfy_pace_estimate (tallyfy_transport_get_pace (self->transport), n_pages,
                                g_get_monotonic_time ());
}

void
tallyfy_client_set_repeats_writes (TallyfyClient *self, gboolean repeats_writes)
{
  g_return_if_fail (TALLYFY_IS_CLIENT (self));
  tallyfy_transport_set_repeats_writes (self->transport, repeats_writes);
}

gpointer
tallyfy_client_read_changed (TallyfyAnswer *answer, JsonNode *root, const char *task_id)
{
  g_autoptr (TallyfyTask) task = NULL;

  if (answer->status != SOUP_STATUS_OK)
    return NULL;
  task = tallyfy_task_read_root (root, answer->body, NULL);
  if (task == NULL || !g_str_equal (tallyfy_task_get_id (task), task_id))
    return NULL;
  return g_steal_pointer (&task);
}

static void
sent_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;
  gpointer value = tallyfy_call_send_finish (result, &error);

  if (value != NULL)
    g_task_return_pointer (task, value, g_object_unref);
  else
    g_task_return_error (task, error);
}

void
tallyfy_client_send (GTask *task,
                     const char *method,
                     char *uri,
                     GError *error,
                     GBytes *body,
                     TallyfyTaker taker,
                     const char *task_id)
{
  TallyfyClient *self = g_task_get_source_object (task);
  g_autoptr (GBytes) owned = body;

  /* What came of a write is told, whether or not somebody has cancelled it in the meantime. */
  g_task_set_check_cancellable (task, FALSE);
  if (uri == NULL)
    g_task_return_error (task, error);
  else
    tallyfy_call_send_async (self->transport, method, uri, owned, taker, task_id,
                             g_task_get_cancellable (task), sent_cb, g_object_ref (task));
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;

  if (tallyfy_call_write_finish (result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
tallyfy_client_write (GTask *task,
                      const char *method,
                      char *uri,
                      GError *error,
                      GBytes *body,
                      TallyfyProof proof,
                      const char *id)
{
  TallyfyClient *self = g_task_get_source_object (task);
  g_autoptr (GBytes) owned = body;

  /* What came of a write is told, whether or not somebody has cancelled it in the meantime. */
  g_task_set_check_cancellable (task, FALSE);
  if (uri == NULL)
    g_task_return_error (task, error);
  else
    tallyfy_call_write_async (self->transport, method, uri, owned, proof, id,
                              g_task_get_cancellable (task), written_cb, g_object_ref (task));
}
