/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/compat/docket-split.h"

#include <glib/gi18n.h>

#define LIST_WIDTH 380
#define LIST_MIN_WIDTH 360

struct _DocketSplit
{
  AdwBin parent_instance;

  GtkWidget *list;
  GtkWidget *detail;
#if ADW_CHECK_VERSION(1, 4, 0)
  AdwNavigationSplitView *view;
#else
  AdwLeaflet *leaflet;
  GtkWidget *list_page;
#endif
};

enum
{
  PROP_LIST = 1,
  PROP_DETAIL,
  PROP_FOLDED,
  PROP_SHOW_DETAIL,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (DocketSplit, docket_split, ADW_TYPE_BIN)

static void
notify_folded_cb (DocketSplit *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FOLDED]);
}

static void
notify_shown_cb (DocketSplit *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOW_DETAIL]);
}

#if ADW_CHECK_VERSION(1, 4, 0)

static void
build (DocketSplit *self)
{
  GtkWidget *bin = adw_breakpoint_bin_new ();
  AdwBreakpoint *narrow = adw_breakpoint_new (adw_breakpoint_condition_parse ("max-width: 620px"));
  GValue folded = G_VALUE_INIT;

  self->view = ADW_NAVIGATION_SPLIT_VIEW (adw_navigation_split_view_new ());
  adw_navigation_split_view_set_min_sidebar_width (self->view, LIST_MIN_WIDTH);
  adw_navigation_split_view_set_max_sidebar_width (self->view, LIST_WIDTH);
  adw_navigation_split_view_set_sidebar_width_unit (self->view, ADW_LENGTH_UNIT_PX);
  adw_navigation_split_view_set_sidebar_width_fraction (self->view, 0.5);

  g_value_init (&folded, G_TYPE_BOOLEAN);
  g_value_set_boolean (&folded, TRUE);
  adw_breakpoint_add_setter (narrow, G_OBJECT (self->view), "collapsed", &folded);
  g_value_unset (&folded);
  adw_breakpoint_bin_add_breakpoint (ADW_BREAKPOINT_BIN (bin), narrow);
  adw_breakpoint_bin_set_child (ADW_BREAKPOINT_BIN (bin), GTK_WIDGET (self->view));
  gtk_widget_set_size_request (bin, 360, 288);
  adw_bin_set_child (ADW_BIN (self), bin);

  g_signal_connect_swapped (self->view, "notify::collapsed", G_CALLBACK (notify_folded_cb), self);
  g_signal_connect_swapped (self->view, "notify::show-content", G_CALLBACK (notify_shown_cb), self);
}

static void
add_list (DocketSplit *self, GtkWidget *list)
{
  adw_navigation_split_view_set_sidebar (self->view, adw_navigation_page_new (list, _ ("Tasks")));
}

static void
add_detail (DocketSplit *self, GtkWidget *detail)
{
  adw_navigation_split_view_set_content (self->view, adw_navigation_page_new (detail, _ ("Task")));
}

gboolean
docket_split_get_folded (DocketSplit *self)
{
  return adw_navigation_split_view_get_collapsed (self->view);
}

gboolean
docket_split_get_show_detail (DocketSplit *self)
{
  return adw_navigation_split_view_get_show_content (self->view);
}

void
docket_split_set_show_detail (DocketSplit *self, gboolean show_detail)
{
  adw_navigation_split_view_set_show_content (self->view, show_detail);
}

#else

static void
build (DocketSplit *self)
{
  self->leaflet = ADW_LEAFLET (adw_leaflet_new ());
  adw_leaflet_set_fold_threshold_policy (self->leaflet, ADW_FOLD_THRESHOLD_POLICY_MINIMUM);
  adw_leaflet_set_can_navigate_back (self->leaflet, TRUE);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->leaflet));

  g_signal_connect_swapped (self->leaflet, "notify::folded", G_CALLBACK (notify_folded_cb), self);
  g_signal_connect_swapped (self->leaflet, "notify::visible-child", G_CALLBACK (notify_shown_cb),
                            self);
}

static void
add_list (DocketSplit *self, GtkWidget *list)
{
  self->list_page = adw_clamp_new ();
  adw_clamp_set_maximum_size (ADW_CLAMP (self->list_page), LIST_WIDTH);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (self->list_page), LIST_WIDTH);
  adw_clamp_set_child (ADW_CLAMP (self->list_page), list);
  gtk_widget_set_size_request (self->list_page, LIST_MIN_WIDTH, -1);
  /* An entry inside that expands would make the whole pane grow. */
  gtk_widget_set_hexpand (self->list_page, FALSE);
  adw_leaflet_prepend (self->leaflet, self->list_page);
}

static void
add_detail (DocketSplit *self, GtkWidget *detail)
{
  gtk_widget_set_hexpand (detail, TRUE);
  adw_leaflet_append (self->leaflet, detail);
}

gboolean
docket_split_get_folded (DocketSplit *self)
{
  return adw_leaflet_get_folded (self->leaflet);
}

gboolean
docket_split_get_show_detail (DocketSplit *self)
{
  return self->detail != NULL && adw_leaflet_get_visible_child (self->leaflet) == self->detail;
}

void
docket_split_set_show_detail (DocketSplit *self, gboolean show_detail)
{
  adw_leaflet_set_visible_child (self->leaflet, show_detail ? self->detail : self->list_page);
}

#endif

static void
docket_split_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  DocketSplit *self = DOCKET_SPLIT (object);

  switch (id)
    {
    case PROP_LIST:
      g_value_set_object (value, self->list);
      break;
    case PROP_DETAIL:
      g_value_set_object (value, self->detail);
      break;
    case PROP_FOLDED:
      g_value_set_boolean (value, docket_split_get_folded (self));
      break;
    case PROP_SHOW_DETAIL:
      g_value_set_boolean (value, docket_split_get_show_detail (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
docket_split_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  DocketSplit *self = DOCKET_SPLIT (object);

  switch (id)
    {
    case PROP_LIST:
      g_return_if_fail (self->list == NULL);
      self->list = g_value_get_object (value);
      add_list (self, self->list);
      break;
    case PROP_DETAIL:
      g_return_if_fail (self->detail == NULL);
      self->detail = g_value_get_object (value);
      add_detail (self, self->detail);
      break;
    case PROP_SHOW_DETAIL:
      docket_split_set_show_detail (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
docket_split_class_init (DocketSplitClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = docket_split_get_property;
  object_class->set_property = docket_split_set_property;

  properties[PROP_LIST] = g_param_spec_object ("list", NULL, NULL, GTK_TYPE_WIDGET,
                                               G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_DETAIL] = g_param_spec_object ("detail", NULL, NULL, GTK_TYPE_WIDGET,
                                                 G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_FOLDED] = g_param_spec_boolean ("folded", NULL, NULL, FALSE,
                                                  G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_SHOW_DETAIL]
      = g_param_spec_boolean ("show-detail", NULL, NULL, FALSE,
                              G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
docket_split_init (DocketSplit *self)
{
  build (self);
}
