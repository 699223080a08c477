/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/docket-first-run.h"

#include <glib/gi18n.h>
#include "ui/compat/docket-frame.h"
#include "ui/docket-welcome-page.h"

struct _DocketFirstRun
{
  AdwBin parent_instance;

  AdwCarousel *carousel;
  GtkWidget *next;
  GtkWidget *skip;
  guint page; /* that shows, or slides into place */
};

enum
{
  DONE,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DocketFirstRun, docket_first_run, ADW_TYPE_BIN)

static guint
get_last (DocketFirstRun *self)
{
  return adw_carousel_get_n_pages (self->carousel) - 1;
}

static void
finish (DocketFirstRun *self)
{
  g_signal_emit (self, signals[DONE], 0);
}

static void
update (DocketFirstRun *self)
{
  const gboolean last = self->page == get_last (self);

  if (last && gtk_widget_has_focus (self->skip))
    gtk_widget_grab_focus (self->next);
  gtk_widget_set_visible (self->skip, !last);
  /* Translators: on a button that shows the next page of the introduction */
  gtk_button_set_label (GTK_BUTTON (self->next),
                        last ? C_ ("introduction", "Start") : C_ ("introduction", "Next"));
}

static void
turn_to (DocketFirstRun *self, guint page)
{
  self->page = page;
  update (self);
  adw_carousel_scroll_to (self->carousel, adw_carousel_get_nth_page (self->carousel, page), TRUE);
}

static void
next_cb (DocketFirstRun *self)
{
  if (self->page == get_last (self))
    finish (self);
  else
    turn_to (self, self->page + 1);
}

static void
skip_cb (DocketFirstRun *self)
{
  finish (self);
}

/* Swiped, or scrolled. */
static void
page_changed_cb (DocketFirstRun *self, guint page)
{
  self->page = page;
  update (self);
}

static gboolean
key_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  DocketFirstRun *self = DOCKET_FIRST_RUN (widget);
  const gboolean to_the_right = g_variant_get_boolean (arguments);
  const gboolean forward = to_the_right == (gtk_widget_get_direction (widget) != GTK_TEXT_DIR_RTL);

  if (forward && self->page < get_last (self))
    turn_to (self, self->page + 1);
  else if (!forward && self->page > 0)
    turn_to (self, self->page - 1);
  return TRUE;
}

static gboolean
escape_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  finish (DOCKET_FIRST_RUN (widget));
  return TRUE;
}

static void
docket_first_run_class_init (DocketFirstRunClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[DONE] = g_signal_new ("done", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 0);

  g_type_ensure (DOCKET_TYPE_FRAME);
  g_type_ensure (DOCKET_TYPE_WELCOME_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/app/docket/Docket/ui/docket-first-run.ui");
  gtk_widget_class_bind_template_child (widget_class, DocketFirstRun, carousel);
  gtk_widget_class_bind_template_child (widget_class, DocketFirstRun, next);
  gtk_widget_class_bind_template_child (widget_class, DocketFirstRun, skip);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
  gtk_widget_class_bind_template_callback (widget_class, skip_cb);
  gtk_widget_class_bind_template_callback (widget_class, page_changed_cb);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Left, 0, key_cb, "b", FALSE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Right, 0, key_cb, "b", TRUE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);
}

static void
docket_first_run_init (DocketFirstRun *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  update (self);
}

void
docket_first_run_focus (DocketFirstRun *self)
{
  gtk_widget_grab_focus (self->next);
}
