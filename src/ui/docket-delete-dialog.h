/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <gtk/gtk.h>
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
 * offers the archive first. It owns itself until it is answered.
 *
 * Signal "chosen" (int DocketDeleteChoice), once. */
#define DOCKET_TYPE_DELETE_DIALOG (docket_delete_dialog_get_type ())
G_DECLARE_FINAL_TYPE (DocketDeleteDialog, docket_delete_dialog, DOCKET, DELETE_DIALOG, GObject)

/* Opens it over the window of @parent. Returns: (transfer none): for the signal */
DocketDeleteDialog *
docket_delete_dialog_open (GtkWidget *parent, DocketWorkspace *workspace, DocketTask *task);
DocketWorkspace *docket_delete_dialog_get_workspace (DocketDeleteDialog *self);
const char *docket_delete_dialog_get_task_id (DocketDeleteDialog *self);

G_END_DECLS
