/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* A sentence under an entry that says what is wrong with it. Hidden while there is none. */
#define DOCKET_TYPE_FIELD_ERROR (docket_field_error_get_type ())
G_DECLARE_FINAL_TYPE (DocketFieldError, docket_field_error, DOCKET, FIELD_ERROR, AdwBin)

/* @sentence: (nullable): plain text; NULL: nothing is wrong. @entry: the row that it is tied to */
void
docket_field_error_set (DocketFieldError *self, GtkWidget *entry, const char *sentence);

G_END_DECLS
