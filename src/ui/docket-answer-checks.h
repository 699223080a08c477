/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include "ui/docket-answer-row.h"

G_BEGIN_DECLS

/* A form field for any number of choices. They are sent once the popover with them was closed. */
#define DOCKET_TYPE_ANSWER_CHECKS (docket_answer_checks_get_type ())
G_DECLARE_FINAL_TYPE (DocketAnswerChecks, docket_answer_checks, DOCKET, ANSWER_CHECKS, AdwActionRow)

G_END_DECLS
