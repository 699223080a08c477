/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <gio/gio.h>
#include "tallyfy/tallyfy-comment.h"
#include "tallyfy/tallyfy-process.h"
#include "tallyfy/tallyfy-process-page.h"
#include "tallyfy/tallyfy-task.h"
#include "tallyfy/tallyfy-task-change.h"
#include "tallyfy/tallyfy-task-draft.h"
#include "tallyfy/tallyfy-task-page.h"
#include "tallyfy/tallyfy-user.h"

G_BEGIN_DECLS

/**
 * TallyfyTaskQuery:
 * @process_id: only tasks of this process, or NULL
 * @user_id: only tasks of this user ("me/tasks" is this with the token's own user), 0 = all
 * @status: the API's status filter, or NULL
 * @archived: "true" (archived ones also), "only", or NULL (without)
 * @one_off: -1 = both kinds, 0 = process tasks, 1 = one-off tasks
 * @text: the API's q, or NULL
 * @sort: "deadline", "-newest" …, or NULL
 * @with: comma list of relations ("run,tags"), or NULL
 * @per_page: 1 to 100; 0 = 100
 * @patient: it waits until what the server allows is enough for it, too, and nothing of the person's is to be sent
 *
 * What to ask of the list of tasks. Zero-initialized with one_off = -1 it asks for all of them.
 */
typedef struct
{
  const char *process_id;
  gint64 user_id;
  const char *status;
  const char *archived;
  int one_off;
  const char *text;
  const char *sort;
  const char *with;
  guint per_page;
  gboolean patient;
} TallyfyTaskQuery;

#define TALLYFY_TASK_QUERY_INIT { .one_off = -1 }

/**
 * TallyfyProcessQuery:
 * @status: the API's status filter ("active", "complete", "problem", "delayed", "archived"), or NULL: all that are not
 *   archived
 * @text: the API's q, or NULL
 * @sort: "name", "-created_at" …, or NULL
 * @per_page: 1 to 100; 0 = 100
 * @patient: as of a TallyfyTaskQuery
 *
 * What to ask of the list of processes. Zero-initialized it asks for all that are not archived.
 */
typedef struct
{
  const char *status;
  const char *text;
  const char *sort;
  guint per_page;
  gboolean patient;
} TallyfyProcessQuery;

#define TALLYFY_TYPE_CLIENT (tallyfy_client_get_type ())
G_DECLARE_FINAL_TYPE (TallyfyClient, tallyfy_client, TALLYFY, CLIENT, GObject)

/**
 * tallyfy_client_new:
 * @address: from tallyfy_address_normalize()
 * @token: the access token; kept in memory, goes to @address alone
 *
 * Construct-only properties beside these, for whoever builds one with g_object_new():
 * "tls-database" (GTlsDatabase, NULL = the system's), "idle-timeout" and "total-timeout" (guint,
 * milliseconds; defaults 30000 and 60000), "user-agent" (default "Docket/VERSION"), "minute" (guint, milliseconds: how
 * long the minute is in which so many requests are allowed; for tests).
 *
 * Reads and writes use SoupSessions of their own, so that no read delays a write. Every call must be
 * made from one and the same main context; answers are parsed in a worker thread.
 */
TallyfyClient *tallyfy_client_new (const char *address, const char *token);
const char *tallyfy_client_get_address (TallyfyClient *self);

/* How long it takes, in microseconds, until @n_pages more have been asked for patiently: what the server allows alone
 * decides it, not how fast it is. */
gint64 tallyfy_client_estimate (TallyfyClient *self, guint n_pages);

/* Whether a write is sent a second time after a 429, as it is unless this was set. FALSE is for a caller that
 * keeps a record of each request before it goes out. */
void tallyfy_client_set_repeats_writes (TallyfyClient *self, gboolean repeats_writes);

/* Reads. They are tried again after a 429 (when Retry-After says, capped, else backoff) and after 502 to
 * 504, a few times, within the total deadline. */
void tallyfy_client_get_me_async (TallyfyClient *self, GCancellable *cancellable,
                                  GAsyncReadyCallback callback, gpointer user_data);
TallyfyUser *tallyfy_client_get_me_finish (TallyfyClient *self, GAsyncResult *result, GError **error);

void tallyfy_client_list_organizations_async (TallyfyClient *self, GCancellable *cancellable,
                                              GAsyncReadyCallback callback, gpointer user_data);
