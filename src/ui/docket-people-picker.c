/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/docket-people-picker.h"

#include <glib/gi18n.h>
#include "ui/docket-people-words.h"
#include "workspace/docket-assignee-key.h"
#include "workspace/docket-people.h"
#include "workspace/docket-text.h"

/* Who wants more types a part of the name. */
#define MOST_PEOPLE 20

#define AVATAR_SIZE 24

#define KEY_KEY "docket-person"

struct _DocketPeoplePicker
{
  GtkPopover parent_instance;

  GtkEditable *entry;
  GtkWidget *nobody;
  GtkBox *rows;

  DocketWorkspace *workspace;
  GPtrArray *chosen; /* of char *: keys */
  GPtrArray
      *kept; /* of char *: keys of those who were chosen: they can be chosen again, known or not */
};

enum
{
  CHANGED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DocketPeoplePicker, docket_people_picker, GTK_TYPE_POPOVER)

static gboolean
has_key (GPtrArray *keys, const char *key)
{
  return g_ptr_array_find_with_equal_func (keys, key, g_str_equal, NULL);
}

static void
toggled_cb (GtkCheckButton *check, DocketPeoplePicker *self)
{
  const char *key = g_object_get_data (G_OBJECT (check), KEY_KEY);
  guint index;

  if (gtk_check_button_get_active (check))
    g_ptr_array_add (self->chosen, g_strdup (key));
  else if (g_ptr_array_find_with_equal_func (self->chosen, key, g_str_equal, &index))
    g_ptr_array_remove_index (self->chosen, index);
  g_signal_emit (self, signals[CHANGED], 0);
}

static GtkWidget *
create_label (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  return label;
}

/* @kind: (nullable): what tells this one apart from a member */
static GtkWidget *
create_content (const char *name, const char *kind, gboolean group)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *avatar = adw_avatar_new (AVATAR_SIZE, name, !group);

  if (group)
    adw_avatar_set_icon_name (ADW_AVATAR (avatar), "system-users-symbolic");
  gtk_widget_set_margin_start (content, 4);
  gtk_widget_set_valign (avatar, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (lines, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (lines), create_label (name));
  if (kind != NULL)
    {
      GtkWidget *label = create_label (kind);

      gtk_widget_add_css_class (label, "caption");
      gtk_widget_add_css_class (label, "faint");
      gtk_box_append (GTK_BOX (lines), label);
    }
  gtk_box_append (GTK_BOX (content), avatar);
  gtk_box_append (GTK_BOX (content), lines);
  return content;
}

/* @label: as it is read; what else is there to say of it stands below */
static void
add_row (DocketPeoplePicker *self, const char *key, const char *label)
{
  TallyfyAssigneeKind kind;
  GtkWidget *check = gtk_check_button_new ();
  g_autofree char *words = docket_people_words_kind (self->workspace, key);

  docket_assignee_key_parse (key, &kind);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (check),
                              create_content (label, words, kind == TALLYFY_ASSIGNEE_GROUP));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), has_key (self->chosen, key));
  gtk_widget_add_css_class (check, "person-check");
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  if (words != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                    words, -1);
  g_object_set_data_full (G_OBJECT (check), KEY_KEY, g_strdup (key), g_free);
  g_signal_connect (check, "toggled", G_CALLBACK (toggled_cb), self);
  gtk_box_append (self->rows, check);
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
add_named (DocketPeoplePicker *self, const char *key)
{
  g_autofree char *name = docket_people_dup_name (self->workspace, key);

  add_row (self, key, name);
}

/* Those of the kept ones whom nobody else would offer: guests and groups stand first, where they
 * were seen. */
static void
add_kept (DocketPeoplePicker *self, const char *own, const char *text)
{
  g_autofree char *wanted = docket_text_fold (text);

  for (guint i = 0; i < self->kept->len; i++)
    {
      const char *key = self->kept->pdata[i];
      g_autofree char *name = docket_people_dup_name (self->workspace, key);
      g_autofree char *folded = docket_text_fold (name);

      if (!g_str_equal (key, own) && strstr (folded, wanted) != NULL)
        add_named (self, key);
    }
}

static void
update_rows (DocketPeoplePicker *self)
{
  const char *text = gtk_editable_get_text (self->entry);
  g_autofree char *own = NULL;
  g_auto (GStrv) keys = NULL;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->rows))) != NULL)
    gtk_box_remove (self->rows, child);
  if (self->workspace == NULL)
    return;
  own = docket_people_words_own_key (self->workspace);
  if (offers_own (self, text))
    add_row (self, own, _ ("You"));
  add_kept (self, own, text);
  keys = docket_people_find_assignees (self->workspace, text, MOST_PEOPLE);
  for (guint i = 0; keys[i] != NULL; i++)
    if (!has_key (self->kept, keys[i]))
      add_named (self, keys[i]);
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
  g_ptr_array_unref (DOCKET_PEOPLE_PICKER (object)->kept);

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
  self->kept = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
docket_people_picker_set_workspace (DocketPeoplePicker *self, DocketWorkspace *workspace)
{
  g_set_object (&self->workspace, workspace);
}

void
docket_people_picker_set_chosen (DocketPeoplePicker *self, const char *const *keys)
{
  g_ptr_array_set_size (self->chosen, 0);
  for (guint i = 0; keys[i] != NULL; i++)
    {
      g_ptr_array_add (self->chosen, g_strdup (keys[i]));
      if (!has_key (self->kept, keys[i]))
        g_ptr_array_add (self->kept, g_strdup (keys[i]));
    }
}

GStrv
docket_people_picker_get_chosen (DocketPeoplePicker *self)
{
  g_autoptr (GStrvBuilder) keys = g_strv_builder_new ();

  for (guint i = 0; i < self->chosen->len; i++)
    g_strv_builder_add (keys, self->chosen->pdata[i]);
  return g_strv_builder_end (keys);
}
