/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "workspace/docket-assignee-key.h"

#include <string.h>

static const char *const prefixes[] = {
  [TALLYFY_ASSIGNEE_USER] = "user:",
  [TALLYFY_ASSIGNEE_GUEST] = "guest:",
  [TALLYFY_ASSIGNEE_GROUP] = "group:",
};

char *
docket_assignee_key_new (TallyfyAssigneeKind kind, const char *id)
{
  return g_strconcat (prefixes[kind], id, NULL);
}

const char *
docket_assignee_key_parse (const char *key, TallyfyAssigneeKind *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (prefixes); i++)
    if (g_str_has_prefix (key, prefixes[i]))
      {
        if (kind != NULL)
          *kind = (TallyfyAssigneeKind)i;
        return key + strlen (prefixes[i]);
      }
  if (kind != NULL)
    *kind = TALLYFY_ASSIGNEE_USER;
  return key;
}

GStrv
docket_assignee_key_list (const char *const *users,
                          const char *const *guests,
                          const char *const *groups)
{
  const char *const *const lists[] = {
    [TALLYFY_ASSIGNEE_USER] = users,
    [TALLYFY_ASSIGNEE_GUEST] = guests,
    [TALLYFY_ASSIGNEE_GROUP] = groups,
  };
  g_autoptr (GStrvBuilder) keys = g_strv_builder_new ();

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    for (guint j = 0; lists[i][j] != NULL; j++)
      {
        g_autofree char *key = docket_assignee_key_new ((TallyfyAssigneeKind)i, lists[i][j]);

        g_strv_builder_add (keys, key);
      }
  return g_strv_builder_end (keys);
}

GStrv
docket_assignee_key_list_ids (const char *const *keys, TallyfyAssigneeKind kind)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();

  for (guint i = 0; keys[i] != NULL; i++)
    {
      TallyfyAssigneeKind found;
      const char *id = docket_assignee_key_parse (keys[i], &found);

      if (found == kind)
        g_strv_builder_add (ids, id);
    }
  return g_strv_builder_end (ids);
}
