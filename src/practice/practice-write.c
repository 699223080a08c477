/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include <libsoup/soup.h>
#include "practice/practice-answers.h"
#include "practice/practice-handlers.h"
#include "practice/practice-input.h"
#include "practice/practice-json.h"

/* With the relations that were asked for. */
static void
answer_task (PracticeCall *call, guint status, gint64 task)
{
  PracticeWith with = practice_with_parse (practice_call_get (call, "with"));

  if (!practice_call_has_failed (call))
    practice_call_item (call, status,
                        practice_task_node_for (call->store, task, with | PRACTICE_WITH_SUMMARY));
}

static void
store_owners (PracticeCall *call, gint64 task, const char *kind, GPtrArray *owners)
{
  for (guint i = 0; i < owners->len; i++)
    practice_store_run (call->store,
                        "INSERT OR IGNORE INTO owners (task, kind, owner) VALUES (?, ?, ?)", "iss",
                        task, kind, g_ptr_array_index (owners, i));
}

/* Replaces the whole set. */
static void
replace_owners (PracticeCall *call, gint64 task, const PracticeInput *input)
{
  if (!input->has_owners)
    return;
  practice_store_run (call->store, "DELETE FROM owners WHERE task = ?", "i", task);
  store_owners (call, task, "user", input->users);
  store_owners (call, task, "guest", input->guests);
  store_owners (call, task, "group", input->groups);
}

static void
replace_tags (PracticeCall *call, gint64 task)
{
  JsonNode *node = json_object_get_member (call->body, "tags");
  JsonArray *tags;

  if (node == NULL || JSON_NODE_HOLDS_NULL (node))
    return;
  if (!JSON_NODE_HOLDS_ARRAY (node))
    {
      practice_call_invalid (call, "tags", "The tags must be a list.");
      return;
    }
  tags = json_node_get_array (node);
  practice_store_run (call->store, "DELETE FROM task_tags WHERE task = ?", "i", task);
  for (guint i = 0; i < json_array_get_length (tags); i++)
    {
      JsonNode *tag = json_array_get_element (tags, i);

      if (!JSON_NODE_HOLDS_VALUE (tag) || json_node_get_value_type (tag) != G_TYPE_STRING
          || practice_store_run (call->store,
                                 "INSERT OR IGNORE INTO task_tags (task, tag)"
                                 " SELECT ?, id FROM tags WHERE id = ?",
                                 "is", task, json_node_get_string (tag))
                 == 0)
        practice_call_invalid (call, "tags", "A selected tag does not exist.");
    }
}

void
practice_create_task (PracticeCall *call)
{
  g_auto (PracticeInput) input = { 0 };
  g_autofree char *id = practice_new_id ();
  g_autofree char *now = practice_now ();
  gint64 task;

  if (!practice_input_read (call, PRACTICE_NEED_CREATE, &input))
    return;
  practice_store_run (call->store,
                      "INSERT INTO tasks (id, title, summary, position, one_off, status, task_type,"
                      " deadline, started_at, created_at, last_updated, starter_id, top_secret,"
                      " webhook) VALUES (?, ?, ?, 1, 1, 'active', ?, ?, ?, ?, ?, ?, ?, ?)",
                      "ssssssssiis", id, input.title, input.summary, input.task_type,
                      input.deadline, input.started_at != NULL ? input.started_at : now, now, now,
                      call->user_id, (gint64)input.top_secret, input.webhook);
  task = practice_store_last_row (call->store);
  replace_owners (call, task, &input);
  practice_input_store_fields (call, task);
  replace_tags (call, task);
  answer_task (call, SOUP_STATUS_CREATED, task);
}

static void
update_task (PracticeCall *call, PracticeTaskRef *task, PracticeNeed need)
{
  g_auto (PracticeInput) input = { 0 };
  g_autofree char *now = practice_now ();

  if (task->archived)
    {
      practice_call_refuse (call, SOUP_STATUS_BAD_REQUEST, NULL,
                            "This task is archived. Restore it before changing it.");
      return;
    }
  if (!practice_input_read (call, need, &input))
    return;
  practice_store_run (call->store,
                      "UPDATE tasks SET title = coalesce (?, title),"
                      " summary = coalesce (?, summary), deadline = coalesce (?, deadline),"
                      " task_type = coalesce (?, task_type),"
                      " started_at = coalesce (?, started_at), webhook = coalesce (?, webhook),"
                      " last_updated = ? WHERE number = ?",
                      "sssssssi", input.title, input.summary, input.deadline, input.task_type,
                      input.started_at, input.webhook, now, task->number);
  replace_owners (call, task->number, &input);
  practice_answers_store (call, task->number);
  replace_tags (call, task->number);
  answer_task (call, SOUP_STATUS_OK, task->number);
}

void
practice_update_task (PracticeCall *call)
{
  g_auto (PracticeTaskRef) task = { 0 };

  if (practice_find_task (call, NULL, call->arg[0], &task)
      && practice_need_one_off (call, &task, "changed"))
    update_task (call, &task, PRACTICE_NEED_UPDATE);
}

void
practice_update_run_task (PracticeCall *call)
{
  g_auto (PracticeTaskRef) task = { 0 };

  if (practice_find_task (call, call->arg[0], call->arg[1], &task))
    update_task (call, &task, PRACTICE_NEED_NOTHING);
}

/* The copy is new and open: with assignees, tags and form fields, without answers and comments. */
void
practice_clone_task (PracticeCall *call)
{
  g_auto (PracticeTaskRef) task = { 0 };
  g_autofree char *id = practice_new_id ();
  g_autofree char *now = practice_now ();
  gint64 copy;

  if (!practice_find_task (call, NULL, call->arg[0], &task)
      || !practice_need_one_off (call, &task, "cloned"))
    return;
  practice_store_run (call->store,
                      "INSERT INTO tasks (id, title, summary, position, one_off, status, task_type,"
                      " deadline, started_at, created_at, last_updated, starter_id)"
                      " SELECT ?1, title, summary, position, 1, 'active', task_type, deadline,"
                      " ?2, ?2, ?2, ?3 FROM tasks WHERE number = ?4",
                      "ssii", id, now, call->user_id, task.number);
  copy = practice_store_last_row (call->store);
  practice_store_run (call->store,
                      "INSERT INTO owners (task, kind, owner)"
                      " SELECT ?, kind, owner FROM owners WHERE task = ?",
                      "ii", copy, task.number);
  practice_store_run (call->store,
                      "INSERT INTO task_tags (task, tag) SELECT ?, tag FROM task_tags WHERE task = "
                      "?",
                      "ii", copy, task.number);
  practice_store_run (call->store,
                      "INSERT INTO fields (id, task, label, field_type, required, options)"
                      " SELECT lower (hex (randomblob (16))), ?, label, field_type, required,"
                      " options FROM fields WHERE task = ? ORDER BY number",
                      "ii", copy, task.number);
  answer_task (call, SOUP_STATUS_CREATED, copy);
}
