/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/docket-notice.h"

#include <glib/gi18n.h>
#include "ui/compat/docket-alert.h"

void
docket_notice_show (GtkWidget *widget, const char *heading, const char *body)
{
  GtkWidget *alert;

  if (gtk_widget_get_root (widget) == NULL)
    return;
  alert = docket_alert_new (widget, heading, body);
  docket_alert_add_response (alert, "close", _ ("_Close"), DOCKET_RESPONSE_PLAIN);
  docket_alert_set_default (alert, "close");
  docket_alert_present (alert, widget);
}
