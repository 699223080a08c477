/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/docket-save-file.h"

#include "ui/compat/docket-save.h"
#include "ui/docket-notice.h"

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
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Saving) saving = user_data;
  g_autoptr (GError) error = NULL;

  if (g_file_replace_contents_finish (G_FILE (source), result, NULL, &error))
    docket_main_view_add_toast (saving->view, saving->saved);
  else
    docket_notice_show (GTK_WIDGET (saving->view), saving->not_saved, error->message);
}

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Saving) saving = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = docket_save_ask_finish (result, &error);

  if (error != NULL)
    docket_notice_show (GTK_WIDGET (saving->view), saving->not_saved, error->message);
  /* What a task says may be private: the file is the person's alone, until they share it. */
  if (file != NULL)
    {
      GBytes *content = saving->content;

      g_file_replace_contents_bytes_async (file, content, NULL, FALSE, G_FILE_CREATE_PRIVATE, NULL,
                                           written_cb, g_steal_pointer (&saving));
    }
}

void
docket_save_file (DocketMainView *view,
                  const char *title,
                  const char *name,
                  GBytes *content,
                  const char *saved,
                  const char *not_saved)
{
  Saving *saving = g_new0 (Saving, 1);

  saving->view = g_object_ref (view);
  saving->content = content;
  saving->saved = saved;
  saving->not_saved = not_saved;
  docket_save_ask_async (GTK_WIDGET (view), title, name, chosen_cb, saving);
}
