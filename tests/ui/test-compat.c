/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers
 *
 * Which of the platform's widgets the window is made of: today's where there are some. */
#include <adwaita.h>

#include "ui/compat/docket-about.h"
#include "ui/compat/docket-alert.h"
#include "ui/compat/docket-frame.h"
#include "ui/compat/docket-preferences.h"
#include "ui/compat/docket-sheet.h"
#include "ui/compat/docket-shortcuts.h"
#include "ui/compat/docket-split.h"

/* Since which libadwaita 1.x there is @today. */
static const struct
{
  const char *job;
  guint since;
  const char *today;
  const char *earlier;
} types[] = {
  { "breakpoints", 4, "AdwBreakpointBin", "AdwLeaflet" },
  { "panes", 4, "AdwNavigationSplitView", "AdwLeaflet" },
  { "bars", 4, "AdwToolbarView", "DocketFrame" },
  { "alert", 5, "AdwAlertDialog", "AdwMessageDialog" },
  { "sheet", 5, "AdwDialog", "AdwWindow" },
  { "preferences", 5, "AdwPreferencesDialog", "AdwPreferencesWindow" },
  { "about", 5, "AdwAboutDialog", "AdwAboutWindow" },
  { "shortcuts", 8, "AdwShortcutsDialog", "GtkShortcutsWindow" },
};

static void
assert_type (GtkWidget *widget, const char *job)
{
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (g_str_equal (types[i].job, job))
      {
        g_assert_nonnull (widget);
        g_assert_cmpstr (G_OBJECT_TYPE_NAME (widget), ==,
                         adw_get_minor_version () >= types[i].since ? types[i].today
                                                                    : types[i].earlier);
        return;
      }
  g_assert_not_reached ();
}

static GtkWidget *
create_window (void)
{
  GtkWidget *window = adw_window_new ();

  gtk_window_set_default_size (GTK_WINDOW (window), 800, 600);
  adw_window_set_content (ADW_WINDOW (window), adw_bin_new ());
  gtk_window_present (GTK_WINDOW (window));
  return window;
}

static GtkWidget *
find_dialog (GtkWidget *widget)
{
  static const char *const jobs[] = { "alert", "sheet", "preferences", "about", "shortcuts" };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (g_strv_contains (jobs, types[i].job)
        && g_str_equal (G_OBJECT_TYPE_NAME (widget), types[i].today))
      return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *dialog = find_dialog (child);

      if (dialog != NULL)
        return dialog;
    }
  return NULL;
}

/* What was presented over @window: a window of its own, or a part of it. */
static GtkWidget *
find_presented (GtkWidget *window)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWindow) toplevel = g_list_model_get_item (toplevels, i);

      if (gtk_window_get_transient_for (toplevel) == GTK_WINDOW (window))
        return GTK_WIDGET (toplevel);
    }
  return find_dialog (window);
}

static void
assert_presented (GtkWidget *window, const char *job)
{
  GtkWidget *dialog = find_presented (window);

  assert_type (dialog, job);
  if (GTK_IS_WINDOW (dialog))
    g_assert_true (gtk_window_get_modal (GTK_WINDOW (dialog)));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_split (void)
{
  GtkWidget *list = gtk_label_new ("list");
  GtkWidget *detail = gtk_label_new ("detail");
  GtkWidget *split
      = g_object_ref_sink (g_object_new (DOCKET_TYPE_SPLIT, "list", list, "detail", detail, NULL));
  GtkWidget *child = adw_bin_get_child (ADW_BIN (split));

  assert_type (child, "breakpoints");
  assert_type (gtk_widget_get_ancestor (list, g_type_from_name (adw_get_minor_version () >= 4
                                                                    ? "AdwNavigationSplitView"
                                                                    : "AdwLeaflet")),
               "panes");
  g_object_unref (split);
}

/* Before there was a view for them, the frame was a box of its own. */
static void
assert_has_bars (GtkWidget *frame)
{
  assert_type (ADW_IS_BIN (frame) ? adw_bin_get_child (ADW_BIN (frame)) : frame, "bars");
}

static void
test_frame (void)
{
  GtkWidget *window = create_window ();
  GtkWidget *frame = docket_frame_new ();
  GtkWidget *bars[] = { adw_header_bar_new (), gtk_label_new ("top"), gtk_label_new ("content"),
                        gtk_label_new ("bottom"), gtk_label_new ("lowest") };
  int last = G_MININT;

  assert_has_bars (frame);
  docket_frame_add_bottom (DOCKET_FRAME (frame), bars[3]);
  docket_frame_add_top (DOCKET_FRAME (frame), bars[0]);
  docket_frame_set_content (DOCKET_FRAME (frame), bars[2]);
  docket_frame_add_top (DOCKET_FRAME (frame), bars[1]);
  docket_frame_add_bottom (DOCKET_FRAME (frame), bars[4]);
  adw_window_set_content (ADW_WINDOW (window), frame);
  while (gtk_widget_get_height (frame) == 0)
    g_main_context_iteration (NULL, TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (bars); i++)
    {
      graphene_rect_t bounds;

      g_assert_true (gtk_widget_compute_bounds (bars[i], frame, &bounds));
      g_assert_cmpint ((int)bounds.origin.y, >, last);
      last = (int)bounds.origin.y;
    }
  g_assert_cmpint (gtk_widget_get_height (bars[2]), >, 400);
  gtk_window_destroy (GTK_WINDOW (window));
}

static gboolean
count_frame_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer n_frames)
{
  (*(guint *)n_frames)++;
  return G_SOURCE_CONTINUE;
}

