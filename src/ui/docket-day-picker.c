/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/docket-day-picker.h"

#include "ui/compat/docket-calendar.h"

/* Of a day for which no time was said: the same day nearly everywhere. */
#define NOON 12

struct _DocketDayPicker
{
  GtkPopover parent_instance;

  GtkCalendar *calendar;
  GtkWidget *clear;
  GDateTime *date; /* nullable */
};

enum
{
  CHOSEN,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DocketDayPicker, docket_day_picker, GTK_TYPE_POPOVER)

/* A day alone comes as its first moment in UTC, wherever one is. (transfer full) */
static GDateTime *
to_local (GDateTime *date)
{
  g_autoptr (GDateTime) utc = g_date_time_to_utc (date);

  if (g_date_time_get_hour (utc) != 0 || g_date_time_get_minute (utc) != 0)
    return g_date_time_to_local (date);
  return g_date_time_new_local (g_date_time_get_year (utc), g_date_time_get_month (utc),
                                g_date_time_get_day_of_month (utc), NOON, 0, 0);
}

static void
set_cb (DocketDayPicker *self)
{
  g_autoptr (GDateTime) day = gtk_calendar_get_date (self->calendar);
  g_autoptr (GDateTime) chosen
      = g_date_time_new_local (g_date_time_get_year (day), g_date_time_get_month (day),
                               g_date_time_get_day_of_month (day),
                               self->date != NULL ? g_date_time_get_hour (self->date) : NOON,
                               self->date != NULL ? g_date_time_get_minute (self->date) : 0, 0);

  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[CHOSEN], 0, chosen);
}

static void
clear_cb (DocketDayPicker *self)
{
  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[CHOSEN], 0, NULL);
}

static void
today_cb (DocketDayPicker *self)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  docket_calendar_set_date (self->calendar, now);
}

/* By so many days or months. */
static void
move (DocketDayPicker *self, int days, int months)
{
  g_autoptr (GDateTime) day = gtk_calendar_get_date (self->calendar);
  g_autoptr (GDateTime) in_month = g_date_time_add_months (day, months);
  g_autoptr (GDateTime) moved = g_date_time_add_days (in_month, days);

  docket_calendar_set_date (self->calendar, moved);
}

/* The arrows move the day itself: GTK's calendar would begin in its first cell, and pick nothing.
 */
static gboolean
key_cb (DocketDayPicker *self, guint key, guint code, GdkModifierType modifiers)
{
  const int forward
      = gtk_widget_get_direction (GTK_WIDGET (self->calendar)) == GTK_TEXT_DIR_RTL ? -1 : 1;

  if ((modifiers & gtk_accelerator_get_default_mod_mask ()) != 0)
    return FALSE;
  if (key == GDK_KEY_Left || key == GDK_KEY_KP_Left)
    move (self, -forward, 0);
  else if (key == GDK_KEY_Right || key == GDK_KEY_KP_Right)
    move (self, forward, 0);
  else if (key == GDK_KEY_Up || key == GDK_KEY_KP_Up)
    move (self, -7, 0);
  else if (key == GDK_KEY_Down || key == GDK_KEY_KP_Down)
    move (self, 7, 0);
  else if (key == GDK_KEY_Page_Up || key == GDK_KEY_KP_Page_Up)
    move (self, 0, -1);
  else if (key == GDK_KEY_Page_Down || key == GDK_KEY_KP_Page_Down)
    move (self, 0, 1);
  else if (key == GDK_KEY_Return || key == GDK_KEY_KP_Enter)
    set_cb (self);
  else
    return FALSE;
  return TRUE;
}

/* It begins with what is there, whatever was looked at the last time. */
static void
docket_day_picker_map (GtkWidget *widget)
{
  DocketDayPicker *self = DOCKET_DAY_PICKER (widget);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  docket_calendar_set_date (self->calendar, self->date != NULL ? self->date : now);
  GTK_WIDGET_CLASS (docket_day_picker_parent_class)->map (widget);
  gtk_widget_grab_focus (GTK_WIDGET (self->calendar));
}

static void
docket_day_picker_finalize (GObject *object)
{
  g_clear_pointer (&DOCKET_DAY_PICKER (object)->date, g_date_time_unref);

  G_OBJECT_CLASS (docket_day_picker_parent_class)->finalize (object);
}

static void
docket_day_picker_class_init (DocketDayPickerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = docket_day_picker_finalize;
  widget_class->map = docket_day_picker_map;
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_DATE_TIME);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/app/docket/Docket/ui/docket-day-picker.ui");
  gtk_widget_class_bind_template_child (widget_class, DocketDayPicker, calendar);
  gtk_widget_class_bind_template_child (widget_class, DocketDayPicker, clear);
  gtk_widget_class_bind_template_callback (widget_class, set_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_cb);
  gtk_widget_class_bind_template_callback (widget_class, today_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_cb);
}

static void
docket_day_picker_init (DocketDayPicker *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
docket_day_picker_set_date (DocketDayPicker *self, GDateTime *date, gboolean can_clear)
{
  g_clear_pointer (&self->date, g_date_time_unref);
  self->date = date != NULL ? to_local (date) : NULL;
  gtk_widget_set_visible (self->clear, can_clear);
}
