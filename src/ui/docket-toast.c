/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/docket-toast.h"

#define SECONDS 5
#define BUTTON_SECONDS 10
/* A toast has come after half a second. */
#define COMING_MS 600
#define SHOWN_AT "docket-shown-at"
/* Of an overlay: the last toast that only tells something. */
#define TELLING "docket-telling"

static void
free_telling (gpointer telling)
{
  g_weak_ref_clear (telling);
  g_free (telling);
}

/* The newest word counts: what waited behind the words before it would come late. */
static void
tell (AdwToastOverlay *toasts, AdwToast *toast)
{
  GWeakRef *telling = g_object_get_data (G_OBJECT (toasts), TELLING);
  g_autoptr (AdwToast) before = NULL;

  if (telling == NULL)
    {
      telling = g_new0 (GWeakRef, 1);
      g_weak_ref_init (telling, NULL);
      g_object_set_data_full (G_OBJECT (toasts), TELLING, telling, free_telling);
    }
  before = g_weak_ref_get (telling);
  if (before != NULL)
    docket_toast_dismiss (before);
  g_weak_ref_set (telling, toast);
}

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
  g_object_set_data_full (G_OBJECT (toast), SHOWN_AT, g_timer_new (),
                          (GDestroyNotify)g_timer_destroy);
  if (button == NULL)
    tell (toasts, toast);
  adw_toast_overlay_add_toast (toasts, toast);
  return toast;
}

static gboolean
dismiss_cb (gpointer toast)
{
  adw_toast_dismiss (toast);
  return G_SOURCE_REMOVE;
}

void
docket_toast_dismiss (AdwToast *toast)
{
  GTimer *timer = g_object_get_data (G_OBJECT (toast), SHOWN_AT);
  int left = COMING_MS - (int)(g_timer_elapsed (timer, NULL) * 1000);

  if (left <= 0)
    adw_toast_dismiss (toast);
  else
    g_timeout_add_full (G_PRIORITY_DEFAULT, (guint)left, dismiss_cb, g_object_ref (toast),
                        g_object_unref);
}
