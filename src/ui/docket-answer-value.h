/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <adwaita.h>
#include "tallyfy/tallyfy.h"

G_BEGIN_DECLS

/* For the rows that show an answer in words and a @button that opens where it is chosen: shows name and answer. @words:
 * (nullable): NULL where there is none */
void docket_answer_value_show (AdwActionRow *row, GtkMenuButton *button, TallyfyFormField *field, const char *words);

G_END_DECLS
