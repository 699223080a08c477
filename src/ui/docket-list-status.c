/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/docket-list-status.h"

#include <glib/gi18n.h>
#include "ui/docket-filter-words.h"
#include "workspace/docket-secret.h"
#include "workspace/docket-text.h"

#define MAX_SENTENCE 300

static const struct
{
  const char *icon_name;
  const char *title;
  const char *description;
} empty[DOCKET_N_VIEWS] = {
  [DOCKET_VIEW_TO_DO] = { "object-select-symbolic", N_ ("All Done"),
                          N_ ("Tasks that are assigned to you appear here.") },
  [DOCKET_VIEW_DUE_TODAY] = { "object-select-symbolic", N_ ("Nothing Due Today"),
                              N_ ("Tasks that are assigned to you and due today appear here.") },
  [DOCKET_VIEW_OVERDUE] = { "object-select-symbolic", N_ ("Nothing Overdue"),
                            N_ ("Tasks that are assigned to you and late appear here.") },
  [DOCKET_VIEW_ONE_OFF] = { "x-office-document-symbolic", N_ ("No One-Off Tasks"),
                            N_ ("Open tasks that belong to no process appear here.") },
  [DOCKET_VIEW_UNASSIGNED] = { "avatar-default-symbolic", N_ ("Everything Is Assigned"),
                               N_ ("Open tasks that nobody is assigned to appear here.") },
  [DOCKET_VIEW_WAITING] = { "system-users-symbolic", N_ ("Waiting for Nobody"),
                            N_ ("Open tasks that you started for others appear here.") },
  [DOCKET_VIEW_COMPLETED] = { "object-select-symbolic", N_ ("Nothing Completed"),
                              N_ ("Tasks appear here once they are complete.") },
  [DOCKET_VIEW_ALL] = { "view-list-symbolic", N_ ("No Tasks"),
                        N_ ("Every task of your organization that is not archived appears here.") },
  [DOCKET_VIEW_ARCHIVED]
  = { "docket-archive-symbolic", N_ ("Nothing Archived"),
      N_ ("Archived tasks wait here until you restore them or delete them permanently.") },
  [DOCKET_VIEW_TIDY_UP]
  = { "docket-broom-symbolic", N_ ("Nothing to Tidy Up"),
      N_ ("One-off tasks that were completed a while ago are proposed here for the archive.") },
};

static void
describe_failure (DocketListStatus *status, DocketWorkspace *workspace)
{
  status->page = "status";
  status->icon_name = "dialog-error-symbolic";
  status->title = _ ("Tasks Could Not Be Loaded");
  status->button_label = _ ("Try Again");
  status->action_name = "view.refresh";
  switch (docket_workspace_get_connection (workspace))
    {
    case DOCKET_CONNECTION_OFFLINE:
      status->icon_name = "network-offline-symbolic";
      status->title = _ ("You Are Offline");
      status->description = g_strdup (_ ("Tallyfy could not be reached, and no tasks are kept on "
                                         "this computer yet. Nothing was changed."));
      break;
    case DOCKET_CONNECTION_SIGNED_OUT:
      status->icon_name = "dialog-warning-symbolic";
      status->title = _ ("Signed Out");
      status->description = g_strdup (
          docket_list_status_explain_signed_out (docket_workspace_get_error (workspace),
                                                 &status->button_label, &status->action_name));
      break;
    default:
      status->description = docket_list_status_explain (docket_workspace_get_error (workspace));
      break;
    }
}

/* Is nothing kept, so that the list says why? TRUE: @status says it. */
static gboolean
describe_nothing_kept (DocketListStatus *status, DocketWorkspace *workspace)
{
  DocketConnection connection = docket_workspace_get_connection (workspace);

  if (docket_workspace_get_has_tasks (workspace))
    return FALSE;
  if (connection == DOCKET_CONNECTION_SYNCING_FIRST || connection == DOCKET_CONNECTION_NO_TOKEN)
    status->page = "loading";
  else if (connection != DOCKET_CONNECTION_ONLINE)
    describe_failure (status, workspace);
  else
    return FALSE;
  return TRUE;
}

static void
describe_no_hits (DocketListStatus *status, DocketTaskModel *tasks)
{
  const DocketView view = docket_task_model_get_view (tasks);

  status->page = "status";
  status->icon_name = "system-search-symbolic";
  status->title = _ ("No Tasks Found");
  status->description = docket_filter_words_not_found (docket_task_model_get_search (tasks), view);
  status->button_label
      = view == DOCKET_VIEW_ALL ? _ ("Search Archived Tasks") : _ ("Search All but Archived");
  status->action_name
      = view == DOCKET_VIEW_ALL ? "list.search-in::archived" : "list.search-in::all";
}

/**
 * docket_list_status_compute:
 *
 * Fills in @status for what @workspace has and does now. An empty view, a search without hits, and
 * a first load that failed are told apart; whatever is cached is shown whatever the network does.
 */
