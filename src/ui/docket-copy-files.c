/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/docket-copy-files.h"

#include <glib/gi18n.h>

#include "ui/compat/docket-alert.h"
#include "ui/compat/docket-save.h"
#include "ui/docket-receipt.h"
#include "workspace/docket-copy-export.h"
#include "workspace/docket-text.h"

/* File systems take 255 bytes, and a character is up to four. */
#define MAX_NAME 50

/* A file on its way to the disk. */
typedef struct
{
  DocketMainView *view;
  GBytes *content;
  const char *saved;     /* translated */
  const char *not_saved; /* translated */
} Saving;

static void
saving_free (Saving *saving)
{
  g_object_unref (saving->view);
  g_bytes_unref (saving->content);
  g_free (saving);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Saving, saving_free)

static void
tell_failure (DocketMainView *view, const char *heading, const GError *error)
{
  GtkWidget *alert;

  if (gtk_widget_get_root (GTK_WIDGET (view)) == NULL)
    return;
  alert = docket_alert_new (GTK_WIDGET (view), heading, error->message);
  docket_alert_add_response (alert, "close", _ ("_Close"), DOCKET_RESPONSE_PLAIN);
  docket_alert_set_default (alert, "close");
  docket_alert_present (alert, GTK_WIDGET (view));
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Saving) saving = user_data;
  g_autoptr (GError) error = NULL;

  if (g_file_replace_contents_finish (G_FILE (source), result, NULL, &error))
    docket_main_view_add_toast (saving->view, saving->saved);
  else
    tell_failure (saving->view, saving->not_saved, error);
}

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Saving) saving = user_data;
  g_autoptr (GFile) file = docket_save_ask_finish (result);

  /* What a task says may be private: the file is the person's alone, until they share it. */
  if (file != NULL)
    {
      GBytes *content = saving->content;

      g_file_replace_contents_bytes_async (file, content, NULL, FALSE, G_FILE_CREATE_PRIVATE, NULL,
                                           written_cb, g_steal_pointer (&saving));
    }
}

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
  Saving *saving = g_new0 (Saving, 1);
  g_autofree char *name = suggest_name (entry, kind, ending);

  saving->view = g_object_ref (view);
  saving->content = content;
  saving->saved = saved;
  saving->not_saved = not_saved;
  docket_save_ask_async (GTK_WIDGET (view), title, name, chosen_cb, saving);
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
    tell_failure (reading->view, _ ("Copy Not Saved"), error);
  else
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
    tell_failure (view, _ ("Receipt Not Saved"), error);
  else
    ask (view, entry, _ ("Save Receipt"), _ ("Receipt"), ".pdf", receipt, _ ("Receipt saved"),
         _ ("Receipt Not Saved"));
}
