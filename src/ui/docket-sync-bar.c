/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/docket-sync-bar.h"

#include <glib/gi18n.h>

#include "ui/docket-list-status.h"
#include "ui/docket-sync-words.h"

/* With fewer tasks it has ended before one could read it. */
#define MANY 500

/* Often enough to see it go on. */
#define INTERVAL 250 /* ms */

struct _DocketSyncBar
{
  AdwBin parent_instance;

  DocketWorkspace *workspace;
  guint update_id;

  GtkLabel *label;
  GtkProgressBar *progress;
  GtkWidget *pause;
  GtkWidget *go_on;
};

enum
{
  PROP_WORKSPACE = 1,
};

G_DEFINE_FINAL_TYPE (DocketSyncBar, docket_sync_bar, ADW_TYPE_BIN)

static char *
describe (DocketWorkspace *workspace)
{
  g_autofree char *progress = docket_list_status_describe_progress (workspace);
  g_autofree char *time = docket_sync_words_time_left (docket_workspace_get_time_left (workspace));

  if (docket_workspace_get_paused (workspace))
    /* Translators: %s is such as "300 of about 1,200" */
    return g_strdup_printf (_ ("Paused: %s"), progress);
  if (*time == '\0')
    return g_steal_pointer (&progress);
  /* Translators: such as "300 of about 1,200, about 2 minutes left" */
  return g_strdup_printf (C_ ("progress and time left", "%1$s, %2$s"), progress, time);
}

static gboolean
update_cb (gpointer data)
{
  DocketSyncBar *self = DOCKET_SYNC_BAR (data);
  const guint n_loaded = docket_workspace_get_n_loaded (self->workspace);
  const guint n_expected = docket_workspace_get_n_expected (self->workspace);
  const gboolean paused = docket_workspace_get_paused (self->workspace);
  const gboolean visible = docket_workspace_get_passing (self->workspace) && n_expected > MANY
                           && docket_workspace_get_has_tasks (self->workspace);
  g_autofree char *words = NULL;

  self->update_id = 0;
  if (visible)
    {
      words = describe (self->workspace);
      gtk_label_set_text (self->label, words);
      gtk_progress_bar_set_fraction (self->progress, (double)n_loaded / n_expected);
      gtk_widget_set_visible (self->pause, !paused);
      gtk_widget_set_visible (self->go_on, paused);
    }
  gtk_widget_set_visible (GTK_WIDGET (self), visible);
  return G_SOURCE_REMOVE;
}

static void
update_soon (DocketSyncBar *self)
{
  if (self->update_id == 0)
    self->update_id = g_timeout_add (INTERVAL, update_cb, self);
}

/* The button that was pressed is the one that goes. */
static void
set_paused (DocketSyncBar *self, gboolean paused)
{
  docket_workspace_set_paused (self->workspace, paused);
  g_clear_handle_id (&self->update_id, g_source_remove);
  update_cb (self);
  gtk_widget_grab_focus (paused ? self->go_on : self->pause);
}

static void
pause_cb (DocketSyncBar *self)
{
  set_paused (self, TRUE);
}

static void
go_on_cb (DocketSyncBar *self)
{
  set_paused (self, FALSE);
}

static void
stop_cb (DocketSyncBar *self)
{
  docket_workspace_stop_pass (self->workspace);
}

static void
let_go (DocketSyncBar *self)
{
  g_clear_handle_id (&self->update_id, g_source_remove);
  if (self->workspace != NULL)
    g_signal_handlers_disconnect_by_data (self->workspace, self);
  g_clear_object (&self->workspace);
}

static void
docket_sync_bar_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  DocketSyncBar *self = DOCKET_SYNC_BAR (object);

  let_go (self);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  self->workspace = g_value_dup_object (value);
  if (self->workspace == NULL)
    return;
  g_signal_connect_swapped (self->workspace, "notify::n-loaded", G_CALLBACK (update_soon), self);
  g_signal_connect_swapped (self->workspace, "notify::passing", G_CALLBACK (update_soon), self);
}

static void
docket_sync_bar_dispose (GObject *object)
{
  let_go (DOCKET_SYNC_BAR (object));
  G_OBJECT_CLASS (docket_sync_bar_parent_class)->dispose (object);
}

static void
docket_sync_bar_class_init (DocketSyncBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->set_property = docket_sync_bar_set_property;
  G_OBJECT_CLASS (klass)->dispose = docket_sync_bar_dispose;
  g_object_class_install_property (G_OBJECT_CLASS (klass), PROP_WORKSPACE,
                                   g_param_spec_object ("workspace", NULL, NULL,
                                                        DOCKET_TYPE_WORKSPACE,
                                                        G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS));
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/app/docket/Docket/ui/docket-sync-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, DocketSyncBar, label);
  gtk_widget_class_bind_template_child (widget_class, DocketSyncBar, progress);
  gtk_widget_class_bind_template_child (widget_class, DocketSyncBar, pause);
  gtk_widget_class_bind_template_child (widget_class, DocketSyncBar, go_on);
  gtk_widget_class_bind_template_callback (widget_class, pause_cb);
  gtk_widget_class_bind_template_callback (widget_class, go_on_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_cb);
}

static void
docket_sync_bar_init (DocketSyncBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
