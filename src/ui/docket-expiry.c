/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "docket-config.h"

#include "ui/docket-expiry.h"

#include "workspace/docket-copies.h"

#define SECONDS_AN_HOUR 3600

struct _DocketExpiry
{
  GObject parent_instance;

  GSettings *settings;
  DocketWorkspace *workspace; /* nullable */
  guint hourly;               /* source */
};

G_DEFINE_FINAL_TYPE (DocketExpiry, docket_expiry, G_TYPE_OBJECT)

static void
expired_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  /* They go the next time. */
  if (!docket_copies_remove_finish (DOCKET_WORKSPACE (source), result, &error))
    g_message ("Old copies were not removed: %s", error->message);
}

static void
expire (DocketExpiry *self)
{
  const int days = g_settings_get_int (self->settings, "keep-copies-for");

  if (days > 0)
    docket_copies_expire_async (self->workspace, (guint)days, expired_cb, NULL);
}

static gboolean
hour_cb (gpointer user_data)
{
  expire (user_data);
  return G_SOURCE_CONTINUE;
}

static void
docket_expiry_dispose (GObject *object)
{
  DocketExpiry *self = DOCKET_EXPIRY (object);

  docket_expiry_set_workspace (self, NULL);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (docket_expiry_parent_class)->dispose (object);
}

static void
docket_expiry_class_init (DocketExpiryClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = docket_expiry_dispose;
}

static void
docket_expiry_init (DocketExpiry *self)
{
  self->settings = g_settings_new (APPLICATION_ID);
}

DocketExpiry *
docket_expiry_new (void)
{
  return g_object_new (DOCKET_TYPE_EXPIRY, NULL);
}

void
docket_expiry_set_workspace (DocketExpiry *self, DocketWorkspace *workspace)
{
  if (self->workspace == workspace)
    return;
  g_clear_handle_id (&self->hourly, g_source_remove);
  g_set_object (&self->workspace, workspace);
  if (workspace == NULL)
    return;
  self->hourly = g_timeout_add_seconds (SECONDS_AN_HOUR, hour_cb, self);
  expire (self);
}
