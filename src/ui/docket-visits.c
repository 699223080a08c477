/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "docket-config.h"

#include "ui/docket-visits.h"

#include <glib/gi18n.h>
#include "ui/docket-main-view.h"
#include "ui/docket-reveal.h"

/* Belongs to its view; none of what it knows is owned. */
typedef struct
{
  GtkWidget *view;
  DocketListPane *list;
  DocketTrail *trail;
  DocketSplit *split;
} Visits;

static DocketWorkspace *
get_workspace (Visits *self)
{
  return docket_task_list_get_workspace (docket_list_pane_get_list (self->list));
}

static gboolean
shows_tasks (Visits *self)
{
  const DocketView view = docket_list_pane_get_view (self->list);

  return view != DOCKET_VIEW_PROCESSES && view != DOCKET_VIEW_HISTORY
         && view != DOCKET_VIEW_TIDY_UP;
}

static void
reveal (Visits *self, const char *task_id)
{
  docket_reveal_and_open_task (docket_list_pane_get_list (self->list),
                               docket_workspace_get_tasks (get_workspace (self)), task_id);
}

/* @view: (transfer full): holds the visits */
typedef struct
{
  GtkWidget *view;
  Visits *visits;
} Asked;

static void
found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Asked *asked = user_data;
  g_autoptr (GtkWidget) view = asked->view;
  Visits *self = asked->visits;
  DocketWorkspace *workspace = DOCKET_WORKSPACE (source);
  DocketTaskModel *tasks = docket_workspace_get_tasks (workspace);
  g_autofree char *task_id = NULL;
  g_autoptr (GError) error = NULL;
  gboolean archived = FALSE;
  guint position;
  const gboolean known
      = docket_workspace_find_task_finish (workspace, result, &task_id, &archived, &error);

  if (gtk_widget_get_root (view) == NULL || get_workspace (self) != workspace)
    return;
  if (!known)
    {
      docket_main_view_add_toast (DOCKET_MAIN_VIEW (view), _ ("The task is no longer there"));
      return;
    }
  /* While it is busy the list is about to be another one. */
  if (!shows_tasks (self) || docket_task_model_get_busy (tasks)
      || !docket_task_model_find (tasks, task_id, &position))
    {
      docket_list_pane_show_view (self->list, archived ? DOCKET_VIEW_ARCHIVED : DOCKET_VIEW_ALL);
    }
  reveal (self, task_id);
}

static void
task_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  Visits *self = user_data;
  Asked *asked;

  if (get_workspace (self) == NULL)
    return;
  asked = g_new (Asked, 1);
  asked->view = g_object_ref (self->view);
  asked->visits = self;
  docket_workspace_find_task_async (get_workspace (self), g_variant_get_string (parameter, NULL),
                                    NULL, found_cb, asked);
}

static void
search_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  Visits *self = user_data;

  docket_split_set_show_detail (self->split, FALSE);
  docket_list_pane_set_view (self->list, DOCKET_VIEW_ALL);
  docket_list_pane_open_search (self->list, g_variant_get_string (parameter, NULL));
}

static void
show_view (Visits *self, DocketView view)
{
  docket_split_set_show_detail (self->split, FALSE);
  docket_list_pane_show_view (self->list, view);
  docket_list_pane_focus_list (self->list);
}

static void
archived_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  show_view (user_data, DOCKET_VIEW_ARCHIVED);
}

static void
view_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  DocketView view;

  if (docket_view_from_string (g_variant_get_string (parameter, NULL), &view))
    show_view (user_data, view);
}

/* What is behind the list while one pane shows is not open. */
static void
keep_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  Visits *self = user_data;
  g_autoptr (GSettings) settings = g_settings_new (APPLICATION_ID);
  DocketTask *task = docket_trail_get_task (self->trail);
  const gboolean open
      = task != NULL && docket_task_get_loaded (task)
        && (!docket_split_get_folded (self->split) || docket_split_get_show_detail (self->split));

  g_settings_set_string (settings, "open-task", open ? docket_task_get_id (task) : "");
}

static void
return_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  Visits *self = user_data;
  g_autoptr (GSettings) settings = g_settings_new (APPLICATION_ID);
  g_autofree char *task_id = g_settings_get_string (settings, "open-task");

  if (*task_id != '\0' && shows_tasks (self) && get_workspace (self) != NULL)
    reveal (self, task_id);
}

void
docket_visits_add (GtkWidget *view, DocketListPane *list, DocketTrail *trail, DocketSplit *split)
{
  static const GActionEntry entries[] = {
    { .name = "task", .activate = task_cb, .parameter_type = "s" },
    { .name = "search", .activate = search_cb, .parameter_type = "s" },
    { .name = "archived", .activate = archived_cb },
    { .name = "view", .activate = view_cb, .parameter_type = "s" },
    { .name = "keep", .activate = keep_cb },
    { .name = "return", .activate = return_cb },
  };
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
  Visits *self = g_new (Visits, 1);

  *self = (Visits){ view, list, trail, split };
  g_object_set_data_full (G_OBJECT (view), "docket-visits", self, g_free);
  g_action_map_add_action_entries (G_ACTION_MAP (actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (view, "visit", G_ACTION_GROUP (actions));
}
