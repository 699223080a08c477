/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <gtk/gtk.h>
#include "workspace/docket-workspace.h"

G_BEGIN_DECLS

/* A popover in which some of many are found by what is typed, and ticked. They are told by keys; what they are, its classes
 * know.
 *
 * Signal "changed": others are ticked. */
#define DOCKET_TYPE_PICKER (docket_picker_get_type ())
G_DECLARE_DERIVABLE_TYPE (DocketPicker, docket_picker, DOCKET, PICKER, GtkPopover)

/**
 * DocketPickerClass:
 * @fill: adds rows for what @text finds: docket_picker_add_row(). Returns: what to say where there are none
 * @took: (nullable): this key was chosen before the popover opens
 */
struct _DocketPickerClass
{
  GtkPopoverClass parent_class;

  const char *(*fill) (DocketPicker *self, const char *text);
  void (*took) (DocketPicker *self, const char *key);
};

/* @words: what is to be typed, where nothing is */
void docket_picker_set_words (DocketPicker *self, const char *words);
/* @content: what the row shows. @name: as it is read. @description: what else there is to say; nullable */
void docket_picker_add_row (DocketPicker *self, const char *key, GtkWidget *content, const char *name,
                            const char *description);

void docket_picker_set_workspace (DocketPicker *self, DocketWorkspace *workspace);
/* Returns: (transfer none) (nullable) */
DocketWorkspace *docket_picker_get_workspace (DocketPicker *self);
void docket_picker_set_chosen (DocketPicker *self, const char *const *keys);
/* In the order in which they were ticked. (transfer full) */
GStrv docket_picker_get_chosen (DocketPicker *self);

G_END_DECLS