void
docket_list_status_compute (DocketListStatus *status, DocketWorkspace *workspace)
{
  DocketTaskModel *tasks = docket_workspace_get_tasks (workspace);
  const char *search = docket_task_model_get_search (tasks);
  DocketView view = docket_task_model_get_view (tasks);

  memset (status, 0, sizeof *status);
  status->page = "list";
  if (docket_task_model_get_n_tasks (tasks) > 0)
    return;
  if (describe_nothing_kept (status, workspace))
    return;
  if (docket_task_model_get_busy (tasks))
    status->page = NULL;
  else if (search != NULL && *search != '\0')
    describe_no_hits (status, tasks);
  else
    {
      status->page = "status";
      status->icon_name = empty[view].icon_name;
      status->title = _ (empty[view].title);
      status->description = g_strdup (_ (empty[view].description));
      if (view == DOCKET_VIEW_TO_DO || view == DOCKET_VIEW_ONE_OFF || view == DOCKET_VIEW_ALL)
        {
          status->button_label = _ ("New Task");
          status->action_name = "write.new";
        }
    }
}

void
docket_list_status_compute_processes (DocketListStatus *status, DocketWorkspace *workspace)
{
  DocketProcessModel *processes = docket_workspace_get_processes (workspace);
  const char *search = docket_process_model_get_search (processes);
  g_autofree char *text = NULL;

  memset (status, 0, sizeof *status);
  if (docket_process_model_get_n_processes (processes) > 0)
    status->page = "processes";
  else if (!describe_nothing_kept (status, workspace) && !docket_process_model_get_busy (processes))
    {
      status->page = "status";
      if (search != NULL && *search != '\0')
        {
          text = docket_text_isolate (search, 60);
          status->icon_name = "system-search-symbolic";
          status->title = _ ("No Processes Found");
          /* Translators: %s is what was searched for */
          status->description = g_strdup_printf (_ ("No process has “%s” in its name."), text);
        }
      else
        {
          status->icon_name = "docket-process-symbolic";
          status->title = _ ("No Processes");
          status->description = g_strdup (
              _ ("Processes of your organization appear here once somebody has started one."));
        }
    }
}

void
docket_list_status_compute_history (DocketListStatus *status, DocketHistory *history)
{
  const char *search = docket_history_get_search (history);
  g_autofree char *text = NULL;

  memset (status, 0, sizeof *status);
  /* A filter that lets nothing through says so itself, so that it can be taken away. */
  if (docket_history_get_n_entries (history) > 0
      || docket_history_get_filter (history) != DOCKET_HISTORY_ALL)
    status->page = "history";
  else if (!docket_history_get_busy (history))
    {
      status->page = "status";
      if (search != NULL && *search != '\0')
        {
          text = docket_text_isolate (search, 60);
          status->icon_name = "system-search-symbolic";
          status->title = _ ("No Removals Found");
          status->description = g_strdup_printf (
              /* Translators: %s is what was searched for */
              _ ("Nothing with “%s” in its title was archived, restored or deleted."), text);
        }
      else
        {
          status->icon_name = "document-open-recent-symbolic";
          status->title = _ ("No Removals Yet");
          status->description
              = g_strdup (_ ("What you archive, restore or delete is listed here."));
        }
    }
}

gboolean
docket_list_status_has_rows (const char *page)
{
  static const char *const pages[] = { "list", "history", "processes", NULL };

  return page != NULL && g_strv_contains (pages, page);
}

void
docket_list_status_ask_to_choose (DocketView view, AdwStatusPage *page)
{
  switch (view)
    {
    case DOCKET_VIEW_HISTORY:
      adw_status_page_set_title (page, _ ("No Removal Selected"));
      adw_status_page_set_description (page, _ ("Choose an entry from the list."));
      break;
    case DOCKET_VIEW_PROCESSES:
      adw_status_page_set_title (page, _ ("No Process Selected"));
      adw_status_page_set_description (page, _ ("Choose a process from the list."));
      break;
    default:
      adw_status_page_set_title (page, _ ("No Task Selected"));
      adw_status_page_set_description (page, _ ("Choose a task from the list."));
    }
}

/** docket_list_status_clear: frees what @status holds; it may be computed again. */
void
docket_list_status_clear (DocketListStatus *status)
{
  g_clear_pointer (&status->description, g_free);
}

/**
 * docket_list_status_explain_signed_out:
 * @error: (nullable): docket_workspace_get_error()
 * @button_label: (out) (transfer none): what can be done about it
 * @action_name: (out) (transfer none): the action that does it
 *
 * Returns: (transfer none): why a workspace is signed out, in sentences
 */
