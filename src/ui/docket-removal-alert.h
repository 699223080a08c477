/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include "ui/docket-removal-report.h"
#include "ui/docket-removals.h"

G_BEGIN_DECLS

/* Tells how @removal ended in a dialog over the window of @parent; its second button does what
 * @report offers, through @removals, unless another workspace was opened meanwhile. */
void docket_removal_alert_open (GtkWidget *parent,
                                const DocketRemovalReport *report,
                                DocketRemoval *removal,
                                DocketRemovals *removals);

G_END_DECLS
