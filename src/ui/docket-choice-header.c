/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/docket-choice-header.h"

#include <glib/gi18n.h>

struct _DocketChoiceHeader
{
  AdwBin parent_instance;

  DocketTaskList *list;
  gboolean folded;

  GtkLabel *title;
};

enum
{
  PROP_LIST = 1,
  PROP_FOLDED,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (DocketChoiceHeader, docket_choice_header, ADW_TYPE_BIN)

static void
update (DocketChoiceHeader *self)
{
  guint n = docket_task_list_get_n_chosen (self->list);
  /* Translators: how many tasks are selected, as a title */
  g_autofree char *words = g_strdup_printf (ngettext ("%'u Selected", "%'u Selected", n), n);

  gtk_widget_set_visible (GTK_WIDGET (self), docket_task_list_get_picking (self->list));
  gtk_label_set_text (self->title, n > 0 ? words : _ ("Select Tasks"));
}

static void
set_list (DocketChoiceHeader *self, DocketTaskList *list)
{
  self->list = list;
  if (list == NULL)
    return;
  g_signal_connect_object (list, "notify::choosing", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (list, "notify::n-chosen", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

static void
docket_choice_header_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_FOLDED)
    g_value_set_boolean (value, DOCKET_CHOICE_HEADER (object)->folded);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
docket_choice_header_set_property (GObject *object,
                                   guint id,
                                   const GValue *value,
                                   GParamSpec *pspec)
{
  DocketChoiceHeader *self = DOCKET_CHOICE_HEADER (object);

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
docket_choice_header_class_init (DocketChoiceHeaderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = docket_choice_header_get_property;
  object_class->set_property = docket_choice_header_set_property;
  properties[PROP_LIST] = g_param_spec_object ("list", NULL, NULL, DOCKET_TYPE_TASK_LIST,
                                               G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_FOLDED] = g_param_spec_boolean ("folded", NULL, NULL, FALSE,
                                                  G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/app/docket/Docket/ui/docket-choice-header.ui");
  gtk_widget_class_bind_template_child (widget_class, DocketChoiceHeader, title);
}

static void
docket_choice_header_init (DocketChoiceHeader *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
