/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include "ui/docket-main-view.h"

G_BEGIN_DECLS

/* Asks whether the deleted task of @entry is to be created again, having told what cannot come back; creates it, and
 * tells what became of it. The callback only says that all of this is over. */
void docket_again_ask_async (DocketMainView *view, DocketWorkspace *workspace, DocketHistoryEntry *entry,
                             GAsyncReadyCallback callback, gpointer user_data);

G_END_DECLS
