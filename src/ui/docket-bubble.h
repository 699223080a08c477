/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The speech bubble beside a number of comments, for an image that gives it its colour. It is drawn here because the icon of
 * the same shape would be the only one that most starts need a library for SVG for. */
#define DOCKET_TYPE_BUBBLE (docket_bubble_get_type ())
G_DECLARE_FINAL_TYPE (DocketBubble, docket_bubble, DOCKET, BUBBLE, GObject)

G_END_DECLS
