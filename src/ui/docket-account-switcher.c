/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/docket-account-switcher.h"

#include <glib/gi18n.h>
#include "tallyfy/tallyfy-address.h"
#include "ui/docket-words.h"
#include "workspace/docket-text.h"

/* What a row calls the account it is for: NULL = the practice workspace. */
#define ACCOUNT_KEY "docket-account"

#define AVATAR_SIZE 24

struct _DocketAccountSwitcher
{
  AdwBin parent_instance;

  GtkListBox *list;

  GListModel *accounts;   /* nullable */
  DocketAccount *current; /* NULL: practice */
};

enum
{
  BACK,
  DONE,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DocketAccountSwitcher, docket_account_switcher, ADW_TYPE_BIN)

static GtkWidget *
create_line (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 28);
  return label;
}

/* @image: floating */
static GtkWidget *
create_row (GtkWidget *image, const char *name, const char *words, gboolean is_current)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *below = create_line (words);
  GtkWidget *check = gtk_image_new_from_icon_name ("object-select-symbolic");
  g_autofree char *label
      /* Translators: an organization, and who is signed in to it */
      = g_strdup_printf (C_ ("organization and person", "%1$s, %2$s"), name, words);

  gtk_widget_add_css_class (below, "caption");
  gtk_widget_add_css_class (below, "faint");
  gtk_box_append (GTK_BOX (lines), create_line (name));
  gtk_box_append (GTK_BOX (lines), below);
  gtk_widget_set_hexpand (lines, TRUE);
  gtk_widget_set_opacity (check, is_current ? 1 : 0);
  gtk_box_append (GTK_BOX (box), image);
  gtk_box_append (GTK_BOX (box), lines);
  gtk_box_append (GTK_BOX (box), check);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return row;
}

static char *
describe_elsewhere (const char *user, const char *address)
{
  g_autoptr (GPtrArray) facts = g_ptr_array_new ();

  g_ptr_array_add (facts, (gpointer)user);
  g_ptr_array_add (facts, (gpointer)address);
  return docket_words_facts (facts);
}

static GtkWidget *
create_account_row (DocketAccount *account, gboolean is_current)
{
  const char *address = docket_account_get_address (account);
  g_autofree char *name = docket_text_clean (docket_account_get_organization_name (account));
  g_autofree char *user = docket_text_clean (docket_account_get_user_name (account));
  g_autofree char *elsewhere = describe_elsewhere (user, address);
  GtkWidget *row
      = create_row (adw_avatar_new (AVATAR_SIZE, name, TRUE), name,
                    g_str_equal (address, TALLYFY_DEFAULT_ADDRESS) ? user : elsewhere, is_current);

  g_object_set_data_full (G_OBJECT (row), ACCOUNT_KEY, docket_account_dup_file_name (account),
                          g_free);
  return row;
}

static GtkWidget *
create_practice_row (gboolean is_current)
{
  GtkWidget *image = gtk_image_new_from_icon_name ("applications-science-symbolic");

  gtk_widget_set_size_request (image, AVATAR_SIZE, AVATAR_SIZE);
  return create_row (image, _ ("Practice Workspace"), _ ("Nothing leaves this computer"),
                     is_current);
}

static void
append (DocketAccountSwitcher *self, GtkWidget *row, gboolean is_current)
{
  gtk_list_box_append (self->list, row);
  if (is_current)
    gtk_list_box_select_row (self->list, GTK_LIST_BOX_ROW (row));
}

static void
show (DocketAccountSwitcher *self)
{
  const guint n_accounts = self->accounts != NULL ? g_list_model_get_n_items (self->accounts) : 0;
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  for (guint i = 0; i < n_accounts; i++)
    {
      g_autoptr (DocketAccount) account = g_list_model_get_item (self->accounts, i);
      const gboolean is_current
          = self->current != NULL && docket_account_equal (account, self->current);

      append (self, create_account_row (account, is_current), is_current);
    }
  append (self, create_practice_row (self->current == NULL), self->current == NULL);
}

static void
row_activated_cb (GtkListBox *list, GtkListBoxRow *row, DocketAccountSwitcher *self)
{
  const char *account = g_object_get_data (G_OBJECT (row), ACCOUNT_KEY);
  g_autofree char *chosen = g_strdup (account);

  g_signal_emit (self, signals[DONE], 0);
  if (chosen != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.switch", "s", chosen);
  else if (self->current != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.practice", NULL);
}

static void
back_cb (DocketAccountSwitcher *self)
{
  g_signal_emit (self, signals[BACK], 0);
}

static void
done_cb (DocketAccountSwitcher *self)
{
  g_signal_emit (self, signals[DONE], 0);
}

static void
docket_account_switcher_dispose (GObject *object)
{
  DocketAccountSwitcher *self = DOCKET_ACCOUNT_SWITCHER (object);

  if (self->accounts != NULL)
    g_signal_handlers_disconnect_by_data (self->accounts, self);
  g_clear_object (&self->accounts);
  g_clear_object (&self->current);

  G_OBJECT_CLASS (docket_account_switcher_parent_class)->dispose (object);
}

static void
docket_account_switcher_class_init (DocketAccountSwitcherClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = docket_account_switcher_dispose;
  signals[BACK] = g_signal_new ("back", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 0);
  signals[DONE] = g_signal_new ("done", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/app/docket/Docket/ui/docket-account-switcher.ui");
  gtk_widget_class_bind_template_child (widget_class, DocketAccountSwitcher, list);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, back_cb);
  gtk_widget_class_bind_template_callback (widget_class, done_cb);
}

static void
docket_account_switcher_init (DocketAccountSwitcher *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
docket_account_switcher_set_accounts (DocketAccountSwitcher *self, GListModel *accounts)
{
  if (self->accounts != NULL)
    g_signal_handlers_disconnect_by_data (self->accounts, self);
  g_set_object (&self->accounts, accounts);
  if (accounts != NULL)
    g_signal_connect_object (accounts, "items-changed", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  show (self);
}

void
docket_account_switcher_set_current (DocketAccountSwitcher *self, DocketAccount *account)
{
  g_set_object (&self->current, account);
  show (self);
}

void
docket_account_switcher_focus (DocketAccountSwitcher *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}
