/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "workspace/docket-people.h"

#include <string.h>

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

/* "yo" and "ada yo" are both Ada Young. */
static gboolean
begins (const char *folded, const char *wanted)
{
  for (const char *name = folded; name != NULL; name = strchr (name, ' '))
    {
      name += *name == ' ';
      if (g_str_has_prefix (name, wanted))
        return TRUE;
    }
  return FALSE;
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

          if (!g_str_equal (id, own) && begins (person.folded, wanted))
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
