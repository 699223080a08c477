/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/docket-scrolled.h"

GtkScrolledWindow *
docket_scrolled_add (GtkStack *stack, const char *name, GtkWidget *child)
{
  GtkWidget *viewport = g_object_new (GTK_TYPE_VIEWPORT, "scroll-to-focus", TRUE, "vscroll-policy",
                                      GTK_SCROLL_NATURAL, NULL);
  GtkWidget *scrolled = g_object_new (GTK_TYPE_SCROLLED_WINDOW, "hscrollbar-policy",
                                      GTK_POLICY_NEVER, "child", viewport, NULL);

  gtk_viewport_set_child (GTK_VIEWPORT (viewport), child);
  gtk_widget_add_css_class (scrolled, "undershoot-top");
  gtk_stack_add_named (stack, scrolled, name);
  return GTK_SCROLLED_WINDOW (scrolled);
}
