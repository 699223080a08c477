/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <adwaita.h>
#include "workspace/docket-answer.h"
#include "workspace/docket-workspace.h"

G_BEGIN_DECLS

/* A row in which one form field is answered, each kind of field by a type of its own.
 *
 * Signals: "edited" (GStrv): the person makes this answer of it; "submitted": they are done with it. */
#define DOCKET_TYPE_ANSWER_ROW (docket_answer_row_get_type ())
G_DECLARE_INTERFACE (DocketAnswerRow, docket_answer_row, DOCKET, ANSWER_ROW, GtkWidget)

/**
 * DocketAnswerRowInterface:
 * @show: see docket_answer_row_show()
 * @set_busy: see docket_answer_row_set_busy()
 */
struct _DocketAnswerRowInterface
{
  GTypeInterface parent_interface;

  void (*show) (DocketAnswerRow *self,
                DocketWorkspace *workspace,
                TallyfyFormField *field,
                const char *const *answer);
  void (*set_busy) (DocketAnswerRow *self, gboolean busy);
};

/* Shows @answer to @field, and says nothing of it. What already shows it stays as it is, with its cursor. */
void docket_answer_row_show (DocketAnswerRow *self,
                             DocketWorkspace *workspace,
                             TallyfyFormField *field,
                             const char *const *answer);
/* Whether it is being saved; it can be edited all the same. */
void docket_answer_row_set_busy (DocketAnswerRow *self, gboolean busy);

/* For the types: emit the signals. */
void docket_answer_row_edit (DocketAnswerRow *self, const char *const *answer);
void docket_answer_row_submit (DocketAnswerRow *self);

G_END_DECLS
