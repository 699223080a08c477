/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What is to be said of the answer in the row above it, such as that it is not saved; and what can be done about it.
 * Hidden while there is nothing.
 *
 * Signals: "chosen": the first thing that can be done; "other": the second. */
#define DOCKET_TYPE_ANSWER_STATUS (docket_answer_status_get_type ())
G_DECLARE_FINAL_TYPE (DocketAnswerStatus, docket_answer_status, DOCKET, ANSWER_STATUS, GtkListBoxRow)

/* @row: the one above */
GtkWidget *docket_answer_status_new (GtkWidget *row);
/* @heading: (nullable): NULL: nothing is to be said. @more: (nullable): a sentence. @is_error: @row has no good answer */
void docket_answer_status_tell (DocketAnswerStatus *self, const char *heading, const char *more, gboolean is_error);
/* What is on its buttons; (nullable): there is no such button. @able: whether the first one can be pressed */
void docket_answer_status_offer (DocketAnswerStatus *self, const char *label, const char *other, gboolean able);

G_END_DECLS
