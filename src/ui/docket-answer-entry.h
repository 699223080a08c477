/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include "ui/docket-answer-row.h"

G_BEGIN_DECLS

/* A form field for a line of text or an e-mail address. */
#define DOCKET_TYPE_ANSWER_ENTRY (docket_answer_entry_get_type ())
G_DECLARE_FINAL_TYPE (DocketAnswerEntry, docket_answer_entry, DOCKET, ANSWER_ENTRY, AdwEntryRow)

G_END_DECLS
