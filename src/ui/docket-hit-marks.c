/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/docket-hit-marks.h"

#include "ui/docket-hit-words.h"
#include "workspace/docket-search.h"
#include "workspace/docket-text-places.h"

#define TASKS "docket-hit-marks-tasks"
#define WORDS "docket-hit-marks-words"
#define MARKED "docket-hit-marks"

/* Returns: (nullable): what is searched for around @widget */
static const char *const *
find_words (GtkWidget *widget)
{
  const char *const *words = NULL;

  for (; widget != NULL && words == NULL; widget = gtk_widget_get_parent (widget))
    words = g_object_get_data (G_OBJECT (widget), WORDS);
  return words;
}

static void
mark (GtkLabel *label)
{
  const char *const *words = find_words (GTK_WIDGET (label));
  g_autoptr (GArray) places = NULL;
  g_autoptr (PangoAttrList) attributes = NULL;

  if (words != NULL && *words != NULL)
    {
      places = docket_text_find_words (gtk_label_get_text (label), words);
      attributes = docket_hit_words_emphasise (places);
    }
  gtk_label_set_attributes (label, attributes);
}

static void
mark_all (GtkWidget *widget)
{
  if (g_object_get_data (G_OBJECT (widget), MARKED) != NULL)
    mark (GTK_LABEL (widget));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    mark_all (child);
}

static void
search_cb (GtkWidget *root, GParamSpec *pspec, DocketTaskModel *tasks)
{
  g_autoptr (DocketSearch) search = docket_search_new (docket_task_model_get_search (tasks));

  g_object_set_data_full (G_OBJECT (root), WORDS, docket_search_dup_words (search),
                          (GDestroyNotify)g_strfreev);
  mark_all (root);
}

void
docket_hit_marks_follow (GtkWidget *root, DocketTaskModel *tasks)
{
  DocketTaskModel *before = g_object_get_data (G_OBJECT (root), TASKS);

  if (before != NULL)
    g_signal_handlers_disconnect_by_func (before, search_cb, root);
  g_object_set_data_full (G_OBJECT (root), TASKS, tasks != NULL ? g_object_ref (tasks) : NULL,
                          g_object_unref);
  if (tasks == NULL)
    return;
  g_signal_connect_object (tasks, "notify::search", G_CALLBACK (search_cb), root,
                           G_CONNECT_SWAPPED);
  search_cb (root, NULL, tasks);
}

void
docket_hit_marks_add (GtkLabel *label)
{
  g_object_set_data (G_OBJECT (label), MARKED, label);
  g_signal_connect (label, "notify::label", G_CALLBACK (mark), NULL);
  g_signal_connect (label, "map", G_CALLBACK (mark), NULL);
}
