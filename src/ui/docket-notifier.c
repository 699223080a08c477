/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "docket-config.h"

#include "ui/docket-notifier.h"

#include <glib/gi18n.h>
#include "ui/docket-completion-words.h"
#include "ui/docket-notice.h"
#include "ui/docket-words.h"
#include "workspace/docket-completion.h"
#include "workspace/docket-deadlines.h"
#include "workspace/docket-text.h"

/* More than so many at once are one notification. */
#define MOST_ALONE 3
#define SNOOZE (60 * 60)

/* IDs of notifications that are about no one task. */
#define MANY "due"
#define SUMMARY "summary"

struct _DocketNotifier
{
  GObject parent_instance;

  GtkApplication *application; /* not owned */
  GSettings *settings;
  DocketWorkspace *workspace; /* nullable */
  DocketDeadlines *deadlines; /* NULL while nothing is to be told */
  GHashTable *sent;           /* IDs of notifications */
  GHashTable *titles;         /* of the tasks that were told, by their IDs */
  GHashTable *together;       /* IDs of the tasks that were told as many and are not settled */
};

enum
{
  CHANGED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DocketNotifier, docket_notifier, G_TYPE_OBJECT)

static gboolean
is_in_front (DocketNotifier *self)
{
  for (GList *l = gtk_application_get_windows (self->application); l != NULL; l = l->next)
    if (gtk_window_is_active (l->data))
      return TRUE;
  return FALSE;
}

static void
send (DocketNotifier *self, const char *id, GNotification *notification)
{
  g_hash_table_add (self->sent, g_strdup (id));
  g_application_send_notification (G_APPLICATION (self->application), id, notification);
}

static void
withdraw (DocketNotifier *self, const char *id)
{
  if (g_hash_table_remove (self->sent, id))
    g_application_withdraw_notification (G_APPLICATION (self->application), id);
}

static void
withdraw_all (DocketNotifier *self)
{
  g_autoptr (GList) ids = g_hash_table_get_keys (self->sent);

  for (GList *l = ids; l != NULL; l = l->next)
    g_application_withdraw_notification (G_APPLICATION (self->application), l->data);
  g_hash_table_remove_all (self->sent);
  g_hash_table_remove_all (self->titles);
  g_hash_table_remove_all (self->together);
}

/* (transfer full) */
static char *
name_of (DocketTask *task)
{
  return g_strconcat ("task-", docket_task_get_id (task), NULL);
}

static char *
describe (DocketTask *task)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *deadline = docket_words_deadline_state (docket_task_get_deadline (task), now);
  const char *process = docket_task_get_process_name (task);
  g_autofree char *name = NULL;

  if (process == NULL)
    return g_steal_pointer (&deadline);
  name = docket_text_isolate (process, 60);
  /* Translators: in a notification. %1$s says how late a task is, such as "Late since 17:00"; %2$s
   * is the name of its process. */
  return g_strdup_printf (C_ ("notification", "%1$s · %2$s"), deadline, name);
}

static void
send_one (DocketNotifier *self, DocketTask *task)
{
  const char *id = docket_task_get_id (task);
  g_autofree char *title = docket_text_clean (docket_task_get_title (task));
  g_autofree char *body = describe (task);
  g_autofree char *name = name_of (task);
  g_autoptr (GNotification) notification = g_notification_new (title);

  g_notification_set_body (notification, body);
  g_notification_set_default_action_and_target (notification, "app.show-task", "s", id);
  /* An approval is approved or rejected, where one sees what. */
  if (g_strcmp0 (docket_task_get_task_type (task), "approval") != 0)
    g_notification_add_button_with_target (notification, C_ ("notification", "Complete"),
                                           "app.complete-task", "s", id);
  g_notification_add_button_with_target (notification, C_ ("notification", "Snooze for an Hour"),
                                         "app.snooze-task", "s", id);
  g_hash_table_insert (self->titles, g_strdup (id), g_strdup (docket_task_get_title (task)));
  send (self, name, notification);
}

