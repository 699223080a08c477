/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <gtk/gtk.h>
#include "ui/docket-session.h"

G_BEGIN_DECLS

/**
 * docket_errand_send:
 * @view: where the action is looked for
 * @parameter: (nullable): of the action; floating ones are taken
 *
 * What somebody asks for who may not have the window before them: an action of the desktop entry, a task that the desktop
 * found. It is done as soon as the session has a workspace, and given up where nobody is signed in. Another one takes the
 * place of one that still waits.
 */
void docket_errand_send (GtkWidget *view, DocketSession *session, const char *action, GVariant *parameter);

G_END_DECLS
