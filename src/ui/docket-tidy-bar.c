/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/docket-tidy-bar.h"

struct _DocketTidyBar
{
  AdwBin parent_instance;

  DocketTaskList *list;   /* not owned */
  DocketTaskModel *tasks; /* of its workspace; nullable */
  GSettings *settings;
  gboolean fresh;          /* what shows next is proposed as a whole */
  gboolean showing_choice; /* the check follows the choice, not the other way round */
  gboolean folded;
  guint update_source;

  GtkCheckButton *all;
  GtkDropDown *days;
};

enum
{
  PROP_LIST = 1,
  PROP_FOLDED,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (DocketTidyBar, docket_tidy_bar, ADW_TYPE_BIN)

/* The choices of the template, in its order. */
static const guint choices[] = { 7, 30, 90, 365 };

static gboolean
is_tidying (DocketTidyBar *self)
{
  return self->tasks != NULL && docket_task_model_get_view (self->tasks) == DOCKET_VIEW_TIDY_UP;
}

static void
show_choice (DocketTidyBar *self)
{
  guint n = self->tasks != NULL ? docket_task_model_get_n_tasks (self->tasks) : 0;
  guint n_chosen = docket_task_list_get_n_chosen (self->list);

  self->showing_choice = TRUE;
  gtk_check_button_set_inconsistent (self->all, n_chosen > 0 && n_chosen < n);
  gtk_check_button_set_active (self->all, n > 0 && n_chosen >= n);
  gtk_widget_set_sensitive (GTK_WIDGET (self->all), n > 0);
  self->showing_choice = FALSE;
}

static gboolean
update_cb (gpointer user_data)
{
  DocketTidyBar *self = user_data;

  self->update_source = 0;
  gtk_widget_set_visible (GTK_WIDGET (self), is_tidying (self));
  if (!is_tidying (self))
    self->fresh = TRUE;
  else if (docket_task_model_get_busy (self->tasks))
    return G_SOURCE_REMOVE;
  else if (docket_task_model_get_n_tasks (self->tasks) == 0)
    docket_task_list_set_choosing (self->list, FALSE);
  else
    {
      docket_task_list_set_choosing (self->list, TRUE);
      if (self->fresh)
        docket_task_list_choose_all (self->list);
      self->fresh = FALSE;
    }
  show_choice (self);
  return G_SOURCE_REMOVE;
}

/* Later, since it begins and ends the choosing, of which others may not have heard yet; and before
 * anything is drawn. */
static void
update (DocketTidyBar *self)
{
  if (self->update_source == 0)
    self->update_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, update_cb, self, NULL);
}

static void
propose (DocketTidyBar *self)
{
  self->fresh = TRUE;
  update (self);
}

static guint
find_days (DocketTidyBar *self)
{
  guint days = (guint)g_settings_get_int (self->settings, "tidy-up-after");
  guint i = 0;

  while (i + 1 < G_N_ELEMENTS (choices) && choices[i] < days)
    i++;
  return i;
}

/* Also what another window chose. */
static void
days_changed_cb (DocketTidyBar *self)
{
  DocketWorkspace *workspace = docket_task_list_get_workspace (self->list);

  gtk_drop_down_set_selected (self->days, find_days (self));
  if (workspace != NULL)
    docket_workspace_set_tidy_days (workspace, choices[find_days (self)]);
  propose (self);
}

static void
days_chosen_cb (DocketTidyBar *self)
{
  guint chosen = gtk_drop_down_get_selected (self->days);

  if (self->settings != NULL && chosen < G_N_ELEMENTS (choices) && chosen != find_days (self))
    g_settings_set_int (self->settings, "tidy-up-after", (int)choices[chosen]);
}

static void
all_toggled_cb (DocketTidyBar *self)
{
  if (self->showing_choice)
    return;
  if (gtk_check_button_get_active (self->all))
    docket_task_list_choose_all (self->list);
  else
    docket_task_list_choose_none (self->list);
}

static void
drop_tasks (DocketTidyBar *self)
{
  if (self->tasks != NULL)
    g_signal_handlers_disconnect_by_data (self->tasks, self);
  g_clear_object (&self->tasks);
}

static void
workspace_cb (DocketTidyBar *self)
{
  DocketWorkspace *workspace = docket_task_list_get_workspace (self->list);

  drop_tasks (self);
  if (workspace != NULL)
    {
      self->tasks = g_object_ref (docket_workspace_get_tasks (workspace));
      g_signal_connect_object (self->tasks, "notify", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (self->tasks, "notify::search", G_CALLBACK (propose), self,
                               G_CONNECT_SWAPPED);
    }
  days_changed_cb (self);
}

static void
set_list (DocketTidyBar *self, DocketTaskList *list)
{
  self->list = list;
  if (list == NULL)
    return;
  g_signal_connect_object (list, "notify::workspace", G_CALLBACK (workspace_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (list, "notify::choosing", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (list, "notify::n-chosen", G_CALLBACK (show_choice), self,
                           G_CONNECT_SWAPPED);
  workspace_cb (self);
}

static void
docket_tidy_bar_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_FOLDED)
    g_value_set_boolean (value, DOCKET_TIDY_BAR (object)->folded);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
docket_tidy_bar_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  DocketTidyBar *self = DOCKET_TIDY_BAR (object);

  switch (id)
    {
    case PROP_LIST:
      set_list (self, g_value_get_object (value));
      break;
    case PROP_FOLDED:
      self->folded = g_value_get_boolean (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
docket_tidy_bar_dispose (GObject *object)
{
  DocketTidyBar *self = DOCKET_TIDY_BAR (object);

  g_clear_handle_id (&self->update_source, g_source_remove);
  drop_tasks (self);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (docket_tidy_bar_parent_class)->dispose (object);
}

static void
docket_tidy_bar_class_init (DocketTidyBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = docket_tidy_bar_get_property;
  object_class->set_property = docket_tidy_bar_set_property;
  object_class->dispose = docket_tidy_bar_dispose;
  properties[PROP_LIST] = g_param_spec_object ("list", NULL, NULL, DOCKET_TYPE_TASK_LIST,
                                               G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_FOLDED] = g_param_spec_boolean ("folded", NULL, NULL, FALSE,
                                                  G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/app/docket/Docket/ui/docket-tidy-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, DocketTidyBar, all);
  gtk_widget_class_bind_template_child (widget_class, DocketTidyBar, days);
  gtk_widget_class_bind_template_callback (widget_class, all_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, days_chosen_cb);
}

static void
docket_tidy_bar_init (DocketTidyBar *self)
{
  self->fresh = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->settings = g_settings_new ("app.docket.Docket");
  g_signal_connect_object (self->settings, "changed::tidy-up-after", G_CALLBACK (days_changed_cb),
                           self, G_CONNECT_SWAPPED);
}