/* Until @widget was laid out again: a frame is counted before that. */
static void
wait_for_frame (GtkWidget *widget)
{
  guint n_frames = 0;
  guint callback = gtk_widget_add_tick_callback (widget, count_frame_cb, &n_frames, NULL);

  while (n_frames < 3)
    g_main_context_iteration (NULL, TRUE);
  gtk_widget_remove_tick_callback (widget, callback);
}

/* A bar stays as high as it was, and its button has room, also where another one comes and goes
 * between two frames and something was measured meanwhile, as a window does by itself. */
static void
test_frame_bar_comes_and_goes (void)
{
  GtkWidget *window = create_window ();
  GtkWidget *frame = docket_frame_new ();
  GtkWidget *bar = gtk_action_bar_new ();
  GtkWidget *button = gtk_button_new_with_label ("Button");
  GtkWidget *other = gtk_label_new ("other");
  int height;

  gtk_action_bar_set_center_widget (GTK_ACTION_BAR (bar), button);
  docket_frame_add_bottom (DOCKET_FRAME (frame), bar);
  docket_frame_add_bottom (DOCKET_FRAME (frame), other);
  gtk_widget_set_visible (other, FALSE);
  adw_window_set_content (ADW_WINDOW (window), frame);
  wait_for_frame (bar);
  height = gtk_widget_get_height (bar);
  g_assert_cmpint (height, >, 0);
  gtk_widget_set_visible (other, TRUE);
  gtk_button_set_label (GTK_BUTTON (button), "Another");
  gtk_widget_measure (window, GTK_ORIENTATION_VERTICAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_set_visible (other, FALSE);
  wait_for_frame (bar);
  gtk_widget_set_visible (other, TRUE);
  wait_for_frame (bar);
  g_assert_cmpint (gtk_widget_get_height (other), >, 0);
  g_assert_cmpint (gtk_widget_get_height (bar), ==, height);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_alert (void)
{
  GtkWidget *window = create_window ();
  GtkWidget *alert = docket_alert_new (window, "Heading", "Body");

  docket_alert_add_response (alert, "close", "_Close", DOCKET_RESPONSE_PLAIN);
  docket_alert_present (alert, window);
  assert_presented (window, "alert");
}

static void
test_sheet (void)
{
  GtkWidget *window = create_window ();
  GtkWidget *content = gtk_label_new ("content");

  docket_sheet_present (docket_sheet_new (window, "Title", content, 300), window);
  assert_has_bars (gtk_widget_get_ancestor (content, DOCKET_TYPE_FRAME));
  assert_presented (window, "sheet");
}

static void
test_preferences (void)
{
  GtkWidget *window = create_window ();
  GtkWidget *page = GTK_WIDGET (adw_preferences_page_new ());
  GtkWidget *const pages[] = { page, NULL };
  GtkWidget *dialog = docket_preferences_new (pages);

  docket_preferences_present (dialog, window);
  assert_type (find_presented (window), "preferences");
  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *)&dialog);
  docket_preferences_close (page);
  while (dialog != NULL)
    g_main_context_iteration (NULL, TRUE);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_about (void)
{
  GtkWidget *window = create_window ();

  docket_about_present (window, "1.0", "<p>What is new.</p>", "Docket 1.0\n");
  assert_presented (window, "about");
}

static void
test_shortcuts (void)
{
  GtkWidget *window = create_window ();

  docket_shortcuts_present (window);
  assert_presented (window, "shortcuts");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/compat/split", test_split);
  g_test_add_func ("/compat/frame", test_frame);
  g_test_add_func ("/compat/frame/bar-comes-and-goes", test_frame_bar_comes_and_goes);
  g_test_add_func ("/compat/alert", test_alert);
  g_test_add_func ("/compat/sheet", test_sheet);
  g_test_add_func ("/compat/preferences", test_preferences);
  g_test_add_func ("/compat/about", test_about);
  g_test_add_func ("/compat/shortcuts", test_shortcuts);
  return g_test_run ();
}
