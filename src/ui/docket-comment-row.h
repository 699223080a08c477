/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <adwaita.h>
#include "workspace/docket-workspace.h"

G_BEGIN_DECLS

/* One comment: who, when, and what; and for whoever may, another text for it, its end, or the solution of its problem. */
#define DOCKET_TYPE_COMMENT_ROW (docket_comment_row_get_type ())
G_DECLARE_FINAL_TYPE (DocketCommentRow, docket_comment_row, DOCKET, COMMENT_ROW, AdwBin)

GtkWidget *docket_comment_row_new (void);
/* @writable: whether anything can be done with it */
void docket_comment_row_show (DocketCommentRow *self, DocketWorkspace *workspace, TallyfyTask *task,
                              TallyfyComment *comment, gboolean writable);
const char *docket_comment_row_get_id (DocketCommentRow *self); /* of the comment it shows */

G_END_DECLS
