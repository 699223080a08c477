/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <adwaita.h>
#include "workspace/docket-task.h"

G_BEGIN_DECLS

/* What a task can be done with in the header of its detail: Complete, Approve and Reject, or Reopen, by the actions
 * "work.…" of DocketCompletions. */
#define DOCKET_TYPE_WORK_BUTTONS (docket_work_buttons_get_type ())
G_DECLARE_FINAL_TYPE (DocketWorkButtons, docket_work_buttons, DOCKET, WORK_BUTTONS, AdwBin)

/* @task: (nullable): none is shown */
void docket_work_buttons_show (DocketWorkButtons *self, DocketTask *task);

G_END_DECLS
