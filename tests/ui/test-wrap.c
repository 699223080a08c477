/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include <gtk/gtk.h>

#include "ui/docket-wrap.h"

#define HEIGHT 10

static const int widths[] = { 50, 40, 70, 20 };

static DocketWrap *
create (GtkTextDirection direction)
{
  DocketWrap *wrap = g_object_ref_sink (g_object_new (DOCKET_TYPE_WRAP, NULL));

  gtk_widget_set_direction (GTK_WIDGET (wrap), direction);
  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      GtkWidget *child = gtk_drawing_area_new ();

      gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (child), widths[i]);
      gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (child), HEIGHT);
      docket_wrap_append (wrap, child);
    }
  return wrap;
}

static int
measure_height (DocketWrap *wrap, int width)
{
  int minimum, natural;

  gtk_widget_measure (GTK_WIDGET (wrap), GTK_ORIENTATION_VERTICAL, width, &minimum, &natural, NULL,
                      NULL);
  g_assert_cmpint (minimum, ==, natural);
  return natural;
}

static void
assert_places (DocketWrap *wrap, int width, const int places[][2])
{
  guint i = 0;

  gtk_widget_size_allocate (GTK_WIDGET (wrap),
                            &(GtkAllocation){ 0, 0, width, measure_height (wrap, width) }, -1);
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (wrap)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      graphene_rect_t bounds;

      if (!gtk_widget_get_visible (child))
        continue;
      g_assert_true (gtk_widget_compute_bounds (child, GTK_WIDGET (wrap), &bounds));
      g_assert_cmpfloat (bounds.origin.x, ==, places[i][0]);
      g_assert_cmpfloat (bounds.origin.y, ==, places[i][1]);
      i++;
    }
}

static void
test_one_line (void)
{
  DocketWrap *wrap = create (GTK_TEXT_DIR_LTR);
  int minimum, natural;

  gtk_widget_measure (GTK_WIDGET (wrap), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL,
                      NULL);
  g_assert_cmpint (minimum, ==, 70);
  g_assert_cmpint (natural, ==, 50 + 6 + 40 + 6 + 70 + 6 + 20);
  g_assert_cmpint (measure_height (wrap, natural), ==, HEIGHT);
  assert_places (wrap, natural, (const int[][2]){ { 0, 0 }, { 56, 0 }, { 102, 0 }, { 178, 0 } });
  g_object_unref (wrap);
}

static void
test_lines (void)
{
  DocketWrap *wrap = create (GTK_TEXT_DIR_LTR);

  g_assert_cmpint (measure_height (wrap, 96), ==, HEIGHT + 6 + HEIGHT);
  assert_places (wrap, 96, (const int[][2]){ { 0, 0 }, { 56, 0 }, { 0, 16 }, { 76, 16 } });
  g_assert_cmpint (measure_height (wrap, 95), ==, 4 * HEIGHT + 3 * 6);
  g_object_unref (wrap);
}

static void
test_right_to_left (void)
{
  DocketWrap *wrap = create (GTK_TEXT_DIR_RTL);

  assert_places (wrap, 100, (const int[][2]){ { 50, 0 }, { 4, 0 }, { 30, 16 }, { 4, 16 } });
  g_object_unref (wrap);
}

static void
test_hidden_and_gone (void)
{
  DocketWrap *wrap = create (GTK_TEXT_DIR_LTR);

  gtk_widget_set_visible (gtk_widget_get_first_child (GTK_WIDGET (wrap)), FALSE);
  assert_places (wrap, 200, (const int[][2]){ { 0, 0 }, { 46, 0 }, { 122, 0 } });
  docket_wrap_clear (wrap);
  g_assert_null (gtk_widget_get_first_child (GTK_WIDGET (wrap)));
  g_assert_cmpint (measure_height (wrap, 200), ==, 0);
  g_object_unref (wrap);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/wrap/one-line", test_one_line);
  g_test_add_func ("/wrap/lines", test_lines);
  g_test_add_func ("/wrap/right-to-left", test_right_to_left);
  g_test_add_func ("/wrap/hidden-and-gone", test_hidden_and_gone);
  return g_test_run ();
}
