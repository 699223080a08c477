/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <adwaita.h>
#include "workspace/docket-workspace.h"

G_BEGIN_DECLS

/* The form of a task: read, and answered where that is possible. */
#define DOCKET_TYPE_FORM_SECTION (docket_form_section_get_type ())
G_DECLARE_FINAL_TYPE (DocketFormSection, docket_form_section, DOCKET, FORM_SECTION, AdwBin)

/* @task: (nullable). @editable: whether its fields can be answered, while there is a connection. @note: (nullable): why
 * not */
void docket_form_section_show (DocketFormSection *self, DocketWorkspace *workspace, TallyfyTask *task,
                               gboolean editable, const char *note);
/* Says at each of these fields, once that task is shown, that its answer is missing or could not be saved, and gives the
 * first one the focus. @refused: the server has said so; else nothing was sent */
void docket_form_section_show_missing (DocketFormSection *self, const char *task_id, const char *const *field_ids,
                                       gboolean refused);

G_END_DECLS
