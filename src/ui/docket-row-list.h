/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* How the rows of one list are made. @create: an empty row; @set_item: shows an item in it, or lets go of it (NULL). */
typedef struct
{
  GtkWidget *(*create) (void);
  void (*set_item) (GtkWidget *row, gpointer item);
} DocketRowKind;

/* Rows under headings (DocketGroup), of which one can be chosen. Headings are passed over by keys and pointer.
 *
 * Properties: "folded" (boolean): only one pane shows, and a single click opens a row; "name" (string): of the list, for
 * assistive technology. Signals: "selection-changed"; "opened": the chosen row is to be shown where only one pane is. */
#define DOCKET_TYPE_ROW_LIST (docket_row_list_get_type ())
G_DECLARE_FINAL_TYPE (DocketRowList, docket_row_list, DOCKET, ROW_LIST, AdwBin)

/* @kind: valid for ever. To be called before docket_row_list_set_model(). */
void docket_row_list_set_kind (DocketRowList *self, const DocketRowKind *kind);
void docket_row_list_set_model (DocketRowList *self, GListModel *model); /* (nullable) */
gpointer docket_row_list_get_selected (DocketRowList *self);             /* (transfer none) (nullable) */
void docket_row_list_unselect (DocketRowList *self);
/* Chooses the row at @position, without giving it the focus. */
void docket_row_list_set_selected (DocketRowList *self, guint position);
/* Gives the focus to the row at @position. */
void docket_row_list_focus_position (DocketRowList *self, guint position);
/* The same with the chosen row, or with the first. */
void docket_row_list_focus (DocketRowList *self);
/* Chooses the first row where none is, and gives it the focus. */
void docket_row_list_enter (DocketRowList *self);
gboolean docket_row_list_has_focus (DocketRowList *self);

G_END_DECLS
