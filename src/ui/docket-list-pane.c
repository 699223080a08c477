/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/docket-list-pane.h"

#include <glib/gi18n.h>
#include "ui/compat/docket-frame.h"
#include "ui/docket-banner.h"
#include "ui/docket-choice-header.h"
#include "ui/docket-history-list.h"
#include "ui/docket-list-order.h"
#include "ui/docket-list-skeleton.h"
#include "ui/docket-list-status.h"
#include "ui/docket-other-list.h"
#include "ui/docket-practice-bar.h"
#include "ui/docket-process-list.h"
#include "ui/docket-search-field.h"
#include "ui/docket-sync-bar.h"
#include "ui/docket-task-menu.h"
#include "ui/docket-tidy-bar.h"

struct _DocketListPane
{
  AdwBin parent_instance;

  DocketWorkspace *workspace;
  gboolean folded;
  gboolean practice;
  DocketView view;     /* also of the workspace that is to come */
  DocketView begun_in; /* where a search was begun that goes on elsewhere */
  gboolean elsewhere;

  AdwHeaderBar *header;
  DocketViewChooser *chooser;
  GtkMenuButton *menu_button;
  DocketSearchField *search_field;
  DocketBanner *banner;
  GtkStack *stack;
  DocketTaskList *list;
  DocketBatchBar *batch_bar;
  DocketChoiceBar *choice_bar;
  DocketHistoryList *history_list;
  DocketProcessList *process_list;
  GtkBox *skeleton;
  AdwStatusPage *status;
  GtkButton *status_button;
};

enum
{
  PROP_FOLDED = 1,
  PROP_PRACTICE,
  PROP_MENU_MODEL,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

enum
{
  SELECTION_CHANGED,
  OPENED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DocketListPane, docket_list_pane, ADW_TYPE_BIN)

/* What shows in place of tasks; NULL: tasks do. */
static DocketOtherList *
get_other (DocketListPane *self)
{
  if (self->view == DOCKET_VIEW_HISTORY)
    return DOCKET_OTHER_LIST (self->history_list);
  return self->view == DOCKET_VIEW_PROCESSES ? DOCKET_OTHER_LIST (self->process_list) : NULL;
}

static void
show_hits (DocketListPane *self)
{
  DocketOtherList *other = get_other (self);
  guint n = docket_task_model_get_n_tasks (docket_workspace_get_tasks (self->workspace));
  g_autofree char *words = other != NULL ? docket_other_list_describe_hits (other, &n)
                                         : g_strdup_printf (ngettext ("%u task", "%u tasks", n), n);

  docket_search_field_show_hits (self->search_field, n > 0 ? words : NULL);
}

/* The focus was in the list, which is no longer there: to where the person goes on. */
static void
focus_status (DocketListPane *self)
{
  if (docket_search_field_is_open (self->search_field))
    docket_search_field_open (self->search_field, NULL);
  else if (gtk_widget_get_visible (GTK_WIDGET (self->status_button)))
    gtk_widget_grab_focus (GTK_WIDGET (self->status_button));
  else
    gtk_widget_child_focus (GTK_WIDGET (self->chooser), GTK_DIR_TAB_FORWARD);
}

static void
show_status (DocketListPane *self)
{
  gboolean had_focus = !docket_list_pane_is_empty (self)
                       && gtk_widget_get_focus_child (GTK_WIDGET (self->stack)) != NULL;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  DocketOtherList *other = get_other (self);
  g_auto (DocketListStatus) status = { 0 };

  if (self->workspace == NULL)
    return;
  if (other != NULL)
    docket_other_list_compute_status (other, &status);
  else
    docket_list_status_compute (&status, self->workspace);
  show_hits (self);
  if (status.page == NULL)
    return;
  gtk_stack_set_visible_child_name (self->stack, status.page);
  if (!docket_list_pane_is_empty (self) && root != NULL && gtk_root_get_focus (root) == NULL)
    docket_list_pane_focus_list (self);
  if (!g_str_equal (status.page, "status"))
    return;
  docket_list_status_show (&status, self->status, self->status_button);
  if (had_focus)
    focus_status (self);
}

static void
other_status_cb (DocketListPane *self, DocketOtherList *other)
{
  if (other == get_other (self))
    show_status (self);
}

static void
show_counts (DocketListPane *self)
{
  for (guint view = 0; view <= DOCKET_VIEW_PROCESSES; view++)
    docket_view_chooser_set_count (self->chooser, view,
                                   docket_workspace_get_count (self->workspace, view));
  show_status (self);
}

static void
show_organization (DocketListPane *self)
{
  if (self->workspace != NULL)
    docket_view_chooser_set_workspace (self->chooser, self->workspace, self->practice);
}

static void
selection_cb (GtkWidget *list, DocketListPane *self)
{
  g_signal_emit (self, signals[SELECTION_CHANGED], 0);
}

static void
opened_cb (GtkWidget *list, DocketListPane *self)
{
  g_signal_emit (self, signals[OPENED], 0);
}

static void
view_chosen_cb (DocketViewChooser *chooser, int view, DocketListPane *self)
{
  docket_list_pane_set_view (self, view);
  docket_list_pane_focus_list (self);
}

/* What is typed searches what shows. */
static void
search (DocketListPane *self)
{
  DocketOtherList *other = get_other (self);
  const char *text = docket_search_field_get_text (self->search_field);

  if (self->workspace == NULL)
    return;
  if (other != NULL)
    docket_other_list_search (other, text);
  else
    docket_task_model_set_search (docket_workspace_get_tasks (self->workspace), text);
}

/* Down and Enter choose the first hit, so that the next key acts on what has the focus. */
static void
enter_hits (DocketListPane *self)
{
  DocketOtherList *other = get_other (self);

  if (other != NULL)
    docket_other_list_enter (other);
  else
    docket_task_list_enter (self->list);
}

/* What is looked for elsewhere is over when nothing is looked for any more. */
static void
search_changed_cb (DocketListPane *self)
{
  if (self->elsewhere && *docket_search_field_get_text (self->search_field) == '\0')
    docket_list_pane_set_view (self, self->begun_in);
  else
    search (self);
}

static void
search_in_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  DocketListPane *self = DOCKET_LIST_PANE (widget);
  DocketView view;

