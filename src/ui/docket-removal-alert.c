/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/docket-removal-alert.h"

#include <glib/gi18n.h>
#include "ui/compat/docket-alert.h"
#include "ui/docket-press-guard.h"

/* A dialog that tells of a removal, until it is answered. */
typedef struct
{
  DocketRemovals *removals;
  DocketWorkspace *workspace; /* of the removal */
  DocketRemoval *removal;
  DocketNext next;
  GtkWidget *parent;
} Telling;

static void
telling_free (gpointer data, GClosure *closure)
{
  Telling *telling = data;

  g_object_unref (telling->removals);
  g_object_unref (telling->workspace);
  g_object_unref (telling->removal);
  g_object_unref (telling->parent);
  g_free (telling);
}

/* Asks again about the task of the removal, if it is still in the list. */
static void
ask_anew (Telling *telling)
{
  DocketTaskModel *tasks = docket_workspace_get_tasks (telling->workspace);
  guint position;

  /* The process that shows is the one that was asked about, or none can be asked about. */
  if (docket_removal_get_target (telling->removal) == DOCKET_TARGET_PROCESS)
    gtk_widget_activate_action (telling->parent, "process.delete-again", "s",
                                docket_removal_get_task_id (telling->removal));
  else if (docket_task_model_find (tasks, docket_removal_get_task_id (telling->removal), &position))
    {
      g_autoptr (GObject) task = g_list_model_get_item (G_LIST_MODEL (tasks), position);

      if (DOCKET_IS_TASK (task))
        docket_removals_ask_delete (telling->removals, DOCKET_TASK (task));
    }
}

static void
archive (Telling *telling)
{
  const char *id = docket_removal_get_task_id (telling->removal);

  if (docket_removal_get_target (telling->removal) == DOCKET_TARGET_PROCESS)
    docket_removals_archive_process (telling->removals, id);
  else
    docket_removals_archive (telling->removals, id);
}

static void
restore (Telling *telling)
{
  const char *id = docket_removal_get_task_id (telling->removal);

  if (docket_removal_get_target (telling->removal) == DOCKET_TARGET_PROCESS)
    docket_removals_restore_process (telling->removals, id);
  else
    docket_removals_restore (telling->removals, id);
}

static void
try_again (Telling *telling)
{
  switch (docket_removal_get_kind (telling->removal))
    {
    case DOCKET_REMOVAL_ARCHIVE:
      archive (telling);
      break;
    case DOCKET_REMOVAL_RESTORE:
      restore (telling);
      break;
    case DOCKET_REMOVAL_DELETE:
    default:
      ask_anew (telling);
      break;
    }
}

static void
do_next (Telling *telling)
{
  switch (telling->next)
    {
    case DOCKET_NEXT_ARCHIVE:
      archive (telling);
      break;
    case DOCKET_NEXT_REFRESH:
      docket_workspace_renew (telling->workspace);
      break;
    case DOCKET_NEXT_TRY_AGAIN:
      try_again (telling);
      break;
    case DOCKET_NEXT_CHECK_AGAIN:
      docket_removals_check_again (telling->removals, telling->removal);
      break;
    case DOCKET_NEXT_NOTHING:
    case DOCKET_NEXT_UNDO:
    case DOCKET_NEXT_OPEN_COPY:
    default:
      break;
    }
}

static void
told_cb (GtkWidget *alert, const char *response, Telling *telling)
{
  /* Another workspace may be open now: what is offered was about the one before. */
  if (g_str_equal (response, "next")
      && docket_removals_get_workspace (telling->removals) == telling->workspace)
    do_next (telling);
}

void
docket_removal_alert_open (GtkWidget *parent,
                           const DocketRemovalReport *report,
                           DocketRemoval *removal,
                           DocketRemovals *removals)
{
  GtkWidget *alert = docket_alert_new (parent, report->heading, report->body);
  Telling *telling = g_new0 (Telling, 1);

  telling->removals = g_object_ref (removals);
  telling->workspace = g_object_ref (docket_removals_get_workspace (removals));
  telling->removal = g_object_ref (removal);
  telling->next = report->next;
  telling->parent = g_object_ref (parent);
  docket_alert_add_response (alert, "close", _ ("_Close"), DOCKET_RESPONSE_PLAIN);
  docket_alert_set_default (alert, "close");
  if (report->next_label != NULL)
    {
      docket_alert_add_response (alert, "next", report->next_label, DOCKET_RESPONSE_PLAIN);
      docket_alert_set_default (alert, "next");
    }
  g_signal_connect_data (alert, "response", G_CALLBACK (told_cb), telling, telling_free, 0);
  /* It comes by itself, whatever is typed at that moment. */
  docket_press_guard_attach (alert);
  docket_alert_present (alert, parent);
}
