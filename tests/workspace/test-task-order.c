/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
/* What the person chose for the order of the list, with headings and without. */
#include "stock.h"

#include "workspace/docket-task-private.h"

#define MADE(id, at, more)                                                                         \
  "{\"id\":\"" id "\",\"title\":\"" id "\",\"created_at\":\"" at "\"" more "}"
#define BY(at) ",\"deadline\":\"" at "\""
#define IN(process)                                                                                \
  ",\"run\":{\"data\":{\"id\":\"r\",\"name\":\"" process "\",\"status\":\"active\"}}"
#define DONE(id, at)                                                                               \
  "{\"id\":\"" id "\",\"title\":\"" id "\",\"status\":\"completed\",\"completed_at\":\"" at "\"}"

/* The titles; "|" for a heading. @flat: without headings */
static void
assert_order (
    DocketCache *cache, DocketView view, DocketSort sort, gboolean flat, const char *expected)
{
  const DocketOrder order = { sort, flat };
  g_autoptr (DocketTaskQueryResult) answer
      = stock_query_in_order (cache, "2026-03-18T15:00:00+01:00", view, NULL, &order);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < answer->entries->len; i++)
    {
      const gint64 entry = g_array_index (answer->entries, gint64, i);

      if (docket_task_entry_is_group (entry))
        g_string_append_c (text, '|');
      for (guint j = 0; j < answer->data->len; j++)
        if (((DocketTaskData *)answer->data->pdata[j])->row == entry)
          g_string_append (text, ((DocketTaskData *)answer->data->pdata[j])->title);
    }
  g_assert_cmpstr (text->str, ==, expected);
  g_assert_cmpuint (answer->n_tasks, ==, view == DOCKET_VIEW_ALL ? 6 : 2);
}

static void
test_chosen_order (void)
{
  DocketCache *cache = stock_open ("a");
  const DocketView all = DOCKET_VIEW_ALL;
  const DocketView past = DOCKET_VIEW_COMPLETED;

  stock_store_now (cache, MADE ("c", "2026-01-01T10:00:00Z", BY ("2026-03-17T10:00:00Z")));
  stock_store_now (cache,
                   MADE ("a", "2026-01-03T10:00:00Z", BY ("2026-03-17T11:00:00Z") IN ("Zebra")));
  stock_store_now (cache,
                   MADE ("b", "2026-01-02T10:00:00Z", BY ("2026-03-18T16:00:00Z") IN ("Äpfel")));
  stock_store_now (cache, MADE ("d", "2026-01-04T10:00:00Z", ""));
  stock_store_now (cache,
                   DONE ("y", "2026-03-10T10:00:00Z") "," DONE ("z", "2026-03-18T10:00:00Z"));
  assert_order (cache, all, DOCKET_SORT_DATE, FALSE, "|ca|b|d|yz");
  assert_order (cache, all, DOCKET_SORT_TITLE, FALSE, "|ac|b|d|yz");
  assert_order (cache, all, DOCKET_SORT_DATE, TRUE, "cabdyz");
  assert_order (cache, all, DOCKET_SORT_TITLE, TRUE, "abcdyz");
  assert_order (cache, all, DOCKET_SORT_NEWEST, TRUE, "dabcyz");
  assert_order (cache, all, DOCKET_SORT_PROCESS, TRUE, "bacdyz");
  assert_order (cache, past, DOCKET_SORT_DATE, TRUE, "zy");
  assert_order (cache, past, DOCKET_SORT_TITLE, FALSE, "|z|y");
  assert_order (cache, past, DOCKET_SORT_TITLE, TRUE, "yz");
  stock_close (cache);
}

int
main (int argc, char **argv)
{
  folders_init (&argc, &argv, FALSE);
  folders_add_func ("/task-order/chosen", test_chosen_order);
  return folders_run ();
}
