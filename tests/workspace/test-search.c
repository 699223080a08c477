/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
/* What a person types to find tasks. */
#include "stock.h"

#include "workspace/docket-task-private.h"

/* A Wednesday, in a zone an hour east of UTC. */
#define NOW "2026-03-18T15:00:00+01:00"

static const char tasks[]
    = "{\"id\":\"1\",\"title\":\"Lease\",\"is_oneoff_task\":true,\"owners\":{\"users\":[7]},"
      "\"deadline\":\"2026-03-18T13:00:00Z\",\"tags\":[{\"id\":\"x\",\"title\":\"Büro\"}]},"
      "{\"id\":\"2\",\"title\":\"Badge\",\"is_oneoff_task\":false,\"run_id\":\"r\","
      "\"run\":{\"data\":{\"id\":\"r\",\"name\":\"Onboarding of Öykü\"}},"
      "\"owners\":{\"users\":[{\"id\":9,\"full_name\":\"Zoë Quinn\"}]},"
      "\"deadline\":\"2026-03-18T22:59:59Z\"},"
      "{\"id\":\"3\",\"title\":\"Contract\",\"is_oneoff_task\":true,\"task_type\":\"approval\","
      "\"deadline\":\"2026-03-18T23:00:00Z\",\"owners\":{\"users\":[],\"guests\":["
      "\"ann@example.com\"]},\"tags\":[{\"id\":\"y\",\"title\":\"Legal\"},"
      "{\"id\":\"z\",\"title\":\"Paralegal\"}]},"
      "{\"id\":\"4\",\"title\":\"Desk\",\"is_oneoff_task\":true,\"deadline\":"
      "\"2026-03-24T10:00:00Z\"},"
      "{\"id\":\"5\",\"title\":\"Minutes\",\"is_oneoff_task\":true,\"status\":\"completed\","
      "\"completed_at\":\"2026-03-01T10:00:00Z\",\"deadline\":\"2026-03-01T10:00:00Z\","
      "\"owners\":{\"users\":[8]}},"
      "{\"id\":\"6\",\"title\":\"is:overdue\",\"is_oneoff_task\":true}";

typedef struct
{
  const char *search;
  const char *found; /* IDs, in the order of the IDs */
} Case;

static const Case cases[] = {
  { "is:overdue", "1" },
  { "IS:Overdue", "1" },
  { "is:completed", "5" },
  { "is:open", "12346" },
  { "is:one-off", "13456" },
  { "is:process", "2" },
  { "is:approval", "3" },
  { "is:unassigned", "46" },
  { "is:mine", "1" },
  { "is:one-off is:open", "1346" },
  /* Not finished: says nothing yet. */
  { "is:", "123456" },
  { "is:ov", "123456" },
  { "lease is:c", "1" },
  { "owner:", "123456" },
  /* No search word after all. */
  { "is:overdue!", "" },
  { "overdue", "6" },
  { "http:", "" },

  { "due:today", "12" },
  { "due:tomorrow", "3" },
  { "due:this-week", "123" },
  { "due:next-week", "4" },
  { "due:never", "6" },
  { "due:2026-03-18", "12" },
  { "due:2026-03-24", "4" },
  { "due:2026-03-2", "123456" },
  { "due:2026-02-30", "" },

  { "owner:mia", "1" },
  { "owner:tomas", "5" },
  { "owner:Tomás", "5" },
  { "owner:zoe", "2" },
  { "owner:ann@", "3" },
  { "owner:\"tomás r\"", "5" },
  { "owner:“tomás r”", "5" },
  { "owner:nobody", "" },
  { "process:oyku", "2" },
  { "tag:buro", "1" },
  { "tag:legal", "3" },
  { "tag:para", "3" },
  { "tag:egal", "" },

  /* Words look in all of these. */
  { "onboarding badge", "2" },
  { "rivera", "5" },
  { "quinn", "2" },
  { "example.com", "3" },
  { "paralegal", "3" },
  { "büro lease", "1" },
  { "\"badge onboarding\"", "" },
  { "lease is:completed", "" },
};

static char *
find (DocketCache *cache, const char *search)
{
  g_autoptr (DocketTaskQueryResult) answer = stock_query (cache, NOW, DOCKET_VIEW_ALL, search);
  GString *found = g_string_new (NULL);

  g_assert_cmpuint (answer->data->len, ==, answer->n_tasks);
  for (char id = '1'; id <= '6'; id++)
    for (guint i = 0; i < answer->data->len; i++)
      if (*((DocketTaskData *)answer->data->pdata[i])->id == id)
        g_string_append_c (found, id);
  return g_string_free (found, FALSE);
}

static void
test_cases (void)
{
  DocketCache *cache = stock_open ("a");

  stock_store_member (cache, "7", "Mia Chen");
  stock_store_member (cache, "8", "Tomás Rivera");
  stock_store_now (cache, tasks);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *found = find (cache, cases[i].search);

      g_test_message ("%s", cases[i].search);
      g_assert_cmpstr (found, ==, cases[i].found);
    }
  stock_close (cache);
}

/* An answer that does not name the process does not make its task unfindable; one that names no tag
 * does. */
static void
test_changes (void)
{
  DocketCache *cache = stock_open ("a");
  g_autofree char *process = NULL;
  g_autofree char *tag = NULL;

  stock_store_now (cache, tasks);
  stock_store_now (cache, "{\"id\":\"2\",\"title\":\"Badge\",\"run_id\":\"r\"},"
                          "{\"id\":\"1\",\"title\":\"Lease\",\"is_oneoff_task\":true}");
  process = find (cache, "process:oyku");
  tag = find (cache, "tag:buro");
  g_assert_cmpstr (process, ==, "2");
  g_assert_cmpstr (tag, ==, "");
  stock_close (cache);
}

int
main (int argc, char **argv)
{
  folders_init (&argc, &argv, TRUE);
  folders_add_func ("/search/cases", test_cases);
  folders_add_func ("/search/changes", test_changes);
  return folders_run ();
}
