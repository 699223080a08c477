/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "workspace/docket-deadlines.h"

#include "workspace/docket-days.h"
#include "workspace/docket-deadline-query.h"
#include "workspace/docket-wall-clock.h"
#include "workspace/docket-workspace-private.h"

struct _DocketDeadlines
{
  GObject parent_instance;

  DocketWorkspace *workspace; /* NULL once it was stopped */
  DocketClock *clock;
  GSource *timer; /* nullable */
  GCancellable *cancellable;
  gint64 since;
  gboolean at_deadline;
  int summary;         /* minutes after midnight, -1 = none */
  gint64 summary_due;  /* the next one; 0 = none */
  gint64 deadline;     /* the next one, by the last answer; 0 = none */
  GHashTable *snoozed; /* ID to gint64: until when */
  GHashTable *told;    /* IDs */
  gboolean asking;
  gboolean again; /* something has changed since it was asked */
  gint64 asked;   /* up to when */
};

enum
{
  NEWS,
  SCHEDULED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DocketDeadlines, docket_deadlines, G_TYPE_OBJECT)

static void ask (DocketDeadlines *self);

/* The first moment after @after that is @minutes after a midnight. */
static gint64
find_summary (gint64 after, int minutes)
{
  g_autoptr (GDateTime) then = g_date_time_new_from_unix_local (after);

  for (int days = 0; minutes >= 0; days++)
    {
      g_autoptr (GDateTime) day = g_date_time_add_days (then, days);
      g_autoptr (GDateTime) moment
          = g_date_time_new_local (g_date_time_get_year (day), g_date_time_get_month (day),
                                   g_date_time_get_day_of_month (day), minutes / 60, minutes % 60,
                                   0);

      if (g_date_time_to_unix (moment) > after)
        return g_date_time_to_unix (moment);
    }
  return 0;
}

static void
looked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (DocketDeadlines) self = user_data;
  g_autoptr (GError) error = NULL;

  /* Without an answer what is kept is told. */
  if (!docket_workspace_refresh_finish (DOCKET_WORKSPACE (source), result, &error))
    g_debug ("What is due was not looked up: %s", error->message);
  ask (self);
}

static void
end_timer (DocketDeadlines *self)
{
  if (self->timer != NULL)
    g_source_destroy (self->timer);
  g_clear_pointer (&self->timer, g_source_unref);
}

/* What is told has been asked for just then: somebody else may have done it. */
static gboolean
due_cb (gpointer user_data)
{
  DocketDeadlines *self = user_data;

  end_timer (self);
  if (docket_workspace_can_send (self->workspace))
    docket_workspace_look_async (self->workspace, self->cancellable, looked_cb,
                                 g_object_ref (self));
  else
    ask (self);
  return G_SOURCE_REMOVE;
}

static void
choose_earlier (gint64 *next, gint64 moment)
{
  if (moment != 0 && (*next == 0 || moment < *next))
    *next = moment;
}

gint64
docket_deadlines_get_next (DocketDeadlines *self)
{
  GHashTableIter snoozed;
  const gint64 *until;
  gint64 next = 0;

  if (self->at_deadline)
    choose_earlier (&next, self->deadline);
  choose_earlier (&next, self->summary_due);
  g_hash_table_iter_init (&snoozed, self->snoozed);
  while (g_hash_table_iter_next (&snoozed, NULL, (gpointer *)&until))
    choose_earlier (&next, *until);
  return next;
}

static void
schedule (DocketDeadlines *self)
{
  const gint64 next = docket_deadlines_get_next (self);

  end_timer (self);
  if (self->workspace == NULL)
    return;
  if (next != 0)
    {
      self->timer = docket_clock_create_timer (self->clock, next);
      g_source_set_callback (self->timer, due_cb, self, NULL);
      g_source_attach (self->timer, NULL);
    }
  g_signal_emit (self, signals[SCHEDULED], 0);
}

/* The IDs whose snooze is over. (transfer full) */
static GStrv
list_awake (DocketDeadlines *self, gint64 now)
{
  g_autoptr (GStrvBuilder) awake = g_strv_builder_new ();
  GHashTableIter snoozed;
  const char *id;
  const gint64 *until;

  g_hash_table_iter_init (&snoozed, self->snoozed);
  while (g_hash_table_iter_next (&snoozed, (gpointer *)&id, (gpointer *)&until))
    if (*until <= now)
      g_strv_builder_add (awake, id);
  return g_strv_builder_end (awake);
}

static void
take_due (DocketDeadlines *self, const DocketDeadlineAnswer *answer)
{
  GHashTableIter snoozed;
  const gint64 *until;

  g_hash_table_iter_init (&snoozed, self->snoozed);
  while (g_hash_table_iter_next (&snoozed, NULL, (gpointer *)&until))
    if (*until <= self->asked)
      g_hash_table_iter_remove (&snoozed);
  for (guint i = 0; i < answer->due->len; i++)
    g_hash_table_add (self->told, g_strdup (docket_task_get_id (answer->due->pdata[i])));
  for (guint i = 0; i < answer->settled->len; i++)
    {
      g_hash_table_remove (self->told, answer->settled->pdata[i]);
      g_hash_table_remove (self->snoozed, answer->settled->pdata[i]);
    }
}

