/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Of which of many tasks a copy is kept before they are deleted. */
typedef enum
{
  DOCKET_KEPT_COPIES_NONE,
  DOCKET_KEPT_COPIES_NOT_SECRET, /* of those that are not top secret */
  DOCKET_KEPT_COPIES_ALL,
} DocketKeptCopies;

/* What stands between the text and the answers of the question about many deletions: every task by its title, those
 * that stay with the reason, and of which copies are kept: of what is secret to most people only where that is wanted. */
#define DOCKET_TYPE_MANY_EXTRA (docket_many_extra_get_type ())
G_DECLARE_FINAL_TYPE (DocketManyExtra, docket_many_extra, DOCKET, MANY_EXTRA, AdwBin)

/* @able, @others: (element-type DocketCandidate) */
GtkWidget *docket_many_extra_new (GPtrArray *able, GPtrArray *others);
DocketKeptCopies docket_many_extra_get_copies (DocketManyExtra *self);

G_END_DECLS
