/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/compat/docket-frame.h"

#if ADW_CHECK_VERSION(1, 4, 0)
#define FRAME_PARENT ADW_TYPE_BIN
#else
#define FRAME_PARENT GTK_TYPE_BOX
#endif

struct _DocketFrame
{
#if ADW_CHECK_VERSION(1, 4, 0)
  AdwBin parent_instance;

  AdwToolbarView *view;
  GtkBox *tops;
  GtkBox *bottoms;
#else
  GtkBox parent_instance;

  GtkWidget *last_top;
#endif
};

static GtkBuildableIface *parent_buildable;

static void buildable_init (GtkBuildableIface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (DocketFrame,
                               docket_frame,
                               FRAME_PARENT,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, buildable_init))

#if ADW_CHECK_VERSION(1, 4, 0)

static GtkBox *
new_bars (void)
{
  return GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
}

/* To the toolbar view all bars at one edge are one: of several it makes each one lower while
 * another is visible, so that they would jump whenever one comes or goes. And where one comes and
 * goes between two frames, GTK finds no style changed and keeps what it measured meanwhile: a
 * button gets less room than it needs. */
static void
docket_frame_init (DocketFrame *self)
{
  self->view = ADW_TOOLBAR_VIEW (adw_toolbar_view_new ());
  self->tops = new_bars ();
  self->bottoms = new_bars ();
  adw_toolbar_view_add_top_bar (self->view, GTK_WIDGET (self->tops));
  adw_toolbar_view_add_bottom_bar (self->view, GTK_WIDGET (self->bottoms));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->view));
}

void
docket_frame_add_top (DocketFrame *self, GtkWidget *bar)
{
  if (ADW_IS_HEADER_BAR (bar))
    adw_header_bar_set_show_back_button (ADW_HEADER_BAR (bar), FALSE);
  gtk_box_append (self->tops, bar);
}

void
docket_frame_add_bottom (DocketFrame *self, GtkWidget *bar)
{
  gtk_box_append (self->bottoms, bar);
}

void
docket_frame_set_content (DocketFrame *self, GtkWidget *content)
{
  adw_toolbar_view_set_content (self->view, content);
}

#else

static void
docket_frame_init (DocketFrame *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
}

void
docket_frame_add_top (DocketFrame *self, GtkWidget *bar)
{
  gtk_box_insert_child_after (GTK_BOX (self), bar, self->last_top);
  self->last_top = bar;
}

void
docket_frame_add_bottom (DocketFrame *self, GtkWidget *bar)
{
  gtk_box_append (GTK_BOX (self), bar);
}

void
docket_frame_set_content (DocketFrame *self, GtkWidget *content)
{
  gtk_widget_set_vexpand (content, TRUE);
  gtk_box_insert_child_after (GTK_BOX (self), content, self->last_top);
}

#endif

static void
add_child (GtkBuildable *buildable, GtkBuilder *builder, GObject *child, const char *type)
{
  DocketFrame *self = DOCKET_FRAME (buildable);

  if (g_strcmp0 (type, "top") == 0)
    docket_frame_add_top (self, GTK_WIDGET (child));
  else if (g_strcmp0 (type, "bottom") == 0)
    docket_frame_add_bottom (self, GTK_WIDGET (child));
  else if (type == NULL && GTK_IS_WIDGET (child))
    docket_frame_set_content (self, GTK_WIDGET (child));
  else
    parent_buildable->add_child (buildable, builder, child, type);
}

static void
buildable_init (GtkBuildableIface *iface)
{
  parent_buildable = g_type_interface_peek_parent (iface);
  iface->add_child = add_child;
}

static void
docket_frame_class_init (DocketFrameClass *klass)
{
}

GtkWidget *
docket_frame_new (void)
{
  return g_object_new (DOCKET_TYPE_FRAME, NULL);
}
