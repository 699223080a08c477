/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Shows its first child where there is room for it, else its second, which is narrower. Properties:
 * "wide" and "narrow"; "wide-only" and "narrow-only" leave no choice. */
#define DOCKET_TYPE_SQUEEZE (docket_squeeze_get_type ())
G_DECLARE_FINAL_TYPE (DocketSqueeze, docket_squeeze, DOCKET, SQUEEZE, GtkWidget)

G_END_DECLS
