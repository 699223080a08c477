/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <gtk/gtk.h>
#include "ui/docket-list-status.h"
#include "workspace/docket-workspace.h"

G_BEGIN_DECLS

/* What can show in the list's pane in place of tasks. An implementation has the signals "selection-changed" and "opened" and
 * the property "folded" of DocketTaskList. */
#define DOCKET_TYPE_OTHER_LIST (docket_other_list_get_type ())
G_DECLARE_INTERFACE (DocketOtherList, docket_other_list, DOCKET, OTHER_LIST, GtkWidget)

struct _DocketOtherListInterface
{
  GTypeInterface parent_interface;

  void (*set_workspace) (DocketOtherList *self, DocketWorkspace *workspace);
  void (*compute_status) (DocketOtherList *self, DocketListStatus *status);
  char *(*describe_hits) (DocketOtherList *self, guint *n);
  void (*search) (DocketOtherList *self, const char *text);
  void (*unselect) (DocketOtherList *self);
  void (*focus) (DocketOtherList *self);
  void (*enter) (DocketOtherList *self);
};

/* Reads what it shows from the first time on that this is called with a workspace. @workspace: (nullable) */
void docket_other_list_set_workspace (DocketOtherList *self, DocketWorkspace *workspace);
/* Whether it shows, or what stands in its place. */
void docket_other_list_compute_status (DocketOtherList *self, DocketListStatus *status);
/* Such as "3 removals". @n: (out): how many. (transfer full) */
char *docket_other_list_describe_hits (DocketOtherList *self, guint *n);
void docket_other_list_search (DocketOtherList *self, const char *text);
void docket_other_list_unselect (DocketOtherList *self);
/* Gives the focus to the chosen row, or to the first. */
void docket_other_list_focus (DocketOtherList *self);
/* Chooses the first row where none is, and gives it the focus. */
void docket_other_list_enter (DocketOtherList *self);
/* For implementations: emits the signal "status-changed". */
void docket_other_list_status_changed (DocketOtherList *self);

G_END_DECLS