  if (!docket_view_from_string (g_variant_get_string (parameter, NULL), &view))
    return;
  if (!self->elsewhere)
    self->begun_in = self->view;
  docket_list_pane_set_view (self, view);
  self->elsewhere = TRUE;
}

static void
docket_list_pane_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  DocketListPane *self = DOCKET_LIST_PANE (object);

  switch (id)
    {
    case PROP_FOLDED:
      g_value_set_boolean (value, self->folded);
      break;
    case PROP_PRACTICE:
      g_value_set_boolean (value, self->practice);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
docket_list_pane_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  DocketListPane *self = DOCKET_LIST_PANE (object);

  switch (id)
    {
    case PROP_FOLDED:
      self->folded = g_value_get_boolean (value);
      adw_header_bar_set_show_end_title_buttons (self->header, self->folded);
      break;
    case PROP_PRACTICE:
      self->practice = g_value_get_boolean (value);
      show_organization (self);
      break;
    case PROP_MENU_MODEL:
      docket_menus_set_model_later (self->menu_button, g_value_get_object (value), _ ("Main menu"));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
docket_list_pane_dispose (GObject *object)
{
  DocketListPane *self = DOCKET_LIST_PANE (object);

  docket_list_pane_set_workspace (self, NULL);
  G_OBJECT_CLASS (docket_list_pane_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  const GType parts[]
      = { DOCKET_TYPE_BANNER,        DOCKET_TYPE_BATCH_BAR,    DOCKET_TYPE_CHOICE_BAR,
          DOCKET_TYPE_CHOICE_HEADER, DOCKET_TYPE_HISTORY_LIST, DOCKET_TYPE_PRACTICE_BAR,
          DOCKET_TYPE_PROCESS_LIST,  DOCKET_TYPE_SEARCH_FIELD, DOCKET_TYPE_SYNC_BAR,
          DOCKET_TYPE_TASK_LIST,     DOCKET_TYPE_TIDY_BAR,     DOCKET_TYPE_VIEW_CHOOSER,
          DOCKET_TYPE_FRAME };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    g_type_ensure (parts[i]);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/app/docket/Docket/ui/docket-list-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, DocketListPane, header);
  gtk_widget_class_bind_template_child (widget_class, DocketListPane, chooser);
  gtk_widget_class_bind_template_child (widget_class, DocketListPane, menu_button);
  gtk_widget_class_bind_template_child (widget_class, DocketListPane, search_field);
  gtk_widget_class_bind_template_child (widget_class, DocketListPane, banner);
  gtk_widget_class_bind_template_child (widget_class, DocketListPane, stack);
  gtk_widget_class_bind_template_child (widget_class, DocketListPane, list);
  gtk_widget_class_bind_template_child (widget_class, DocketListPane, batch_bar);
  gtk_widget_class_bind_template_child (widget_class, DocketListPane, choice_bar);
  gtk_widget_class_bind_template_child (widget_class, DocketListPane, history_list);
  gtk_widget_class_bind_template_child (widget_class, DocketListPane, process_list);
  gtk_widget_class_bind_template_child (widget_class, DocketListPane, skeleton);
  gtk_widget_class_bind_template_child (widget_class, DocketListPane, status);
  gtk_widget_class_bind_template_child (widget_class, DocketListPane, status_button);
  gtk_widget_class_bind_template_callback (widget_class, other_status_cb);
  gtk_widget_class_bind_template_callback (widget_class, selection_cb);
  gtk_widget_class_bind_template_callback (widget_class, opened_cb);
  gtk_widget_class_bind_template_callback (widget_class, view_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, enter_hits);
  gtk_widget_class_bind_template_callback (widget_class, docket_list_pane_focus_list);
}

static void
docket_list_pane_class_init (DocketListPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = docket_list_pane_get_property;
  object_class->set_property = docket_list_pane_set_property;
  object_class->dispose = docket_list_pane_dispose;

  properties[PROP_FOLDED] = g_param_spec_boolean ("folded", NULL, NULL, FALSE, flags);
  properties[PROP_PRACTICE] = g_param_spec_boolean ("practice", NULL, NULL, FALSE, flags);
  properties[PROP_MENU_MODEL] = g_param_spec_object ("menu-model", NULL, NULL, G_TYPE_MENU_MODEL,
                                                     G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[SELECTION_CHANGED]
      = g_signal_new ("selection-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                      NULL, NULL, G_TYPE_NONE, 0);
  signals[OPENED] = g_signal_new ("opened", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "list.search-in", "s",
                                   search_in_action);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
docket_list_pane_init (DocketListPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  adw_header_bar_set_show_end_title_buttons (self->header, FALSE);
  docket_list_skeleton_fill (self->skeleton);
  docket_search_field_listen_to (self->search_field, GTK_WIDGET (self->stack));
}

static void
connect_workspace (DocketListPane *self)
{
  DocketTaskModel *tasks = docket_workspace_get_tasks (self->workspace);

  docket_list_order_follow (tasks);
  g_signal_connect_object (self->workspace, "notify", G_CALLBACK (show_status), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->workspace, "counts-changed", G_CALLBACK (show_counts), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (tasks, "notify", G_CALLBACK (show_status), self, G_CONNECT_SWAPPED);
}

void
docket_list_pane_set_workspace (DocketListPane *self, DocketWorkspace *workspace)
{
  if (self->workspace == workspace)
    return;
  if (self->workspace != NULL)
    {
      g_signal_handlers_disconnect_by_data (docket_workspace_get_tasks (self->workspace), self);
      g_signal_handlers_disconnect_by_data (self->workspace, self);
    }
  g_set_object (&self->workspace, workspace);
  if (self->list != NULL)
    {
      docket_task_list_set_workspace (self->list, workspace);
      docket_other_list_set_workspace (DOCKET_OTHER_LIST (self->history_list), NULL);
      docket_other_list_set_workspace (DOCKET_OTHER_LIST (self->process_list), NULL);
      docket_search_field_set_workspace (self->search_field, NULL);
    }
  if (workspace == NULL)
    return;
  gtk_stack_set_visible_child_name (self->stack, "blank");
  docket_search_field_close (self->search_field);
  connect_workspace (self);
  docket_search_field_set_workspace (self->search_field, workspace);
  docket_list_pane_set_view (self, self->view);
  show_organization (self);
  show_counts (self);
}

DocketTask *
docket_list_pane_get_selected (DocketListPane *self)
{
  return get_other (self) != NULL ? NULL : docket_task_list_get_selected (self->list);
}

gpointer
docket_list_pane_get_chosen (DocketListPane *self)
{
  if (self->view == DOCKET_VIEW_HISTORY)
    return docket_history_list_get_selected (self->history_list);
  return self->view == DOCKET_VIEW_PROCESSES
             ? (gpointer)docket_process_list_get_selected (self->process_list)
             : docket_list_pane_get_selected (self);
}

DocketTaskList *
docket_list_pane_get_list (DocketListPane *self)
{
  return self->list;
}

DocketView
docket_list_pane_get_view (DocketListPane *self)
{
  return self->view;
}

void
docket_list_pane_set_view (DocketListPane *self, DocketView view)
{
  DocketOtherList *other;
  DocketTaskModel *tasks;

  self->view = view;
  self->elsewhere = FALSE;
  docket_search_field_set_view (self->search_field, view);
  if (self->workspace == NULL)
    return;
  other = get_other (self);
  tasks = docket_workspace_get_tasks (self->workspace);
  docket_view_chooser_set_view (self->chooser, view);
  docket_task_list_unselect (self->list);
  docket_other_list_unselect (DOCKET_OTHER_LIST (self->history_list));
  docket_other_list_unselect (DOCKET_OTHER_LIST (self->process_list));
  if (other != NULL)
    docket_other_list_set_workspace (other, self->workspace);
  /* What Tidy Up has chosen is let go of: other lists do nothing to tasks that do not show. */
  if (other == NULL || docket_task_model_get_view (tasks) == DOCKET_VIEW_TIDY_UP)
    docket_task_model_set_view (tasks, other != NULL ? DOCKET_VIEW_TO_DO : view);
  search (self);
  show_status (self);
  g_signal_emit (self, signals[SELECTION_CHANGED], 0);
}

void
docket_list_pane_show_view (DocketListPane *self, DocketView view)
{
  docket_search_field_close (self->search_field);
  docket_list_pane_set_view (self, view);
}

void
docket_list_pane_show_removal (DocketListPane *self, const char *task_id)
{
  docket_list_pane_show_view (self, DOCKET_VIEW_HISTORY);
  docket_history_list_choose (self->history_list, task_id);
}

void
docket_list_pane_focus_list (DocketListPane *self)
{
  DocketOtherList *other = get_other (self);

  if (other != NULL)
    docket_other_list_focus (other);
  else
    docket_task_list_focus (self->list);
}

void
docket_list_pane_open_search (DocketListPane *self, const char *text)
{
  docket_search_field_open (self->search_field, text);
}

DocketViewChooser *
docket_list_pane_get_chooser (DocketListPane *self)
{
  return self->chooser;
}

gboolean
docket_list_pane_is_empty (DocketListPane *self)
{
  return !docket_list_status_has_rows (gtk_stack_get_visible_child_name (self->stack));
}

DocketBanner *
docket_list_pane_get_banner (DocketListPane *self)
{
  return self->banner;
}

DocketBatchBar *
docket_list_pane_get_batch_bar (DocketListPane *self)
{
  return self->batch_bar;
}

DocketChoiceBar *
docket_list_pane_get_choice_bar (DocketListPane *self)
{
  return self->choice_bar;
}
