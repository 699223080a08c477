/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <gtk/gtk.h>
#include "workspace/docket-workspace.h"

G_BEGIN_DECLS

/* Offers, over a text, the people whose names begin as what is typed behind an "@". */
#define DOCKET_TYPE_MENTIONS (docket_mentions_get_type ())
G_DECLARE_FINAL_TYPE (DocketMentions, docket_mentions, DOCKET, MENTIONS, GObject)

/* @view: whose text it is about, and over which they appear. Let go of it before @parent goes. */
DocketMentions *docket_mentions_new (GtkWidget *parent, GtkTextView *view);
void docket_mentions_set_workspace (DocketMentions *self, DocketWorkspace *workspace);
/* The text or the cursor has moved: opens, changes or closes what is offered. */
void docket_mentions_update (DocketMentions *self);
void docket_mentions_close (DocketMentions *self);
/* A key in the text. Returns: whether it was for the people that are offered */
gboolean docket_mentions_take_key (DocketMentions *self, guint key);

G_END_DECLS
