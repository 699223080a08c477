/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <adwaita.h>
#include "workspace/docket-workspace.h"

G_BEGIN_DECLS

/* What is searched for in a list: an entry with completion, a menu of filters, and below them how much is found. It is
 * there while property "open" (boolean) is TRUE. The search words that stand in it are remembered for the next start.
 *
 * Signals: "changed"; "entered": to the first hit; "stopped": nothing is searched for any more, and it has closed. */
#define DOCKET_TYPE_SEARCH_FIELD (docket_search_field_get_type ())
G_DECLARE_FINAL_TYPE (DocketSearchField, docket_search_field, DOCKET, SEARCH_FIELD, AdwBin)

/* What is typed while the focus is in @list goes into it, too. */
void docket_search_field_listen_to (DocketSearchField *self, GtkWidget *list);
/* @workspace: (nullable): whose names are offered. With the first one comes what is remembered. */
void docket_search_field_set_workspace (DocketSearchField *self, DocketWorkspace *workspace);
/* What it is about. Only tasks have search words. */
void docket_search_field_set_view (DocketSearchField *self, DocketView view);
const char *docket_search_field_get_text (DocketSearchField *self);
/* @words: (nullable): "2 tasks"; NULL where there is nothing to count */
void docket_search_field_show_hits (DocketSearchField *self, const char *words);
/* Opens it and goes there. @text: (nullable): takes the place of what stands in it */
void docket_search_field_open (DocketSearchField *self, const char *text);
gboolean docket_search_field_is_open (DocketSearchField *self);
void docket_search_field_close (DocketSearchField *self);

G_END_DECLS