/* Returns: (transfer full) (element-type TallyfyOrganization) */
GPtrArray *tallyfy_client_list_organizations_finish (TallyfyClient *self, GAsyncResult *result, GError **error);

void tallyfy_client_list_users_async (TallyfyClient *self, const char *organization_id,
                                      GCancellable *cancellable, GAsyncReadyCallback callback,
                                      gpointer user_data);
/* Returns: (transfer full) (element-type TallyfyUser) */
GPtrArray *tallyfy_client_list_users_finish (TallyfyClient *self, GAsyncResult *result, GError **error);

void tallyfy_client_list_guests_async (TallyfyClient *self, const char *organization_id,
                                       GCancellable *cancellable, GAsyncReadyCallback callback,
                                       gpointer user_data);
/* Returns: (transfer full) (element-type TallyfyGuest) */
GPtrArray *tallyfy_client_list_guests_finish (TallyfyClient *self, GAsyncResult *result, GError **error);

void tallyfy_client_list_groups_async (TallyfyClient *self, const char *organization_id,
                                       GCancellable *cancellable, GAsyncReadyCallback callback,
                                       gpointer user_data);
/* Returns: (transfer full) (element-type TallyfyGroup) */
GPtrArray *tallyfy_client_list_groups_finish (TallyfyClient *self, GAsyncResult *result, GError **error);

void tallyfy_client_list_tags_async (TallyfyClient *self, const char *organization_id,
                                     GCancellable *cancellable, GAsyncReadyCallback callback,
                                     gpointer user_data);
/* Returns: (transfer full) (element-type TallyfyTag) */
GPtrArray *tallyfy_client_list_tags_finish (TallyfyClient *self, GAsyncResult *result, GError **error);

void tallyfy_client_list_tasks_async (TallyfyClient *self, const char *organization_id,
                                      const TallyfyTaskQuery *query, guint page,
                                      GCancellable *cancellable, GAsyncReadyCallback callback,
                                      gpointer user_data);
TallyfyTaskPage *tallyfy_client_list_tasks_finish (TallyfyClient *self, GAsyncResult *result, GError **error);

/* With form fields, comments, tags and process. */
void tallyfy_client_get_task_async (TallyfyClient *self, const char *organization_id,
                                    const char *task_id, GCancellable *cancellable,
                                    GAsyncReadyCallback callback, gpointer user_data);
TallyfyTask *tallyfy_client_get_task_finish (TallyfyClient *self, GAsyncResult *result, GError **error);

/* @query is read before this returns. @page: from 1 */
void tallyfy_client_list_processes_async (TallyfyClient *self, const char *organization_id,
                                          const TallyfyProcessQuery *query, guint page,
                                          GCancellable *cancellable, GAsyncReadyCallback callback,
                                          gpointer user_data);
TallyfyProcessPage *tallyfy_client_list_processes_finish (TallyfyClient *self, GAsyncResult *result,
                                                          GError **error);

/* Its tasks are a list: see @process_id in TallyfyTaskQuery. */
void tallyfy_client_get_process_async (TallyfyClient *self, const char *organization_id,
                                       const char *process_id, GCancellable *cancellable,
                                       GAsyncReadyCallback callback, gpointer user_data);
TallyfyProcess *tallyfy_client_get_process_finish (TallyfyClient *self, GAsyncResult *result, GError **error);

/* Writes. One request goes out, ever; only after a 429, which says that it was not admitted, it is sent
 * once more. TRUE means proof. An error other than UNKNOWN_OUTCOME means that it was not done. Cancelling
 * one that was sent gives UNKNOWN_OUTCOME too.
 *
 * Proof: archive 204, or 200 with that ID and an archive date; restore 200 with that ID and none; delete
 * 204 alone. */
void tallyfy_client_archive_task_async (TallyfyClient *self, const char *organization_id,
                                        const char *task_id, GCancellable *cancellable,
                                        GAsyncReadyCallback callback, gpointer user_data);
gboolean tallyfy_client_archive_task_finish (TallyfyClient *self, GAsyncResult *result, GError **error);

void tallyfy_client_restore_task_async (TallyfyClient *self, const char *organization_id,
                                        const char *task_id, GCancellable *cancellable,
                                        GAsyncReadyCallback callback, gpointer user_data);
