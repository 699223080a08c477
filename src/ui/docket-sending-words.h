/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include "tallyfy/tallyfy.h"
#include "workspace/docket-task.h"

G_BEGIN_DECLS

/* Who gets an e-mail, and about what. @user_name: of the person signed in. (transfer full) */
char *docket_sending_words_reminder (DocketTask *task, const char *user_name);
/* Why no reminder went out. @error: from docket_reminder_finish(). (transfer full) */
char *docket_sending_words_failure (const GError *error);

/* Whether there is anybody to remind but the person signed in. */
gboolean docket_sending_words_can_remind (DocketTask *task);
/* What is not with the new task, or is not as one would want it. @original: (nullable): not known. (transfer full) */
char *docket_sending_words_duplicated (TallyfyTask *original, TallyfyTask *made, GDateTime *now);

G_END_DECLS
