/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/docket-reveal.h"

#include "ui/docket-task-list-private.h"

#define DATA_KEY "docket-reveal"

/* Belongs to the list until it is done. */
typedef struct
{
  DocketTaskList *list;
  DocketTaskModel *tasks;
  char *task_id;
  gboolean opens;
  DocketTask *selected; /* when it began; nullable */
  gulong changed_id;
  gulong selection_id;
  guint source;
} Reveal;

static void
reveal_free (gpointer data)
{
  Reveal *reveal = data;

  g_clear_handle_id (&reveal->source, g_source_remove);
  g_clear_signal_handler (&reveal->changed_id, reveal->tasks);
  g_clear_signal_handler (&reveal->selection_id, reveal->list);
  g_object_unref (reveal->tasks);
  g_clear_object (&reveal->selected);
  g_free (reveal->task_id);
  g_free (reveal);
}

static void
end (Reveal *reveal)
{
  g_object_set_data (G_OBJECT (reveal->list), DATA_KEY, NULL);
}

static gboolean
try_cb (gpointer data)
{
  Reveal *reveal = data;
  DocketTaskList *list = reveal->list;
  gboolean opens = reveal->opens;
  guint position;

  reveal->source = 0;
  if (docket_task_model_find (reveal->tasks, reveal->task_id, &position))
    {
      end (reveal);
      docket_task_list_select (list, position);
      if (opens)
        docket_task_list_open (list);
    }
  return G_SOURCE_REMOVE;
}

/* Later: the list must not be asked to select while it hears what changed. */
static void
changed_cb (Reveal *reveal)
{
  if (reveal->source == 0)
    reveal->source = g_idle_add (try_cb, reveal);
}

/* The list also says so where its selected task only moved. */
static void
selection_changed_cb (Reveal *reveal)
{
  if (docket_task_list_get_selected (reveal->list) != reveal->selected)
    end (reveal);
}

static void
reveal_task (DocketTaskList *list, DocketTaskModel *tasks, const char *task_id, gboolean opens)
{
  Reveal *reveal = g_new0 (Reveal, 1);

  reveal->list = list;
  reveal->tasks = g_object_ref (tasks);
  reveal->task_id = g_strdup (task_id);
  reveal->opens = opens;
  g_set_object (&reveal->selected, docket_task_list_get_selected (list));
  reveal->changed_id
      = g_signal_connect_swapped (tasks, "items-changed", G_CALLBACK (changed_cb), reveal);
  reveal->selection_id = g_signal_connect_swapped (list, "selection-changed",
                                                   G_CALLBACK (selection_changed_cb), reveal);
  g_object_set_data_full (G_OBJECT (list), DATA_KEY, reveal, reveal_free);
  changed_cb (reveal);
}

void
docket_reveal_task (DocketTaskList *list, DocketTaskModel *tasks, const char *task_id)
{
  reveal_task (list, tasks, task_id, FALSE);
}

void
docket_reveal_and_open_task (DocketTaskList *list, DocketTaskModel *tasks, const char *task_id)
{
  reveal_task (list, tasks, task_id, TRUE);
}
