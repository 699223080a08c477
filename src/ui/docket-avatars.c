/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/docket-avatars.h"

#include <glib/gi18n.h>
#include "workspace/docket-text.h"

#define MAX_AVATARS 2
#define AVATAR_SIZE 24

void
docket_avatars_show (GtkBox *box, const char *const *names)
{
  guint n_names = names != NULL ? g_strv_length ((char **)names) : 0;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
  for (guint i = 0; i < MIN (n_names, MAX_AVATARS); i++)
    {
      g_autofree char *name = docket_text_clean (names[i]);
      GtkWidget *avatar = adw_avatar_new (AVATAR_SIZE, name, TRUE);

      gtk_widget_set_valign (avatar, GTK_ALIGN_CENTER);
      gtk_box_append (box, avatar);
    }
  if (n_names > MAX_AVATARS)
    {
      /* Translators: how many people more than are shown */
      g_autofree char *more = g_strdup_printf (_ ("+%u"), n_names - MAX_AVATARS);
      GtkWidget *label = gtk_label_new (more);

      gtk_widget_add_css_class (label, "caption");
      gtk_widget_add_css_class (label, "faint");
      gtk_box_append (box, label);
    }
  gtk_widget_set_visible (GTK_WIDGET (box), n_names > 0);
}
