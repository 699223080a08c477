/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/docket-deadline-picker.h"

#include <glib/gi18n.h>
#include "ui/compat/docket-calendar.h"
#include "ui/docket-words.h"
#include "workspace/docket-when.h"

struct _DocketDeadlinePicker
{
  GtkPopover parent_instance;

  GtkEditable *entry;
  GtkLabel *meaning;
  GtkCalendar *calendar;
  GtkSpinButton *hour;
  GtkSpinButton *minute;
  GtkWidget *set;

  GDateTime *deadline; /* what Set means; nullable */
  gboolean unset;      /* it was chosen by the person, and not set yet */
  gboolean showing;    /* what changes now was not changed by the person */
};

enum
{
  CHOSEN,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DocketDeadlinePicker, docket_deadline_picker, GTK_TYPE_POPOVER)

static void
take (DocketDeadlinePicker *self, GDateTime *deadline)
{
  if (deadline != NULL)
    g_date_time_ref (deadline);
  g_clear_pointer (&self->deadline, g_date_time_unref);
  self->deadline = deadline;
}

static void
tell (DocketDeadlinePicker *self)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *words = NULL;
  const gboolean late = self->deadline != NULL && docket_words_is_late (self->deadline, now);

  if (self->deadline == NULL)
    words = g_strdup (_ ("Not a date Docket knows. Try “friday 3 pm” or “in 2 weeks”."));
  else
    words = docket_words_moment (self->deadline, now);
  if (late)
    {
      /* Translators: %s is a moment, such as "Friday, 13 March, 17:00" */
      char *sentence = g_strdup_printf (_ ("%s has passed"), words);

      g_free (words);
      words = sentence;
    }
  gtk_label_set_text (self->meaning, words);
  gtk_widget_remove_css_class (GTK_WIDGET (self->meaning), "error");
  if (self->deadline == NULL || late)
    gtk_widget_add_css_class (GTK_WIDGET (self->meaning), "error");
  gtk_widget_set_sensitive (self->set, self->deadline != NULL);
}

static void
show_picked (DocketDeadlinePicker *self)
{
  const gboolean was_showing = self->showing;

  if (self->deadline == NULL)
    return;
  self->showing = TRUE;
  docket_calendar_set_date (self->calendar, self->deadline);
  gtk_spin_button_set_value (self->hour, g_date_time_get_hour (self->deadline));
  gtk_spin_button_set_value (self->minute, g_date_time_get_minute (self->deadline));
  self->showing = was_showing;
}

static void
typed_cb (DocketDeadlinePicker *self)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GDateTime) typed = NULL;

  if (self->showing)
    return;
  typed = docket_when_parse (gtk_editable_get_text (self->entry), now);
  take (self, typed);
  self->unset = TRUE;
  show_picked (self);
  tell (self);
}

static void
picked_cb (DocketDeadlinePicker *self)
{
  g_autoptr (GDateTime) day = NULL;
  g_autoptr (GDateTime) picked = NULL;

  if (self->showing)
    return;
  day = gtk_calendar_get_date (self->calendar);
  picked = g_date_time_new_local (g_date_time_get_year (day), g_date_time_get_month (day),
                                  g_date_time_get_day_of_month (day),
                                  gtk_spin_button_get_value_as_int (self->hour),
                                  gtk_spin_button_get_value_as_int (self->minute), 0);
  take (self, picked);
  self->unset = TRUE;
  /* The words above would say something else. */
  self->showing = TRUE;
  gtk_editable_set_text (self->entry, "");
  self->showing = FALSE;
  tell (self);
}

static void
type (DocketDeadlinePicker *self, DocketWhenExample example)
{
  g_autofree char *words = docket_when_example (example);

  gtk_editable_set_text (self->entry, words);
  gtk_widget_grab_focus (self->set);
}

static void
today_cb (DocketDeadlinePicker *self)
{
  type (self, DOCKET_WHEN_TODAY);
}

static void
tomorrow_cb (DocketDeadlinePicker *self)
{
  type (self, DOCKET_WHEN_TOMORROW);
}

static void
next_week_cb (DocketDeadlinePicker *self)
{
  type (self, DOCKET_WHEN_IN_NEXT_WEEK);
}

static void
set_cb (DocketDeadlinePicker *self)
{
  g_autoptr (GDateTime) chosen = self->deadline != NULL ? g_date_time_ref (self->deadline) : NULL;

  if (chosen == NULL)
    return;
  self->unset = FALSE;
  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[CHOSEN], 0, chosen);
}

/* What was typed and clicked away is meant; Escape says that it is not. */
static void
closed_cb (DocketDeadlinePicker *self)
{
  if (self->unset)
    set_cb (self);
}

static gboolean
key_cb (DocketDeadlinePicker *self, guint key)
{
  if (key == GDK_KEY_Escape)
    self->unset = FALSE;
  return GDK_EVENT_PROPAGATE;
}

/* "07", as clocks show it. */
static gboolean
output_cb (GtkSpinButton *spin, gpointer user_data)
{
  g_autofree char *text = g_strdup_printf ("%02d", gtk_spin_button_get_value_as_int (spin));

  gtk_editable_set_text (GTK_EDITABLE (spin), text);
  return TRUE;
}

static void
docket_deadline_picker_finalize (GObject *object)
{
  g_clear_pointer (&DOCKET_DEADLINE_PICKER (object)->deadline, g_date_time_unref);

  G_OBJECT_CLASS (docket_deadline_picker_parent_class)->finalize (object);
}

static void
docket_deadline_picker_class_init (DocketDeadlinePickerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = docket_deadline_picker_finalize;
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_DATE_TIME);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/app/docket/Docket/ui/docket-deadline-picker.ui");
  gtk_widget_class_bind_template_child (widget_class, DocketDeadlinePicker, entry);
  gtk_widget_class_bind_template_child (widget_class, DocketDeadlinePicker, meaning);
  gtk_widget_class_bind_template_child (widget_class, DocketDeadlinePicker, calendar);
  gtk_widget_class_bind_template_child (widget_class, DocketDeadlinePicker, hour);
  gtk_widget_class_bind_template_child (widget_class, DocketDeadlinePicker, minute);
  gtk_widget_class_bind_template_child (widget_class, DocketDeadlinePicker, set);
  gtk_widget_class_bind_template_callback (widget_class, typed_cb);
  gtk_widget_class_bind_template_callback (widget_class, picked_cb);
  gtk_widget_class_bind_template_callback (widget_class, today_cb);
  gtk_widget_class_bind_template_callback (widget_class, tomorrow_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_week_cb);
  gtk_widget_class_bind_template_callback (widget_class, set_cb);
  gtk_widget_class_bind_template_callback (widget_class, output_cb);
  gtk_widget_class_bind_template_callback (widget_class, closed_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_cb);
}

static void
docket_deadline_picker_init (DocketDeadlinePicker *self)
{
  self->showing = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->showing = FALSE;
}

void
docket_deadline_picker_set_deadline (DocketDeadlinePicker *self, GDateTime *deadline)
{
  g_autoptr (GDateTime) local = g_date_time_to_local (deadline);

  take (self, local);
  self->unset = FALSE;
  self->showing = TRUE;
  gtk_editable_set_text (self->entry, "");
  show_picked (self);
  self->showing = FALSE;
  tell (self);
}
