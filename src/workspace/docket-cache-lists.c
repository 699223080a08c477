/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "workspace/docket-cache-lists.h"

#include "workspace/docket-cache-private.h"
#include "workspace/docket-text.h"

/* As the assignees of a task are written down. */
#define GUEST "E"
#define GROUP "G"

static void
contact_free (gpointer data)
{
  DocketContact *contact = data;

  g_free (contact->id);
  g_free (contact->name);
  g_free (contact);
}

static void
tag_free (gpointer data)
{
  DocketTag *tag = data;

  g_free (tag->id);
  g_free (tag->title);
  g_free (tag->color);
  g_free (tag);
}

static gboolean
write_contact (
    sqlite3 *db, const char *kind, const char *id, const char *name, guint n_people, GError **error)
{
  g_autofree char *clean = docket_text_clean (id);

  return docket_database_change (db, error,
                                 "INSERT OR REPLACE INTO contact (kind, id, name, people)"
                                 " VALUES (?, ?, ?, ?)",
                                 "sssi", kind, clean, name, (gint64)n_people);
}

static gpointer
write_guests_job (sqlite3 *db, gpointer job_data, GCancellable *cancellable, GError **error)
{
  GPtrArray *guests = ((const DocketCacheWrite *)job_data)->items;

  if (!docket_database_exec (db, "BEGIN IMMEDIATE; DELETE FROM contact WHERE kind = '" GUEST "'",
                             error))
    return NULL;
  for (guint i = 0; i < guests->len; i++)
    if (!write_contact (db, GUEST, tallyfy_guest_get_email (guests->pdata[i]),
                        tallyfy_guest_get_full_name (guests->pdata[i]), 1, error))
      return NULL;
  docket_database_exec (db, "COMMIT", error);
  return NULL;
}

static guint
count_people (TallyfyGroup *group)
{
  return g_strv_length ((char **)tallyfy_group_get_members (group))
         + g_strv_length ((char **)tallyfy_group_get_guests (group));
}

static gpointer
write_groups_job (sqlite3 *db, gpointer job_data, GCancellable *cancellable, GError **error)
{
  GPtrArray *groups = ((const DocketCacheWrite *)job_data)->items;

  if (!docket_database_exec (db, "BEGIN IMMEDIATE; DELETE FROM contact WHERE kind = '" GROUP "'",
                             error))
    return NULL;
  for (guint i = 0; i < groups->len; i++)
    if (!write_contact (db, GROUP, tallyfy_group_get_id (groups->pdata[i]),
                        tallyfy_group_get_name (groups->pdata[i]), count_people (groups->pdata[i]),
                        error))
      return NULL;
  docket_database_exec (db, "COMMIT", error);
  return NULL;
}

static gpointer
write_tags_job (sqlite3 *db, gpointer job_data, GCancellable *cancellable, GError **error)
{
  GPtrArray *tags = ((const DocketCacheWrite *)job_data)->items;

  if (!docket_database_exec (db, "BEGIN IMMEDIATE; DELETE FROM tag", error))
    return NULL;
  for (guint i = 0; i < tags->len; i++)
    if (!docket_database_change (db, error,
                                 "INSERT OR REPLACE INTO tag (id, title, color) VALUES (?, ?, ?)",
                                 "sss", tallyfy_tag_get_id (tags->pdata[i]),
                                 tallyfy_tag_get_title (tags->pdata[i]),
                                 tallyfy_tag_get_color (tags->pdata[i])))
      return NULL;
  docket_database_exec (db, "COMMIT", error);
  return NULL;
}

static void
store (DocketCache *self,
       DocketDatabaseJob job,
       GPtrArray *items,
       GCancellable *cancellable,
       GAsyncReadyCallback callback,
       gpointer user_data)
{
  DocketCacheWrite *write = docket_cache_write_new (0, self->user_id);

  write->items = g_ptr_array_ref (items);
  docket_cache_change (self, job, write, cancellable, callback, user_data);
}

void
docket_cache_store_guests_async (DocketCache *self,
                                 GPtrArray *guests,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  store (self, write_guests_job, guests, cancellable, callback, user_data);
}

void
docket_cache_store_groups_async (DocketCache *self,
                                 GPtrArray *groups,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  store (self, write_groups_job, groups, cancellable, callback, user_data);
}

void
docket_cache_store_tags_async (DocketCache *self,
                               GPtrArray *tags,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  store (self, write_tags_job, tags, cancellable, callback, user_data);
}

static char *
column_text (sqlite3_stmt *row, int column)
{
  return g_strdup ((const char *)sqlite3_column_text (row, column));
}

static int
compare_folded (const char *first, const char *second)
{
  g_autofree char *folded = docket_text_fold (first);
  g_autofree char *other = docket_text_fold (second);

  return strcmp (folded, other);
}

static int
compare_contacts (gconstpointer a, gconstpointer b)
{
  const DocketContact *const *first = a;
  const DocketContact *const *second = b;
  const int order = compare_folded ((*first)->name, (*second)->name);

  return order != 0 ? order : strcmp ((*first)->id, (*second)->id);
}

static int
compare_tags (gconstpointer a, gconstpointer b)
{
  const DocketTag *const *first = a;
  const DocketTag *const *second = b;
  const int order = compare_folded ((*first)->title, (*second)->title);

  return order != 0 ? order : strcmp ((*first)->id, (*second)->id);
}

GPtrArray *
docket_cache_read_contacts (sqlite3 *db, GError **error)
{
  g_autoptr (GPtrArray) contacts = g_ptr_array_new_with_free_func (contact_free);
  g_autoptr (sqlite3_stmt) statement
      = docket_database_prepare (db, "SELECT kind, id, name, people FROM contact", error);
  int step = -1;

  while (statement != NULL && (step = docket_database_step (statement, error)) == 1)
    {
      DocketContact *contact = g_new0 (DocketContact, 1);
      const char *kind = (const char *)sqlite3_column_text (statement, 0);

      contact->kind = g_str_equal (kind, GROUP) ? TALLYFY_ASSIGNEE_GROUP : TALLYFY_ASSIGNEE_GUEST;
      contact->id = column_text (statement, 1);
      contact->name = column_text (statement, 2);
      contact->n_people = (guint)sqlite3_column_int (statement, 3);
      g_ptr_array_add (contacts, contact);
    }
  if (step < 0)
    return NULL;
  g_ptr_array_sort (contacts, compare_contacts);
  return g_steal_pointer (&contacts);
}

GPtrArray *
docket_cache_read_tags (sqlite3 *db, GError **error)
{
  g_autoptr (GPtrArray) tags = g_ptr_array_new_with_free_func (tag_free);
  g_autoptr (sqlite3_stmt) statement
      = docket_database_prepare (db, "SELECT id, title, color FROM tag", error);
  int step = -1;

  while (statement != NULL && (step = docket_database_step (statement, error)) == 1)
    {
      DocketTag *tag = g_new0 (DocketTag, 1);

      tag->id = column_text (statement, 0);
      tag->title = column_text (statement, 1);
      tag->color = column_text (statement, 2);
      g_ptr_array_add (tags, tag);
    }
  if (step < 0)
    return NULL;
  g_ptr_array_sort (tags, compare_tags);
  return g_steal_pointer (&tags);
}

sqlite3_stmt *
docket_cache_prepare_name (sqlite3 *db, GError **error)
{
  return docket_database_prepare (db,
                                  "SELECT name FROM person WHERE ?1 = 'U' AND id = ?2 UNION ALL"
                                  " SELECT name FROM contact WHERE kind = ?1 AND id = ?2",
                                  error);
}
