/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/docket-connection-banner.h"

#include <glib/gi18n.h>
#include "ui/docket-list-status.h"
#include "ui/docket-words.h"

/* How long a keyring may take before it is said that it is waited for. */
#define PATIENCE_MS 500
#define WAITS_FOR "docket-waits-for"

static char *
describe_offline (DocketWorkspace *workspace)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  GDateTime *last_sync = docket_workspace_get_last_sync (workspace);
  g_autofree char *when = NULL;

  if (last_sync == NULL)
    return g_strdup (_ ("Offline. You see the tasks that are kept on this computer."));
  when = docket_words_as_of (last_sync, now);
  /* Translators: %s is a time such as 09:41, or a day and a time */
  return g_strdup_printf (_ ("Offline. You see the tasks as of %s."), when);
}

static void
show (DocketBanner *banner, const char *title, const char *button, const char *action)
{
  docket_banner_set_title (banner, title);
  docket_banner_set_button_label (banner, button);
  docket_banner_set_action_name (banner, action);
  docket_banner_set_revealed (banner, TRUE);
}

typedef struct
{
  DocketBanner *banner;
  DocketWorkspace *workspace;
} Wait;

static void
wait_free (gpointer data)
{
  Wait *wait = data;

  g_object_unref (wait->banner);
  g_object_unref (wait->workspace);
  g_free (wait);
}

static gboolean
patience_cb (gpointer data)
{
  const Wait *wait = data;

  if (g_object_get_data (G_OBJECT (wait->banner), WAITS_FOR) == wait->workspace)
    show (wait->banner, _ ("Waiting for your keyring. Your desktop may ask for its password."),
          NULL, NULL);
  return G_SOURCE_REMOVE;
}

/* In a sandbox a locked keyring answers only once it is unlocked. */
static void
wait_for_keyring (DocketBanner *banner, DocketWorkspace *workspace)
{
  Wait *wait;

  if (g_object_get_data (G_OBJECT (banner), WAITS_FOR) == workspace)
    return;
  g_object_set_data (G_OBJECT (banner), WAITS_FOR, workspace);
  docket_banner_set_revealed (banner, FALSE);
  wait = g_new0 (Wait, 1);
  wait->banner = g_object_ref (banner);
  wait->workspace = g_object_ref (workspace);
  g_timeout_add_full (G_PRIORITY_DEFAULT, PATIENCE_MS, patience_cb, wait, wait_free);
}

void
docket_connection_banner_update (DocketBanner *banner, DocketWorkspace *workspace)
{
  g_autofree char *words = NULL;
  const char *button;
  const char *action;

  if (workspace != NULL
      && docket_workspace_get_connection (workspace) == DOCKET_CONNECTION_NO_TOKEN)
    {
      docket_banner_set_error (banner, FALSE);
      wait_for_keyring (banner, workspace);
      return;
    }
  g_object_set_data (G_OBJECT (banner), WAITS_FOR, NULL);
  if (workspace == NULL || !docket_workspace_get_has_tasks (workspace))
    {
      docket_banner_set_revealed (banner, FALSE);
      return;
    }
  docket_banner_set_error (banner, docket_workspace_get_connection (workspace)
                                       == DOCKET_CONNECTION_SIGNED_OUT);
  switch (docket_workspace_get_connection (workspace))
    {
    case DOCKET_CONNECTION_OFFLINE:
      words = describe_offline (workspace);
      show (banner, words, _ ("Try Again"), "view.refresh");
      break;
    case DOCKET_CONNECTION_SIGNED_OUT:
      words
          = g_strdup (docket_list_status_explain_signed_out (docket_workspace_get_error (workspace),
                                                             &button, &action));
      show (banner, words, button, action);
      break;
    case DOCKET_CONNECTION_FAILED:
      words = docket_list_status_explain (docket_workspace_get_error (workspace));
      show (banner, words, _ ("Try Again"), "view.refresh");
      break;
    case DOCKET_CONNECTION_NO_TOKEN:
    case DOCKET_CONNECTION_SYNCING_FIRST:
    case DOCKET_CONNECTION_ONLINE:
    default:
      docket_banner_set_revealed (banner, FALSE);
      break;
    }
}
