/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <json-glib/json-glib.h>
#include "practice/practice-store.h"

G_BEGIN_DECLS

/* One request on its way through the server, and the answer that is being made. */
typedef struct
{
  PracticeStore *store;
  const char *address; /* "http://127.0.0.1:PORT" */
  const char *path;    /* as it was sent, without query */
  GHashTable *query;   /* name -> value, decoded; never NULL */
  JsonObject *body;    /* never NULL; empty when none was sent */
  const char *arg[3];  /* the route's variable parts, decoded, after the organization */
  gint64 user_id;      /* of the token */
  guint status;        /* the answer */
  JsonNode *answer;    /* NULL = no body */
} PracticeCall;

typedef void (*PracticeHandler) (PracticeCall *call);

/* What a parameter of the query says, or NULL. */
const char *practice_call_get (PracticeCall *call, const char *name);

/* The answers. Each takes over what it is given. */
void practice_call_item (PracticeCall *call, guint status, JsonNode *item);
void practice_call_empty (PracticeCall *call); /* 204 */
void practice_call_nothing (PracticeCall *call); /* 200 all the same */
void practice_call_say (PracticeCall *call, guint status, const char *sentence);
void
practice_call_refuse (PracticeCall *call, guint status, const char *code, const char *sentence);
void practice_call_not_found (PracticeCall *call);
/* Adds a sentence to a field of a 422. */
void practice_call_invalid (PracticeCall *call, const char *field, const char *sentence);
gboolean practice_call_has_failed (PracticeCall *call);

/* Which part of a list is asked for: page and per_page, or everything. */
typedef struct
{
  gint64 page;
  gint64 per_page;
  gboolean whole;
} PracticeSlice;

/* FALSE: a parameter is no number, and the call is answered (422). @cap 0 = none. */
gboolean
practice_call_get_slice (PracticeCall *call, gint64 usual, gint64 cap, PracticeSlice *slice);
/* Answers with @items (an array), the part @slice of @total. */
void
practice_call_list (PracticeCall *call, JsonNode *items, const PracticeSlice *slice, gint64 total);

/* The time now, and a time that was sent, as they are stored. NULL = not a date. */
char *practice_now (void);
char *practice_parse_date (const char *text);
/* Moves a deadline that falls on a Saturday or Sunday to Monday, as the organization works then. */
char *practice_working_day (const char *date);
/* A new ID of 32 hexadecimal digits. */
char *practice_new_id (void);

/* Builder shorthands: a member that is null where the text is. */
void practice_add_text (JsonBuilder *builder, const char *name, const char *text);
void practice_add_number (JsonBuilder *builder, const char *name, gint64 number);
void practice_add_flag (JsonBuilder *builder, const char *name, gboolean flag);
/* A member whose value is JSON text that was stored, null where that is NULL. */
void practice_add_json (JsonBuilder *builder, const char *name, const char *json);

G_END_DECLS
