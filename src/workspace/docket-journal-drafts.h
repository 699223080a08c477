/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include "workspace/docket-journal.h"

G_BEGIN_DECLS

/* What a person has begun to write, as the journal keeps it. */
typedef struct
{
  char *account;    /* docket_account_dup_file_name() */
  char *task_id;
  char *comment_id; /* of the comment it is to replace; "" = a new comment */
  char *text;       /* in the form of docket-comment-text.h; "" = nothing is kept */
  GStrv known;      /* nullable: NULL = it is here alone; else a request with it may be out, and these comments (IDs) said
                     * the same before */
} DocketJournalDraft;

void docket_journal_draft_free (DocketJournalDraft *draft);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DocketJournalDraft, docket_journal_draft_free)

/* Writes @draft in place of what was kept for the same comment. Without a text nothing stays, not even in the file's free
 * pages. @draft: (transfer full) */
void docket_journal_save_draft_async (DocketJournal *self, DocketJournalDraft *draft, GAsyncReadyCallback callback,
                                      gpointer user_data);
gboolean docket_journal_save_draft_finish (DocketJournal *self, GAsyncResult *result, GError **error);

/* All that is kept for @account. */
void docket_journal_list_drafts_async (DocketJournal *self, const char *account, GCancellable *cancellable,
                                       GAsyncReadyCallback callback, gpointer user_data);
/* Returns: (transfer full) (element-type DocketJournalDraft) */
GPtrArray *docket_journal_list_drafts_finish (DocketJournal *self, GAsyncResult *result, GError **error);

G_END_DECLS
