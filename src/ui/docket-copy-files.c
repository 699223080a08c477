/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/docket-copy-files.h"

#include <glib/gi18n.h>

#include "ui/docket-notice.h"
#include "ui/docket-receipt.h"
#include "ui/docket-save-file.h"
#include "workspace/docket-copy-export.h"
#include "workspace/docket-text.h"

/* File systems take 255 bytes, and a character is up to four. */
#define MAX_NAME 50

/* A file name of @kind and the words of a title. (transfer full) */
static char *
suggest_name (DocketHistoryEntry *entry, const char *kind, const char *ending)
{
  g_autofree char *title = docket_text_clean (docket_history_entry_get_title (entry));
  g_autofree char *part = g_utf8_substring (title, 0, MIN (g_utf8_strlen (title, -1), MAX_NAME));

  g_strdelimit (part, "/\\:*?\"<>|", '-');
  g_strstrip (part);
  return g_strconcat (kind, " - ", *part != '\0' ? part : _ ("Untitled task"), ending, NULL);
}

/* @content: (transfer full) */
static void
ask (DocketMainView *view,
     DocketHistoryEntry *entry,
     const char *title,
     const char *kind,
     const char *ending,
     GBytes *content,
     const char *saved,
     const char *not_saved)
{
  g_autofree char *name = suggest_name (entry, kind, ending);

  docket_save_file (view, title, name, content, saved, not_saved);
}

/* A copy that is being read so that it can be saved. */
typedef struct
{
  DocketMainView *view;
  DocketHistoryEntry *entry;
} Reading;

static void
reading_free (Reading *reading)
{
  g_object_unref (reading->view);
  g_object_unref (reading->entry);
  g_free (reading);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Reading, reading_free)

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Reading) reading = user_data;
  DocketWorkspace *workspace = DOCKET_WORKSPACE (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (DocketCopy) copy = docket_copies_load_finish (workspace, result, &error);

  if (copy == NULL)
    docket_notice_show (GTK_WIDGET (reading->view), _ ("Copy Not Saved"), error->message);
  else
    /* Translators: a noun: the name of a file */
    ask (reading->view, reading->entry, _ ("Save Copy"), _ ("Copy"), ".json",
         docket_copy_export (copy, reading->entry, docket_workspace_get_account (workspace)),
         _ ("Copy saved"), _ ("Copy Not Saved"));
}

void
docket_copy_files_save_copy (DocketMainView *view,
                             DocketWorkspace *workspace,
                             DocketHistoryEntry *entry)
{
  Reading *reading = g_new0 (Reading, 1);

  reading->view = g_object_ref (view);
  reading->entry = g_object_ref (entry);
  docket_copies_load_async (workspace, docket_history_entry_get_id (entry), NULL, loaded_cb,
                            reading);
}

void
docket_copy_files_save_receipt (DocketMainView *view,
                                DocketWorkspace *workspace,
                                DocketHistoryEntry *entry)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GError) error = NULL;
  GBytes *receipt
      = docket_receipt_create (docket_workspace_get_account (workspace),
                               docket_main_view_get_practice (view), entry, now, &error);

  if (receipt == NULL)
    docket_notice_show (GTK_WIDGET (view), _ ("Receipt Not Saved"), error->message);
  else
    /* Translators: a noun: the name of a file */
    ask (view, entry, _ ("Save Receipt"), _ ("Receipt"), ".pdf", receipt, _ ("Receipt saved"),
         _ ("Receipt Not Saved"));
}
