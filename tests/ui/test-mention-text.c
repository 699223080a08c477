/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/docket-mention-text.h"

static const char *
name_cb (const char *id, gpointer user_data)
{
  return g_str_equal (id, "7") ? "Ada Young" : g_str_equal (id, "8") ? "Tomás" : NULL;
}

static char *
get_shown (GtkTextBuffer *buffer)
{
  char *shown;

  g_object_get (buffer, "text", &shown, NULL);
  return shown;
}

/* What is shown, and that it is read as it was. */
static void
test_round_trip (void)
{
  static const char *const cases[][2] = {
    { "", "" },
    { "Plain\n\ntext", "Plain\n\ntext" },
    { "@[7]", "@Ada Young" },
    { "@[7]@[8]@[7]", "@Ada Young@Tomás@Ada Young" },
    { "Hello @[8], and\n@[7]!", "Hello @Tomás, and\n@Ada Young!" },
    { "Who is @[99]?", "Who is @[99]?" },
    { "@Tomás as text", "@Tomás as text" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GtkTextBuffer) buffer = gtk_text_buffer_new (NULL);
      g_autofree char *shown = NULL;
      g_autofree char *read = NULL;

      docket_mention_text_load (buffer, cases[i][0], name_cb, NULL);
      shown = get_shown (buffer);
      read = docket_mention_text_read (buffer);
      g_assert_cmpstr (shown, ==, cases[i][1]);
      g_assert_cmpstr (read, ==, cases[i][0]);
    }
}

/* A name in which something was changed is text, the one beside it not. */
static void
test_broken (void)
{
  g_autoptr (GtkTextBuffer) buffer = gtk_text_buffer_new (NULL);
  GtkTextIter start, end;
  g_autoptr (GSList) tags = NULL;
  g_autofree char *read = NULL;

  docket_mention_text_load (buffer, "@[7] @[8]", name_cb, NULL);
  gtk_text_buffer_get_iter_at_offset (buffer, &start, 4);
  gtk_text_buffer_get_iter_at_offset (buffer, &end, 5);
  gtk_text_buffer_delete (buffer, &start, &end);
  docket_mention_text_tidy (buffer);
  read = docket_mention_text_read (buffer);
  g_assert_cmpstr (read, ==, "@AdaYoung @[8]");
  gtk_text_buffer_get_iter_at_offset (buffer, &start, 2);
  tags = gtk_text_iter_get_tags (&start);
  g_assert_null (tags);
}

static void
test_find_typed (void)
{
  static const char *const cases[][2] = {
    { "", NULL },
    { "tom", NULL },
    { "@", "" },
    { "Hello @to", "to" },
    { "Hello @Tomás Ri", "Tomás Ri" },
    { "mail@example", NULL },
    { "@tom\nnext", NULL },
    { "@[8]", NULL },
    { "@[8] @a", "a" },
    { "@this is much longer than anybody is called", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GtkTextBuffer) buffer = gtk_text_buffer_new (NULL);
      GtkTextIter start;
      g_autofree char *typed = NULL;

      docket_mention_text_load (buffer, cases[i][0], name_cb, NULL);
      gtk_text_buffer_get_end_iter (buffer, &start);
      gtk_text_buffer_place_cursor (buffer, &start);
      typed = docket_mention_text_find_typed (buffer, &start);
      g_assert_cmpstr (typed, ==, cases[i][1]);
    }
}

static void
test_insert (void)
{
  g_autoptr (GtkTextBuffer) buffer = gtk_text_buffer_new (NULL);
  GtkTextIter start, end;
  g_autofree char *typed = NULL;
  g_autofree char *read = NULL;
  g_autofree char *shown = NULL;

  gtk_text_buffer_set_text (buffer, "For @to", -1);
  typed = docket_mention_text_find_typed (buffer, &start);
  gtk_text_buffer_get_end_iter (buffer, &end);
  docket_mention_text_insert (buffer, &start, &end, "8", "Tomás\n\u202eRivera");
  read = docket_mention_text_read (buffer);
  shown = get_shown (buffer);
  g_assert_cmpstr (read, ==, "For @[8] ");
  g_assert_cmpstr (shown, ==, "For @Tomás Rivera ");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/mention-text/round-trip", test_round_trip);
  g_test_add_func ("/mention-text/broken", test_broken);
  g_test_add_func ("/mention-text/find-typed", test_find_typed);
  g_test_add_func ("/mention-text/insert", test_insert);
  return g_test_run ();
}
