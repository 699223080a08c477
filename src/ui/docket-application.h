/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* One process, one window. "docket --practice" opens the practice workspace, "--version" and
 * "--help" need no display. */
#define DOCKET_TYPE_APPLICATION (docket_application_get_type ())
G_DECLARE_FINAL_TYPE (DocketApplication, docket_application, DOCKET, APPLICATION, AdwApplication)

DocketApplication *docket_application_new (void);

G_END_DECLS
