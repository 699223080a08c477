/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/docket-failure.h"

struct _DocketFailure
{
  GObject parent_instance;

  DocketRemovalBatch *batch;
  guint index;
};

G_DEFINE_FINAL_TYPE (DocketFailure, docket_failure, G_TYPE_OBJECT)

static void
docket_failure_finalize (GObject *object)
{
  g_object_unref (DOCKET_FAILURE (object)->batch);

  G_OBJECT_CLASS (docket_failure_parent_class)->finalize (object);
}

static void
docket_failure_class_init (DocketFailureClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = docket_failure_finalize;
}

static void
docket_failure_init (DocketFailure *self)
{
}

GListModel *
docket_failure_list_new (DocketRemovalBatch *batch)
{
  GListStore *list = g_list_store_new (DOCKET_TYPE_FAILURE);
  guint n_total = docket_removal_batch_get_n_total (batch);

  for (guint i = 0; i < n_total; i++)
    if (!docket_removal_batch_is_done (batch, i))
      {
        g_autoptr (DocketFailure) failure = g_object_new (DOCKET_TYPE_FAILURE, NULL);

        failure->batch = g_object_ref (batch);
        failure->index = i;
        g_list_store_append (list, failure);
      }
  return G_LIST_MODEL (list);
}

DocketRemovalBatch *
docket_failure_get_batch (DocketFailure *self)
{
  return self->batch;
}

guint
docket_failure_get_index (DocketFailure *self)
{
  return self->index;
}
