/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <libsoup/soup.h>
#include "practice/practice-store.h"

G_BEGIN_DECLS

/* What the router needs to answer for one office. */
typedef struct
{
  PracticeStore *store;
  const char *address;
  const char *token;
  const char *organization_id;
  gint64 user_id;
} PracticeOffice;

/* Answers a request: finds its handler, checks its headers and body, runs it in one transaction. */
void practice_router_answer (const PracticeOffice *office, SoupServerMessage *message);

/* To be asked when the headers of a request are there: answers one whose body is not to be read. */
void practice_router_admit (SoupServerMessage *message);

G_END_DECLS
