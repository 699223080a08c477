/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/docket-field-error.h"

struct _DocketFieldError
{
  AdwBin parent_instance;

  GtkLabel *label;
};

G_DEFINE_FINAL_TYPE (DocketFieldError, docket_field_error, ADW_TYPE_BIN)

static void
docket_field_error_class_init (DocketFieldErrorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/app/docket/Docket/ui/docket-field-error.ui");
  gtk_widget_class_bind_template_child (widget_class, DocketFieldError, label);
}

static void
docket_field_error_init (DocketFieldError *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/** docket_field_error_set: marks @entry as wrong in looks and for assistive technology. */
void
docket_field_error_set (DocketFieldError *self, GtkWidget *entry, const char *sentence)
{
  gtk_label_set_text (self->label, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self), sentence != NULL);
  if (sentence == NULL)
    {
      gtk_widget_remove_css_class (entry, "error");
      gtk_accessible_reset_state (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_STATE_INVALID);
      gtk_accessible_reset_relation (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY);
      return;
    }
  gtk_widget_add_css_class (entry, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_STATE_INVALID,
                               GTK_ACCESSIBLE_INVALID_TRUE, -1);
  /* Not ERROR_MESSAGE: whether that takes one widget or a list of them depends on GTK's version. */
  gtk_accessible_update_relation (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY,
                                  self->label, NULL, -1);
}
