/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <adwaita.h>
#include "workspace/docket-workspace.h"

G_BEGIN_DECLS

/* A popover in which members of the organization, guests and groups are found by their names and ticked. The person signed
 * in comes first, then who was chosen before. They are told by their keys: see workspace/docket-assignee-key.h.
 * Signal "changed": others are ticked. */
#define DOCKET_TYPE_PEOPLE_PICKER (docket_people_picker_get_type ())
G_DECLARE_FINAL_TYPE (DocketPeoplePicker, docket_people_picker, DOCKET, PEOPLE_PICKER, GtkPopover)

void docket_people_picker_set_workspace (DocketPeoplePicker *self, DocketWorkspace *workspace);
void docket_people_picker_set_chosen (DocketPeoplePicker *self, const char *const *keys);
/* In the order in which they were ticked. (transfer full) */
GStrv docket_people_picker_get_chosen (DocketPeoplePicker *self);

G_END_DECLS
