/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/docket-answer-value.h"

#include <glib/gi18n.h>
#include "ui/docket-answer-words.h"
#include "ui/docket-task-menu.h"

void
docket_answer_value_show (AdwActionRow *row,
                          GtkMenuButton *button,
                          TallyfyFormField *field,
                          const char *words)
{
  const char *value = words != NULL ? words : _ ("Not set");
  g_autofree char *title = docket_answer_words_title (field);
  g_autofree char *both = g_strdup_printf ("%s: %s", title, value);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (row, value);
  docket_menus_set_up_button (button, both);
  if (words == NULL)
    gtk_widget_add_css_class (GTK_WIDGET (row), "unset");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (row), "unset");
}
