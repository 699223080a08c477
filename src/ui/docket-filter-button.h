/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include "ui/docket-search-completion.h"

G_BEGIN_DECLS

/* A menu of search words that narrow a list down. What is chosen goes into the text of the search, and what stands there is
 * what the menu shows as chosen: the two are one thing. */

/* Fills @button with the menu. @completion: of the text that it is about; offers the names that can follow */
void docket_filter_button_set_up (GtkMenuButton *button, DocketSearchCompletion *completion);

G_END_DECLS