gboolean tallyfy_client_restore_task_finish (TallyfyClient *self, GAsyncResult *result, GError **error);

void tallyfy_client_delete_task_permanently_async (TallyfyClient *self, const char *organization_id,
                                                   const char *task_id, GCancellable *cancellable,
                                                   GAsyncReadyCallback callback, gpointer user_data);
gboolean tallyfy_client_delete_task_permanently_finish (TallyfyClient *self, GAsyncResult *result,
                                                        GError **error);

/* The same for a process, with its tasks. Proof: archive 200 with that ID and an archive date; restore 200 with that ID
 * and none. */
void tallyfy_client_archive_process_async (TallyfyClient *self, const char *organization_id,
                                           const char *process_id, GCancellable *cancellable,
                                           GAsyncReadyCallback callback, gpointer user_data);
gboolean tallyfy_client_archive_process_finish (TallyfyClient *self, GAsyncResult *result, GError **error);

void tallyfy_client_restore_process_async (TallyfyClient *self, const char *organization_id,
                                           const char *process_id, GCancellable *cancellable,
                                           GAsyncReadyCallback callback, gpointer user_data);
gboolean tallyfy_client_restore_process_finish (TallyfyClient *self, GAsyncResult *result, GError **error);

/* Refused (422, older servers 404) unless it is archived, and for anybody but an administrator. Proof: 204, or 200 with
 * nothing. As an empty 200 may be anybody's, it is to be confirmed by a look at what is there. */
void tallyfy_client_delete_process_permanently_async (TallyfyClient *self, const char *organization_id,
                                                      const char *process_id, GCancellable *cancellable,
                                                      GAsyncReadyCallback callback, gpointer user_data);
gboolean tallyfy_client_delete_process_permanently_finish (TallyfyClient *self, GAsyncResult *result,
                                                           GError **error);

/* Makes a new one-off task; its assignees and deadline must be in @draft. Proof: 201 or 200 with a task that has an ID. */
void tallyfy_client_create_task_async (TallyfyClient *self, const char *organization_id,
                                       const TallyfyTaskDraft *draft, GCancellable *cancellable,
                                       GAsyncReadyCallback callback, gpointer user_data);
/* Returns: (transfer full) (nullable): the task, without its form fields */
TallyfyTask *tallyfy_client_create_task_finish (TallyfyClient *self, GAsyncResult *result, GError **error);

/* Gives the answers of @draft to @created, which must have its form fields. Proof: 200 with that ID; it does not say
 * which of the answers were taken. */
void tallyfy_client_answer_fields_async (TallyfyClient *self, const char *organization_id,
                                         const TallyfyTaskDraft *draft, TallyfyTask *created,
                                         GCancellable *cancellable, GAsyncReadyCallback callback,
                                         gpointer user_data);
gboolean tallyfy_client_answer_fields_finish (TallyfyClient *self, GAsyncResult *result, GError **error);

/* Changes a task and answers its form fields. @process_id: (nullable): NULL for a one-off task. @change is read before
 * this returns. Proof: 200 with that ID; see tallyfy_task_change_find_lost_answers() for what of it was taken. */
void tallyfy_client_update_task_async (TallyfyClient *self, const char *organization_id,
                                       const char *process_id, const char *task_id,
                                       const TallyfyTaskChange *change, GCancellable *cancellable,
                                       GAsyncReadyCallback callback, gpointer user_data);
/* Returns: (transfer full) (nullable): the task as it is now; its relations are asked for, and may be missing */
TallyfyTask *tallyfy_client_update_task_finish (TallyfyClient *self, GAsyncResult *result, GError **error);

/**
 * TallyfyVerdict:
 *
 * What is said with the completion of an approval; nothing (NONE) with that of any other task.
 */
typedef enum
{
  TALLYFY_VERDICT_NONE,
  TALLYFY_VERDICT_APPROVED,
  TALLYFY_VERDICT_REJECTED,
} TallyfyVerdict;

/* Completes a task. @process_id: (nullable): NULL for a one-off task. Proof: 200 with that ID, completed, or open where
 * everybody must complete it. Refused where it is complete, lacks a required answer (422), or has an open problem. */
void tallyfy_client_complete_task_async (TallyfyClient *self, const char *organization_id,
                                         const char *process_id, const char *task_id,
                                         TallyfyVerdict verdict, GCancellable *cancellable,
                                         GAsyncReadyCallback callback, gpointer user_data);
