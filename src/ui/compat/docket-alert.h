/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

typedef enum
{
  DOCKET_RESPONSE_PLAIN,
  DOCKET_RESPONSE_SUGGESTED,
  DOCKET_RESPONSE_DESTRUCTIVE,
} DocketResponseLook;

/* A question in a dialog: AdwMessageDialog before libadwaita 1.5, AdwAlertDialog from then on. All
 * text is plain. Owned by the toolkit: it frees itself when it was closed. What is @alert below
 * comes from docket_alert_new(). */

/* @parent: a widget in the window the dialog belongs to. Returns: (transfer none) */
GtkWidget *docket_alert_new (GtkWidget *parent, const char *heading, const char *body);
void docket_alert_set_text (GtkWidget *alert, const char *heading, const char *body);
/* In the order of the calls; the first is what Escape and closing mean. @label has a mnemonic. */
void docket_alert_add_response (GtkWidget *alert,
                                const char *id,
                                const char *label,
                                DocketResponseLook look);
void docket_alert_set_response_label (GtkWidget *alert, const char *id, const char *label);
void docket_alert_set_response_enabled (GtkWidget *alert, const char *id, gboolean enabled);
/* The response of Enter; it has the focus when the dialog opens. */
void docket_alert_set_default (GtkWidget *alert, const char *id);
/* Between the text and the responses. @child: (transfer full) if floating */
void docket_alert_set_extra_child (GtkWidget *alert, GtkWidget *child);
/* @callback: void (*) (GtkWidget *alert, const char *response, gpointer user_data), called once,
 * with the first response's ID when the dialog is closed otherwise. Disconnected when @object goes.
 */
void docket_alert_connect (GtkWidget *alert, GCallback callback, gpointer object);
void docket_alert_present (GtkWidget *alert, GtkWidget *parent);
/* Closes it without a response's effect: the callback hears the first response. */
void docket_alert_close (GtkWidget *alert);

G_END_DECLS
