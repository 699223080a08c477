/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include "ui/docket-answer-row.h"

G_BEGIN_DECLS

/* A form field for a day. */
#define DOCKET_TYPE_ANSWER_DATE (docket_answer_date_get_type ())
G_DECLARE_FINAL_TYPE (DocketAnswerDate, docket_answer_date, DOCKET, ANSWER_DATE, AdwActionRow)

G_END_DECLS
