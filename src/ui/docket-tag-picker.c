/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/docket-tag-picker.h"

#include <glib/gi18n.h>
#include "ui/docket-tag-chip.h"
#include "workspace/docket-tags.h"
#include "workspace/docket-text.h"

/* Who wants more types a part of the title. */
#define MOST_TAGS 50

struct _DocketTagPicker
{
  DocketPicker parent_instance;
};

G_DEFINE_FINAL_TYPE (DocketTagPicker, docket_tag_picker, DOCKET_TYPE_PICKER)

static void
add_row (DocketPicker *picker, const char *id)
{
  DocketWorkspace *workspace = docket_picker_get_workspace (picker);
  g_autofree char *title = docket_text_clean (docket_tags_get_title (workspace, id));
  GtkWidget *dot = docket_tag_chip_new_dot (docket_tags_get_color (workspace, id));
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *label = gtk_label_new (title);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (dot != NULL)
    gtk_box_append (GTK_BOX (content), dot);
  gtk_box_append (GTK_BOX (content), label);
  docket_picker_add_row (picker, id, content, title, NULL);
}

static const char *
fill (DocketPicker *picker, const char *text)
{
  g_auto (GStrv) ids = docket_tags_find (docket_picker_get_workspace (picker), text, MOST_TAGS);

  for (guint i = 0; ids[i] != NULL; i++)
    add_row (picker, ids[i]);
  return *text != '\0' ? _ ("No tag of that name was found.") : _ ("The organization has no tags.");
}

static void
docket_tag_picker_class_init (DocketTagPickerClass *klass)
{
  DOCKET_PICKER_CLASS (klass)->fill = fill;
}

static void
docket_tag_picker_init (DocketTagPicker *self)
{
  docket_picker_set_words (DOCKET_PICKER (self), _ ("Find a tag"));
}
