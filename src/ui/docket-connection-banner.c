/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/docket-connection-banner.h"

#include <glib/gi18n.h>
#include "ui/docket-list-status.h"
#include "ui/docket-words.h"

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

void
docket_connection_banner_update (DocketBanner *banner, DocketWorkspace *workspace)
{
  g_autofree char *words = NULL;
  const char *button;
  const char *action;

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
