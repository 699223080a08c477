/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/docket-organization-page.h"

#include <glib/gi18n.h>
#include "tallyfy/tallyfy-organization.h"
#include "ui/compat/docket-frame.h"
#include "workspace/docket-text.h"

struct _DocketOrganizationPage
{
  AdwBin parent_instance;

  GtkLabel *words;
  GtkListBox *list;
};

enum
{
  CHOSEN,
  BACK,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DocketOrganizationPage, docket_organization_page, ADW_TYPE_BIN)

static GtkWidget *
create_row (TallyfyOrganization *organization)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");
  g_autofree char *name = docket_text_clean (tallyfy_organization_get_name (organization));

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), adw_avatar_new (32, name, TRUE));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), arrow);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return row;
}

static void
row_activated_cb (GtkListBox *list, GtkListBoxRow *row, DocketOrganizationPage *self)
{
  g_signal_emit (self, signals[CHOSEN], 0, (guint)gtk_list_box_row_get_index (row));
}

static void
back_cb (DocketOrganizationPage *self)
{
  g_signal_emit (self, signals[BACK], 0);
}

static gboolean
back_key_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  back_cb (DOCKET_ORGANIZATION_PAGE (widget));
  return TRUE;
}

static void
docket_organization_page_class_init (DocketOrganizationPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[BACK] = g_signal_new ("back", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 0);

  g_type_ensure (DOCKET_TYPE_FRAME);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/app/docket/Docket/ui/docket-organization-page.ui");
  gtk_widget_class_bind_template_child (widget_class, DocketOrganizationPage, words);
  gtk_widget_class_bind_template_child (widget_class, DocketOrganizationPage, list);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, back_cb);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Left, GDK_ALT_MASK, back_key_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, back_key_cb, NULL);
}

static void
docket_organization_page_init (DocketOrganizationPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/** docket_organization_page_show: after a check. */
void
docket_organization_page_show (DocketOrganizationPage *self, DocketSignIn *sign_in)
{
  GPtrArray *organizations = docket_sign_in_get_organizations (sign_in);
  GtkListBoxRow *row;
  g_autofree char *words
      = g_strdup_printf (ngettext ("Your token works for %u organization.",
                                   "Your token works for %u organizations.", organizations->len),
                         organizations->len);

  gtk_label_set_text (self->words, words);
  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  for (guint i = 0; i < organizations->len; i++)
    gtk_list_box_append (self->list, create_row (g_ptr_array_index (organizations, i)));
  row = gtk_list_box_get_row_at_index (self->list, 0);
  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}
