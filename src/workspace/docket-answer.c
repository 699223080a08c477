/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "workspace/docket-answer.h"

#include "workspace/docket-assignee-key.h"

/* No choice and no text begins so: what the server has in a field that takes no such thing. */
#define ODD "\n"

static const struct
{
  const char *type;
  DocketAnswerKind kind;
} kinds[] = {
  { "text", DOCKET_ANSWER_KIND_TEXT },           { "textarea", DOCKET_ANSWER_KIND_LONG_TEXT },
  { "email", DOCKET_ANSWER_KIND_EMAIL },         { "date", DOCKET_ANSWER_KIND_DATE },
  { "radio", DOCKET_ANSWER_KIND_CHOICE },        { "dropdown", DOCKET_ANSWER_KIND_CHOICE },
  { "multiselect", DOCKET_ANSWER_KIND_CHOICES }, { "assignees_form", DOCKET_ANSWER_KIND_PEOPLE },
  { "file", DOCKET_ANSWER_KIND_FILE },
};

DocketAnswerKind
docket_answer_get_kind (TallyfyFormField *field)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kinds[i].type, tallyfy_form_field_get_field_type (field)))
      return kinds[i].kind;
  return DOCKET_ANSWER_KIND_NONE;
}

GStrv
docket_answer_list_choices (TallyfyFormField *field)
{
  const char *const *options = tallyfy_form_field_get_options (field);
  g_autoptr (GStrvBuilder) choices = g_strv_builder_new ();

  for (guint i = 0; options[i] != NULL; i++)
    {
      guint n_before = 0;
      g_autofree char *name = NULL;

      for (guint j = 0; j < i; j++)
        n_before += g_str_equal (options[j], options[i]);
      name
          = n_before > 0 ? g_strdup_printf ("%s\n%u", options[i], n_before) : g_strdup (options[i]);
      g_strv_builder_add (choices, name);
    }
  return g_strv_builder_end (choices);
}

static void
read_choices (TallyfyFormField *field, GStrvBuilder *answer)
{
  g_auto (GStrv) choices = docket_answer_list_choices (field);

  for (guint i = 0; choices[i] != NULL; i++)
    if (tallyfy_form_field_is_chosen (field, i))
      g_strv_builder_add (answer, choices[i]);
}

static void
read_people (TallyfyFormField *field, GStrvBuilder *answer)
{
  GPtrArray *named = tallyfy_form_field_get_people (field);

  for (guint i = 0; i < named->len; i++)
    {
      g_autofree char *person
          = docket_assignee_key_new (tallyfy_assignee_get_kind (named->pdata[i]),
                                     tallyfy_assignee_get_id (named->pdata[i]));

      g_strv_builder_add (answer, person);
    }
}

static void
read_date (TallyfyFormField *field, GStrvBuilder *answer)
{
  GDateTime *date = tallyfy_form_field_get_date (field);
  g_auto (GStrv) moment = docket_answer_from_date (date);

  g_strv_builder_addv (answer, (const char **)moment);
}

GStrv
docket_answer_read (TallyfyFormField *field)
{
  const DocketAnswerKind kind = docket_answer_get_kind (field);
  const char *text = tallyfy_form_field_get_answer (field);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  GStrv answer;

  if (kind == DOCKET_ANSWER_KIND_CHOICE || kind == DOCKET_ANSWER_KIND_CHOICES)
    read_choices (field, builder);
  else if (kind == DOCKET_ANSWER_KIND_PEOPLE)
    read_people (field, builder);
  else if (kind == DOCKET_ANSWER_KIND_DATE)
    read_date (field, builder);
  else if (text != NULL)
    return docket_answer_from_text (text);
  answer = g_strv_builder_end (builder);
  if (*answer == NULL && text != NULL)
    {
      g_autofree char *odd = g_strconcat (ODD, text, NULL);

      g_strfreev (answer);
      answer = docket_answer_from_text (odd);
    }
  return answer;
}

/* Lines end in one way. (transfer full) */
static char *
normalize (const char *text)
{
  GString *normal = g_string_new (text);

  g_string_replace (normal, "\r\n", "\n", 0);
  return g_strstrip (g_string_free (normal, FALSE));
}

static gboolean
holds (const char *const *answer, const char *text)
{
  g_autofree char *wanted = normalize (text);

  for (guint i = 0; answer[i] != NULL; i++)
    {
      g_autofree char *found = normalize (answer[i]);

      if (g_str_equal (found, wanted))
        return TRUE;
    }
  return FALSE;
}

gboolean
docket_answer_equal (const char *const *first, const char *const *second)
{
  if (g_strv_length ((char **)first) != g_strv_length ((char **)second))
    return FALSE;
  for (guint i = 0; first[i] != NULL; i++)
    if (!holds (second, first[i]))
      return FALSE;
  return TRUE;
}

