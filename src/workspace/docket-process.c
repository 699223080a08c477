/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "workspace/docket-process-private.h"

struct _DocketProcess
{
  GObject parent_instance;

  char *id;
  DocketProcessData *data; /* NULL until it is known */
  GDateTime *created_at;
  GDateTime *archived_at;
};

G_DEFINE_FINAL_TYPE (DocketProcess, docket_process, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

void
docket_process_data_free (DocketProcessData *data)
{
  /* An array of them, some of which were handed on, frees what is left. */
  if (data == NULL)
    return;
  g_free (data->id);
  g_free (data->name);
  g_free (data->folded);
  g_free (data->owner);
  g_strfreev (data->people);
  g_free (data);
}

gboolean
docket_process_data_is_finished (const DocketProcessData *data)
{
  return data->n_tasks > 0 && data->n_done >= data->n_tasks;
}

static void
docket_process_finalize (GObject *object)
{
  DocketProcess *self = DOCKET_PROCESS (object);

  g_free (self->id);
  g_clear_pointer (&self->data, docket_process_data_free);
  g_clear_pointer (&self->created_at, g_date_time_unref);
  g_clear_pointer (&self->archived_at, g_date_time_unref);
  G_OBJECT_CLASS (docket_process_parent_class)->finalize (object);
}

static void
docket_process_class_init (DocketProcessClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = docket_process_finalize;
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
docket_process_init (DocketProcess *self)
{
}

DocketProcess *
docket_process_new (const char *id)
{
  DocketProcess *self = g_object_new (DOCKET_TYPE_PROCESS, NULL);

  self->id = g_strdup (id);
  return self;
}

static gboolean
is_same (const DocketProcessData *a, const DocketProcessData *b)
{
  if (a == NULL || b == NULL)
    return a == b;
  return g_str_equal (a->name, b->name) && g_strcmp0 (a->owner, b->owner) == 0
         && a->created_at == b->created_at && a->archived == b->archived
         && a->archived_at == b->archived_at && a->n_tasks == b->n_tasks && a->n_done == b->n_done
         && a->n_late == b->n_late
         && g_strv_equal ((const char *const *)a->people, (const char *const *)b->people);
}

static void
set_date (GDateTime **date, gint64 seconds)
{
  g_clear_pointer (date, g_date_time_unref);
  if (seconds != 0)
    *date = g_date_time_new_from_unix_utc (seconds);
}

void
docket_process_fill (DocketProcess *self, DocketProcessData *data)
{
  const gboolean same = is_same (self->data, data);

  docket_process_data_free (self->data);
  self->data = data;
  set_date (&self->created_at, data != NULL ? data->created_at : 0);
  set_date (&self->archived_at, data != NULL ? data->archived_at : 0);
  if (!same)
    g_signal_emit (self, signals[CHANGED], 0);
}

const DocketProcessData *
docket_process_get_data (DocketProcess *self)
{
  return self->data;
}

const char *
docket_process_get_id (DocketProcess *self)
{
  return self->id;
}

gboolean
docket_process_is_known (DocketProcess *self)
{
  return self->data != NULL;
}

const char *
docket_process_get_name (DocketProcess *self)
{
  return self->data != NULL ? self->data->name : "";
}

const char *
docket_process_get_owner (DocketProcess *self)
{
  return self->data != NULL ? self->data->owner : NULL;
}

GDateTime *
docket_process_get_created_at (DocketProcess *self)
{
  return self->created_at;
}

gboolean
docket_process_is_archived (DocketProcess *self)
{
  return self->data != NULL && self->data->archived;
}

GDateTime *
docket_process_get_archived_at (DocketProcess *self)
{
  return self->archived_at;
}

guint
docket_process_get_n_tasks (DocketProcess *self)
{
  return self->data != NULL ? self->data->n_tasks : 0;
}

guint
docket_process_get_n_done (DocketProcess *self)
{
  return self->data != NULL ? self->data->n_done : 0;
}

guint
docket_process_get_n_late (DocketProcess *self)
{
  return self->data != NULL ? self->data->n_late : 0;
}

gboolean
docket_process_is_finished (DocketProcess *self)
{
  return self->data != NULL && docket_process_data_is_finished (self->data);
}

const char *const *
docket_process_get_people (DocketProcess *self)
{
  static const char *const nobody[] = { NULL };

  return self->data != NULL ? (const char *const *)self->data->people : nobody;
}
