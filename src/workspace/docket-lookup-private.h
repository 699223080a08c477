/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include "workspace/docket-lookup.h"

G_BEGIN_DECLS

/* What the look-ups of the two kinds do differently: the calls, and how their answers are read. An answer is a TallyfyTask
 * or TallyfyProcess, a page one of either. */
typedef struct
{
  const char *id;
  gboolean archived;
  GDateTime *archived_at; /* nullable */
} DocketLookupItem;

typedef struct
{
  GPtrArray *items;
  guint n_errors; /* entries that could not be read */
  gboolean has_next;
  gint64 total;
} DocketLookupPage;

typedef struct
{
  void (*get_async) (TallyfyClient *client, const char *organization_id, const char *id, GCancellable *cancellable,
                     GAsyncReadyCallback callback, gpointer user_data);
  gpointer (*get_finish) (TallyfyClient *client, GAsyncResult *result, GError **error); /* (transfer full) */
  void (*list_archive_async) (TallyfyClient *client, const char *organization_id, guint page, GCancellable *cancellable,
                              GAsyncReadyCallback callback, gpointer user_data);
  gpointer (*list_finish) (TallyfyClient *client, GAsyncResult *result, GError **error); /* (transfer full) */
  DocketLookupItem (*read_item) (gpointer item); /* as long as @item is there */
  DocketLookupPage (*read_page) (gpointer page);
} DocketLookupCalls;

const DocketLookupCalls *docket_lookup_get_calls (DocketTarget target);

G_END_DECLS
