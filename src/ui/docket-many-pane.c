/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/docket-many-pane.h"

#include <glib/gi18n.h>
#include "ui/compat/docket-frame.h"
#include "ui/docket-failure.h"
#include "ui/docket-many-row.h"
#include "ui/docket-many-words.h"

#define ITEM_KEY "docket-list-item"

struct _DocketManyPane
{
  AdwBin parent_instance;

  gboolean folded;

  GtkStack *stack;
  AdwStatusPage *chosen;
  GtkLabel *failed_title;
  GtkLabel *failed_rest;
  GtkListView *failed_list;
};

enum
{
  PROP_FOLDED = 1,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

enum
{
  REMEDY,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DocketManyPane, docket_many_pane, ADW_TYPE_BIN)

static void
clicked_cb (DocketManyRow *row, DocketManyPane *self)
{
  GtkListItem *item = g_object_get_data (G_OBJECT (row), ITEM_KEY);
  DocketFailure *failure = gtk_list_item_get_item (item);

  if (failure != NULL)
    g_signal_emit (self, signals[REMEDY], 0, docket_failure_get_index (failure));
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, DocketManyPane *self)
{
  GtkWidget *row = docket_many_row_new ();

  g_object_set_data (G_OBJECT (row), ITEM_KEY, item);
  g_signal_connect_object (row, "clicked", G_CALLBACK (clicked_cb), self, 0);
  gtk_list_item_set_child (item, row);
  gtk_list_item_set_activatable (item, FALSE);
  gtk_list_item_set_selectable (item, FALSE);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, DocketManyPane *self)
{
  DocketManyRow *row = DOCKET_MANY_ROW (gtk_list_item_get_child (item));
  DocketFailure *failure = gtk_list_item_get_item (item);
  DocketRemovalBatch *batch = docket_failure_get_batch (failure);
  guint index = docket_failure_get_index (failure);
  DocketRemedy remedy = docket_many_words_remedy (batch, index);
  g_autofree char *reason = docket_many_words_reason (batch, index);

  docket_many_row_set_text (row, docket_removal_batch_get_target (batch, index)->title, reason);
  docket_many_row_set_icon (row, remedy == DOCKET_REMEDY_CHECK_AGAIN
                                     ? "dialog-question-symbolic"
                                     : "action-unavailable-symbolic");
  docket_many_row_set_button (row, docket_many_words_remedy_label (remedy));
}

static void
docket_many_pane_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_FOLDED)
    g_value_set_boolean (value, DOCKET_MANY_PANE (object)->folded);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
docket_many_pane_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_FOLDED)
    DOCKET_MANY_PANE (object)->folded = g_value_get_boolean (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
docket_many_pane_class_init (DocketManyPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = docket_many_pane_get_property;
  object_class->set_property = docket_many_pane_set_property;
  properties[PROP_FOLDED] = g_param_spec_boolean ("folded", NULL, NULL, FALSE,
                                                  G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[REMEDY] = g_signal_new ("remedy", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  g_type_ensure (DOCKET_TYPE_FRAME);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/app/docket/Docket/ui/docket-many-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, DocketManyPane, stack);
  gtk_widget_class_bind_template_child (widget_class, DocketManyPane, chosen);
  gtk_widget_class_bind_template_child (widget_class, DocketManyPane, failed_title);
  gtk_widget_class_bind_template_child (widget_class, DocketManyPane, failed_rest);
  gtk_widget_class_bind_template_child (widget_class, DocketManyPane, failed_list);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
}

static void
docket_many_pane_init (DocketManyPane *self)
{
}

/* What it consists of is made when it shows first. */
static void
ensure_parts (DocketManyPane *self)
{
  if (self->stack == NULL)
    gtk_widget_init_template (GTK_WIDGET (self));
}

/* "4 one-off tasks can be archived or deleted. 1 task belongs to a process and stays." */
static char *
describe_chosen (guint n_chosen, gint64 n_one_off, gboolean archived)
{
  guint n_able = (guint)MAX (n_one_off, 0);
  guint n_others = n_chosen > n_able ? n_chosen - n_able : 0;
  g_autoptr (GString) text = g_string_new (NULL);

  if (n_chosen == 0)
    return g_strdup (_ ("Choose tasks from the list."));
  if (n_one_off < 0)
    return g_strdup ("");
  if (n_able > 0)
    g_string_append_printf (text,
                            archived
                                ? ngettext ("%'u one-off task can be restored or deleted.",
                                            "%'u one-off tasks can be restored or deleted.", n_able)
                                : ngettext ("%'u one-off task can be archived or deleted.",
                                            "%'u one-off tasks can be archived or deleted.",
                                            n_able),
                            n_able);
  if (n_able > 0 && n_others > 0)
    g_string_append_c (text, ' ');
  if (n_others > 0)
    g_string_append_printf (text,
                            ngettext ("%'u task belongs to a process and stays.",
                                      "%'u tasks belong to a process and stay.", n_others),
                            n_others);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

void
docket_many_pane_show_chosen (DocketManyPane *self,
                              guint n_chosen,
                              gint64 n_one_off,
                              gboolean archived)
{
  g_autofree char *title
      = g_strdup_printf (ngettext ("%'u Task Selected", "%'u Tasks Selected", n_chosen), n_chosen);
  g_autofree char *description = describe_chosen (n_chosen, n_one_off, archived);

  ensure_parts (self);
  adw_status_page_set_icon_name (self->chosen, "object-select-symbolic");
  adw_status_page_set_title (self->chosen, n_chosen > 0 ? title : _ ("No Task Selected"));
  adw_status_page_set_description (self->chosen, description);
  gtk_stack_set_visible_child_name (self->stack, "chosen");
}

void
docket_many_pane_show_tidying (DocketManyPane *self, guint n_chosen)
{
  g_autofree char *title
      = g_strdup_printf (ngettext ("%'u Task to Archive", "%'u Tasks to Archive", n_chosen),
                         n_chosen);

  ensure_parts (self);
  adw_status_page_set_icon_name (self->chosen, "docket-broom-symbolic");
  adw_status_page_set_title (self->chosen, n_chosen > 0 ? title : _ ("No Task Selected"));
  adw_status_page_set_description (
      self->chosen, _ ("One-off tasks that were completed a while ago can go to the archive. You "
                       "can restore them at any time; nothing is deleted."));
  gtk_stack_set_visible_child_name (self->stack, "chosen");
}

void
docket_many_pane_show_failed (DocketManyPane *self, DocketRemovalBatch *batch)
{
  g_autoptr (GListModel) failures = docket_failure_list_new (batch);
  g_autoptr (GtkSelectionModel) selection = NULL;
  g_autofree char *title = docket_many_words_failed (docket_removal_batch_get_kind (batch),
                                                     g_list_model_get_n_items (failures));
  g_autofree char *rest = docket_many_words_rest (batch);

  ensure_parts (self);
  selection = GTK_SELECTION_MODEL (gtk_no_selection_new (g_steal_pointer (&failures)));
  gtk_label_set_text (self->failed_title, title);
  gtk_label_set_text (self->failed_rest, rest);
  gtk_list_view_set_model (self->failed_list, selection);
  gtk_stack_set_visible_child_name (self->stack, "failed");
}
