/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include "workspace/docket-account.h"
#include "workspace/docket-history.h"

G_BEGIN_DECLS

/* One line of a receipt. Foreign text in it is cleaned. */
typedef struct
{
  const char *name; /* translated */
  char *value;
} DocketReceiptFact;

/* What a receipt says in words for everybody, in this order. Returns: (transfer full) (element-type DocketReceiptFact) */
GPtrArray *docket_receipt_facts_list (DocketAccount *account, DocketHistoryEntry *entry,
                                      GDateTime *now);
/* The request, the answer, and what the server calls things. Returns: (transfer full) (element-type DocketReceiptFact) */
GPtrArray *docket_receipt_facts_list_technical (DocketAccount *account, DocketHistoryEntry *entry);

G_END_DECLS
