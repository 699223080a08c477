/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "workspace/docket-task-values.h"

#include "workspace/docket-html.h"
#include "workspace/docket-text.h"

/* No deadline, in a variant; no task has one so early. */
#define NO_DEADLINE G_MININT64

DocketTaskValues *
docket_task_values_new (TallyfyTask *task)
{
  DocketTaskValues *values = g_new0 (DocketTaskValues, 1);
  GPtrArray *assignees = tallyfy_task_get_assignees (task);
  GDateTime *deadline = tallyfy_task_get_deadline (task);
  const char *title = tallyfy_task_get_title (task);
  const char *summary = tallyfy_task_get_summary (task);

  values->title = g_strdup (title != NULL ? title : "");
  values->deadline = deadline != NULL ? g_date_time_ref (deadline) : NULL;
  values->users = tallyfy_assignees_get_ids (assignees, TALLYFY_ASSIGNEE_USER);
  values->guests = tallyfy_assignees_get_ids (assignees, TALLYFY_ASSIGNEE_GUEST);
  values->groups = tallyfy_assignees_get_ids (assignees, TALLYFY_ASSIGNEE_GROUP);
  values->description = g_strdup (summary != NULL ? summary : "");
  return values;
}

DocketTaskValues *
docket_task_values_copy (const DocketTaskValues *values)
{
  DocketTaskValues *copy = g_new0 (DocketTaskValues, 1);

  copy->title = g_strdup (values->title);
  copy->deadline = values->deadline != NULL ? g_date_time_ref (values->deadline) : NULL;
  copy->users = g_strdupv (values->users);
  copy->guests = g_strdupv (values->guests);
  copy->groups = g_strdupv (values->groups);
  copy->description = g_strdup (values->description);
  return copy;
}

void
docket_task_values_free (DocketTaskValues *values)
{
  g_free (values->title);
  g_clear_pointer (&values->deadline, g_date_time_unref);
  g_strfreev (values->users);
  g_strfreev (values->guests);
  g_strfreev (values->groups);
  g_free (values->description);
  g_free (values);
}

static gboolean
is_same_text (const char *first, const char *second)
{
  g_autofree char *clean = docket_text_clean (first);
  g_autofree char *other = docket_text_clean (second);

  return g_str_equal (clean, other);
}

static gboolean
is_same_time (GDateTime *first, GDateTime *second)
{
  if (first == NULL || second == NULL)
    return first == second;
  return g_date_time_compare (first, second) == 0;
}

static gboolean
is_same_set (GStrv first, GStrv second)
{
  if (g_strv_length (first) != g_strv_length (second))
    return FALSE;
  for (guint i = 0; first[i] != NULL; i++)
    if (!g_strv_contains ((const char *const *)second, first[i]))
      return FALSE;
  return TRUE;
}

static gboolean
is_same_html (const char *first, const char *second)
{
  g_autofree char *markup = docket_html_to_markup (first);
  g_autofree char *other = docket_html_to_markup (second);

  return g_str_equal (markup, other);
}

DocketTaskParts
docket_task_values_compare (const DocketTaskValues *first, const DocketTaskValues *second)
{
  DocketTaskParts parts = 0;

  if (!is_same_text (first->title, second->title))
    parts |= DOCKET_TASK_PART_TITLE;
  if (!is_same_time (first->deadline, second->deadline))
    parts |= DOCKET_TASK_PART_DEADLINE;
  if (!is_same_set (first->users, second->users) || !is_same_set (first->guests, second->guests)
      || !is_same_set (first->groups, second->groups))
    parts |= DOCKET_TASK_PART_ASSIGNEES;
  if (!is_same_html (first->description, second->description))
    parts |= DOCKET_TASK_PART_DESCRIPTION;
  return parts;
}

static void
replace_people (GStrv *people, GStrv from)
{
  g_strfreev (*people);
  *people = g_strdupv (from);
}

void
docket_task_values_replace (DocketTaskValues *values,
                            DocketTaskParts parts,
                            const DocketTaskValues *from)
{
  if (parts & DOCKET_TASK_PART_TITLE)
    {
      g_free (values->title);
      values->title = g_strdup (from->title);
    }
  if (parts & DOCKET_TASK_PART_DEADLINE)
    {
      g_clear_pointer (&values->deadline, g_date_time_unref);
      values->deadline = from->deadline != NULL ? g_date_time_ref (from->deadline) : NULL;
    }
  if (parts & DOCKET_TASK_PART_ASSIGNEES)
    {
      replace_people (&values->users, from->users);
      replace_people (&values->guests, from->guests);
      replace_people (&values->groups, from->groups);
    }
  if (parts & DOCKET_TASK_PART_DESCRIPTION)
    {
      g_free (values->description);
      values->description = g_strdup (from->description);
    }
}

void
docket_task_values_apply (const DocketTaskValues *values,
                          DocketTaskParts parts,
                          TallyfyTaskChange *change)
{
  if (parts & DOCKET_TASK_PART_TITLE)
    tallyfy_task_change_set_title (change, values->title);
  if (parts & DOCKET_TASK_PART_DEADLINE)
    tallyfy_task_change_set_deadline (change, values->deadline);
  if (parts & DOCKET_TASK_PART_ASSIGNEES)
    tallyfy_task_change_set_assignees (change, (const char *const *)values->users,
                                       (const char *const *)values->guests,
                                       (const char *const *)values->groups);
  if (parts & DOCKET_TASK_PART_DESCRIPTION)
    tallyfy_task_change_set_summary (change, values->description);
}

GVariant *
docket_task_values_to_variant (const DocketTaskValues *values)
{
  return g_variant_new ("(ssx^as^as^as)", values->title, values->description,
                        values->deadline != NULL ? g_date_time_to_unix (values->deadline)
                                                 : NO_DEADLINE,
                        values->users, values->guests, values->groups);
}

DocketTaskValues *
docket_task_values_from_variant (GVariant *variant)
{
  DocketTaskValues *values = g_new0 (DocketTaskValues, 1);
  gint64 seconds;

  g_variant_get (variant, "(ssx^as^as^as)", &values->title, &values->description, &seconds,
                 &values->users, &values->guests, &values->groups);
  /* NULL for what is no time. */
  values->deadline = g_date_time_new_from_unix_utc (seconds);
  return values;
}
