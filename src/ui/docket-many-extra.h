/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* What stands between the text and the answers of the question about many deletions: every task by its title, those
 * that stay with the reason, and whether copies are kept. */
#define DOCKET_TYPE_MANY_EXTRA (docket_many_extra_get_type ())
G_DECLARE_FINAL_TYPE (DocketManyExtra, docket_many_extra, DOCKET, MANY_EXTRA, AdwBin)

/* @able, @others: (element-type DocketCandidate) */
GtkWidget *docket_many_extra_new (GPtrArray *able, GPtrArray *others);
gboolean docket_many_extra_get_keeps_copy (DocketManyExtra *self);

G_END_DECLS
