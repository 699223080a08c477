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

static char *
describe_process (DocketHistoryEntry *entry, const char *when)
{
  if (is_confirmed (entry))
    /* Translators: %s is a moment such as: 17 March, 13:20 */
    return g_strdup_printf (_ ("Copy of a deleted process, kept on %s. It cannot be edited."),
                            when);
  /* Translators: %s is a moment such as: 17 March, 13:20 */
  return g_strdup_printf (_ ("Copy of a process whose deletion is not confirmed, kept on %s. It "
                             "cannot be edited."),
                          when);
}

char *
docket_copy_words_banner (DocketHistoryEntry *entry, GDateTime *kept_at, GDateTime *now)
{
  g_autoptr (GDateTime) local = g_date_time_to_timezone (kept_at, g_date_time_get_timezone (now));
  gboolean this_year = g_date_time_get_year (local) == g_date_time_get_year (now);
  g_autofree char *when
      = g_date_time_format (local, this_year ? C_ ("moment in this year", "%-d %B, %H:%M")
                                             : C_ ("moment in another year", "%-d %B %Y, %H:%M"));

  if (docket_history_entry_get_target (entry) == DOCKET_TARGET_PROCESS)
    return describe_process (entry, when);
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
  if (!is_confirmed (entry))
    return _ ("Deletion not confirmed");
  return docket_history_entry_get_target (entry) == DOCKET_TARGET_PROCESS
             ? C_ ("outcome for a process", "Deleted permanently")
             : C_ ("outcome for a task", "Deleted permanently");
}

char *
docket_copy_words_count (guint n_copies)
{
  return g_strdup_printf (ngettext ("%'u copy", "%'u copies", n_copies), n_copies);
}

char *
docket_copy_words_sum (guint n_entries, guint n_copies)
{
  g_autofree char *copies = docket_copy_words_count (n_copies);

  /* Translators: how many there are; %s is a number of copies such as: 31 copies */
  return g_strdup_printf (ngettext ("%1$'u removal, %2$s", "%1$'u removals, %2$s", n_entries),
                          n_entries, copies);
}

char *
docket_copy_words_period (guint days)
{
  if (days == 0)
    return g_strdup (C_ ("how long copies are kept", "Always"));
  return g_strdup_printf (ngettext ("For %u Day", "For %u Days", days), days);
}

char *
docket_copy_words_shorten_heading (guint days)
{
  return g_strdup_printf (ngettext ("Keep Copies for %u Day?", "Keep Copies for %u Days?", days),
                          days);
}

char *
docket_copy_words_shorten (guint n_older)
{
  return g_strdup_printf (ngettext ("%'u copy is older and is removed now. Its task can then be "
                                    "neither read nor created again.",
                                    "%'u copies are older and are removed now. Their tasks can "
                                    "then "
                                    "be neither read nor created again.",
                                    n_older),
                          n_older);
}

char *
docket_copy_words_remove_all (guint n_copies)
{
  return g_strdup_printf (ngettext ("%'u copy is removed from this computer. Its task can then be "
                                    "neither read nor created again.",
                                    "%'u copies are removed from this computer. Their tasks can "
                                    "then be neither read nor created again.",
                                    n_copies),
                          n_copies);
}

char *
docket_copy_words_clear (guint n_entries, guint n_copies)
{
  g_autofree char *entries
      = g_strdup_printf (ngettext ("Docket forgets %'u removal and how it ended.",
                                   "Docket forgets %'u removals and how they ended.", n_entries),
                         n_entries);
  g_autofree char *copies = NULL;

  if (n_copies == 0)
    /* Translators: %s is a sentence about what is forgotten */
    return g_strdup_printf (_ ("%s In Tallyfy nothing changes."), entries);
  copies = docket_copy_words_remove_all (n_copies);
  /* Translators: two sentences about what is forgotten and removed */
  return g_strdup_printf (_ ("%1$s %2$s In Tallyfy nothing changes."), entries, copies);
}
