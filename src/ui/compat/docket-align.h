/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <gtk/gtk.h>

/* GTK 4.12 gave GTK_ALIGN_BASELINE this name. */
#if GTK_CHECK_VERSION(4, 12, 0)
#define DOCKET_ALIGN_BASELINE GTK_ALIGN_BASELINE_FILL
#else
#define DOCKET_ALIGN_BASELINE GTK_ALIGN_BASELINE
#endif
