/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/docket-toast.h"

#define SECONDS 5
#define BUTTON_SECONDS 10

AdwToast *
docket_toast_show (AdwToastOverlay *toasts, const char *words, const char *button)
{
  g_autofree char *title = g_markup_escape_text (words, -1);
  AdwToast *toast = adw_toast_new (title);

  adw_toast_set_timeout (toast, button != NULL ? BUTTON_SECONDS : SECONDS);
  if (button != NULL)
    {
      adw_toast_set_button_label (toast, button);
      adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
    }
  adw_toast_overlay_add_toast (toasts, toast);
  return toast;
}
