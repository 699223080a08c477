/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include "ui/docket-main-view.h"

G_BEGIN_DECLS

/* Asks where a file is to go, writes it for the person alone, and tells what became of it: a toast, or a dialog where
 * it could not be written. All words are translated; @saved and @not_saved are not copied.
 *
 * @title: the dialog's. @name: what the file is called if nobody says otherwise. @content: (transfer full)
 * @saved: a toast. @not_saved: a dialog's heading */
void docket_save_file (DocketMainView *view, const char *title, const char *name, GBytes *content,
                       const char *saved, const char *not_saved);

G_END_DECLS
