/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include "ui/docket-answer-row.h"

G_BEGIN_DECLS

/* A form field for a text of several lines: like AdwEntryRow, which has but one. */
#define DOCKET_TYPE_ANSWER_TEXT (docket_answer_text_get_type ())
G_DECLARE_FINAL_TYPE (DocketAnswerText, docket_answer_text, DOCKET, ANSWER_TEXT, GtkListBoxRow)

G_END_DECLS
