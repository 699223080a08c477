/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
/* A disk that is full, and a folder that cannot be written: a small file system of its own, really
 * full. */
#include "journal-reader.h"
#include "room.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <sched.h>
#include <string.h>
#include <sys/mount.h>
#include <unistd.h>

#define ID "a-task-to-remove"
#define SIZE "size=1m"
#define MISSING "{\"error\":true,\"message\":\"No such task.\",\"code\":\"RESOURCE_NOT_FOUND\"}"
#define DONE "HTTP/1.1 204 No Content\r\n\r\n"

static char *task; /* JSON, with 64 KiB of description */
static char *item;

/* A name space in which this process may mount. Before there is any thread. */
static gboolean
enter_name_space (void)
{
  const uid_t uid = getuid ();
  const gid_t gid = getgid ();
  g_autofree char *uids = g_strdup_printf ("0 %u 1", uid);
  g_autofree char *gids = g_strdup_printf ("0 %u 1", gid);

  if (unshare (CLONE_NEWUSER | CLONE_NEWNS) != 0)
    return FALSE;
  return g_file_set_contents_full ("/proc/self/setgroups", "deny", -1, G_FILE_SET_CONTENTS_NONE,
                                   0600, NULL)
         && g_file_set_contents_full ("/proc/self/uid_map", uids, -1, G_FILE_SET_CONTENTS_NONE,
                                      0600, NULL)
         && g_file_set_contents_full ("/proc/self/gid_map", gids, -1, G_FILE_SET_CONTENTS_NONE,
                                      0600, NULL);
}

static void
mount_data (void)
{
  g_assert_cmpint (g_mkdir_with_parents (g_get_user_data_dir (), 0700), ==, 0);
  g_assert_cmpint (mount ("none", g_get_user_data_dir (), "tmpfs", 0, SIZE ",mode=0700"), ==, 0);
}

static void
unmount_data (void)
{
  g_assert_cmpint (umount2 (g_get_user_data_dir (), MNT_DETACH), ==, 0);
}

static char *
build_filler (void)
{
  return g_build_filename (g_get_user_data_dir (), "filler", NULL);
}

/* Not a byte more fits. */
static void
fill_disk (void)
{
  g_autofree char *path = build_filler ();
  const int fd = open (path, O_CREAT | O_WRONLY | O_APPEND | O_CLOEXEC, 0600);
  char block[512] = { 0 };

  g_assert_cmpint (fd, >=, 0);
  while (write (fd, block, sizeof block) > 0)
    ;
  close (fd);
}

static void
empty_disk (void)
{
  g_autofree char *path = build_filler ();

  g_assert_cmpint (g_unlink (path), ==, 0);
}

static guint
count_writes (Room *room)
{
  guint n = 0;

  for (guint i = 0; i < hostile_server_get_n_requests (room->server); i++)
    n += !request_has (room->server, i, "GET ");
  return n;
}

static void
begin_deletion (Room *room, GAsyncResult **slot)
{
  docket_workspace_delete_async (room->workspace, ID, NULL, TRUE, keep_result, slot);
}

static DocketRemoval *
end_deletion (Room *room, GAsyncResult **slot)
{
  g_autoptr (GAsyncResult) result = wait_for_result (slot);
  g_autoptr (GError) error = NULL;
  DocketRemoval *removal = docket_workspace_remove_finish (room->workspace, result, &error);

  g_assert_no_error (error);
  return removal;
}

static void
assert_deletion (Room *room, DocketRemovalOutcome outcome, int error_code)
{
  GAsyncResult *slot = NULL;
  g_autoptr (DocketRemoval) removal = NULL;

  begin_deletion (room, &slot);
  removal = end_deletion (room, &slot);
  g_assert_cmpint (docket_removal_get_outcome (removal), ==, outcome);
  if (outcome == DOCKET_OUTCOME_NO_COPY)
    g_assert_error (docket_removal_get_error (removal), G_IO_ERROR, error_code);
}

