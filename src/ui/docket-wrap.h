/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Sets its children side by side like words, each as wide as it wants to be, and begins a new line
 * where one no longer fits. (A GtkFlowBox lines them up in columns.) */
#define DOCKET_TYPE_WRAP (docket_wrap_get_type ())
G_DECLARE_FINAL_TYPE (DocketWrap, docket_wrap, DOCKET, WRAP, GtkWidget)

/* @child: (transfer full) */
void docket_wrap_append (DocketWrap *self, GtkWidget *child);
void docket_wrap_clear (DocketWrap *self);

G_END_DECLS
