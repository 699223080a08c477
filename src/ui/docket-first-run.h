/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Three pages that tell somebody who never used Docket what it is about; Left and Right turn them. Signal: "done" once they
 * were read or skipped. */
#define DOCKET_TYPE_FIRST_RUN (docket_first_run_get_type ())
G_DECLARE_FINAL_TYPE (DocketFirstRun, docket_first_run, DOCKET, FIRST_RUN, AdwBin)

/* Puts the focus where the next page is one key away. */
void docket_first_run_focus (DocketFirstRun *self);

G_END_DECLS
