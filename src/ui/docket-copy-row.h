/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* The row "Keep a copy on this computer" of a question about deletion, on or off as the preferences say. Its switch alone takes the
 * focus, so that Enter in it is the dialog's own answer, and Space switches. */
#define DOCKET_TYPE_COPY_ROW (docket_copy_row_get_type ())
G_DECLARE_FINAL_TYPE (DocketCopyRow, docket_copy_row, DOCKET, COPY_ROW, AdwActionRow)

GtkWidget *docket_copy_row_new (void);
void docket_copy_row_set_active (DocketCopyRow *self, gboolean active);
gboolean docket_copy_row_get_active (DocketCopyRow *self);
/* What stands below the title while it is on and while it is off; NULL: what is true of one task. */
void docket_copy_row_set_words (DocketCopyRow *self, const char *on, const char *off);

G_END_DECLS
