/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include "ui/docket-copy-row.h"

G_BEGIN_DECLS

/* What stands below the text of the question before a deletion: a banner that says what became of
 * the answer before, and whether a copy is kept. */
#define DOCKET_TYPE_DELETE_EXTRA (docket_delete_extra_get_type ())
G_DECLARE_FINAL_TYPE (DocketDeleteExtra, docket_delete_extra, DOCKET, DELETE_EXTRA, AdwBin)

GtkWidget *docket_delete_extra_new (void);
/* @words: plain text; NULL: no banner. @error: rather than a warning */
void docket_delete_extra_set_banner (DocketDeleteExtra *self, const char *words, gboolean error);
DocketCopyRow *docket_delete_extra_get_copy_row (DocketDeleteExtra *self); /* (transfer none) */

G_END_DECLS
