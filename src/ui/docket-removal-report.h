/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include "workspace/docket-removal.h"

G_BEGIN_DECLS

/* What a report offers beside Close. */
typedef enum
{
  DOCKET_NEXT_NOTHING,
  DOCKET_NEXT_UNDO,    /* in a toast: restore what was archived */
  DOCKET_NEXT_ARCHIVE, /* archive instead of deleting */
  DOCKET_NEXT_REFRESH,
  DOCKET_NEXT_TRY_AGAIN,   /* asks anew where it was a deletion */
  DOCKET_NEXT_CHECK_AGAIN, /* look up again; sends no write */
  DOCKET_NEXT_OPEN_COPY,   /* in a toast: read what was kept of a deleted task */
} DocketNext;

/* How a removal is told to the person. All text is plain; foreign text in it is cleaned and
 * isolated. */
typedef struct
{
  char *toast;         /* the one word of success; NULL: a dialog */
  const char *heading; /* of the dialog; both NULL: nothing is to be told here, a banner does */
  char *body;
  DocketNext next;
  const char *next_label; /* with a mnemonic; NULL for NOTHING and UNDO */
} DocketRemovalReport;

void docket_removal_report_fill (DocketRemovalReport *report, DocketRemoval *removal);
/* Of a deletion that was done, after a copy was kept. */
void docket_removal_report_add_copy (DocketRemovalReport *report, DocketRemoval *removal);
void docket_removal_report_clear (DocketRemovalReport *report);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DocketRemovalReport, docket_removal_report_clear)

G_END_DECLS
