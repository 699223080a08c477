/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/docket-chip.h"

#define MAX_CHARS 40

GtkWidget *
docket_chip_new (const char *text, DocketChipKind kind)
{
  static const char *const classes[] = {
    [DOCKET_CHIP_ERROR] = "error",
    [DOCKET_CHIP_ACCENT] = "accent",
    [DOCKET_CHIP_SUCCESS] = "success",
    [DOCKET_CHIP_TAG] = "tag",
  };
  GtkWidget *chip = gtk_label_new (text);

  gtk_label_set_ellipsize (GTK_LABEL (chip), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (chip), MAX_CHARS);
  gtk_widget_set_halign (chip, GTK_ALIGN_START);
  gtk_widget_set_valign (chip, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (chip, "chip");
  if (classes[kind] != NULL)
    gtk_widget_add_css_class (chip, classes[kind]);
  return chip;
}
