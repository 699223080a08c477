/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include "ui/docket-task-form.h"

G_BEGIN_DECLS

/* A form for a task in a dialog: above it what went wrong, in the header the button that sends it. What it is for, its
 * classes know. It frees itself when it was closed.
 *
 * Signal "kept": it was closed, and a draft stays. */
#define DOCKET_TYPE_TASK_SHEET (docket_task_sheet_get_type ())
G_DECLARE_DERIVABLE_TYPE (DocketTaskSheet, docket_task_sheet, DOCKET, TASK_SHEET, AdwBin)

/**
 * DocketTaskSheetClass:
 * @submit: the person wants it sent; the form has what it needs
 * @check_again: the person wants to know what became of it
 * @save: what is filled in, as the text of a draft; "" where there is nothing to keep. (transfer full)
 */
struct _DocketTaskSheetClass
{
  AdwBinClass parent_class;

  void (*submit) (DocketTaskSheet *self);
  void (*check_again) (DocketTaskSheet *self);
  char *(*save) (DocketTaskSheet *self);
};

/* @place: which draft it is, see docket_task_sheet_get_draft(); nullable. @heading: of the dialog. @label: of the button
 * that sends. The form is still empty. */
void docket_task_sheet_prepare (DocketTaskSheet *self, DocketWorkspace *workspace, const char *place,
                                const char *heading, const char *label, GtkWidget *parent);
/* From now on what is filled in is kept. @parent: in the window that it opens over */
void docket_task_sheet_present (DocketTaskSheet *self, GtkWidget *parent);
/* Closes it, also while something is being sent. */
void docket_task_sheet_close (DocketTaskSheet *self);

DocketWorkspace *docket_task_sheet_get_workspace (DocketTaskSheet *self);
DocketTaskForm *docket_task_sheet_get_form (DocketTaskSheet *self);
/* The text of the draft; never NULL */
const char *docket_task_sheet_get_draft (DocketTaskSheet *self);
void docket_task_sheet_clear_draft (DocketTaskSheet *self);

/* The request goes out, or is looked up: nothing can be typed until docket_task_sheet_end(). */
void docket_task_sheet_begin (DocketTaskSheet *self);
/* @unknown: what became of it; then it cannot be sent, only looked up */
void docket_task_sheet_end (DocketTaskSheet *self, gboolean unknown);
/* Tells what went wrong. @label: (nullable): another one for the button that sends */
void docket_task_sheet_tell (DocketTaskSheet *self, const char *heading, const char *words, const char *label);

G_END_DECLS
