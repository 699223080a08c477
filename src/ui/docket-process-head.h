/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <adwaita.h>
#include "workspace/docket-process.h"

G_BEGIN_DECLS

/* What is said of a process above its tasks. */
#define DOCKET_TYPE_PROCESS_HEAD (docket_process_head_get_type ())
G_DECLARE_FINAL_TYPE (DocketProcessHead, docket_process_head, DOCKET, PROCESS_HEAD, AdwBin)

GtkWidget *docket_process_head_new (void);
/* @process: (nullable). @my_name: the person signed in, who is called "you"; nullable */
void docket_process_head_set_process (DocketProcessHead *self, DocketProcess *process,
                                      const char *my_name);

G_END_DECLS
