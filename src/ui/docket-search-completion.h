/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <gtk/gtk.h>
#include "workspace/docket-workspace.h"

G_BEGIN_DECLS

/* Offers, below an entry, what can follow the search word that is being typed there: the values of is: and due:, and the
 * names that the cache knows behind owner:, process: and tag:. */
#define DOCKET_TYPE_SEARCH_COMPLETION (docket_search_completion_get_type ())
G_DECLARE_FINAL_TYPE (DocketSearchCompletion, docket_search_completion, DOCKET, SEARCH_COMPLETION, GObject)

/* @entry: in @parent, which keeps it. Let go of it before @parent goes. */
DocketSearchCompletion *docket_search_completion_new (GtkWidget *parent, GtkEditable *entry);
/* @workspace: (nullable): NULL: nothing is offered */
void docket_search_completion_set_workspace (DocketSearchCompletion *self, DocketWorkspace *workspace);
/* (transfer none) (nullable): NULL once it goes */
GtkEditable *docket_search_completion_get_entry (DocketSearchCompletion *self);
/* As after something was typed. */
void docket_search_completion_update (DocketSearchCompletion *self);

G_END_DECLS
