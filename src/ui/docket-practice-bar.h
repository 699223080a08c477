/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Says at the foot of a page that this is the practice workspace, and lets one leave it
 * ("win.leave-practice"). */
#define DOCKET_TYPE_PRACTICE_BAR (docket_practice_bar_get_type ())
G_DECLARE_FINAL_TYPE (DocketPracticeBar, docket_practice_bar, DOCKET, PRACTICE_BAR, AdwBin)

GtkWidget *docket_practice_bar_new (void);

G_END_DECLS