static void
send_many (DocketNotifier *self, GPtrArray *tasks)
{
  g_autofree char *title
      /* Translators: %u is the number of tasks whose deadlines have passed */
      = g_strdup_printf (ngettext ("%u task is due", "%u tasks are due", tasks->len), tasks->len);
  g_autoptr (GPtrArray) titles = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GNotification) notification = g_notification_new (title);
  g_autofree char *body = NULL;

  for (guint i = 0; i < tasks->len; i++)
    {
      if (i < MOST_ALONE)
        g_ptr_array_add (titles, docket_text_isolate (docket_task_get_title (tasks->pdata[i]), 40));
      g_hash_table_add (self->together, g_strdup (docket_task_get_id (tasks->pdata[i])));
    }
  g_ptr_array_add (titles, NULL);
  body = g_strjoinv ("\n", (char **)titles->pdata);
  g_notification_set_body (notification, body);
  g_notification_set_default_action_and_target (notification, "app.show-view", "s", "overdue");
  send (self, MANY, notification);
}

static void
send_summary (DocketNotifier *self, const DocketDeadlineNews *news)
{
  g_autoptr (GNotification) notification = g_notification_new (_ ("Your Tasks Today"));
  g_autofree char *today = g_strdup_printf (
      /* Translators: a line of the daily notification; %u is the number of tasks */
      ngettext ("%u task is due today", "%u tasks are due today", news->n_today), news->n_today);
  g_autofree char *late = g_strdup_printf (
      /* Translators: a line of the daily notification; %u is the number of tasks */
      ngettext ("%u task is late", "%u tasks are late", news->n_late), news->n_late);
  g_autofree char *both = g_strjoin ("\n", today, late, NULL);

  if (news->n_today > 0 && news->n_late > 0)
    g_notification_set_body (notification, both);
  else
    g_notification_set_body (notification, news->n_today > 0 ? today : late);
  g_notification_set_default_action_and_target (notification, "app.show-view", "s",
                                                news->n_today > 0 ? "due-today" : "overdue");
  send (self, SUMMARY, notification);
}

static void
settle (DocketNotifier *self, const char *task_id)
{
  g_autofree char *name = g_strconcat ("task-", task_id, NULL);

  withdraw (self, name);
  g_hash_table_remove (self->titles, task_id);
  if (g_hash_table_remove (self->together, task_id) && g_hash_table_size (self->together) == 0)
    withdraw (self, MANY);
}

static void
keep_since (DocketNotifier *self)
{
  g_settings_set_int64 (self->settings, "notified-until",
                        docket_deadlines_get_since (self->deadlines));
}

/* Whoever has the window before them sees it there. */
static void
news_cb (DocketDeadlines *deadlines, const DocketDeadlineNews *news, DocketNotifier *self)
{
  keep_since (self);
  for (guint i = 0; i < news->settled->len; i++)
    settle (self, news->settled->pdata[i]);
  if (is_in_front (self))
    return;
  if (news->due->len > MOST_ALONE)
    send_many (self, news->due);
  else
    for (guint i = 0; i < news->due->len; i++)
      send_one (self, news->due->pdata[i]);
  if (news->summary)
    send_summary (self, news);
}

static void
scheduled_cb (DocketNotifier *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
stop (DocketNotifier *self)
{
  if (self->deadlines == NULL)
    return;
  keep_since (self);
  g_signal_handlers_disconnect_by_data (self->deadlines, self);
  docket_deadlines_stop (self->deadlines);
  g_clear_object (&self->deadlines);
}

static void
begin (DocketNotifier *self)
{
  const gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  const gint64 since = g_settings_get_int64 (self->settings, "notified-until");

  self->deadlines
      = docket_deadlines_new (self->workspace, since > 0 ? MIN (since, now) : now, NULL);
  g_signal_connect_object (self->deadlines, "news", G_CALLBACK (news_cb), self, 0);
  g_signal_connect_object (self->deadlines, "scheduled", G_CALLBACK (scheduled_cb), self,
                           G_CONNECT_SWAPPED);
}

/* Who asks for it now does not want to hear of what was due before. */
static void
follow_settings (DocketNotifier *self)
{
  const gboolean at_deadline = g_settings_get_boolean (self->settings, "notify-deadlines");
  const gboolean summary = g_settings_get_boolean (self->settings, "notify-summary");
  const int hour = g_settings_get_int (self->settings, "notify-summary-hour");

  if (!at_deadline && !summary)
    {
      stop (self);
      withdraw_all (self);
      g_settings_set_int64 (self->settings, "notified-until", 0);
      return;
    }
  if (self->workspace == NULL)
    return;
  if (self->deadlines == NULL)
    begin (self);
  docket_deadlines_set_wanted (self->deadlines, at_deadline, summary ? hour * 60 : -1);
}

static void
setting_cb (DocketNotifier *self, const char *key)
{
  if (g_str_has_prefix (key, "notify-"))
    follow_settings (self);
}

static void
docket_notifier_dispose (GObject *object)
{
  DocketNotifier *self = DOCKET_NOTIFIER (object);

  stop (self);
  g_clear_object (&self->workspace);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->sent, g_hash_table_unref);
  g_clear_pointer (&self->titles, g_hash_table_unref);
  g_clear_pointer (&self->together, g_hash_table_unref);
  G_OBJECT_CLASS (docket_notifier_parent_class)->dispose (object);
}

