/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/docket-process-list.h"

#include <glib/gi18n.h>
#include "ui/docket-other-list.h"
#include "ui/docket-process-row.h"
#include "ui/docket-row-list.h"

struct _DocketProcessList
{
  AdwBin parent_instance;

  DocketWorkspace *workspace;    /* nullable */
  DocketProcessModel *processes; /* nullable */
  DocketProcess *chosen;         /* nullable */
  gboolean folded;

  DocketRowList *rows; /* NULL until there is a workspace */
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

static void docket_process_list_other_init (DocketOtherListInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (DocketProcessList,
                               docket_process_list,
                               ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (DOCKET_TYPE_OTHER_LIST,
                                                      docket_process_list_other_init))

static void
set_row_item (GtkWidget *row, gpointer item)
{
  docket_process_row_set_process (DOCKET_PROCESS_ROW (row), item);
}

static const DocketRowKind kind = { docket_process_row_new, set_row_item };

static void
selection_cb (DocketProcessList *self)
{
  /* What is chosen may only change its place. */
  if (self->processes != NULL && docket_process_model_is_moving (self->processes))
    return;
  if (g_set_object (&self->chosen, docket_row_list_get_selected (self->rows)))
    g_signal_emit (self, signals[SELECTION_CHANGED], 0);
}

static void
opened_cb (DocketProcessList *self)
{
  g_signal_emit (self, signals[OPENED], 0);
}

static void
moved_cb (DocketProcessList *self)
{
  guint position;

  if (self->chosen == NULL || docket_row_list_get_selected (self->rows) == (gpointer)self->chosen)
    return;
  if (docket_process_model_find (self->processes, docket_process_get_id (self->chosen), &position))
    {
      docket_row_list_set_selected (self->rows, position);
      if (docket_row_list_has_focus (self->rows))
        docket_row_list_focus_position (self->rows, position);
    }
  else
    selection_cb (self);
}

static void
docket_process_list_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  DocketProcessList *self = DOCKET_PROCESS_LIST (object);

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
docket_process_list_dispose (GObject *object)
{
  DocketProcessList *self = DOCKET_PROCESS_LIST (object);

  if (self->workspace != NULL)
    g_signal_handlers_disconnect_by_data (self->workspace, self);
  if (self->processes != NULL)
    g_signal_handlers_disconnect_by_data (self->processes, self);
  g_clear_object (&self->workspace);
  g_clear_object (&self->processes);
  g_clear_object (&self->chosen);

  G_OBJECT_CLASS (docket_process_list_parent_class)->dispose (object);
}

static void
docket_process_list_class_init (DocketProcessListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  object_class->set_property = docket_process_list_set_property;
  object_class->dispose = docket_process_list_dispose;

  properties[PROP_FOLDED] = g_param_spec_boolean ("folded", NULL, NULL, FALSE,
                                                  G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[SELECTION_CHANGED] = g_signal_new ("selection-changed", type, G_SIGNAL_RUN_LAST, 0, NULL,
                                             NULL, NULL, G_TYPE_NONE, 0);
  signals[OPENED]
      = g_signal_new ("opened", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (DOCKET_TYPE_ROW_LIST);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/app/docket/Docket/ui/docket-process-list.ui");
  gtk_widget_class_bind_template_child (widget_class, DocketProcessList, rows);
  gtk_widget_class_bind_template_callback (widget_class, selection_cb);
  gtk_widget_class_bind_template_callback (widget_class, opened_cb);
}

static void
docket_process_list_init (DocketProcessList *self)
{
}

static void
ensure_rows (DocketProcessList *self)
{
  if (self->rows != NULL)
    return;
  gtk_widget_init_template (GTK_WIDGET (self));
  docket_row_list_set_kind (self->rows, &kind);
  g_object_set (self->rows, "folded", self->folded, NULL);
}

static void
docket_process_list_set_workspace (DocketOtherList *list, DocketWorkspace *workspace)
{
  DocketProcessList *self = DOCKET_PROCESS_LIST (list);

  if (self->workspace == workspace)
    return;
  if (self->workspace != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->workspace, self);
      g_signal_handlers_disconnect_by_data (self->processes, self);
    }
  ensure_rows (self);
  g_set_object (&self->workspace, workspace);
  g_clear_object (&self->processes);
  if (workspace != NULL)
    self->processes = g_object_ref (docket_workspace_get_processes (workspace));
  docket_row_list_set_model (self->rows, G_LIST_MODEL (self->processes));
  if (workspace == NULL)
    return;
  g_signal_connect_object (self->processes, "moved", G_CALLBACK (moved_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->processes, "notify", G_CALLBACK (docket_other_list_status_changed),
                           self, G_CONNECT_SWAPPED);
}

static void
docket_process_list_compute_status (DocketOtherList *list, DocketListStatus *status)
{
  docket_list_status_compute_processes (status, DOCKET_PROCESS_LIST (list)->workspace);
}

static char *
docket_process_list_describe_hits (DocketOtherList *list, guint *n)
{
  *n = docket_process_model_get_n_processes (DOCKET_PROCESS_LIST (list)->processes);
  return g_strdup_printf (ngettext ("%u process", "%u processes", *n), *n);
}

static void
docket_process_list_search (DocketOtherList *list, const char *text)
{
  docket_process_model_set_search (DOCKET_PROCESS_LIST (list)->processes, text);
}

static void
docket_process_list_unselect (DocketOtherList *list)
{
  if (DOCKET_PROCESS_LIST (list)->rows != NULL)
    docket_row_list_unselect (DOCKET_PROCESS_LIST (list)->rows);
}

static void
docket_process_list_focus (DocketOtherList *list)
{
  docket_row_list_focus (DOCKET_PROCESS_LIST (list)->rows);
}

static void
docket_process_list_enter (DocketOtherList *list)
{
  docket_row_list_enter (DOCKET_PROCESS_LIST (list)->rows);
}

static void
docket_process_list_other_init (DocketOtherListInterface *iface)
{
  iface->set_workspace = docket_process_list_set_workspace;
  iface->compute_status = docket_process_list_compute_status;
  iface->describe_hits = docket_process_list_describe_hits;
  iface->search = docket_process_list_search;
  iface->unselect = docket_process_list_unselect;
  iface->focus = docket_process_list_focus;
  iface->enter = docket_process_list_enter;
}

DocketProcess *
docket_process_list_get_selected (DocketProcessList *self)
{
  return self->chosen;
}
