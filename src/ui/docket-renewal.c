/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/docket-renewal.h"

#include <glib/gi18n.h>

#include "ui/docket-toast.h"

typedef struct
{
  AdwToastOverlay *toasts;
  DocketListPane *list;
} Renewal;

static void
renewal_free (Renewal *renewal)
{
  g_object_unref (renewal->toasts);
  g_object_unref (renewal->list);
  g_free (renewal);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Renewal, renewal_free)

static void
renewed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Renewal) renewal = user_data;
  g_autoptr (GError) error = NULL;
  DocketTaskList *list = docket_list_pane_get_list (renewal->list);

  if (!docket_workspace_refresh_finish (DOCKET_WORKSPACE (source), result, &error))
    g_debug ("The list was not refreshed: %s", error->message);
  else if (list != NULL && docket_task_list_get_workspace (list) == DOCKET_WORKSPACE (source))
    docket_toast_show (renewal->toasts, _ ("Tasks are up to date"), NULL);
}

void
docket_renewal_start (AdwToastOverlay *toasts, DocketListPane *list, DocketWorkspace *workspace)
{
  Renewal *renewal = g_new0 (Renewal, 1);

  renewal->toasts = g_object_ref (toasts);
  renewal->list = g_object_ref (list);
  docket_workspace_renew_async (workspace, NULL, renewed_cb, renewal);
}
