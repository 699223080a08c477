/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <adwaita.h>
#include "ui/docket-trail.h"
#include "ui/docket-undo.h"

G_BEGIN_DECLS

/* What is done to the task that is selected by one request, with nothing to fill in: the actions "send.duplicate" and
 * "send.remind", and how they end in words. */
#define DOCKET_TYPE_SENDING (docket_sending_get_type ())
G_DECLARE_FINAL_TYPE (DocketSending, docket_sending, DOCKET, SENDING, GObject)

/* @view: gets the actions. @toasts: where toasts appear and over whose window dialogs open. @list: in which a new task
 * is shown. @trail: which task the actions are about. @undo: gets what takes a duplicate back. All must be there until
 * docket_sending_end(). */
DocketSending *docket_sending_new (GtkWidget *view, AdwToastOverlay *toasts, DocketListPane *list,
                                DocketTrail *trail, DocketUndo *undo);
void docket_sending_set_workspace (DocketSending *self, DocketWorkspace *workspace); /* (nullable) */
void docket_sending_end (DocketSending *self); /* (transfer full) */

G_END_DECLS
