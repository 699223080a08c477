/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include "ui/docket-field-editor.h"

G_BEGIN_DECLS

/* The form fields that a new task is to have, in their order; none at first. Signal "changed". */
#define DOCKET_TYPE_FIELD_EDITORS (docket_field_editors_get_type ())
G_DECLARE_FINAL_TYPE (DocketFieldEditors, docket_field_editors, DOCKET, FIELD_EDITORS, AdwBin)

#define DOCKET_FIELD_EDITORS_SAVED "a" DOCKET_FIELD_EDITOR_SAVED
/* For docket_field_editors_restore(). Returns: (transfer floating): of DOCKET_FIELD_EDITORS_SAVED */
GVariant *docket_field_editors_save (DocketFieldEditors *self);
/* @saved: of DOCKET_FIELD_EDITORS_SAVED */
void docket_field_editors_restore (DocketFieldEditors *self, GVariant *saved);
gboolean docket_field_editors_is_empty (DocketFieldEditors *self);

/* Why a task cannot have one of them yet, in words; NULL where it can have all. (transfer none) */
const char *docket_field_editors_get_reason (DocketFieldEditors *self);
void docket_field_editors_add_to (DocketFieldEditors *self, TallyfyTaskDraft *draft);

G_END_DECLS
