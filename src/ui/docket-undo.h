/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include "ui/docket-many.h"
#include "ui/docket-removals.h"

G_BEGIN_DECLS

/* What Ctrl+Z does, and the button of a toast: takes back what was done last, and then what was done before it. What is
 * done by one request is kept here until something is archived, restored or deleted after it; that is kept by those who do
 * it.
 *
 * Signal "changed": docket_undo_is_possible() may say something else than before. */
#define DOCKET_TYPE_UNDO (docket_undo_get_type ())
G_DECLARE_FINAL_TYPE (DocketUndo, docket_undo, DOCKET, UNDO, GObject)

typedef void (*DocketUndoFunc) (gpointer data);

/* @toasts: where toasts appear. It must be there until docket_undo_end(). */
DocketUndo *docket_undo_new (AdwToastOverlay *toasts, DocketRemovals *removals, DocketMany *many);
void docket_undo_end (DocketUndo *self); /* (transfer full) */

/* Shows @words with a button, and keeps @func with its @data until it is called, or forgotten: once at most. @key: by which
 * it is forgotten; nullable */
void docket_undo_offer (DocketUndo *self, const char *words, const char *key, DocketUndoFunc func, gpointer data,
                        GDestroyNotify free_data);
/* What was offered, with its toast: that is past. @key: of one, or NULL for all */
void docket_undo_forget (DocketUndo *self, const char *key);

gboolean docket_undo_is_possible (DocketUndo *self);
void docket_undo_last (DocketUndo *self);

G_END_DECLS
