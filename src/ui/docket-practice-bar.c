/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/docket-practice-bar.h"

struct _DocketPracticeBar
{
  AdwBin parent_instance;
};

G_DEFINE_FINAL_TYPE (DocketPracticeBar, docket_practice_bar, ADW_TYPE_BIN)

static void
docket_practice_bar_class_init (DocketPracticeBarClass *klass)
{
  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass),
                                               "/app/docket/Docket/ui/docket-practice-bar.ui");
}

static void
docket_practice_bar_init (DocketPracticeBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
docket_practice_bar_new (void)
{
  return g_object_new (DOCKET_TYPE_PRACTICE_BAR, NULL);
}
