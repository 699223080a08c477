/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/docket-answer-row.h"

enum
{
  EDITED,
  SUBMITTED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_INTERFACE (DocketAnswerRow, docket_answer_row, GTK_TYPE_WIDGET)

static void
docket_answer_row_default_init (DocketAnswerRowInterface *iface)
{
  signals[EDITED] = g_signal_new ("edited", DOCKET_TYPE_ANSWER_ROW, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRV);
  signals[SUBMITTED] = g_signal_new ("submitted", DOCKET_TYPE_ANSWER_ROW, G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 0);
}

void
docket_answer_row_show (DocketAnswerRow *self,
                        DocketWorkspace *workspace,
                        TallyfyFormField *field,
                        const char *const *answer)
{
  DOCKET_ANSWER_ROW_GET_IFACE (self)->show (self, workspace, field, answer);
}

void
docket_answer_row_set_busy (DocketAnswerRow *self, gboolean busy)
{
  DOCKET_ANSWER_ROW_GET_IFACE (self)->set_busy (self, busy);
}

void
docket_answer_row_edit (DocketAnswerRow *self, const char *const *answer)
{
  g_signal_emit (self, signals[EDITED], 0, answer);
}

void
docket_answer_row_submit (DocketAnswerRow *self)
{
  g_signal_emit (self, signals[SUBMITTED], 0);
}
