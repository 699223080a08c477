/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include "workspace/docket-group.h"
#include "workspace/docket-history-entry.h"

G_BEGIN_DECLS

/**
 * DocketHistoryFilter:
 * @DOCKET_HISTORY_ALL: every removal
 * @DOCKET_HISTORY_DELETIONS: permanent ones, whatever became of them
 * @DOCKET_HISTORY_ARCHIVE: into the archive, and out of it
 * @DOCKET_HISTORY_OPEN: those of which a look-up may still tell more: docket_history_entry_is_open()
 */
typedef enum
{
  DOCKET_HISTORY_ALL,
  DOCKET_HISTORY_DELETIONS,
  DOCKET_HISTORY_ARCHIVE,
  DOCKET_HISTORY_OPEN,
} DocketHistoryFilter;

/* The removals of one account, the newest first: a GListModel of DocketHistoryEntry under a DocketGroup for each part
 * of time that has some. Follows the journal.
 *
 * Properties that notify: "search" (string), "filter" (int, DocketHistoryFilter), "busy" (boolean), "n-entries" (uint). */
#define DOCKET_TYPE_HISTORY (docket_history_get_type ())
G_DECLARE_FINAL_TYPE (DocketHistory, docket_history, DOCKET, HISTORY, GObject)

/* Shows only removals of tasks whose titles have all the words of @text (nullable). */
void docket_history_set_search (DocketHistory *self, const char *text);
const char *docket_history_get_search (DocketHistory *self); /* nullable */
/* Shows only removals of this kind, and of them those that the search finds. */
void docket_history_set_filter (DocketHistory *self, DocketHistoryFilter filter);
DocketHistoryFilter docket_history_get_filter (DocketHistory *self);
gboolean docket_history_get_busy (DocketHistory *self);      /* what it holds is about to change */
guint docket_history_get_n_entries (DocketHistory *self);    /* without the headings */

/* Takes an entry out of the list and out of the file, where nothing is left of its text. The task itself stays as it
 * is. Errors: G_IO_ERROR; G_IO_ERROR_PENDING while the removal is under way. */
void docket_history_remove_async (DocketHistory *self, gint64 id, GCancellable *cancellable,
                                  GAsyncReadyCallback callback, gpointer user_data);
gboolean docket_history_remove_finish (DocketHistory *self, GAsyncResult *result, GError **error);

G_END_DECLS
