/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/docket-account-page.h"

#include "workspace/docket-text.h"

struct _DocketAccountPage
{
  AdwPreferencesPage parent_instance;

  AdwActionRow *organization;
  AdwActionRow *person;
  AdwActionRow *server;
  GtkWidget *sign_out;
};

enum
{
  SIGN_OUT,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DocketAccountPage, docket_account_page, ADW_TYPE_PREFERENCES_PAGE)

static void
sign_out_cb (DocketAccountPage *self)
{
  g_signal_emit (self, signals[SIGN_OUT], 0);
}

static void
docket_account_page_class_init (DocketAccountPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[SIGN_OUT] = g_signal_new ("sign-out", DOCKET_TYPE_ACCOUNT_PAGE, G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/app/docket/Docket/ui/docket-account-page.ui");
  gtk_widget_class_bind_template_child (widget_class, DocketAccountPage, organization);
  gtk_widget_class_bind_template_child (widget_class, DocketAccountPage, person);
  gtk_widget_class_bind_template_child (widget_class, DocketAccountPage, server);
  gtk_widget_class_bind_template_child (widget_class, DocketAccountPage, sign_out);
  gtk_widget_class_bind_template_callback (widget_class, sign_out_cb);
}

static void
docket_account_page_init (DocketAccountPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
show (AdwActionRow *row, const char *text)
{
  g_autofree char *clean = docket_text_clean (text);

  adw_action_row_set_subtitle (row, clean);
}

GtkWidget *
docket_account_page_new (DocketWorkspace *workspace, gboolean practice)
{
  DocketAccountPage *self = g_object_new (DOCKET_TYPE_ACCOUNT_PAGE, NULL);
  DocketAccount *account = docket_workspace_get_account (workspace);

  show (self->organization, docket_account_get_organization_name (account));
  show (self->person, docket_account_get_user_name (account));
  show (self->server, docket_account_get_address (account));
  gtk_widget_set_visible (self->sign_out, !practice);
  return GTK_WIDGET (self);
}
