/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
/* To be preloaded: stops the thread that is about to write to the journal or to sync it, for ever,
 * at the n-th time, so that the process can be killed with exactly that much on the disk.
 *
 * DOCKET_STOP_FILE names a file. While it holds a number n > 0, calls are counted; the n-th does
 * not happen, and the file NAME.stopped comes into being. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

static int count;

static int
is_of_journal (int fd)
{
  char link[64];
  char path[4096];
  ssize_t length;

  snprintf (link, sizeof link, "/proc/self/fd/%d", fd);
  length = readlink (link, path, sizeof path - 1);
  if (length <= 0)
    return 0;
  path[length] = '\0';
  return strstr (path, "/docket/journal.db") != NULL && strstr (path, "-shm") == NULL;
}

static int
read_number (const char *name)
{
  FILE *file = fopen (name, "re");
  int number = 0;

  if (file == NULL)
    return 0;
  if (fscanf (file, "%d", &number) != 1)
    number = 0;
  fclose (file);
  return number;
}

static void
stop_here (const char *name)
{
  char marker[4096];

  snprintf (marker, sizeof marker, "%s.stopped", name);
  close (open (marker, O_CREAT | O_WRONLY | O_CLOEXEC, 0600));
  for (;;)
    pause ();
}

static void
pass (int fd)
{
  const char *name = getenv ("DOCKET_STOP_FILE");
  int number;

  if (name == NULL || !is_of_journal (fd))
    return;
  number = read_number (name);
  if (number > 0 && ++count == number)
    stop_here (name);
}

int
fsync (int fd)
{
  static int (*next) (int);

  if (next == NULL)
    next = (int (*) (int))dlsym (RTLD_NEXT, "fsync");
  pass (fd);
  return next (fd);
}

int
fdatasync (int fd)
{
  static int (*next) (int);

  if (next == NULL)
    next = (int (*) (int))dlsym (RTLD_NEXT, "fdatasync");
  pass (fd);
  return next (fd);
}

ssize_t
write (int fd, const void *bytes, size_t length)
{
  static ssize_t (*next) (int, const void *, size_t);

  if (next == NULL)
    next = (ssize_t (*) (int, const void *, size_t))dlsym (RTLD_NEXT, "write");
  pass (fd);
  return next (fd, bytes, length);
}

ssize_t
pwrite64 (int fd, const void *bytes, size_t length, off64_t offset)
{
  static ssize_t (*next) (int, const void *, size_t, off64_t);

  if (next == NULL)
    next = (ssize_t (*) (int, const void *, size_t, off64_t))dlsym (RTLD_NEXT, "pwrite64");
  pass (fd);
  return next (fd, bytes, length, offset);
}
