/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include "workspace/docket-process.h"

G_BEGIN_DECLS

/* What the cache says of one process; travels from the worker thread to a DocketProcess. Private to the model. */
typedef struct
{
  gint64 row;
  char *id;
  char *name;
  char *folded;
  char *owner;
  GStrv people;
  gint64 created_at;  /* unix seconds, 0 = not known */
  gint64 archived_at; /* the same */
  gint64 next;        /* deadline of the open task that is due first; G_MAXINT64 = none has one */
  guint n_tasks;
  guint n_done;
  guint n_late;
  gboolean archived;
} DocketProcessData;

void docket_process_data_free (DocketProcessData *data);
gboolean docket_process_data_is_finished (const DocketProcessData *data);

DocketProcess *docket_process_new (const char *id);
/* Takes over @data, and says so where anything is other than before. @data: (nullable): it is not known (any more) */
void docket_process_fill (DocketProcess *self, DocketProcessData *data);
const DocketProcessData *docket_process_get_data (DocketProcess *self); /* nullable */

G_END_DECLS
