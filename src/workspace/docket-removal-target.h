/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include "workspace/docket-shown.h"

G_BEGIN_DECLS

/* One of many tasks that are to be removed together. */
typedef struct
{
  char *task_id;
  char *title;
  DocketShown *shown;  /* nullable: what the person saw of it */
  gboolean keeps_copy; /* for a permanent deletion */
} DocketRemovalTarget;

/* @shown: (nullable) */
DocketRemovalTarget *docket_removal_target_new (const char *task_id, const char *title,
                                                const DocketShown *shown, gboolean keeps_copy);
void docket_removal_target_free (DocketRemovalTarget *target);

G_END_DECLS
