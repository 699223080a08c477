/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <adwaita.h>
#include "workspace/docket-task.h"

G_BEGIN_DECLS

/* What a task can be done with in the header of its detail: Complete, Approve and Reject, or Reopen, by the actions
 * "work.…" of DocketCompletions. Properties: "folded", that the window shows one pane at a time; "tight" (to be read),
 * that the buttons at the other end of the header are to do without their labels. A header bar of GTK 4.12 and later
 * gives each end what the minimum of the other leaves, so that only one of the two may be able to give way. */
#define DOCKET_TYPE_WORK_BUTTONS (docket_work_buttons_get_type ())
G_DECLARE_FINAL_TYPE (DocketWorkButtons, docket_work_buttons, DOCKET, WORK_BUTTONS, AdwBin)

/* @task: (nullable): none is shown */
void docket_work_buttons_show (DocketWorkButtons *self, DocketTask *task);

G_END_DECLS
