/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <adwaita.h>
#include "workspace/docket-draft.h"

G_BEGIN_DECLS

/* Where a draft is written and sent: a text that grows, people to mention, and what became of it.
 *
 * Signal "closed": it is done with, by Cancel or because the server has it. Not where a new comment is written, which
 * can be followed by the next. */
#define DOCKET_TYPE_COMPOSER (docket_composer_get_type ())
G_DECLARE_FINAL_TYPE (DocketComposer, docket_composer, DOCKET, COMPOSER, AdwBin)

/* @draft: (nullable), with the workspace it is of */
void docket_composer_set_draft (DocketComposer *self, DocketWorkspace *workspace, DocketDraft *draft);
/* What the person should know while writing. @note: (nullable) */
void docket_composer_set_note (DocketComposer *self, const char *note);
void docket_composer_focus (DocketComposer *self);

G_END_DECLS