const char *
docket_list_status_explain_signed_out (const GError *error,
                                       const char **button_label,
                                       const char **action_name)
{
  *button_label = _ ("Sign In Again");
  *action_name = "win.sign-in-again";
  if (g_error_matches (error, DOCKET_SECRET_ERROR, DOCKET_SECRET_ERROR_LOCKED))
    {
      *button_label = _ ("Unlock…");
      *action_name = "win.unlock";
      return _ ("Your keyring is locked, so Docket cannot sign in. Nothing is lost.");
    }
  if (error != NULL && error->domain == DOCKET_SECRET_ERROR)
    return _ ("Your keyring holds no token for Docket. Nothing is lost.");
  return _ ("Tallyfy has signed you out. Nothing is lost.");
}

/** docket_list_status_explain: see the header. Works for every error of a call that lists tasks,
 * NULL too. */
char *
docket_list_status_explain (const GError *error)
{
  const char *sentence = tallyfy_error_get_sentence (error);
  g_autofree char *words = NULL;

  if (sentence != NULL && *sentence != '\0')
    {
      words = docket_text_isolate (sentence, MAX_SENTENCE);
      /* Translators: %s is what the server said, in its own language */
      return g_strdup_printf (_ ("Tallyfy answered with an error. Nothing was changed. The "
                                 "server’s words: “%s”"),
                              words);
    }
  if (g_error_matches (error, TALLYFY_ERROR, TALLYFY_ERROR_TOO_MANY_REQUESTS))
    return g_strdup (_ ("Tallyfy is busy. Nothing was changed. Try again in a minute."));
  if (g_error_matches (error, TALLYFY_ERROR, TALLYFY_ERROR_TLS))
    return g_strdup (_ ("The server’s certificate is not valid, so nothing was sent."));
  if (g_error_matches (error, TALLYFY_ERROR, TALLYFY_ERROR_TIMED_OUT))
    return g_strdup (_ ("Tallyfy did not answer in time. Nothing was changed."));
  if (g_error_matches (error, TALLYFY_ERROR, TALLYFY_ERROR_NOT_JSON)
      || g_error_matches (error, TALLYFY_ERROR, TALLYFY_ERROR_WRONG_ADDRESS))
    return g_strdup (
        _ ("The answer did not come from Tallyfy. A network sign-in page may be in between. "
           "Nothing was changed."));
  /* Translators: %s is what the server said, in its own language */
  return g_strdup (_ ("Tallyfy answered with an error. Nothing was changed."));
}

/* @action: (nullable): detailed. The name comes last: GTK warns of one whose target is not there.
 */
static void
set_status_action (GtkActionable *button, const char *action)
{
  g_autofree char *name = NULL;
  g_autoptr (GVariant) target = NULL;

  gtk_actionable_set_action_name (button, NULL);
  if (action == NULL || !g_action_parse_detailed_name (action, &name, &target, NULL))
    return;
  gtk_actionable_set_action_target_value (button, target);
  gtk_actionable_set_action_name (button, name);
}

void
docket_list_status_show (const DocketListStatus *status, AdwStatusPage *page, GtkButton *button)
{
  g_autofree char *description = g_markup_escape_text (status->description, -1);

  adw_status_page_set_icon_name (page, status->icon_name);
  adw_status_page_set_title (page, status->title);
  adw_status_page_set_description (page, description);
  gtk_widget_set_visible (GTK_WIDGET (button), status->button_label != NULL);
  if (status->button_label != NULL)
    gtk_button_set_label (button, status->button_label);
  set_status_action (GTK_ACTIONABLE (button), status->action_name);
}

const char *
docket_list_status_explain_detail (const GError *error)
{
  if (g_error_matches (error, TALLYFY_ERROR, TALLYFY_ERROR_NOT_FOUND))
    return _ ("Tallyfy does not find this task any more. Refresh the list to see what is there.");
  if (g_error_matches (error, TALLYFY_ERROR, TALLYFY_ERROR_OFFLINE))
    return _ ("You are offline. The description, form and comments of this task are not kept on "
              "this computer yet.");
  if (g_error_matches (error, TALLYFY_ERROR, TALLYFY_ERROR_SIGNED_OUT))
    return _ ("Sign in again to see the description, form and comments of this task.");
  return _ (
      "The description, form and comments of this task could not be loaded. Nothing was changed.");
}

gboolean
docket_list_status_is_first_load (DocketWorkspace *workspace)
{
  DocketConnection connection;

  if (workspace == NULL || docket_workspace_get_has_tasks (workspace))
    return FALSE;
  connection = docket_workspace_get_connection (workspace);
  return connection == DOCKET_CONNECTION_NO_TOKEN || connection == DOCKET_CONNECTION_SYNCING_FIRST;
}

char *
docket_list_status_describe_progress (DocketWorkspace *workspace)
{
  const guint n_loaded = docket_workspace_get_n_loaded (workspace);
  const guint n_expected = docket_workspace_get_n_expected (workspace);

  if (n_expected == 0)
    return g_strdup ("");
  /* Translators: how many tasks are there, such as: 300 of about 1,200 */
  return g_strdup_printf (_ ("%1$'u of about %2$'u"), n_loaded, n_expected);
}
