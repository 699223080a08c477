/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <adwaita.h>
#include "workspace/docket-workspace.h"

G_BEGIN_DECLS

/* What the list shows in place of tasks, or that it shows them. */
typedef struct
{
  const char *page; /* of the pane's stack: "list", "history", "processes", "loading", "blank" or
                       "status" */
  const char *icon_name;
  const char *title;
  char *description;        /* plain text */
  const char *button_label; /* nullable */
  const char *action_name; /* detailed: "view.show::all" */
} DocketListStatus;

void docket_list_status_compute (DocketListStatus *status, DocketWorkspace *workspace);
/* The same for the history. */
void docket_list_status_compute_history (DocketListStatus *status, DocketHistory *history);
/* The same for the processes. */
void docket_list_status_compute_processes (DocketListStatus *status, DocketWorkspace *workspace);
/* Puts it on a page that has one button. */
void docket_list_status_show (const DocketListStatus *status, AdwStatusPage *page,
                              GtkButton *button);
/* Whether that page is one of rows. @page: (nullable) */
gboolean docket_list_status_has_rows (const char *page);
/* Asks on a page beside the list to choose something there. */
void docket_list_status_ask_to_choose (DocketView view, AdwStatusPage *page);
void docket_list_status_clear (DocketListStatus *status);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DocketListStatus, docket_list_status_clear)

const char *docket_list_status_explain_signed_out (const GError *error,
                                                   const char **button_label,
                                                   const char **action_name);

/* A sentence for why the tasks could not be loaded: what happened, and the server's words.
 * (transfer full) */
char *docket_list_status_explain (const GError *error);

/* Whether the first list of tasks is still to come. @workspace: (nullable) */
gboolean docket_list_status_is_first_load (DocketWorkspace *workspace);
/* "300 of about 1,200"; "" while it is not known. (transfer full) */
char *docket_list_status_describe_progress (DocketWorkspace *workspace);

/* Why the rest of a task is not there, where nothing of it is kept either. */
const char *docket_list_status_explain_detail (const GError *error);

G_END_DECLS
