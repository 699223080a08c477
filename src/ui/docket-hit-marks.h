/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <gtk/gtk.h>
#include "workspace/docket-task-model.h"

G_BEGIN_DECLS

/* What is searched for is emphasised in what is read, too. */

/* @tasks: (nullable): whose search is marked in the labels below @root from now on */
void docket_hit_marks_follow (GtkWidget *root, DocketTaskModel *tasks);
/* @label: shows text in which hits are marked, wherever it is put. Its attributes are no longer anybody else's. */
void docket_hit_marks_add (GtkLabel *label);

G_END_DECLS
