/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include "ui/docket-undo.h"
#include "workspace/docket-edit.h"

G_BEGIN_DECLS

/**
 * docket_edit_undo_offer:
 * @undo: until it forgets this, it and @toasts must be there
 * @toasts: where is told how it ended, and over whose window the dialog opens
 * @words: that it was saved
 * @before: as the task was
 * @saved: as it is now
 *
 * Offers to put back what the two differ in: one more change of the task, which is told how it ended as any is.
 */
void docket_edit_undo_offer (DocketUndo *undo, AdwToastOverlay *toasts, DocketWorkspace *workspace,
                             const char *words, const DocketTaskValues *before, TallyfyTask *saved);

G_END_DECLS
