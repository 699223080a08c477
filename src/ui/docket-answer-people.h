/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include "ui/docket-answer-row.h"

G_BEGIN_DECLS

/* A form field for people. They are sent once the popover with them was closed. */
#define DOCKET_TYPE_ANSWER_PEOPLE (docket_answer_people_get_type ())
G_DECLARE_FINAL_TYPE (DocketAnswerPeople, docket_answer_people, DOCKET, ANSWER_PEOPLE, AdwActionRow)

G_END_DECLS
