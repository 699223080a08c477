/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <gtk/gtk.h>
#include "workspace/docket-shown.h"
#include "workspace/docket-workspace.h"

G_BEGIN_DECLS

typedef enum
{
  DOCKET_DELETE_CANCEL,
  DOCKET_DELETE_KEEP,    /* leave it in the archive */
  DOCKET_DELETE_ARCHIVE, /* archive it instead */
  DOCKET_DELETE_CONFIRM, /* delete it permanently */
} DocketDeleteChoice;

/* The question before a permanent deletion: names the task, counts what would be lost with it, and
 * offers the archive first. It owns itself until it is answered; who refers to it can ask later what
 * was shown and chosen.
 *
 * Signal "chosen" (int DocketDeleteChoice), once. */
#define DOCKET_TYPE_DELETE_DIALOG (docket_delete_dialog_get_type ())
G_DECLARE_FINAL_TYPE (DocketDeleteDialog, docket_delete_dialog, DOCKET, DELETE_DIALOG, GObject)

/* Opens it over the window of @parent. Returns: (transfer none): for the signal */
DocketDeleteDialog *
docket_delete_dialog_open (GtkWidget *parent, DocketWorkspace *workspace, DocketTask *task);
/* Asks once more what @before asked, since its answer came to nothing: @removal ended in
 * DOCKET_OUTCOME_CHANGED or DOCKET_OUTCOME_NO_COPY, which a banner says. */
DocketDeleteDialog *docket_delete_dialog_open_again (GtkWidget *parent,
                                                     DocketDeleteDialog *before,
                                                     DocketRemoval *removal);
/* Takes an open one away; "chosen" says that it was cancelled. */
void docket_delete_dialog_close (DocketDeleteDialog *self);

DocketWorkspace *docket_delete_dialog_get_workspace (DocketDeleteDialog *self);
const char *docket_delete_dialog_get_task_id (DocketDeleteDialog *self);
/* What it showed when it was answered; NULL where that was not found out. (transfer none) */
const DocketShown *docket_delete_dialog_get_shown (DocketDeleteDialog *self);
gboolean docket_delete_dialog_get_keeps_copy (DocketDeleteDialog *self);

G_END_DECLS
