/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/docket-token-field.h"

#include <glib/gi18n.h>
#include "ui/docket-field-error.h"

struct _DocketTokenField
{
  AdwBin parent_instance;

  AdwPasswordEntryRow *entry;
  DocketFieldError *error;
};

enum
{
  CHANGED,
  ACTIVATED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DocketTokenField, docket_token_field, ADW_TYPE_BIN)

static void
changed_cb (DocketTokenField *self)
{
  docket_token_field_set_error (self, NULL);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
entry_activated_cb (DocketTokenField *self)
{
  g_signal_emit (self, signals[ACTIVATED], 0);
}

static void
docket_token_field_class_init (DocketTokenFieldClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  signals[ACTIVATED] = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (DOCKET_TYPE_FIELD_ERROR);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/app/docket/Docket/ui/docket-token-field.ui");
  gtk_widget_class_bind_template_child (widget_class, DocketTokenField, entry);
  gtk_widget_class_bind_template_child (widget_class, DocketTokenField, error);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activated_cb);
}

static void
docket_token_field_init (DocketTokenField *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

const char *
docket_token_field_get_text (DocketTokenField *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->entry));
}

/** docket_token_field_clear: for as soon as the token was accepted. */
void
docket_token_field_clear (DocketTokenField *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
}

void
docket_token_field_set_error (DocketTokenField *self, const char *sentence)
{
  docket_field_error_set (self->error, GTK_WIDGET (self->entry), sentence);
}

void
docket_token_field_set_busy (DocketTokenField *self, gboolean busy)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkRoot *root = gtk_widget_get_root (widget);

  /* GTK does not tell an entry that it lost the focus by becoming insensitive, and its cursor goes
   * on blinking. With no focus at all Escape would reach nobody. */
  if (busy && gtk_widget_get_mapped (widget))
    {
      gtk_widget_set_focusable (widget, TRUE);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      _ ("Access token"), -1);
      gtk_widget_grab_focus (widget);
    }
  else if (!busy)
    {
      if (root != NULL && gtk_root_get_focus (root) == widget)
        gtk_root_set_focus (root, NULL);
      gtk_widget_set_focusable (widget, FALSE);
      gtk_accessible_reset_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL);
    }
  gtk_widget_set_sensitive (GTK_WIDGET (self->entry), !busy);
}

void
docket_token_field_focus (DocketTokenField *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}
