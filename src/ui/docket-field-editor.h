/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <adwaita.h>
#include "tallyfy/tallyfy-task-draft.h"

G_BEGIN_DECLS

/* A form field that a new task is to have: its label, what is answered there, and whether it must be.
 *
 * Signals: "changed"; "removed": the person does not want it any more. */
#define DOCKET_TYPE_FIELD_EDITOR (docket_field_editor_get_type ())
G_DECLARE_FINAL_TYPE (DocketFieldEditor, docket_field_editor, DOCKET, FIELD_EDITOR, AdwExpanderRow)

GtkWidget *docket_field_editor_new (void); /* open, and empty */
void docket_field_editor_focus (DocketFieldEditor *self);

/* For docket_field_editor_restore(). Returns: (transfer floating): of DOCKET_FIELD_EDITOR_SAVED */
GVariant *docket_field_editor_save (DocketFieldEditor *self);
#define DOCKET_FIELD_EDITOR_SAVED "(subs)"
/* @saved: of DOCKET_FIELD_EDITOR_SAVED */
void docket_field_editor_restore (DocketFieldEditor *self, GVariant *saved);

/* Why a task cannot have it yet, in words; NULL where it can. (transfer none) */
const char *docket_field_editor_get_reason (DocketFieldEditor *self);
void docket_field_editor_add_to (DocketFieldEditor *self, TallyfyTaskDraft *draft);

G_END_DECLS
