/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "docket-config.h"

#include "workspace/docket-mark.h"

#ifdef HAVE_SYSPROF
#include <sysprof-capture.h>

#define GROUP "docket"

gint64
docket_mark_begin (void)
{
  return SYSPROF_CAPTURE_CURRENT_TIME;
}

void
docket_mark_end (gint64 begin, const char *name, const char *detail)
{
  const gint64 now = SYSPROF_CAPTURE_CURRENT_TIME;

  sysprof_collector_mark (begin != 0 ? begin : now, begin != 0 ? now - begin : 0, GROUP, name,
                          detail);
}

#else

gint64
docket_mark_begin (void)
{
  return 0;
}

void
docket_mark_end (gint64 begin, const char *name, const char *detail)
{
}

#endif
