/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * DocketSort:
 * @DOCKET_SORT_DATE: what is due first comes first; among what is over, what ended last
 * @DOCKET_SORT_TITLE: by the alphabet
 * @DOCKET_SORT_NEWEST: what was made last comes first
 * @DOCKET_SORT_PROCESS: by the name of the process, then by date; what belongs to none comes last
 */
typedef enum
{
  DOCKET_SORT_DATE,
  DOCKET_SORT_TITLE,
  DOCKET_SORT_NEWEST,
  DOCKET_SORT_PROCESS,
} DocketSort;

/* How a list is laid out. All zero: by date, in groups. Tidy Up is so always. */
typedef struct
{
  DocketSort sort;        /* within each group */
  gboolean without_groups; /* one list, what is completed at its end */
} DocketOrder;

/* "date", "title" …: as in the settings; DATE for what is none of these. */
DocketSort docket_sort_from_string (const char *string);

G_END_DECLS
