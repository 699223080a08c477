/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "tallyfy/tallyfy-listing.h"

#include "tallyfy/tallyfy-error-private.h"

/* 100,000 entries: whoever announces more of them is not to be believed. */
#define MAX_PAGES 1000

typedef struct
{
  GPtrArray *entries;
  GError *odd; /* of the first entry of a wrong shape */
  gboolean has_next;
} Page;

typedef struct
{
  char *path;
  TallyfyReader reader;
  gint64 deadline;
  guint page;
  GPtrArray *entries;
  GError *odd;
} Listing;

static void page_cb (GObject *source, GAsyncResult *result, gpointer data);

static void
page_free (gpointer data)
{
  Page *page = data;

  g_ptr_array_unref (page->entries);
  g_clear_error (&page->odd);
  g_free (page);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Page, page_free)

static void
listing_free (gpointer data)
{
  Listing *listing = data;

  g_free (listing->path);
  g_ptr_array_unref (listing->entries);
  g_clear_error (&listing->odd);
  g_free (listing);
}

static void
read_page (GTask *task)
{
  Listing *listing = g_task_get_task_data (task);
  char *uri;

  listing->page++;
  uri = g_strdup_printf ("%s?page=%u&per_page=100", listing->path, listing->page);
  tallyfy_call_read_async (g_task_get_source_object (task), uri, listing->deadline, listing->reader,
                           listing->page, page_free, g_task_get_cancellable (task), page_cb,
                           g_object_ref (task));
}

static void
return_entries (GTask *task)
{
  Listing *listing = g_task_get_task_data (task);
  TallyfyTransport *transport = g_task_get_source_object (task);

  if (listing->odd != NULL)
    {
      tallyfy_redact_error (listing->odd, tallyfy_transport_get_token (transport));
      tallyfy_transport_log (transport, "%s: left out an entry: %s", listing->path,
                             listing->odd->message);
    }
  if (listing->odd != NULL && listing->entries->len == 0)
    g_task_return_error (task, g_steal_pointer (&listing->odd));
  else
    g_task_return_pointer (task, g_ptr_array_ref (listing->entries),
                           (GDestroyNotify)g_ptr_array_unref);
}

static void
page_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  Listing *listing = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (Page) page = tallyfy_call_read_finish (result, &error);
  gboolean is_empty;

  if (page == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  is_empty = page->entries->len == 0 && page->odd == NULL;
  g_ptr_array_extend_and_steal (listing->entries, g_steal_pointer (&page->entries));
  page->entries = g_ptr_array_new ();
  if (listing->odd == NULL)
    listing->odd = g_steal_pointer (&page->odd);
  if (!page->has_next || is_empty)
    return_entries (task);
  else if (listing->page < MAX_PAGES)
    read_page (task);
  else
    g_task_return_error (task, tallyfy_error_new (TALLYFY_ERROR_MALFORMED, "The list does not end.",
                                                  NULL));
}

gpointer
tallyfy_listing_read_page (JsonNode *root,
                           guint number,
                           TallyfyEntryReader read_entry,
                           GError **error)
{
  JsonArray *list = tallyfy_envelope_list (root, error);
  TallyfyPagination pagination;
  Page *page;

  if (list == NULL || !tallyfy_envelope_pagination (root, number, &pagination, error))
    return NULL;
  page = g_new0 (Page, 1);
  page->has_next = pagination.has_next;
  page->entries = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < json_array_get_length (list); i++)
    {
      gpointer entry = read_entry (json_array_get_element (list, i), page->odd ? NULL : &page->odd);

      if (entry != NULL)
        g_ptr_array_add (page->entries, entry);
    }
  return page;
}

void
tallyfy_listing_async (TallyfyTransport *transport,
                       char *path,
                       TallyfyReader reader,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (transport, cancellable, callback, user_data);
  Listing *listing = g_new0 (Listing, 1);

  g_task_set_source_tag (task, tallyfy_listing_async);
  listing->path = path;
  listing->reader = reader;
  listing->deadline = tallyfy_transport_get_deadline (transport);
  listing->entries = g_ptr_array_new_with_free_func (g_object_unref);
  g_task_set_task_data (task, listing, listing_free);
  read_page (task);
}

GPtrArray *
tallyfy_listing_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, tallyfy_listing_async), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
