/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "workspace/docket-people.h"

#include <string.h>

#include "workspace/docket-assignee-key.h"
#include "workspace/docket-cache-lists.h"
#include "workspace/docket-text.h"
#include "workspace/docket-workspace-private.h"

typedef struct
{
  const char *id;
  char *folded;
} Person;

static void
person_clear (gpointer data)
{
  g_free (((Person *)data)->folded);
}

static int
compare (gconstpointer a, gconstpointer b)
{
  const Person *first = a;
  const Person *second = b;
  const int order = strcmp (first->folded, second->folded);

  return order != 0 ? order : strcmp (first->id, second->id);
}

GStrv
docket_people_find (DocketWorkspace *workspace, const char *text, guint max)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (Person));
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  g_autofree char *clean = docket_text_clean (text);
  g_autofree char *wanted = docket_text_fold (clean);
  g_autofree char *own = NULL;
  GHashTableIter iter;
  gpointer id, name;

  g_return_val_if_fail (DOCKET_IS_WORKSPACE (workspace), NULL);

  own = g_strdup_printf ("%" G_GINT64_FORMAT, docket_account_get_user_id (workspace->account));
  g_array_set_clear_func (found, person_clear);
  if (workspace->overview->people != NULL)
    {
      g_hash_table_iter_init (&iter, workspace->overview->people);
      while (g_hash_table_iter_next (&iter, &id, &name))
        {
          Person person = { .id = id, .folded = docket_text_fold (name) };

          if (!g_str_equal (id, own) && docket_text_begins (person.folded, wanted))
            g_array_append_val (found, person);
          else
            g_free (person.folded);
        }
    }
  g_array_sort (found, compare);
  for (guint i = 0; i < found->len && i < max; i++)
    g_strv_builder_add (ids, g_array_index (found, Person, i).id);
  return g_strv_builder_end (ids);
}

/* Guests are found by a part of their address, too. */
static gboolean
is_found (const DocketContact *contact, const char *wanted)
{
  g_autofree char *name = docket_text_fold (contact->name);
  g_autofree char *address = docket_text_fold (contact->id);

  return docket_text_begins (name, wanted)
         || (contact->kind == TALLYFY_ASSIGNEE_GUEST && strstr (address, wanted) != NULL);
}

static void
add_contacts (DocketWorkspace *workspace,
              TallyfyAssigneeKind kind,
              const char *wanted,
              guint max,
              GStrvBuilder *keys)
{
  GPtrArray *contacts = workspace->overview->contacts;
  guint n = 0;

  for (guint i = 0; contacts != NULL && i < contacts->len && n < max; i++)
    {
      const DocketContact *contact = contacts->pdata[i];
      g_autofree char *key = NULL;

      if (contact->kind != kind || !is_found (contact, wanted))
        continue;
      key = docket_assignee_key_new (kind, contact->id);
      g_strv_builder_add (keys, key);
      n++;
    }
}

GStrv
docket_people_find_assignees (DocketWorkspace *workspace, const char *text, guint max)
{
  g_auto (GStrv) members = docket_people_find (workspace, text, max);
  g_autoptr (GStrvBuilder) keys = g_strv_builder_new ();
  g_autofree char *clean = docket_text_clean (text);
  g_autofree char *wanted = docket_text_fold (clean);

  for (guint i = 0; members[i] != NULL; i++)
    {
      g_autofree char *key = docket_assignee_key_new (TALLYFY_ASSIGNEE_USER, members[i]);

      g_strv_builder_add (keys, key);
    }
  add_contacts (workspace, TALLYFY_ASSIGNEE_GROUP, wanted, max, keys);
  add_contacts (workspace, TALLYFY_ASSIGNEE_GUEST, wanted, max, keys);
  return g_strv_builder_end (keys);
}

static const DocketContact *
find_contact (DocketWorkspace *workspace, TallyfyAssigneeKind kind, const char *id)
{
  GPtrArray *contacts = workspace->overview->contacts;

  for (guint i = 0; contacts != NULL && i < contacts->len; i++)
    {
      const DocketContact *contact = contacts->pdata[i];

      if (contact->kind == kind && g_str_equal (contact->id, id))
        return contact;
    }
  return NULL;
}

char *
docket_people_dup_name (DocketWorkspace *workspace, const char *key)
{
  TallyfyAssigneeKind kind;
  const char *id = docket_assignee_key_parse (key, &kind);
  const DocketContact *contact = NULL;
  const char *name = NULL;

  g_return_val_if_fail (DOCKET_IS_WORKSPACE (workspace), NULL);

  if (kind == TALLYFY_ASSIGNEE_USER)
    name = docket_workspace_get_person_name (workspace, id);
  else
    contact = find_contact (workspace, kind, id);
  if (contact != NULL)
    name = contact->name;
  return docket_text_clean (name != NULL ? name : id);
}

guint
docket_people_count_group (DocketWorkspace *workspace, const char *key)
{
  TallyfyAssigneeKind kind;
  const char *id = docket_assignee_key_parse (key, &kind);
  const DocketContact *contact;

  g_return_val_if_fail (DOCKET_IS_WORKSPACE (workspace), 0);

  contact = kind == TALLYFY_ASSIGNEE_GROUP ? find_contact (workspace, kind, id) : NULL;
  return contact != NULL ? contact->n_people : 0;
}
