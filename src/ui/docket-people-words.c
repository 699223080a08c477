/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/docket-people-words.h"

#include <glib/gi18n.h>
#include <string.h>
#include "ui/docket-words.h"
#include "workspace/docket-assignee-key.h"
#include "workspace/docket-people.h"
#include "workspace/docket-text.h"

char *
docket_people_words_own_key (DocketWorkspace *workspace)
{
  g_autofree char *id
      = g_strdup_printf ("%" G_GINT64_FORMAT,
                         docket_account_get_user_id (docket_workspace_get_account (workspace)));

  return docket_assignee_key_new (TALLYFY_ASSIGNEE_USER, id);
}

static char *
describe_group (guint n_people)
{
  if (n_people == 0)
    return g_strdup (C_ ("kind of assignee", "Group"));
  /* Translators: below the name of a group of people */
  return g_strdup_printf (ngettext ("Group · %u person", "Group · %u people", n_people), n_people);
}

char *
docket_people_words_kind (DocketWorkspace *workspace, const char *key)
{
  TallyfyAssigneeKind kind;
  g_autofree char *id = docket_text_clean (docket_assignee_key_parse (key, &kind));
  g_autofree char *name = NULL;

  if (kind == TALLYFY_ASSIGNEE_USER)
    return NULL;
  if (kind == TALLYFY_ASSIGNEE_GROUP)
    return describe_group (docket_people_count_group (workspace, key));
  name = docket_people_dup_name (workspace, key);
  if (g_str_equal (name, id))
    return g_strdup (C_ ("kind of assignee", "Guest"));
  /* Translators: below the name of somebody outside of the organization; %s is an e-mail address */
  return g_strdup_printf (C_ ("kind of assignee", "Guest · %s"), id);
}

char *
docket_people_words_name (DocketWorkspace *workspace, const char *key)
{
  TallyfyAssigneeKind kind;
  g_autofree char *name = docket_people_dup_name (workspace, key);

  docket_assignee_key_parse (key, &kind);
  if (kind == TALLYFY_ASSIGNEE_GROUP)
    /* Translators: a group of people in a list of assignees; %s is its name */
    return g_strdup_printf (_ ("%s (group)"), name);
  /* An address says it already. */
  if (kind == TALLYFY_ASSIGNEE_GUEST && strchr (name, '@') == NULL)
    /* Translators: somebody outside of the organization in a list of assignees; %s is the name */
    return g_strdup_printf (_ ("%s (guest)"), name);
  return g_steal_pointer (&name);
}

char *
docket_people_words_list (DocketWorkspace *workspace, const char *const *keys)
{
  DocketAccount *account = docket_workspace_get_account (workspace);
  const char *my_name = docket_account_get_user_name (account);
  g_autofree char *own = docket_people_words_own_key (workspace);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; keys[i] != NULL; i++)
    g_ptr_array_add (names, g_str_equal (keys[i], own)
                                ? g_strdup (my_name)
                                : docket_people_words_name (workspace, keys[i]));
  g_ptr_array_add (names, NULL);
  return docket_words_people ((const char *const *)names->pdata, g_strv_contains (keys, own),
                              my_name);
}