/* No copy fits, so nothing is deleted. Once there is room, it is. */
static void
test_full (void)
{
  mount_data ();
  {
    g_autoptr (Room) room = room_new (0);

    room_open_with (room, task, "");
    fill_disk ();
    hostile_server_push_answer (room->server, 200, "", item);
    assert_deletion (room, DOCKET_OUTCOME_NO_COPY, G_IO_ERROR_NO_SPACE);
    g_assert_cmpuint (count_writes (room), ==, 0);
    g_assert_cmpuint (docket_workspace_get_count (room->workspace, DOCKET_VIEW_ALL), ==, 1);

    empty_disk ();
    hostile_server_push_answer (room->server, 200, "", item);
    hostile_server_push_answer (room->server, 204, "", "");
    assert_deletion (room, DOCKET_OUTCOME_DONE, 0);
    g_assert_cmpuint (count_writes (room), ==, 1);
  }
  unmount_data ();
}

static gboolean
is_empty (gpointer workspace)
{
  return docket_workspace_get_count (workspace, DOCKET_VIEW_ALL) == 0;
}

/* The disk fills up while the request is out: what is told is what was proven, and what the journal
 * did not take is looked up at the next start. */
static void
test_full_at_the_end (void)
{
  mount_data ();
  {
    g_autoptr (Room) room = room_new (0);
    g_autoptr (DocketRemoval) removal = NULL;
    g_autofree char *outcome = NULL;
    GAsyncResult *slot = NULL;

    room_open_with (room, task, "");
    hostile_server_push_answer (room->server, 200, "", item);
    hostile_server_push (room->server, HOSTILE_HOLD, DONE);
    begin_deletion (room, &slot);
    wait_for_requests_of (room, 5);
    fill_disk ();
    hostile_server_release (room->server);
    removal = end_deletion (room, &slot);
    g_assert_cmpint (docket_removal_get_outcome (removal), ==, DOCKET_OUTCOME_DONE);
    outcome = journal_read ("SELECT outcome FROM removal");
    g_assert_cmpstr (outcome, ==, NULL);
    empty_disk ();
    room_close (room);

    room_open (room);
    for (int i = 0; i < 3; i++)
      push_list (room->server, "");
    hostile_server_push_answer (room->server, 404, "", MISSING);
    push_list (room->server, "");
    g_assert_null (room_refresh (room));
    wait_for_journal ("SELECT outcome = 1 FROM removal", "1");
    wait_until (is_empty, room->workspace);
    g_assert_cmpuint (count_writes (room), ==, 1);
  }
  unmount_data ();
}

static void
remount (unsigned long flags)
{
  g_assert_cmpint (mount ("none", g_get_user_data_dir (), "tmpfs", MS_REMOUNT | flags, SIZE), ==,
                   0);
}

static void
test_read_only (void)
{
  mount_data ();
  {
    g_autoptr (Room) room = room_new (0);
    g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "docket", NULL);

    g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
    remount (MS_RDONLY);
    room_open_with (room, task, "");
    hostile_server_push_answer (room->server, 200, "", item);
    assert_deletion (room, DOCKET_OUTCOME_NO_COPY, G_IO_ERROR_READ_ONLY);
    g_assert_cmpuint (count_writes (room), ==, 0);

    remount (0);
    hostile_server_push_answer (room->server, 200, "", item);
    hostile_server_push_answer (room->server, 204, "", "");
    assert_deletion (room, DOCKET_OUTCOME_DONE, 0);
  }
  unmount_data ();
}

int
main (int argc, char **argv)
{
  const gboolean may_mount = enter_name_space ();
  g_autofree char *text = g_strnfill (64 * 1024, 'x');
  int status;

  folders_init (&argc, &argv, TRUE);
  if (!may_mount)
    {
      g_print ("1..0 # SKIP this system lets nobody mount a file system of their own\n");
      return 0;
    }
  task = g_strdup_printf ("{\"id\":\"" ID "\",\"title\":\"Report\",\"is_oneoff_task\":true,"
                          "\"summary\":\"%s\"}",
                          text);
  item = g_strdup_printf ("{\"data\":%s}", task);
  folders_add_func ("/disk/full", test_full);
  folders_add_func ("/disk/full-at-the-end", test_full_at_the_end);
  folders_add_func ("/disk/read-only", test_read_only);
  status = folders_run ();
  g_free (item);
  g_free (task);
  return status;
}
