/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Shows @words, which are plain text. @button: (nullable): its label; such a toast comes at once and
 * stays longer: nobody is to hurry. Returns: (transfer none): for its signals */
AdwToast *docket_toast_show (AdwToastOverlay *toasts, const char *words, const char *button);

G_END_DECLS
