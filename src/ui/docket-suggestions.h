/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A popover beside a text that somebody is typing in, with what could be meant. The keyboard stays in the text. Signals:
 * "accepted" (string): the key of one; "refused": it was closed by hand. */
#define DOCKET_TYPE_SUGGESTIONS (docket_suggestions_get_type ())
G_DECLARE_FINAL_TYPE (DocketSuggestions, docket_suggestions, DOCKET, SUGGESTIONS, GtkPopover)

/* @label: what it offers, for assistive technology. Returns: (transfer none): unparent it before @parent goes */
DocketSuggestions *docket_suggestions_new (GtkWidget *parent, const char *label);
void docket_suggestions_clear (DocketSuggestions *self);
/* @text: plain, foreign text. @attributes: (nullable): of it, once clean. @note: (nullable): stands at its end.
 * @with_avatar: it is somebody's name */
void docket_suggestions_add (DocketSuggestions *self, const char *key, const char *text, PangoAttrList *attributes,
                             const char *note, gboolean with_avatar);
/* Shows what was added, with the first one chosen; closes where that is nothing. @place: in the parent */
void docket_suggestions_open (DocketSuggestions *self, const GdkRectangle *place);
void docket_suggestions_close (DocketSuggestions *self);
/* A key in the text. Returns: whether it was for the popover */
gboolean docket_suggestions_take_key (DocketSuggestions *self, guint key);

G_END_DECLS
