/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/docket-history-list.h"

#include <glib/gi18n.h>
#include "ui/docket-history-row.h"
#include "ui/docket-other-list.h"
#include "ui/docket-row-list.h"

struct _DocketHistoryList
{
  AdwBin parent_instance;

  DocketHistory *history; /* NULL until it was looked at */
  char *wanted;           /* ID of the task whose entry is to be chosen when it comes, or NULL */
  gboolean folded;

  /* NULL until it was looked at. */
  GtkDropDown *filter;
  GtkStack *stack;
  GtkWidget *none;
  DocketRowList *rows;
};

enum
{
  PROP_FOLDED = 1,
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

static void docket_history_list_other_init (DocketOtherListInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (DocketHistoryList,
                               docket_history_list,
                               ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (DOCKET_TYPE_OTHER_LIST,
                                                      docket_history_list_other_init))

static void
set_row_item (GtkWidget *row, gpointer item)
{
  docket_history_row_set_entry (DOCKET_HISTORY_ROW (row), item);
}

static const DocketRowKind kind = { docket_history_row_new, set_row_item };

static void
choose_wanted (DocketHistoryList *self)
{
  GListModel *model = G_LIST_MODEL (self->history);

  for (guint i = 0; self->wanted != NULL && model != NULL && i < g_list_model_get_n_items (model);
       i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (model, i);

      if (DOCKET_IS_HISTORY_ENTRY (item)
          && g_str_equal (docket_history_entry_get_task_id (DOCKET_HISTORY_ENTRY (item)),
                          self->wanted))
        {
          g_clear_pointer (&self->wanted, g_free);
          docket_row_list_set_selected (self->rows, i);
          docket_row_list_focus_position (self->rows, i);
        }
    }
}

/* Where a filter lets nothing through. Without one, whoever shows this list says that it is empty.
 */
static void
show_none (DocketHistoryList *self)
{
  gboolean none = docket_history_get_n_entries (self->history) == 0
                  && docket_history_get_filter (self->history) != DOCKET_HISTORY_ALL;

  if (!docket_history_get_busy (self->history))
    gtk_stack_set_visible_child (self->stack, none ? self->none : GTK_WIDGET (self->rows));
  docket_other_list_status_changed (DOCKET_OTHER_LIST (self));
}

/* The choices stand in the order of the enumeration. */
static void
filter_cb (DocketHistoryList *self)
{
  if (self->history != NULL)
    docket_history_set_filter (self->history, gtk_drop_down_get_selected (self->filter));
}

static void
show_all_cb (DocketHistoryList *self)
{
  gtk_drop_down_set_selected (self->filter, DOCKET_HISTORY_ALL);
  gtk_widget_grab_focus (GTK_WIDGET (self->filter));
}

static void
selection_cb (DocketHistoryList *self)
{
  g_signal_emit (self, signals[SELECTION_CHANGED], 0);
}

static void
opened_cb (DocketHistoryList *self)
{
  g_signal_emit (self, signals[OPENED], 0);
}

static void
docket_history_list_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  DocketHistoryList *self = DOCKET_HISTORY_LIST (object);

  if (id == PROP_FOLDED)
    {
      self->folded = g_value_get_boolean (value);
      if (self->rows != NULL)
        g_object_set (self->rows, "folded", self->folded, NULL);
    }
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
docket_history_list_dispose (GObject *object)
{
  DocketHistoryList *self = DOCKET_HISTORY_LIST (object);

  if (self->history != NULL)
    g_signal_handlers_disconnect_by_data (self->history, self);
  g_clear_object (&self->history);
  g_clear_pointer (&self->wanted, g_free);

  G_OBJECT_CLASS (docket_history_list_parent_class)->dispose (object);
}

static void
docket_history_list_class_init (DocketHistoryListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  object_class->set_property = docket_history_list_set_property;
  object_class->dispose = docket_history_list_dispose;

  properties[PROP_FOLDED] = g_param_spec_boolean ("folded", NULL, NULL, FALSE,
                                                  G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[SELECTION_CHANGED] = g_signal_new ("selection-changed", type, G_SIGNAL_RUN_LAST, 0, NULL,
                                             NULL, NULL, G_TYPE_NONE, 0);
  signals[OPENED]
      = g_signal_new ("opened", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (DOCKET_TYPE_ROW_LIST);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/app/docket/Docket/ui/docket-history-list.ui");
  gtk_widget_class_bind_template_child (widget_class, DocketHistoryList, filter);
  gtk_widget_class_bind_template_child (widget_class, DocketHistoryList, stack);
  gtk_widget_class_bind_template_child (widget_class, DocketHistoryList, none);
  gtk_widget_class_bind_template_child (widget_class, DocketHistoryList, rows);
  gtk_widget_class_bind_template_callback (widget_class, filter_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_all_cb);
  gtk_widget_class_bind_template_callback (widget_class, selection_cb);
  gtk_widget_class_bind_template_callback (widget_class, opened_cb);
}

static void
docket_history_list_init (DocketHistoryList *self)
{
}

static void
ensure_parts (DocketHistoryList *self)
{
  if (self->rows != NULL)
    return;
  gtk_widget_init_template (GTK_WIDGET (self));
  docket_row_list_set_kind (self->rows, &kind);
  g_object_set (self->rows, "folded", self->folded, NULL);
}

static void
set_history (DocketHistoryList *self, DocketHistory *history)
{
  if (self->history == history)
    return;
  ensure_parts (self);
  if (self->history != NULL)
    g_signal_handlers_disconnect_by_data (self->history, self);
  g_set_object (&self->history, history);
  gtk_drop_down_set_selected (self->filter, DOCKET_HISTORY_ALL);
  if (history != NULL)
    {
      docket_history_set_filter (history, DOCKET_HISTORY_ALL);
      g_signal_connect_object (history, "notify", G_CALLBACK (show_none), self, G_CONNECT_SWAPPED);
    }
  docket_row_list_set_model (self->rows, G_LIST_MODEL (history));
  if (history == NULL)
    return;
  /* After the rows have heard of it. */
  g_signal_connect_object (history, "items-changed", G_CALLBACK (choose_wanted), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  show_none (self);
}

static void
docket_history_list_set_workspace (DocketOtherList *list, DocketWorkspace *workspace)
{
  set_history (DOCKET_HISTORY_LIST (list),
               workspace != NULL ? docket_workspace_get_history (workspace) : NULL);
}

static void
docket_history_list_compute_status (DocketOtherList *list, DocketListStatus *status)
{
  docket_list_status_compute_history (status, DOCKET_HISTORY_LIST (list)->history);
}

static char *
docket_history_list_describe_hits (DocketOtherList *list, guint *n)
{
  *n = docket_history_get_n_entries (DOCKET_HISTORY_LIST (list)->history);
  return g_strdup_printf (ngettext ("%u removal", "%u removals", *n), *n);
}

static void
docket_history_list_search (DocketOtherList *list, const char *text)
{
  docket_history_set_search (DOCKET_HISTORY_LIST (list)->history, text);
}

static void
docket_history_list_unselect (DocketOtherList *list)
{
  DocketHistoryList *self = DOCKET_HISTORY_LIST (list);

  g_clear_pointer (&self->wanted, g_free);
  if (self->rows != NULL)
    docket_row_list_unselect (self->rows);
}

static void
docket_history_list_focus (DocketOtherList *list)
{
  docket_row_list_focus (DOCKET_HISTORY_LIST (list)->rows);
}

static void
docket_history_list_enter (DocketOtherList *list)
{
  docket_row_list_enter (DOCKET_HISTORY_LIST (list)->rows);
}

static void
docket_history_list_other_init (DocketOtherListInterface *iface)
{
  iface->set_workspace = docket_history_list_set_workspace;
  iface->compute_status = docket_history_list_compute_status;
  iface->describe_hits = docket_history_list_describe_hits;
  iface->search = docket_history_list_search;
  iface->unselect = docket_history_list_unselect;
  iface->focus = docket_history_list_focus;
  iface->enter = docket_history_list_enter;
}

DocketHistoryEntry *
docket_history_list_get_selected (DocketHistoryList *self)
{
  return self->rows != NULL ? docket_row_list_get_selected (self->rows) : NULL;
}

void
docket_history_list_choose (DocketHistoryList *self, const char *task_id)
{
  ensure_parts (self);
  g_free (self->wanted);
  self->wanted = g_strdup (task_id);
  gtk_drop_down_set_selected (self->filter, DOCKET_HISTORY_ALL);
  choose_wanted (self);
}
