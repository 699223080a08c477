/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "batch-office.h"

void
batch_office_free (BatchOffice *office)
{
  g_clear_object (&office->batch);
  room_free (office->room);
  counting_server_free (office->server);
  g_free (office);
}

/* A workspace that has listed them, and one task more that belongs to a process. */
BatchOffice *
batch_office_new (guint n_tasks)
{
  BatchOffice *office = g_new0 (BatchOffice, 1);
  g_autofree char *address = NULL;
  g_autoptr (GError) error = NULL;

  office->n_tasks = n_tasks;
  office->server = counting_server_new (n_tasks + 1);
  counting_server_set_process_task (office->server, n_tasks);
  address = counting_server_dup_address (office->server);
  office->room = room_new_at (address, 0);
  room_open (office->room);
  error = room_refresh (office->room);
  g_assert_no_error (error);
  return office;
}

static GPtrArray *
make_targets (guint n_tasks)
{
  GPtrArray *targets = g_ptr_array_new_with_free_func ((GDestroyNotify)docket_removal_target_free);

  for (guint i = 0; i < n_tasks; i++)
    {
      g_autofree char *id = g_strdup_printf ("t%u", i);
      g_autofree char *title = g_strdup_printf ("Task %u", i);

      g_ptr_array_add (targets, docket_removal_target_new (id, title, NULL, TRUE));
    }
  return targets;
}

void
batch_office_start (BatchOffice *office, DocketRemovalKind kind, guint n_tasks)
{
  g_clear_object (&office->batch);
  office->batch = docket_removal_batch_new (office->room->workspace, kind, make_targets (n_tasks));
  docket_removal_batch_start (office->batch);
}

typedef struct
{
  BatchOffice *office;
  guint n;
} Number;

static gboolean
are_held (gpointer data)
{
  Number *wanted = data;

  return counting_server_get_n_held (wanted->office->server) >= wanted->n;
}

static gboolean
have_ended (gpointer data)
{
  Number *wanted = data;
  DocketRemovalBatch *batch = wanted->office->batch;

  return docket_removal_batch_get_n_done (batch) + docket_removal_batch_get_n_failed (batch)
         >= wanted->n;
}

static gboolean
is_in_state (gpointer data)
{
  Number *wanted = data;

  return docket_removal_batch_get_state (wanted->office->batch) == wanted->n;
}

void
wait_for_held (BatchOffice *office, guint n)
{
  wait_until (are_held, &(Number){ office, n });
}

void
wait_for_ends (BatchOffice *office, guint n)
{
  wait_until (have_ended, &(Number){ office, n });
}

void
wait_for_state (BatchOffice *office, DocketBatchState state)
{
  wait_until (is_in_state, &(Number){ office, state });
}
