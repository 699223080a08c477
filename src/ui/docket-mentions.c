/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/docket-mentions.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include "ui/docket-mention-text.h"
#include "workspace/docket-people.h"
#include "workspace/docket-text.h"

/* Who wants another types more of the name. */
#define MOST_PEOPLE 6
#define AVATAR_SIZE 24
#define ID_KEY "docket-person"

struct _DocketMentions
{
  GtkPopover parent_instance;

  GtkListBox *rows;
  GtkTextView *view; /* not owned */
  DocketWorkspace *workspace;
  int refused; /* where an "@" stands for which it was closed; or -1 */
};

G_DEFINE_FINAL_TYPE (DocketMentions, docket_mentions, GTK_TYPE_POPOVER)

static void
accept (DocketMentions *self, GtkListBoxRow *row)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);
  const char *id = g_object_get_data (G_OBJECT (row), ID_KEY);
  const char *name = docket_workspace_get_person_name (self->workspace, id);
  GtkTextIter start, end;
  g_autofree char *typed = docket_mention_text_find_typed (buffer, &start);
  g_autofree char *kept_id = g_strdup (id);

  gtk_popover_popdown (GTK_POPOVER (self));
  if (typed == NULL || name == NULL)
    return;
  gtk_text_buffer_get_iter_at_mark (buffer, &end, gtk_text_buffer_get_insert (buffer));
  docket_mention_text_insert (buffer, &start, &end, kept_id, name);
}

static void
row_activated_cb (DocketMentions *self, GtkListBoxRow *row)
{
  accept (self, row);
}

static GtkWidget *
create_row (const char *id, const char *name)
{
  g_autofree char *clean = docket_text_clean (name);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *label = gtk_label_new (clean);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 28);
  gtk_box_append (GTK_BOX (box), adw_avatar_new (AVATAR_SIZE, clean, TRUE));
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_widget_add_css_class (row, "mention-row");
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, clean, -1);
  g_object_set_data_full (G_OBJECT (row), ID_KEY, g_strdup (id), g_free);
  return row;
}

/* Returns: whether there is anybody */
static gboolean
fill (DocketMentions *self, const char *typed)
{
  g_auto (GStrv) ids = docket_people_find (self->workspace, typed, MOST_PEOPLE);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->rows))) != NULL)
    gtk_list_box_remove (self->rows, child);
  for (guint i = 0; ids[i] != NULL; i++)
    {
      const char *name = docket_workspace_get_person_name (self->workspace, ids[i]);

      gtk_list_box_append (self->rows, create_row (ids[i], name != NULL ? name : ids[i]));
    }
  gtk_list_box_select_row (self->rows, gtk_list_box_get_row_at_index (self->rows, 0));
  return ids[0] != NULL;
}

static void
point_to (DocketMentions *self, const GtkTextIter *start)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));
  GdkRectangle place;
  graphene_point_t point;

  gtk_text_view_get_iter_location (self->view, start, &place);
  gtk_text_view_buffer_to_window_coords (self->view, GTK_TEXT_WINDOW_WIDGET, place.x, place.y,
                                         &place.x, &place.y);
  if (!gtk_widget_compute_point (GTK_WIDGET (self->view), parent,
                                 &GRAPHENE_POINT_INIT ((float)place.x, (float)place.y), &point))
    return;
  place.x = (int)point.x;
  place.y = (int)point.y;
  place.width = MAX (place.width, 1);
  gtk_popover_set_pointing_to (GTK_POPOVER (self), &place);
}

static void
docket_mentions_dispose (GObject *object)
{
  g_clear_object (&DOCKET_MENTIONS (object)->workspace);

  G_OBJECT_CLASS (docket_mentions_parent_class)->dispose (object);
}

static void
docket_mentions_class_init (DocketMentionsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = docket_mentions_dispose;
  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass),
                                               "/app/docket/Docket/ui/docket-mentions.ui");
  gtk_widget_class_bind_template_child (GTK_WIDGET_CLASS (klass), DocketMentions, rows);
  gtk_widget_class_bind_template_callback (GTK_WIDGET_CLASS (klass), row_activated_cb);
}

static void
docket_mentions_init (DocketMentions *self)
{
  self->refused = -1;
  gtk_widget_init_template (GTK_WIDGET (self));
}

DocketMentions *
docket_mentions_new (GtkWidget *parent, GtkTextView *view)
{
  DocketMentions *self = g_object_new (DOCKET_TYPE_MENTIONS, NULL);

  self->view = view;
  gtk_widget_set_parent (GTK_WIDGET (self), parent);
  return self;
}

void
docket_mentions_set_workspace (DocketMentions *self, DocketWorkspace *workspace)
{
  g_set_object (&self->workspace, workspace);
}

void
docket_mentions_update (DocketMentions *self)
{
  GtkTextIter start;
  g_autofree char *typed
      = docket_mention_text_find_typed (gtk_text_view_get_buffer (self->view), &start);
  const int place = typed != NULL ? gtk_text_iter_get_offset (&start) : -1;

  if (place < 0 || place != self->refused)
    self->refused = -1;
  if (place < 0 || place == self->refused || self->workspace == NULL
      || !gtk_widget_has_focus (GTK_WIDGET (self->view)) || !fill (self, typed))
    {
      gtk_popover_popdown (GTK_POPOVER (self));
      return;
    }
  point_to (self, &start);
  gtk_popover_popup (GTK_POPOVER (self));
  gtk_popover_present (GTK_POPOVER (self));
}

static void
move (DocketMentions *self, int by)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->rows);
  const int index = row != NULL ? gtk_list_box_row_get_index (row) + by : 0;

  row = gtk_list_box_get_row_at_index (self->rows, MAX (index, 0));
  if (row != NULL)
    gtk_list_box_select_row (self->rows, row);
}

/* It stays closed for this "@". */
static void
refuse (DocketMentions *self)
{
  GtkTextIter start;
  g_autofree char *typed
      = docket_mention_text_find_typed (gtk_text_view_get_buffer (self->view), &start);

  if (typed != NULL)
    self->refused = gtk_text_iter_get_offset (&start);
  gtk_popover_popdown (GTK_POPOVER (self));
}

gboolean
docket_mentions_take_key (DocketMentions *self, guint key)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->rows);

  if (!gtk_widget_get_visible (GTK_WIDGET (self)))
    return FALSE;
  switch (key)
    {
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      move (self, 1);
      return TRUE;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      move (self, -1);
      return TRUE;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_Tab:
      if (row != NULL)
        accept (self, row);
      return row != NULL;
    case GDK_KEY_Escape:
      refuse (self);
      return TRUE;
    default:
      return FALSE;
    }
}
