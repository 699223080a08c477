/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/docket-avatars.h"

#include <glib/gi18n.h>
#include "workspace/docket-text.h"

#define MAX_AVATARS 2
#define AVATAR_SIZE 24

/* How many people more than are shown: a label at the end, made at first need. */
static void
show_more (GtkBox *box, guint n_more)
{
  GtkWidget *label = gtk_widget_get_last_child (GTK_WIDGET (box));
  g_autofree char *more = NULL;

  if (!GTK_IS_LABEL (label) && n_more == 0)
    return;
  if (!GTK_IS_LABEL (label))
    {
      label = gtk_label_new (NULL);
      gtk_widget_add_css_class (label, "caption");
      gtk_widget_add_css_class (label, "faint");
      gtk_box_append (box, label);
    }
  /* Translators: how many people more than are shown */
  more = g_strdup_printf (_ ("+%u"), n_more);
  gtk_label_set_text (GTK_LABEL (label), more);
  gtk_widget_set_visible (label, n_more > 0);
}

/* @before: what it comes after; nullable */
static GtkWidget *
add_avatar (GtkBox *box, GtkWidget *before)
{
  GtkWidget *avatar = adw_avatar_new (AVATAR_SIZE, NULL, TRUE);

  gtk_widget_set_valign (avatar, GTK_ALIGN_CENTER);
  gtk_box_insert_child_after (box, avatar, before);
  return avatar;
}

void
docket_avatars_show (GtkBox *box, const char *const *names)
{
  const guint n_names = names != NULL ? g_strv_length ((char **)names) : 0;
  GtkWidget *avatar = gtk_widget_get_first_child (GTK_WIDGET (box));
  GtkWidget *before = NULL;

  /* Those that are there show others: a row that scrolls by makes none. */
  for (guint i = 0; i < MAX_AVATARS; i++)
    {
      if (!ADW_IS_AVATAR (avatar) && i < n_names)
        avatar = add_avatar (box, before);
      if (!ADW_IS_AVATAR (avatar))
        break;
      if (i < n_names)
        {
          g_autofree char *name = docket_text_clean (names[i]);

          if (g_strcmp0 (adw_avatar_get_text (ADW_AVATAR (avatar)), name) != 0)
            adw_avatar_set_text (ADW_AVATAR (avatar), name);
        }
      gtk_widget_set_visible (avatar, i < n_names);
      before = avatar;
      avatar = gtk_widget_get_next_sibling (avatar);
    }
  show_more (box, n_names > MAX_AVATARS ? n_names - MAX_AVATARS : 0);
  gtk_widget_set_visible (GTK_WIDGET (box), n_names > 0);
}
