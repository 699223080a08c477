/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include "ui/docket-answer-row.h"

G_BEGIN_DECLS

/* A form field for one of several choices, or none. */
#define DOCKET_TYPE_ANSWER_COMBO (docket_answer_combo_get_type ())
G_DECLARE_FINAL_TYPE (DocketAnswerCombo, docket_answer_combo, DOCKET, ANSWER_COMBO, AdwComboRow)

G_END_DECLS
