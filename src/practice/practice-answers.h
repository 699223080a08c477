/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include "practice/practice-call.h"

G_BEGIN_DECLS

/* "taskdata": stores the answers of the task's fields. Keys of no field are dropped in silence; an answer that has not
 * the shape of its field's type, or names a choice that there is not, is invalid (422). */
void practice_answers_store (PracticeCall *call, gint64 task);

G_END_DECLS
