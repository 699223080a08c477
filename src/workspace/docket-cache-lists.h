/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include "tallyfy/tallyfy.h"
#include "workspace/docket-cache.h"

G_BEGIN_DECLS

/* Guests, groups and tags in the cache: what can be chosen for a task beside the members. */

/* A guest or a group. */
typedef struct
{
  TallyfyAssigneeKind kind;
  char *id;
  char *name;
  guint n_people; /* of a group */
} DocketContact;

typedef struct
{
  char *id;
  char *title;
  char *color; /* nullable; as the server has it */
} DocketTag;

/* Each takes the place of all that were known. Finish it with docket_cache_change_finish(). */
/* @guests: (element-type TallyfyGuest) */
void docket_cache_store_guests_async (DocketCache *self, GPtrArray *guests, GCancellable *cancellable,
                                      GAsyncReadyCallback callback, gpointer user_data);
/* @groups: (element-type TallyfyGroup) */
void docket_cache_store_groups_async (DocketCache *self, GPtrArray *groups, GCancellable *cancellable,
                                      GAsyncReadyCallback callback, gpointer user_data);
/* @tags: (element-type TallyfyTag) */
void docket_cache_store_tags_async (DocketCache *self, GPtrArray *tags, GCancellable *cancellable,
                                    GAsyncReadyCallback callback, gpointer user_data);

/* In the worker thread, for the overview. Returns: (transfer full) (nullable): of DocketContact, by name; of DocketTag, by
 * title */
GPtrArray *docket_cache_read_contacts (sqlite3 *db, GError **error);
GPtrArray *docket_cache_read_tags (sqlite3 *db, GError **error);

/* A statement that finds a name by the letter of a kind ("U", "E", "G") and an ID. */
sqlite3_stmt *docket_cache_prepare_name (sqlite3 *db, GError **error);

G_END_DECLS
