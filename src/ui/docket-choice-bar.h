/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* What can be done with the chosen tasks, at the foot of the list while they are being chosen: the actions
 * "many.archive", "many.restore" and "many.delete" of an ancestor.
 *
 * Properties: "archived" (boolean): they are archived, and so can be restored; "reason" (string): why nothing can be
 * done with them now, NULL where it can. */
#define DOCKET_TYPE_CHOICE_BAR (docket_choice_bar_get_type ())
G_DECLARE_FINAL_TYPE (DocketChoiceBar, docket_choice_bar, DOCKET, CHOICE_BAR, AdwBin)

/* In the view Tidy Up there is one thing to do, which says with how many. */
void docket_choice_bar_set_tidying (DocketChoiceBar *self, gboolean tidying, guint n_chosen);

G_END_DECLS
