/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "docket-config.h"

#include "ui/docket-window-pages.h"

#include <glib/gi18n.h>
#include "ui/compat/docket-frame.h"
#include "ui/docket-first-run.h"
#include "ui/docket-organization-page.h"
#include "ui/docket-sign-in-page.h"

struct _DocketWindowPages
{
  AdwBin parent_instance;

  GtkStack *stack;
  GMenuModel *menu_model;
  GSettings *settings;
  DocketFirstRun *first_run; /* or NULL */
  DocketSignInPage *sign_in; /* this and the others: NULL until it shows first */
  DocketOrganizationPage *organizations;
  GtkWidget *waiting;
  AdwStatusPage *failure;
};

enum
{
  PROP_MAIN = 1,
  PROP_MENU_MODEL,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

enum
{
  CHECKED,
  BACK,
  CHOSEN,
  CHOSEN_NONE,
  STOP_WAITING,
  RETRY,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DocketWindowPages, docket_window_pages, ADW_TYPE_BIN)

static void
checked_cb (DocketWindowPages *self, DocketSignIn *sign_in)
{
  g_signal_emit (self, signals[CHECKED], 0, sign_in);
}

static void
back_cb (DocketWindowPages *self)
{
  g_signal_emit (self, signals[BACK], 0);
}

static void
chosen_cb (DocketWindowPages *self, guint index)
{
  g_signal_emit (self, signals[CHOSEN], 0, index);
}

static void
chosen_none_cb (DocketWindowPages *self)
{
  g_signal_emit (self, signals[CHOSEN_NONE], 0);
}

static void
stop_waiting_cb (DocketWindowPages *self)
{
  g_signal_emit (self, signals[STOP_WAITING], 0);
}

static void
retry_cb (DocketWindowPages *self)
{
  g_signal_emit (self, signals[RETRY], 0);
}

static DocketSignInPage *
ensure_sign_in (DocketWindowPages *self)
{
  if (self->sign_in != NULL)
    return self->sign_in;
  self->sign_in = g_object_new (DOCKET_TYPE_SIGN_IN_PAGE, "menu-model", self->menu_model, NULL);
  g_signal_connect_swapped (self->sign_in, "checked", G_CALLBACK (checked_cb), self);
  g_signal_connect_swapped (self->sign_in, "back", G_CALLBACK (back_cb), self);
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->sign_in), "sign-in");
  return self->sign_in;
}

/* @content: (nullable) */
static GtkWidget *
create_page (GtkWidget *content)
{
  GtkWidget *header = g_object_new (ADW_TYPE_HEADER_BAR, "title-widget", adw_bin_new (), NULL);
  GtkWidget *frame = g_object_new (DOCKET_TYPE_FRAME, NULL);

  gtk_widget_add_css_class (header, "flat");
  docket_frame_add_top (DOCKET_FRAME (frame), header);
  if (content != NULL)
    docket_frame_set_content (DOCKET_FRAME (frame), content);
  return frame;
}

static GtkWidget *
create_button (DocketWindowPages *self, const char *label, GCallback clicked_cb)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "pill");
  g_signal_connect_swapped (button, "clicked", clicked_cb, self);
  return button;
}

