/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include "ui/docket-main-view.h"
#include "ui/docket-session.h"

G_BEGIN_DECLS

/* What a window remembers from one start to the next: its size, the view, the task that is open. What stands in the search
 * DocketSearchField remembers, and the order of the list is in the settings all the time. */

/* @window and its view are as they were left; the task is opened again by docket_window_memory_return(). */
void docket_window_memory_restore (GtkWindow *window, DocketMainView *view, GSettings *settings);
/* Once @session has a workspace. */
void docket_window_memory_return (DocketMainView *view, DocketSession *session);
void docket_window_memory_save (DocketMainView *view, GSettings *settings);

G_END_DECLS
