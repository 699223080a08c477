/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include "ui/docket-picker.h"

G_BEGIN_DECLS

/* In it tags of the organization are found by their titles. Their keys are their IDs. */
#define DOCKET_TYPE_TAG_PICKER (docket_tag_picker_get_type ())
G_DECLARE_FINAL_TYPE (DocketTagPicker, docket_tag_picker, DOCKET, TAG_PICKER, DocketPicker)

G_END_DECLS
