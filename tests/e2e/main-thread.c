/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
/* To be preloaded: says on the standard error output which of the functions that wait, for a disk,
 * a server or the keyring, the main thread calls. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* Whoever looks at what is said knows that somebody was there to say it. */
__attribute__ ((constructor)) static void
begin (void)
{
  fprintf (stderr, "The main thread is watched\n");
}

typedef long (*Function) (void *, void *, void *, void *, void *, void *);

/* Once for each of them. */
static void
judge (const char *name)
{
  static char said[1024];

  if (gettid () != getpid () || strstr (said, name) != NULL)
    return;
  strncat (said, name, sizeof said - strlen (said) - 1);
  fprintf (stderr, "%s was called in the main thread\n", name);
}

/* Their arguments are passed on as they are: none of them has more than six, or others than words.
 */
#define WATCH(name)                                                                                \
  long name (void *a, void *b, void *c, void *d, void *e, void *f);                                \
  long name (void *a, void *b, void *c, void *d, void *e, void *f)                                 \
  {                                                                                                \
    static Function next;                                                                          \
                                                                                                   \
    if (next == NULL)                                                                              \
      *(void **)&next = dlsym (RTLD_NEXT, #name);                                                  \
    judge (#name);                                                                                 \
    return next (a, b, c, d, e, f);                                                                \
  }

WATCH (sqlite3_open_v2)
WATCH (sqlite3_prepare_v2)
WATCH (sqlite3_step)
WATCH (sqlite3_exec)
WATCH (sqlite3_close)
WATCH (secret_password_lookup_sync)
WATCH (secret_password_storev_sync)
WATCH (secret_password_clearv_sync)
WATCH (secret_service_get_sync)
WATCH (secret_service_search_sync)
WATCH (soup_session_send)
WATCH (soup_session_send_and_read)
WATCH (getaddrinfo)

int
fsync (int fd)
{
  int (*next) (int) = NULL;

  *(void **)&next = dlsym (RTLD_NEXT, "fsync");
  judge ("fsync");
  return next (fd);
}
