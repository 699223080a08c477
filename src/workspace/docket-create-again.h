/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include "workspace/docket-new-task.h"

G_BEGIN_DECLS

/* A deleted task created again from its copy: a new one-off task with its content. */

/**
 * DocketAgain:
 * @title: foreign text
 * @n_answers: that are given to the new task
 * @n_lost_answers: that cannot be: files, people
 * @n_comments: of the old task, none of which comes back
 * @n_tags: the same
 * @n_fields: form fields, all of which come back
 * @described: its description comes back
 * @kept: (array zero-terminated=1): names of the assignees of the new task that the old one had, or their IDs
 * @deadline: (nullable): the old task's
 * @n_others: guests and groups that the old task was assigned to: the new one is not
 * @gone: (array zero-terminated=1): names of assignees who are not in the organization any more, or their IDs
 * @mine: nobody is left, so that the new task is assigned to the person signed in
 * @completed: the old task was; the new one is open
 * @no_deadline: the old task had none, and the server wants one: it is set to a week from now
 * @late: @deadline has passed: it is set to a week from now unless docket_again_set_keeps_deadline() says otherwise
 *
 * What will come back and what cannot.
 */
typedef struct _DocketAgain DocketAgain;
struct _DocketAgain
{
  char *title;
  guint n_answers;
  guint n_lost_answers;
  guint n_fields;
  guint n_comments;
  guint n_tags;
  guint n_others;
  GStrv kept;
  GStrv gone;
  gboolean mine;
  gboolean completed;
  gboolean described;
  GDateTime *deadline;
  gboolean no_deadline;
  gboolean late;

  /*< private >*/
  gint64 entry;
  TallyfyTaskDraft *draft;
  GBytes *json;
};

void docket_again_free (DocketAgain *again);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DocketAgain, docket_again_free)

/* Whether the new task is to be as late as the old one. Only for one that is @late. */
void docket_again_set_keeps_deadline (DocketAgain *again, gboolean keeps);

/* Reads the copy of an entry of the history and asks the server who is in the organization. Sends nothing else.
 * Errors: as docket_copies_load_async(); TALLYFY_ERROR. */
void docket_create_again_prepare_async (DocketWorkspace *workspace, gint64 entry, GCancellable *cancellable,
                                        GAsyncReadyCallback callback, gpointer user_data);
DocketAgain *docket_create_again_prepare_finish (DocketWorkspace *workspace, GAsyncResult *result,
                                                 GError **error);

/**
 * docket_create_again_async:
 * @again: (transfer full):
 *
 * Makes the task as docket_new_task_async() does, with the look-up where the answer is no proof; then sends the one
 * request that gives it the answers, and reads back what became of them. Neither is ever repeated, and there is no
 * cancelling: it is seen to its end. The history's entry says that it was created again.
 *
 * Errors: TALLYFY_ERROR: the server refused, or nothing was sent.
 */
void docket_create_again_async (DocketWorkspace *workspace, DocketAgain *again,
                                GAsyncReadyCallback callback, gpointer user_data);
/* @outcome: (out): told unless there is an error. @n_missing: (out): answers that were to be given and are not there.
 * Returns: (transfer full) (nullable): the new task's ID, where it was MADE or FOUND */
char *docket_create_again_finish (DocketWorkspace *workspace, GAsyncResult *result, DocketNewTaskOutcome *outcome,
                                  guint *n_missing, GError **error);

G_END_DECLS