/* Returns: (transfer full) (nullable): the task as it is now */
TallyfyTask *tallyfy_client_complete_task_finish (TallyfyClient *self, GAsyncResult *result, GError **error);

/* Opens a completed task again. Proof: 200 with that ID, not completed. */
void tallyfy_client_reopen_task_async (TallyfyClient *self, const char *organization_id,
                                       const char *process_id, const char *task_id,
                                       GCancellable *cancellable, GAsyncReadyCallback callback,
                                       gpointer user_data);
TallyfyTask *tallyfy_client_reopen_task_finish (TallyfyClient *self, GAsyncResult *result, GError **error);

/* Writes a comment to a task of either kind. @content: HTML, with "@[id]" for a person. Proof: 201 or 200 with a comment
 * that has an ID. */
void tallyfy_client_add_comment_async (TallyfyClient *self, const char *organization_id,
                                       const char *task_id, const char *content,
                                       GCancellable *cancellable, GAsyncReadyCallback callback,
                                       gpointer user_data);
/* Returns: (transfer full) (nullable): the comment as it was stored */
TallyfyComment *tallyfy_client_add_comment_finish (TallyfyClient *self, GAsyncResult *result, GError **error);

/* Changes one's own comment. Proof: 200 with that ID. */
void tallyfy_client_edit_comment_async (TallyfyClient *self, const char *organization_id,
                                        const char *task_id, const char *comment_id,
                                        const char *content, GCancellable *cancellable,
                                        GAsyncReadyCallback callback, gpointer user_data);
/* Returns: (transfer full) (nullable): the comment as it is now */
TallyfyComment *tallyfy_client_edit_comment_finish (TallyfyClient *self, GAsyncResult *result, GError **error);

/* Takes one's own comment away for ever. Proof: 204. */
void tallyfy_client_delete_comment_async (TallyfyClient *self, const char *organization_id,
                                          const char *task_id, const char *comment_id,
                                          GCancellable *cancellable, GAsyncReadyCallback callback,
                                          gpointer user_data);
gboolean tallyfy_client_delete_comment_finish (TallyfyClient *self, GAsyncResult *result, GError **error);

/* Reports a problem with a task of either kind, which cannot be completed until it is resolved. @content: as for a
 * comment. Proof: 201 or 200 with a comment that has an ID. */
void tallyfy_client_report_problem_async (TallyfyClient *self, const char *organization_id,
                                          const char *task_id, const char *content,
                                          GCancellable *cancellable, GAsyncReadyCallback callback,
                                          gpointer user_data);
/* Returns: (transfer full) (nullable): the problem, a comment with the label "problem" */
TallyfyComment *tallyfy_client_report_problem_finish (TallyfyClient *self, GAsyncResult *result, GError **error);

/* Resolves the problem of this ID. @content: as for a comment. Proof: 201 or 200 with a comment that has an ID. */
void tallyfy_client_resolve_problem_async (TallyfyClient *self, const char *organization_id,
                                           const char *task_id, const char *problem_id,
                                           const char *content, GCancellable *cancellable,
                                           GAsyncReadyCallback callback, gpointer user_data);
/* Returns: (transfer full) (nullable): the resolution, a comment with the label "resolve" */
TallyfyComment *tallyfy_client_resolve_problem_finish (TallyfyClient *self, GAsyncResult *result, GError **error);

/* Reminds the assignees of a task by e-mail. A write, although Tallyfy wants a GET for it: nobody is to be reminded
 * twice. Proof: 204, or 200 with JSON or nothing. */
void tallyfy_client_remind_async (TallyfyClient *self, const char *organization_id, const char *task_id,
                                  GCancellable *cancellable, GAsyncReadyCallback callback,
                                  gpointer user_data);
gboolean tallyfy_client_remind_finish (TallyfyClient *self, GAsyncResult *result, GError **error);

/* A new one-off task like that one, by the server. Proof: 201 or 200 with a task that has another ID. */
void tallyfy_client_clone_task_async (TallyfyClient *self, const char *organization_id,
                                      const char *task_id, GCancellable *cancellable,
                                      GAsyncReadyCallback callback, gpointer user_data);
/* Returns: (transfer full) (nullable): the new task */
TallyfyTask *tallyfy_client_clone_task_finish (TallyfyClient *self, GAsyncResult *result, GError **error);

G_END_DECLS
