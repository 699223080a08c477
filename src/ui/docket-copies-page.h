/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <adwaita.h>
#include "workspace/docket-workspace.h"

G_BEGIN_DECLS

/* Preferences about removals: whether copies are kept, for how long, how much room they take; and the history. */
#define DOCKET_TYPE_COPIES_PAGE (docket_copies_page_get_type ())
G_DECLARE_FINAL_TYPE (DocketCopiesPage, docket_copies_page, DOCKET, COPIES_PAGE, AdwPreferencesPage)

GtkWidget *docket_copies_page_new (DocketWorkspace *workspace);

G_END_DECLS
