/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/docket-undo-list.h"

GPtrArray *
docket_undo_list_new (void)
{
  return g_ptr_array_new_with_free_func (g_free);
}

static gboolean
find (GPtrArray *self, const char *id, guint *index)
{
  return g_ptr_array_find_with_equal_func (self, id, g_str_equal, index);
}

void
docket_undo_list_remember (GPtrArray *self, const char *id)
{
  guint index;

  if (!find (self, id, &index))
    g_ptr_array_add (self, g_strdup (id));
}

void
docket_undo_list_forget (GPtrArray *self, const char *id)
{
  guint index;

  if (find (self, id, &index))
    g_ptr_array_remove_index (self, index);
}
