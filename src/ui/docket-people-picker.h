/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include "ui/docket-picker.h"

G_BEGIN_DECLS

/* In it members of the organization, guests and groups are found by their names. The person signed in comes first, then
 * who was chosen before. Their keys: see workspace/docket-assignee-key.h. */
#define DOCKET_TYPE_PEOPLE_PICKER (docket_people_picker_get_type ())
G_DECLARE_FINAL_TYPE (DocketPeoplePicker, docket_people_picker, DOCKET, PEOPLE_PICKER, DocketPicker)

G_END_DECLS
