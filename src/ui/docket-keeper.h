/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <gtk/gtk.h>
#include "ui/docket-notifier.h"
#include "ui/docket-session.h"

G_BEGIN_DECLS

/* Keeps the session of the program, with what tells of deadlines: as long as there is a window, and without one where the person
 * wants that (setting "run-in-background", which is of use only with notifications). */
#define DOCKET_TYPE_KEEPER (docket_keeper_get_type ())
G_DECLARE_FINAL_TYPE (DocketKeeper, docket_keeper, DOCKET, KEEPER, GObject)

/* @application: must be there as long as the keeper is. */
DocketKeeper *docket_keeper_new (GtkApplication *application);
/* Nothing is kept from here on. */
void docket_keeper_end (DocketKeeper *self); /* (transfer full) */
/* Whether the program is to go on without a window. */
gboolean docket_keeper_stays (DocketKeeper *self);
/* (transfer none) (nullable): that of the window, or what is kept without one */
DocketSession *docket_keeper_get_session (DocketKeeper *self);
/* From here on it is kept. */
void docket_keeper_set_session (DocketKeeper *self, DocketSession *session);
DocketNotifier *docket_keeper_get_notifier (DocketKeeper *self); /* (transfer none) */
/* As a service: opens the account that was open last where the program is to stay. */
void docket_keeper_begin (DocketKeeper *self);

G_END_DECLS
