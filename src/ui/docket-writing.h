/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <adwaita.h>
#include "ui/docket-list-pane.h"
#include "ui/docket-trail.h"
#include "ui/docket-undo.h"

G_BEGIN_DECLS

/* What the person writes that is a task: the action "write.new", its dialog, and how its end is told. */
#define DOCKET_TYPE_WRITING (docket_writing_get_type ())
G_DECLARE_FINAL_TYPE (DocketWriting, docket_writing, DOCKET, WRITING, GObject)

/* @view: gets the actions. @toasts: where toasts appear and over whose window the dialog opens. @list: in which a new
 * task is shown. @trail: which task the actions are about. @undo: gets what takes a change back. All must be there until docket_writing_end(). */
DocketWriting *docket_writing_new (GtkWidget *view, AdwToastOverlay *toasts, DocketListPane *list,
                                DocketTrail *trail, DocketUndo *undo);
void docket_writing_set_workspace (DocketWriting *self, DocketWorkspace *workspace); /* (nullable) */
void docket_writing_end (DocketWriting *self); /* (transfer full) */

G_END_DECLS
