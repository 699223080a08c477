/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Shows @words, which are plain text. @button: (nullable): its label; such a toast comes at once and
 * stays longer: nobody is to hurry. Returns: (transfer none): for its signals */
AdwToast *docket_toast_show (AdwToastOverlay *toasts, const char *words, const char *button);
/* Takes one away that docket_toast_show() gave. One that only just comes is shown to its end of coming
 * first: libadwaita 1.2 uses a toast that it has freed where one goes sooner. */
void docket_toast_dismiss (AdwToast *toast);

G_END_DECLS
