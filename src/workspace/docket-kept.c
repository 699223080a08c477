/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "workspace/docket-kept.h"

#include "workspace/docket-task-query.h"

/* Of so many it is known where they stood. */
#define MOST_PLACES 20
/* So many of those above it, of which one should still be there. */
#define N_ABOVE 16

typedef enum
{
  REMEMBERED,
  KEPT,
  LEAVING, /* the next query may show it otherwise */
} Stage;

typedef struct
{
  DocketTask *task; /* its content stays for when it comes back */
  gint64 row;
  Stage stage;
  DocketKeptState state;
  guint list;            /* where it stood; 0 = it stands where the cache has it */
  gint64 above[N_ABOVE]; /* from the nearest on */
  guint n_above;
  gboolean from_top; /* there were no more */
} Place;

struct _DocketKept
{
  GHashTable *places; /* task ID to Place */
  GQueue order;       /* the IDs of those that left, the last one at the end */
};

static void
place_free (gpointer data)
{
  Place *place = data;

  g_object_unref (place->task);
  g_free (place);
}

DocketKept *
docket_kept_new (void)
{
  DocketKept *self = g_new0 (DocketKept, 1);

  self->places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, place_free);
  g_queue_init (&self->order);
  return self;
}

void
docket_kept_free (DocketKept *self)
{
  g_hash_table_unref (self->places);
  g_queue_clear_full (&self->order, g_free);
  g_free (self);
}

/* (transfer none) */
static Place *
add_place (DocketKept *self, DocketTask *task, gint64 row, Stage stage)
{
  Place *place = g_new0 (Place, 1);

  place->task = g_object_ref (task);
  place->row = row;
  place->stage = stage;
  g_hash_table_replace (self->places, g_strdup (docket_task_get_id (task)), place);
  return place;
}

static void
forget_oldest (DocketKept *self)
{
  g_autofree char *task_id = g_queue_pop_head (&self->order);
  const Place *place = g_hash_table_lookup (self->places, task_id);

  if (place != NULL && place->stage == REMEMBERED)
    g_hash_table_remove (self->places, task_id);
}

void
docket_kept_remember (
    DocketKept *self, DocketTask *task, GArray *entries, guint position, guint list)
{
  const gint64 *data = (const gint64 *)(gpointer)entries->data;
  Place *place = add_place (self, task, data[position], REMEMBERED);

  place->list = list;
  while (place->n_above < MIN (position, N_ABOVE))
    {
      place->above[place->n_above] = data[position - 1 - place->n_above];
      place->n_above++;
    }
  place->from_top = place->n_above == position;
  g_queue_push_tail (&self->order, g_strdup (docket_task_get_id (task)));
  if (self->order.length > MOST_PLACES)
    forget_oldest (self);
}

static void
correct (const Place *place, DocketTaskData *data)
{
  data->archived = FALSE;
  g_clear_pointer (&data->archived_at, g_date_time_unref);
  if (place->state == DOCKET_KEPT_AS_IT_IS)
    return;
  data->completed = place->state == DOCKET_KEPT_COMPLETED;
  if (!data->completed)
    g_clear_pointer (&data->completed_at, g_date_time_unref);
  else if (data->completed_at == NULL)
    data->completed_at = g_date_time_new_now_utc ();
}

/* The object, too, which rows follow. */
static void
keep (Place *place, DocketKeptState state)
{
  DocketTaskData *data = docket_task_dup_data (place->task);

  place->stage = KEPT;
  place->state = state;
  correct (place, data);
  docket_task_fill (place->task, data);
}

gboolean
docket_kept_bring_back (DocketKept *self, const char *task_id, guint list, DocketKeptState state)
{
  Place *place = g_hash_table_lookup (self->places, task_id);

  if (place == NULL || place->list != list)
    return FALSE;
  keep (place, state);
  return TRUE;
}

void
docket_kept_set (DocketKept *self, DocketTask *task, gint64 row, DocketKeptState state)
{
  Place *place = g_hash_table_lookup (self->places, docket_task_get_id (task));

  if (place == NULL)
    place = add_place (self, task, row, KEPT);
  keep (place, state);
}

gboolean
docket_kept_let_go (DocketKept *self, const char *task_id)
{
  Place *place = g_hash_table_lookup (self->places, task_id);

  if (place == NULL || place->stage == REMEMBERED)
    return FALSE;
  place->stage = LEAVING;
  return TRUE;
}

void
docket_kept_begin_query (DocketKept *self)
{
  GHashTableIter iter;
  gpointer place;

  g_hash_table_iter_init (&iter, self->places);
  while (g_hash_table_iter_next (&iter, NULL, &place))
    if (((Place *)place)->stage == LEAVING)
      g_hash_table_iter_remove (&iter);
}

/* Returns: G_MAXUINT where it is not there */
static guint
find_entry (GArray *entries, gint64 entry)
{
  const gint64 *data = (const gint64 *)(gpointer)entries->data;

  for (guint i = 0; i < entries->len; i++)
    if (data[i] == entry)
      return i;
  return G_MAXUINT;
}

/* Behind the nearest of those above it that are there. Where its heading is among those that are
 * not, that comes back with it. */
static gboolean
find_position (const Place *place, GArray *entries, guint *position, gint64 *heading)
{
  *heading = 0;
  for (guint i = 0; i < place->n_above; i++)
    {
      const guint above = find_entry (entries, place->above[i]);

      *position = above + 1;
      if (above != G_MAXUINT)
        return TRUE;
      if (*heading == 0 && docket_task_entry_is_group (place->above[i]))
        *heading = place->above[i];
    }
  *position = 0;
  return place->from_top;
}

static void
count (GArray *entries, guint position, guint *group_sizes)
{
  const gint64 *data = (const gint64 *)(gpointer)entries->data;

  while (position > 0 && !docket_task_entry_is_group (data[position]))
    position--;
  if (docket_task_entry_is_group (data[position]))
    group_sizes[docket_task_entry_group (data[position])]++;
}

static void
insert (const Place *place, GArray *entries, guint *group_sizes, guint *n_tasks)
{
  guint position;
  gint64 heading;

  if (find_entry (entries, place->row) != G_MAXUINT
      || !find_position (place, entries, &position, &heading))
    return;
  if (heading != 0)
    g_array_insert_val (entries, position++, heading);
  g_array_insert_val (entries, position, place->row);
  count (entries, position, group_sizes);
  (*n_tasks)++;
}

void
docket_kept_apply (
    DocketKept *self, guint list, GArray *entries, guint *group_sizes, guint *n_tasks)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->places);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const Place *place = value;

      if (place->stage != REMEMBERED && place->list == list)
        insert (place, entries, group_sizes, n_tasks);
    }
}

void
docket_kept_correct (DocketKept *self, DocketTaskData *data)
{
  const Place *place = g_hash_table_lookup (self->places, data->id);

  if (place != NULL && place->stage != REMEMBERED)
    correct (place, data);
}
