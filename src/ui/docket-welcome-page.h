/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A picture above a title and a sentence, in the middle of what room there is. Where it is too low for the picture, the words
 * are alone. Properties: "picture", a widget, "title" and "description". */
#define DOCKET_TYPE_WELCOME_PAGE (docket_welcome_page_get_type ())
G_DECLARE_FINAL_TYPE (DocketWelcomePage, docket_welcome_page, DOCKET, WELCOME_PAGE, GtkWidget)

G_END_DECLS