static void
docket_window_pages_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  DocketWindowPages *self = DOCKET_WINDOW_PAGES (object);

  switch (id)
    {
    case PROP_MAIN:
      gtk_stack_add_named (self->stack, g_value_get_object (value), "main");
      break;
    case PROP_MENU_MODEL:
      g_set_object (&self->menu_model, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
docket_window_pages_dispose (GObject *object)
{
  DocketWindowPages *self = DOCKET_WINDOW_PAGES (object);

  g_clear_object (&self->menu_model);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (docket_window_pages_parent_class)->dispose (object);
}

static void
docket_window_pages_class_init (DocketWindowPagesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GType type = G_TYPE_FROM_CLASS (klass);

  object_class->set_property = docket_window_pages_set_property;
  object_class->dispose = docket_window_pages_dispose;

  properties[PROP_MAIN] = g_param_spec_object ("main", NULL, NULL, GTK_TYPE_WIDGET,
                                               G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_MENU_MODEL] = g_param_spec_object ("menu-model", NULL, NULL, G_TYPE_MENU_MODEL,
                                                     G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[CHECKED] = g_signal_new ("checked", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, DOCKET_TYPE_SIGN_IN);
  signals[BACK]
      = g_signal_new ("back", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[CHOSEN] = g_signal_new ("chosen", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[CHOSEN_NONE]
      = g_signal_new ("chosen-none", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[STOP_WAITING]
      = g_signal_new ("stop-waiting", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[RETRY]
      = g_signal_new ("retry", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
docket_window_pages_init (DocketWindowPages *self)
{
  self->settings = g_settings_new (APPLICATION_ID);
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_set_hhomogeneous (self->stack, FALSE);
  gtk_stack_set_vhomogeneous (self->stack, FALSE);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->stack));
  gtk_stack_add_named (self->stack, create_page (NULL), "starting");
}

static gboolean
is_new_here (DocketWindowPages *self)
{
  return !g_settings_get_boolean (self->settings, "welcome-seen");
}

/* Who works with it needs no introduction, later neither. */
static void
end_first_run (DocketWindowPages *self)
{
  if (is_new_here (self))
    g_settings_set_boolean (self->settings, "welcome-seen", TRUE);
}

static void
first_run_done_cb (DocketWindowPages *self)
{
  end_first_run (self);
  docket_window_pages_show_sign_in (self);
}

static void
show_first_run (DocketWindowPages *self)
{
  if (self->first_run == NULL)
    {
      self->first_run = g_object_new (DOCKET_TYPE_FIRST_RUN, NULL);
      g_signal_connect_swapped (self->first_run, "done", G_CALLBACK (first_run_done_cb), self);
      gtk_stack_add_named (self->stack, GTK_WIDGET (self->first_run), "first-run");
    }
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->first_run));
  docket_first_run_focus (self->first_run);
}

void
docket_window_pages_show_main (DocketWindowPages *self)
{
  end_first_run (self);
  gtk_stack_set_visible_child_name (self->stack, "main");
}

void
docket_window_pages_begin_sign_in (DocketWindowPages *self, gboolean can_go_back)
{
  docket_sign_in_page_set_can_go_back (ensure_sign_in (self), can_go_back);
  if (is_new_here (self))
    show_first_run (self);
  else
    docket_window_pages_show_sign_in (self);
}

void
docket_window_pages_show_sign_in (DocketWindowPages *self)
{
  DocketSignInPage *sign_in = ensure_sign_in (self);

  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (sign_in));
  docket_sign_in_page_focus (sign_in);
}

void
docket_window_pages_check_token (DocketWindowPages *self, const char *address, const char *token)
{
  docket_sign_in_page_check (ensure_sign_in (self), address, token);
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->sign_in));
}

void
docket_window_pages_forget_token (DocketWindowPages *self)
{
  if (self->sign_in != NULL)
    docket_sign_in_page_clear (self->sign_in);
}

void
docket_window_pages_show_organizations (DocketWindowPages *self, DocketSignIn *sign_in)
{
  if (self->organizations == NULL)
    {
      self->organizations = g_object_new (DOCKET_TYPE_ORGANIZATION_PAGE, NULL);
      g_signal_connect_swapped (self->organizations, "chosen", G_CALLBACK (chosen_cb), self);
      g_signal_connect_swapped (self->organizations, "back", G_CALLBACK (chosen_none_cb), self);
      gtk_stack_add_named (self->stack, GTK_WIDGET (self->organizations), "organizations");
    }
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->organizations));
  docket_organization_page_show (self->organizations, sign_in);
}

void
docket_window_pages_show_waiting (DocketWindowPages *self)
{
  if (self->waiting == NULL)
    {
      self->waiting = create_page (
          g_object_new (ADW_TYPE_STATUS_PAGE, "icon-name", "dialog-password-symbolic", "title",
                        _ ("Waiting for Your Keyring"), "description",
                        _ ("Docket keeps the token there. Your desktop may ask for the keyring’s "
                           "password."),
                        "child", create_button (self, _ ("Cancel"), G_CALLBACK (stop_waiting_cb)),
                        NULL));
      gtk_stack_add_named (self->stack, self->waiting, "waiting");
    }
  gtk_stack_set_visible_child (self->stack, self->waiting);
}

void
docket_window_pages_show_failure (DocketWindowPages *self, const char *words)
{
  g_autofree char *markup = g_markup_escape_text (words, -1);

  if (self->failure == NULL)
    {
      GtkWidget *button = create_button (self, _ ("Try Again"), G_CALLBACK (retry_cb));

      gtk_widget_add_css_class (button, "suggested-action");
      self->failure
          = g_object_new (ADW_TYPE_STATUS_PAGE, "icon-name", "dialog-error-symbolic", "title",
                          _ ("Workspace Could Not Be Opened"), "child", button, NULL);
      gtk_stack_add_named (self->stack, create_page (GTK_WIDGET (self->failure)), "failure");
    }
  adw_status_page_set_description (self->failure, markup);
  gtk_stack_set_visible_child_name (self->stack, "failure");
}
