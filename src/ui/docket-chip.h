/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum
{
  DOCKET_CHIP_PLAIN,
  DOCKET_CHIP_ERROR,
  DOCKET_CHIP_ACCENT,
  DOCKET_CHIP_SUCCESS,
  DOCKET_CHIP_TAG,
} DocketChipKind;

/* A word or two about a task in a rounded shape. @text is plain. */
GtkWidget *docket_chip_new (const char *text, DocketChipKind kind);

G_END_DECLS