static void
docket_notifier_class_init (DocketNotifierClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = docket_notifier_dispose;
  signals[CHANGED] = g_signal_new ("changed", DOCKET_TYPE_NOTIFIER, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
docket_notifier_init (DocketNotifier *self)
{
  self->settings = g_settings_new (APPLICATION_ID);
  self->sent = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->titles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->together = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_signal_connect_object (self->settings, "changed", G_CALLBACK (setting_cb), self,
                           G_CONNECT_SWAPPED);
}

DocketNotifier *
docket_notifier_new (GtkApplication *application)
{
  DocketNotifier *self = g_object_new (DOCKET_TYPE_NOTIFIER, NULL);

  self->application = application;
  return self;
}

void
docket_notifier_set_workspace (DocketNotifier *self, DocketWorkspace *workspace)
{
  if (self->workspace == workspace)
    return;
  stop (self);
  withdraw_all (self);
  g_set_object (&self->workspace, workspace);
  follow_settings (self);
}

void
docket_notifier_snooze (DocketNotifier *self, const char *task_id)
{
  const gint64 now = g_get_real_time () / G_USEC_PER_SEC;

  settle (self, task_id);
  if (self->deadlines != NULL)
    docket_deadlines_snooze (self->deadlines, task_id, now + SNOOZE);
}

typedef struct
{
  DocketNotifier *notifier;
  char *task_id;
  char *title; /* nullable */
} Completing;

/* Where one can do something about it. */
static void
show_failure (DocketNotifier *self, const char *task_id, const char *heading, const char *body)
{
  GtkApplication *application = self->application;

  g_action_group_activate_action (G_ACTION_GROUP (application), "show-task",
                                  g_variant_new_string (task_id));
  if (heading != NULL)
    docket_notice_show (GTK_WIDGET (gtk_application_get_active_window (application)), heading,
                        body);
}

static void
completed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Completing *completing = user_data;
  g_autoptr (DocketNotifier) self = completing->notifier;
  g_autofree char *task_id = completing->task_id;
  g_autoptr (GError) error = NULL;
  g_autofree char *title = completing->title;
  g_autofree char *body = NULL;
  const char *heading;
  DocketCompletionOutcome outcome = DOCKET_COMPLETION_NOT_CONFIRMED;
  const gboolean sent
      = docket_completion_finish (DOCKET_WORKSPACE (source), result, &outcome, &error);

  if (sent && (outcome == DOCKET_COMPLETION_DONE || outcome == DOCKET_COMPLETION_WAITS))
    settle (self, task_id);
  else if (self->workspace == DOCKET_WORKSPACE (source))
    {
      heading = docket_completion_words_failed (DOCKET_COMPLETION_COMPLETE, title, outcome, error,
                                                &body);
      show_failure (self, task_id, heading, body);
    }
  g_application_release (G_APPLICATION (self->application));
}

void
docket_notifier_complete (DocketNotifier *self, const char *task_id)
{
  Completing *completing;

  if (self->workspace == NULL)
    return;
  completing = g_new (Completing, 1);
  completing->notifier = g_object_ref (self);
  completing->task_id = g_strdup (task_id);
  completing->title = g_strdup (g_hash_table_lookup (self->titles, task_id));
  g_application_hold (G_APPLICATION (self->application));
  docket_completion_async (self->workspace, DOCKET_COMPLETION_COMPLETE, task_id, completed_cb,
                           completing);
}

char *
docket_notifier_describe (DocketNotifier *self)
{
  const gint64 next = self->deadlines != NULL ? docket_deadlines_get_next (self->deadlines) : 0;
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GDateTime) moment = next != 0 ? g_date_time_new_from_unix_local (next) : NULL;
  g_autofree char *when = moment != NULL ? docket_words_moment (moment, now) : NULL;

  if (when == NULL)
    return g_strdup (_ ("No deadline is coming up"));
  /* Translators: what the program waits for while it has no window; at most 96 characters. %s is a
   * moment, such as "Today, 12:00" */
  return g_strdup_printf (_ ("Next deadline: %s"), when);
}
