/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/docket-undo.h"

gboolean
docket_undo_is_possible (DocketSending *sending,
                         DocketCompletions *completions,
                         DocketMany *many,
                         DocketRemovals *removals)
{
  return docket_sending_can_undo (sending) || docket_completions_can_undo (completions)
         || docket_many_can_undo (many) || docket_removals_can_undo (removals);
}

void
docket_undo_last (DocketSending *sending,
                  DocketCompletions *completions,
                  DocketMany *many,
                  DocketRemovals *removals)
{
  if (docket_sending_can_undo (sending))
    docket_sending_undo (sending);
  else if (docket_completions_can_undo (completions))
    docket_completions_undo (completions);
  else if (docket_many_can_undo (many))
    docket_many_undo (many);
  else
    docket_removals_undo (removals);
}
