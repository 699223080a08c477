/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/docket-copy-words.h"

#include <glib/gi18n.h>

static gboolean
is_confirmed (DocketHistoryEntry *entry)
{
  DocketRemovalOutcome outcome = DOCKET_OUTCOME_NOT_CONFIRMED;

  docket_history_entry_get_outcome (entry, &outcome);
  return outcome != DOCKET_OUTCOME_NOT_CONFIRMED;
}

char *
docket_copy_words_banner (DocketHistoryEntry *entry, GDateTime *kept_at, GDateTime *now)
{
  g_autoptr (GDateTime) local = g_date_time_to_timezone (kept_at, g_date_time_get_timezone (now));
  gboolean this_year = g_date_time_get_year (local) == g_date_time_get_year (now);
  g_autofree char *when
      = g_date_time_format (local, this_year ? C_ ("moment in this year", "%-d %B, %H:%M")
                                             : C_ ("moment in another year", "%-d %B %Y, %H:%M"));

  if (is_confirmed (entry))
    /* Translators: %s is a moment such as: 17 March, 13:20 */
    return g_strdup_printf (_ ("Copy of a deleted task, kept on %s. It cannot be edited."), when);
  /* Translators: %s is a moment such as: 17 March, 13:20 */
  return g_strdup_printf (_ ("Copy of a task whose deletion is not confirmed, kept on %s. It "
                             "cannot be edited."),
                          when);
}

const char *
docket_copy_words_state (DocketHistoryEntry *entry)
{
  return is_confirmed (entry) ? _ ("Deleted permanently") : _ ("Deletion not confirmed");
}

char *
docket_copy_words_count (guint n_copies)
{
  return g_strdup_printf (ngettext ("%'u copy", "%'u copies", n_copies), n_copies);
}

char *
docket_copy_words_period (guint days)
{
  if (days == 0)
    return g_strdup (C_ ("how long copies are kept", "Always"));
  return g_strdup_printf (ngettext ("%u Day", "%u Days", days), days);
}
