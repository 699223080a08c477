/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A name and what it stands for, one above the other, to be read and not changed. */
#define DOCKET_TYPE_PROPERTY_ROW (docket_property_row_get_type ())
G_DECLARE_FINAL_TYPE (DocketPropertyRow, docket_property_row, DOCKET, PROPERTY_ROW, GtkListBoxRow)

/* Both are plain text. @faint: @value only says that there is none. */
GtkWidget *docket_property_row_new (const char *name, const char *value, gboolean faint);
/* Makes the value a link. @uri is foreign: it opens after a click only, and only where it is
 * harmless. */
void docket_property_row_set_link (DocketPropertyRow *self, const char *uri);
/* A sentence below the value, in small. */
void docket_property_row_set_note (DocketPropertyRow *self, const char *note);
/* Activating it does this. @action: takes a string */
void docket_property_row_set_action (DocketPropertyRow *self, const char *action, const char *target);
void docket_property_row_add_suffix (DocketPropertyRow *self, GtkWidget *suffix);

G_END_DECLS