static gboolean
apply_choices (TallyfyFormField *field, const char *const *answer, TallyfyTaskChange *change)
{
  g_auto (GStrv) choices = docket_answer_list_choices (field);
  g_autoptr (GArray) positions = g_array_new (FALSE, FALSE, sizeof (guint));
  guint n_found = 0;

  for (guint i = 0; choices[i] != NULL; i++)
    if (g_strv_contains (answer, choices[i]))
      {
        g_array_append_val (positions, i);
        n_found++;
      }
  return n_found == g_strv_length ((char **)answer)
         && tallyfy_task_change_answer_options (change, field,
                                                (const guint *)(gpointer)positions->data, n_found);
}

static gboolean
apply_people (TallyfyFormField *field, const char *const *answer, TallyfyTaskChange *change)
{
  g_auto (GStrv) users = docket_assignee_key_list_ids (answer, TALLYFY_ASSIGNEE_USER);
  g_auto (GStrv) guests = docket_assignee_key_list_ids (answer, TALLYFY_ASSIGNEE_GUEST);
  g_auto (GStrv) groups = docket_assignee_key_list_ids (answer, TALLYFY_ASSIGNEE_GROUP);

  for (guint i = 0; answer[i] != NULL; i++)
    if (docket_assignee_key_parse (answer[i], NULL) == answer[i])
      return FALSE;
  return tallyfy_task_change_answer_people (change, field, (const char *const *)users,
                                            (const char *const *)guests,
                                            (const char *const *)groups);
}

gboolean
docket_answer_apply (TallyfyFormField *field, const char *const *answer, TallyfyTaskChange *change)
{
  g_autoptr (GDateTime) date = NULL;

  switch (docket_answer_get_kind (field))
    {
    case DOCKET_ANSWER_KIND_TEXT:
    case DOCKET_ANSWER_KIND_EMAIL:
    case DOCKET_ANSWER_KIND_LONG_TEXT:
      return tallyfy_task_change_answer_text (change, field, *answer != NULL ? *answer : "");
    case DOCKET_ANSWER_KIND_DATE:
      date = docket_answer_get_date (answer);
      return (date != NULL || *answer == NULL)
             && tallyfy_task_change_answer_date (change, field, date);
    case DOCKET_ANSWER_KIND_CHOICE:
    case DOCKET_ANSWER_KIND_CHOICES:
      return apply_choices (field, answer, change);
    case DOCKET_ANSWER_KIND_PEOPLE:
      return apply_people (field, answer, change);
    case DOCKET_ANSWER_KIND_NONE:
    case DOCKET_ANSWER_KIND_FILE:
    default:
      return FALSE;
    }
}

GStrv
docket_answer_from_text (const char *text)
{
  GStrv answer = g_new0 (char *, 2);

  if (text[strspn (text, " \t\r\n")] != '\0')
    answer[0] = g_strdup (text);
  return answer;
}

GStrv
docket_answer_from_date (GDateTime *date)
{
  g_autoptr (GDateTime) utc = date != NULL ? g_date_time_to_utc (date) : NULL;
  g_autofree char *text
      = utc != NULL ? g_date_time_format (utc, "%Y-%m-%dT%H:%M:%SZ") : g_strdup ("");

  return docket_answer_from_text (text);
}

GDateTime *
docket_answer_get_date (const char *const *answer)
{
  return *answer != NULL ? g_date_time_new_from_iso8601 (*answer, NULL) : NULL;
}

TallyfyFormField *
docket_answer_find_field (TallyfyTask *task, const char *field_id)
{
  GPtrArray *fields = tallyfy_task_get_form_fields (task);

  for (guint i = 0; fields != NULL && i < fields->len; i++)
    if (g_str_equal (tallyfy_form_field_get_id (fields->pdata[i]), field_id))
      return fields->pdata[i];
  return NULL;
}

gboolean
docket_answer_is_stored (TallyfyTask *task, const char *field_id, const char *const *answer)
{
  TallyfyFormField *field = docket_answer_find_field (task, field_id);
  g_autoptr (TallyfyTaskChange) change = NULL;
  g_auto (GStrv) stored = NULL;
  g_auto (GStrv) lost = NULL;

  if (field == NULL)
    return FALSE;
  stored = docket_answer_read (field);
  if (docket_answer_equal (answer, (const char *const *)stored))
    return TRUE;
  /* Servers write some answers in another way than they were sent. One that is a known choice is
   * none of them: another choice may read the same. */
  if (tallyfy_form_field_get_options (field)[0] != NULL && *stored != NULL
      && !g_str_has_prefix (*stored, ODD))
    return FALSE;
  change = tallyfy_task_change_new (task);
  if (!docket_answer_apply (field, answer, change))
    return FALSE;
  lost = tallyfy_task_change_find_lost_answers (change, task);
  return lost != NULL && *lost == NULL;
}
