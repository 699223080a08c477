/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <gtk/gtk.h>
#include "workspace/docket-workspace.h"

G_BEGIN_DECLS

/* A popover in which tags of the organization are found by their titles and ticked. They are told by their IDs. Signal
 * "changed": others are ticked. */
#define DOCKET_TYPE_TAG_PICKER (docket_tag_picker_get_type ())
G_DECLARE_FINAL_TYPE (DocketTagPicker, docket_tag_picker, DOCKET, TAG_PICKER, GtkPopover)

void docket_tag_picker_set_workspace (DocketTagPicker *self, DocketWorkspace *workspace);
void docket_tag_picker_set_chosen (DocketTagPicker *self, const char *const *ids);
/* In the order in which they were ticked. (transfer full) */
GStrv docket_tag_picker_get_chosen (DocketTagPicker *self);

G_END_DECLS
