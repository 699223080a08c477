/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <adwaita.h>
#include "workspace/docket-workspace.h"

G_BEGIN_DECLS

/* The tags of a task, as chips: to be chosen for a new one, and only shown of one that is there. Signal "changed": others
 * were chosen. */
#define DOCKET_TYPE_TAGS_ROW (docket_tags_row_get_type ())
G_DECLARE_FINAL_TYPE (DocketTagsRow, docket_tags_row, DOCKET, TAGS_ROW, AdwPreferencesRow)

/* To be chosen from the organization's, none at first. */
void docket_tags_row_start (DocketTagsRow *self, DocketWorkspace *workspace);
void docket_tags_row_set_chosen (DocketTagsRow *self, const char *const *ids);
/* Of those that the organization still has. (transfer full): their IDs */
GStrv docket_tags_row_get_chosen (DocketTagsRow *self);

/* Only shown, with the reason; without any the row is not there. @titles: as a task is read with */
void docket_tags_row_show_titles (DocketTagsRow *self, DocketWorkspace *workspace, const char *const *titles);

G_END_DECLS
