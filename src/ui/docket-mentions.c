/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/docket-mentions.h"

#include <glib/gi18n.h>
#include "ui/docket-mention-text.h"
#include "ui/docket-suggestions.h"
#include "workspace/docket-people.h"

/* Who wants another types more of the name. */
#define MOST_PEOPLE 6

struct _DocketMentions
{
  GObject parent_instance;

  DocketSuggestions *people;
  GtkTextView *view; /* not owned */
  DocketWorkspace *workspace;
  int refused; /* where an "@" stands for which it was closed; or -1 */
};

G_DEFINE_FINAL_TYPE (DocketMentions, docket_mentions, G_TYPE_OBJECT)

static void
accepted_cb (DocketMentions *self, const char *id)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);
  const char *name = docket_workspace_get_person_name (self->workspace, id);
  GtkTextIter start, end;
  g_autofree char *typed = docket_mention_text_find_typed (buffer, &start);

  if (typed == NULL || name == NULL)
    return;
  gtk_text_buffer_get_iter_at_mark (buffer, &end, gtk_text_buffer_get_insert (buffer));
  docket_mention_text_insert (buffer, &start, &end, id, name);
}

/* It stays closed for this "@". */
static void
refused_cb (DocketMentions *self)
{
  GtkTextIter start;
  g_autofree char *typed
      = docket_mention_text_find_typed (gtk_text_view_get_buffer (self->view), &start);

  if (typed != NULL)
    self->refused = gtk_text_iter_get_offset (&start);
}

static void
fill (DocketMentions *self, const char *typed)
{
  g_auto (GStrv) ids = docket_people_find (self->workspace, typed, MOST_PEOPLE);

  docket_suggestions_clear (self->people);
  for (guint i = 0; ids[i] != NULL; i++)
    {
      const char *name = docket_workspace_get_person_name (self->workspace, ids[i]);

      docket_suggestions_add (self->people, ids[i], name != NULL ? name : ids[i], NULL, NULL, TRUE);
    }
}

/* Of the "@", in the parent. */
static gboolean
find_place (DocketMentions *self, const GtkTextIter *start, GdkRectangle *place)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self->people));
  graphene_point_t point;

  gtk_text_view_get_iter_location (self->view, start, place);
  gtk_text_view_buffer_to_window_coords (self->view, GTK_TEXT_WINDOW_WIDGET, place->x, place->y,
                                         &place->x, &place->y);
  if (!gtk_widget_compute_point (GTK_WIDGET (self->view), parent,
                                 &GRAPHENE_POINT_INIT ((float)place->x, (float)place->y), &point))
    return FALSE;
  place->x = (int)point.x;
  place->y = (int)point.y;
  place->width = MAX (place->width, 1);
  return TRUE;
}

static void
docket_mentions_dispose (GObject *object)
{
  DocketMentions *self = DOCKET_MENTIONS (object);

  if (self->people != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->people, self);
      gtk_widget_unparent (GTK_WIDGET (self->people));
      self->people = NULL;
    }
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (docket_mentions_parent_class)->dispose (object);
}

static void
docket_mentions_class_init (DocketMentionsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = docket_mentions_dispose;
}

static void
docket_mentions_init (DocketMentions *self)
{
  self->refused = -1;
}

DocketMentions *
docket_mentions_new (GtkWidget *parent, GtkTextView *view)
{
  DocketMentions *self = g_object_new (DOCKET_TYPE_MENTIONS, NULL);

  self->view = view;
  self->people = docket_suggestions_new (parent, _ ("People to mention"));
  g_signal_connect_swapped (self->people, "accepted", G_CALLBACK (accepted_cb), self);
  g_signal_connect_swapped (self->people, "refused", G_CALLBACK (refused_cb), self);
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
  const int at = typed != NULL ? gtk_text_iter_get_offset (&start) : -1;
  GdkRectangle place;

  if (at < 0 || at != self->refused)
    self->refused = -1;
  if (at < 0 || at == self->refused || self->workspace == NULL
      || !gtk_widget_has_focus (GTK_WIDGET (self->view)) || !find_place (self, &start, &place))
    {
      docket_mentions_close (self);
      return;
    }
  fill (self, typed);
  docket_suggestions_open (self->people, &place);
}

void
docket_mentions_close (DocketMentions *self)
{
  docket_suggestions_close (self->people);
}

gboolean
docket_mentions_take_key (DocketMentions *self, guint key)
{
  return docket_suggestions_take_key (self->people, key);
}
