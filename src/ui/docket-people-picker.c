/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/docket-people-picker.h"

#include <glib/gi18n.h>
#include "workspace/docket-people.h"
#include "workspace/docket-text.h"

/* Who wants more types a part of the name. */
#define MOST_PEOPLE 20

#define ID_KEY "docket-person"

struct _DocketPeoplePicker
{
  GtkPopover parent_instance;

  GtkEditable *entry;
  GtkWidget *nobody;
  GtkBox *rows;

  DocketWorkspace *workspace;
  GPtrArray *chosen; /* of char *: IDs */
  GStrv others;      /* IDs of guests and groups that can be chosen, too */
};

enum
{
  CHANGED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DocketPeoplePicker, docket_people_picker, GTK_TYPE_POPOVER)

static gboolean
is_chosen (DocketPeoplePicker *self, const char *id)
{
  return g_ptr_array_find_with_equal_func (self->chosen, id, g_str_equal, NULL);
}

static void
toggled_cb (GtkCheckButton *check, DocketPeoplePicker *self)
{
  const char *id = g_object_get_data (G_OBJECT (check), ID_KEY);
  guint index;

  if (gtk_check_button_get_active (check))
    g_ptr_array_add (self->chosen, g_strdup (id));
  else if (g_ptr_array_find_with_equal_func (self->chosen, id, g_str_equal, &index))
    g_ptr_array_remove_index (self->chosen, index);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
add_row (DocketPeoplePicker *self, const char *id, const char *label)
{
  GtkWidget *check = gtk_check_button_new_with_label (label);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), is_chosen (self, id));
  gtk_widget_add_css_class (check, "person-check");
  g_object_set_data_full (G_OBJECT (check), ID_KEY, g_strdup (id), g_free);
  g_signal_connect (check, "toggled", G_CALLBACK (toggled_cb), self);
  gtk_box_append (self->rows, check);
}

static char *
get_own_id (DocketPeoplePicker *self)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, docket_account_get_user_id (
                                                   docket_workspace_get_account (self->workspace)));
}

/* The person signed in is offered first, and found as "you", too. */
static gboolean
offers_own (DocketPeoplePicker *self, const char *text)
{
  DocketAccount *account = docket_workspace_get_account (self->workspace);
  g_autofree char *wanted = docket_text_fold (text);
  g_autofree char *name = docket_text_fold (docket_account_get_user_name (account));
  g_autofree char *you = docket_text_fold (_ ("You"));

  return strstr (name, wanted) != NULL || g_str_has_prefix (you, wanted);
}

static void
add_named (DocketPeoplePicker *self, const char *id, const char *text)
{
  const char *name = docket_workspace_get_person_name (self->workspace, id);
  g_autofree char *clean = docket_text_clean (name != NULL ? name : id);
  g_autofree char *wanted = text != NULL ? docket_text_fold (text) : NULL;
  g_autofree char *folded = docket_text_fold (clean);

  if (wanted == NULL || strstr (folded, wanted) != NULL)
    add_row (self, id, clean);
}

static void
update_rows (DocketPeoplePicker *self)
{
  const char *text = gtk_editable_get_text (self->entry);
  g_autofree char *own = NULL;
  g_auto (GStrv) ids = NULL;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->rows))) != NULL)
    gtk_box_remove (self->rows, child);
  if (self->workspace == NULL)
    return;
  own = get_own_id (self);
  if (offers_own (self, text))
    add_row (self, own, _ ("You"));
  for (guint i = 0; self->others[i] != NULL; i++)
    add_named (self, self->others[i], text);
  ids = docket_people_find (self->workspace, text, MOST_PEOPLE);
  for (guint i = 0; ids[i] != NULL; i++)
    add_named (self, ids[i], NULL);
  gtk_widget_set_visible (self->nobody,
                          gtk_widget_get_first_child (GTK_WIDGET (self->rows)) == NULL);
}

/* Enter ticks the first one that was found: by all that was typed, also the last letters, of which
 * the entry tells a moment later. */
static void
activate_cb (DocketPeoplePicker *self)
{
  GtkWidget *first;

  update_rows (self);
  first = gtk_widget_get_first_child (GTK_WIDGET (self->rows));
  if (first != NULL && *gtk_editable_get_text (self->entry) != '\0')
    {
      gtk_widget_activate (first);
      gtk_editable_set_text (self->entry, "");
    }
}

/* Escape, which the entry keeps for itself. */
static void
stop_cb (DocketPeoplePicker *self)
{
  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
docket_people_picker_map (GtkWidget *widget)
{
  DocketPeoplePicker *self = DOCKET_PEOPLE_PICKER (widget);

  gtk_editable_set_text (self->entry, "");
  update_rows (self);
  GTK_WIDGET_CLASS (docket_people_picker_parent_class)->map (widget);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

static void
docket_people_picker_dispose (GObject *object)
{
  g_clear_object (&DOCKET_PEOPLE_PICKER (object)->workspace);

  G_OBJECT_CLASS (docket_people_picker_parent_class)->dispose (object);
}

static void
docket_people_picker_finalize (GObject *object)
{
  g_ptr_array_unref (DOCKET_PEOPLE_PICKER (object)->chosen);
  g_strfreev (DOCKET_PEOPLE_PICKER (object)->others);

  G_OBJECT_CLASS (docket_people_picker_parent_class)->finalize (object);
}

static void
docket_people_picker_class_init (DocketPeoplePickerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = docket_people_picker_dispose;
  G_OBJECT_CLASS (klass)->finalize = docket_people_picker_finalize;
  widget_class->map = docket_people_picker_map;
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/app/docket/Docket/ui/docket-people-picker.ui");
  gtk_widget_class_bind_template_child (widget_class, DocketPeoplePicker, entry);
  gtk_widget_class_bind_template_child (widget_class, DocketPeoplePicker, nobody);
  gtk_widget_class_bind_template_child (widget_class, DocketPeoplePicker, rows);
  gtk_widget_class_bind_template_callback (widget_class, update_rows);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_cb);
}

static void
docket_people_picker_init (DocketPeoplePicker *self)
{
  self->chosen = g_ptr_array_new_with_free_func (g_free);
  self->others = g_new0 (char *, 1);
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
docket_people_picker_set_workspace (DocketPeoplePicker *self, DocketWorkspace *workspace)
{
  g_set_object (&self->workspace, workspace);
}

void
docket_people_picker_set_others (DocketPeoplePicker *self, const char *const *ids)
{
  g_strfreev (self->others);
  self->others = g_strdupv ((char **)ids);
}

void
docket_people_picker_set_chosen (DocketPeoplePicker *self, const char *const *ids)
{
  g_ptr_array_set_size (self->chosen, 0);
  for (guint i = 0; ids[i] != NULL; i++)
    g_ptr_array_add (self->chosen, g_strdup (ids[i]));
}

GStrv
docket_people_picker_get_chosen (DocketPeoplePicker *self)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();

  for (guint i = 0; i < self->chosen->len; i++)
    g_strv_builder_add (ids, self->chosen->pdata[i]);
  return g_strv_builder_end (ids);
}
