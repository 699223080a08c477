/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/docket-other-list.h"

enum
{
  STATUS_CHANGED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_INTERFACE (DocketOtherList, docket_other_list, GTK_TYPE_WIDGET)

static void
docket_other_list_default_init (DocketOtherListInterface *iface)
{
  signals[STATUS_CHANGED] = g_signal_new ("status-changed", DOCKET_TYPE_OTHER_LIST,
                                          G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

void
docket_other_list_set_workspace (DocketOtherList *self, DocketWorkspace *workspace)
{
  DOCKET_OTHER_LIST_GET_IFACE (self)->set_workspace (self, workspace);
}

void
docket_other_list_compute_status (DocketOtherList *self, DocketListStatus *status)
{
  DOCKET_OTHER_LIST_GET_IFACE (self)->compute_status (self, status);
}

char *
docket_other_list_describe_hits (DocketOtherList *self, guint *n)
{
  return DOCKET_OTHER_LIST_GET_IFACE (self)->describe_hits (self, n);
}

void
docket_other_list_search (DocketOtherList *self, const char *text)
{
  DOCKET_OTHER_LIST_GET_IFACE (self)->search (self, text);
}

void
docket_other_list_unselect (DocketOtherList *self)
{
  DOCKET_OTHER_LIST_GET_IFACE (self)->unselect (self);
}

void
docket_other_list_focus (DocketOtherList *self)
{
  DOCKET_OTHER_LIST_GET_IFACE (self)->focus (self);
}

void
docket_other_list_enter (DocketOtherList *self)
{
  DOCKET_OTHER_LIST_GET_IFACE (self)->enter (self);
}

void
docket_other_list_status_changed (DocketOtherList *self)
{
  g_signal_emit (self, signals[STATUS_CHANGED], 0);
}