static void
take (DocketDeadlines *self, const DocketDeadlineAnswer *answer)
{
  const gboolean summary = self->summary_due != 0 && self->summary_due <= self->asked;
  const DocketDeadlineNews news = { .due = answer->due,
                                    .summary = summary && answer->n_today + answer->n_late > 0,
                                    .n_today = answer->n_today,
                                    .n_late = answer->n_late,
                                    .settled = answer->settled };

  self->since = self->asked;
  self->deadline = answer->next;
  if (summary)
    self->summary_due = find_summary (self->asked, self->summary);
  take_due (self, answer);
  schedule (self);
  if (news.due->len > 0 || news.settled->len > 0 || news.summary)
    g_signal_emit (self, signals[NEWS], 0, &news);
}

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (DocketDeadlines) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (DocketDeadlineAnswer) answer
      = docket_database_run_finish (DOCKET_DATABASE (source), result, &error);

  self->asking = FALSE;
  if (self->workspace == NULL)
    return;
  if (answer != NULL)
    take (self, answer);
  else
    g_debug ("It is not known what is due: %s", error->message);
  if (self->again)
    ask (self);
}

static void
ask (DocketDeadlines *self)
{
  DocketDeadlineQuestion *question;
  g_autoptr (GDateTime) now = NULL;

  self->again = self->asking;
  if (self->asking || self->workspace == NULL || (!self->at_deadline && self->summary < 0))
    return;
  self->asking = TRUE;
  self->asked = docket_clock_get_now (self->clock);
  now = g_date_time_new_from_unix_local (self->asked);
  question = g_new0 (DocketDeadlineQuestion, 1);
  question->since = self->at_deadline ? self->since : self->asked;
  question->now = self->asked;
  question->tomorrow = docket_days_at (now).tomorrow;
  question->awake = list_awake (self, self->asked);
  question->told = (GStrv)g_hash_table_get_keys_as_array (self->told, NULL);
  for (guint i = 0; question->told[i] != NULL; i++)
    question->told[i] = g_strdup (question->told[i]);
  question->summary = self->summary_due != 0 && self->summary_due <= self->asked;
  docket_database_run_async (docket_cache_get_database (self->workspace->cache), G_PRIORITY_LOW,
                             docket_deadline_query_job, question,
                             (GDestroyNotify)docket_deadline_question_free,
                             (GDestroyNotify)docket_deadline_answer_free, self->cancellable,
                             answered_cb, g_object_ref (self));
}

static void
docket_deadlines_dispose (GObject *object)
{
  docket_deadlines_stop (DOCKET_DEADLINES (object));
  G_OBJECT_CLASS (docket_deadlines_parent_class)->dispose (object);
}

static void
docket_deadlines_finalize (GObject *object)
{
  DocketDeadlines *self = DOCKET_DEADLINES (object);

  g_object_unref (self->clock);
  g_object_unref (self->cancellable);
  g_hash_table_unref (self->snoozed);
  g_hash_table_unref (self->told);
  G_OBJECT_CLASS (docket_deadlines_parent_class)->finalize (object);
}

static void
docket_deadlines_class_init (DocketDeadlinesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = docket_deadlines_dispose;
  G_OBJECT_CLASS (klass)->finalize = docket_deadlines_finalize;
  signals[NEWS] = g_signal_new ("news", DOCKET_TYPE_DEADLINES, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[SCHEDULED] = g_signal_new ("scheduled", DOCKET_TYPE_DEADLINES, G_SIGNAL_RUN_LAST, 0, NULL,
                                     NULL, NULL, G_TYPE_NONE, 0);
}

static void
docket_deadlines_init (DocketDeadlines *self)
{
  self->summary = -1;
  self->cancellable = g_cancellable_new ();
  self->snoozed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

DocketDeadlines *
docket_deadlines_new (DocketWorkspace *workspace, gint64 since, DocketClock *clock)
{
  DocketDeadlines *self = g_object_new (DOCKET_TYPE_DEADLINES, NULL);

  self->workspace = g_object_ref (workspace);
  self->since = since;
  self->clock = clock != NULL ? g_object_ref (clock) : docket_wall_clock_new ();
  g_signal_connect_object (workspace->cache, "changed", G_CALLBACK (ask), self, G_CONNECT_SWAPPED);
  return self;
}

gint64
docket_deadlines_get_since (DocketDeadlines *self)
{
  return self->since;
}

void
docket_deadlines_set_wanted (DocketDeadlines *self, gboolean at_deadline, int summary)
{
  self->at_deadline = at_deadline;
  self->summary = summary;
  self->summary_due = find_summary (self->since, summary);
  schedule (self);
  ask (self);
}

void
docket_deadlines_snooze (DocketDeadlines *self, const char *task_id, gint64 until)
{
  g_hash_table_insert (self->snoozed, g_strdup (task_id), g_memdup2 (&until, sizeof until));
  schedule (self);
}

void
docket_deadlines_stop (DocketDeadlines *self)
{
  g_cancellable_cancel (self->cancellable);
  end_timer (self);
  if (self->workspace != NULL)
    g_signal_handlers_disconnect_by_data (self->workspace->cache, self);
  g_clear_object (&self->workspace);
}
