/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * DocketGroupKind: by deadline (To Do, One-Off, All), by the day of completion or archiving, by age, or of processes.
 */
typedef enum
{
  DOCKET_GROUP_OVERDUE,
  DOCKET_GROUP_TODAY,
  DOCKET_GROUP_TOMORROW,
  DOCKET_GROUP_THIS_WEEK,
  DOCKET_GROUP_LATER,
  DOCKET_GROUP_NO_DEADLINE,
  DOCKET_GROUP_YESTERDAY,
  DOCKET_GROUP_EARLIER,
  DOCKET_GROUP_DONE, /* completed tasks among others (view All) */
  /* How long ago, in days (view Tidy Up). */
  DOCKET_GROUP_FROM_7,
  DOCKET_GROUP_FROM_30,
  DOCKET_GROUP_FROM_90,
  DOCKET_GROUP_FROM_180,
  DOCKET_GROUP_FROM_365,
  /* Of processes. */
  DOCKET_GROUP_RUNNING,
  DOCKET_GROUP_FINISHED,
  DOCKET_GROUP_ARCHIVED,
} DocketGroupKind;

#define DOCKET_N_GROUPS (DOCKET_GROUP_ARCHIVED + 1)

#define DOCKET_TYPE_GROUP (docket_group_get_type ())
G_DECLARE_FINAL_TYPE (DocketGroup, docket_group, DOCKET, GROUP, GObject)

/* A header row of the list: GTK has sections only from 4.12. */
DocketGroupKind docket_group_get_kind (DocketGroup *self);
guint docket_group_get_n_tasks (DocketGroup *self); /* or processes; property "n-tasks" notifies */

G_END_DECLS
