/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include "practice/practice-call.h"

G_BEGIN_DECLS

/* The handlers of practice-router.c's table. Reading: */
void practice_get_me (PracticeCall *call);
void practice_list_organizations (PracticeCall *call);
void practice_list_users (PracticeCall *call);
void practice_list_guests (PracticeCall *call);
void practice_list_groups (PracticeCall *call);
void practice_list_tags (PracticeCall *call);
void practice_list_runs (PracticeCall *call);
void practice_get_run (PracticeCall *call);
void practice_list_tasks (PracticeCall *call);
void practice_list_my_tasks (PracticeCall *call);
void practice_list_user_tasks (PracticeCall *call);
void practice_list_run_tasks (PracticeCall *call);
void practice_get_task (PracticeCall *call);
void practice_get_run_task (PracticeCall *call);

/* Removing and bringing back: */
void practice_archive_task (PracticeCall *call);
void practice_restore_task (PracticeCall *call);
void practice_delete_task (PracticeCall *call);
void practice_archive_run (PracticeCall *call);
void practice_restore_run (PracticeCall *call);
void practice_delete_run (PracticeCall *call);

/* Writing: */
void practice_create_task (PracticeCall *call);
void practice_update_task (PracticeCall *call);
void practice_update_run_task (PracticeCall *call);
void practice_clone_task (PracticeCall *call);
void practice_complete_task (PracticeCall *call);
void practice_complete_run_task (PracticeCall *call);
void practice_reopen_task (PracticeCall *call);
void practice_reopen_run_task (PracticeCall *call);
void practice_remind_task (PracticeCall *call);
void practice_report_problem (PracticeCall *call);
void practice_resolve_problem (PracticeCall *call);
void practice_add_comment (PracticeCall *call);
void practice_update_comment (PracticeCall *call);
void practice_delete_comment (PracticeCall *call);

/* For the handlers: what a comment is to say, else answered with 422 and NULL; and a new comment of this label, which
 * is the answer, and whose ID is returned. */
const char *practice_comment_content (PracticeCall *call);
char *
practice_comment_add (PracticeCall *call, gint64 task, const char *content, const char *label);
/* Once the problems of a task have become fewer. */
void practice_problem_settle (PracticeCall *call, gint64 task);

/* A task that a call names, for the handlers. */
typedef struct
{
  gint64 number; /* 0 = none */
  gboolean one_off;
  gboolean archived;
  gboolean completed;
  char *run_id;
} PracticeTaskRef;

/* FALSE when there is none of that ID (of that process, where one is given): answered with 404. */
gboolean
practice_find_task (PracticeCall *call, const char *run_id, const char *id, PracticeTaskRef *task);
/* FALSE for a process task: answered with 403 and a sentence that says what cannot be done. */
gboolean practice_need_one_off (PracticeCall *call, const PracticeTaskRef *task, const char *what);
void practice_task_ref_clear (PracticeTaskRef *task);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PracticeTaskRef, practice_task_ref_clear)

G_END_DECLS
