/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/docket-people-picker.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include "ui/docket-people-words.h"
#include "workspace/docket-assignee-key.h"
#include "workspace/docket-people.h"
#include "workspace/docket-text.h"

/* Who wants more types a part of the name. */
#define MOST_PEOPLE 20

#define AVATAR_SIZE 24

struct _DocketPeoplePicker
{
  DocketPicker parent_instance;

  /* of char *: keys of those who were chosen: they can be chosen again, known or not */
  GPtrArray *kept;
};

G_DEFINE_FINAL_TYPE (DocketPeoplePicker, docket_people_picker, DOCKET_TYPE_PICKER)

static gboolean
has_key (GPtrArray *keys, const char *key)
{
  return g_ptr_array_find_with_equal_func (keys, key, g_str_equal, NULL);
}

static GtkWidget *
create_label (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  return label;
}

/* @picture: the name whose picture it is. @kind: (nullable): what tells this one apart from a
 * member
 */
static GtkWidget *
create_content (const char *name, const char *picture, const char *kind, gboolean group)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *avatar = adw_avatar_new (AVATAR_SIZE, picture, !group);

  if (group)
    adw_avatar_set_icon_name (ADW_AVATAR (avatar), "system-users-symbolic");
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
add_row (DocketPicker *picker, const char *key, const char *label, const char *picture)
{
  TallyfyAssigneeKind kind;
  g_autofree char *words = docket_people_words_kind (docket_picker_get_workspace (picker), key);

  docket_assignee_key_parse (key, &kind);
  docket_picker_add_row (picker, key,
                         create_content (label, picture, words, kind == TALLYFY_ASSIGNEE_GROUP),
                         label, words);
}

/* The person signed in is offered first, and found as "you", too. */
static gboolean
offers_own (DocketWorkspace *workspace, const char *text)
{
  DocketAccount *account = docket_workspace_get_account (workspace);
  g_autofree char *wanted = docket_text_fold (text);
  g_autofree char *name = docket_text_fold (docket_account_get_user_name (account));
  /* Translators: the person who is signed in, among other people */
  g_autofree char *you = docket_text_fold (_ ("You"));

  return strstr (name, wanted) != NULL || g_str_has_prefix (you, wanted);
}

static void
add_named (DocketPicker *picker, const char *key)
{
  g_autofree char *name = docket_people_dup_name (docket_picker_get_workspace (picker), key);

  add_row (picker, key, name, name);
}

/* Those of the kept ones whom nobody else would offer: guests and groups stand first, where they
 * were seen. */
static void
add_kept (DocketPeoplePicker *self, const char *own, const char *text)
{
  DocketPicker *picker = DOCKET_PICKER (self);
  g_autofree char *wanted = docket_text_fold (text);

  for (guint i = 0; i < self->kept->len; i++)
    {
      const char *key = self->kept->pdata[i];
      g_autofree char *name = docket_people_dup_name (docket_picker_get_workspace (picker), key);
      g_autofree char *folded = docket_text_fold (name);

      if (!g_str_equal (key, own) && strstr (folded, wanted) != NULL)
        add_named (picker, key);
    }
}

static const char *
fill (DocketPicker *picker, const char *text)
{
  DocketPeoplePicker *self = DOCKET_PEOPLE_PICKER (picker);
  DocketWorkspace *workspace = docket_picker_get_workspace (picker);
  g_autofree char *own = docket_people_words_own_key (workspace);
  g_auto (GStrv) keys = docket_people_find_assignees (workspace, text, MOST_PEOPLE);

  if (offers_own (workspace, text))
    /* Translators: the person who is signed in, among other people */
    add_row (picker, own, _ ("You"),
             docket_account_get_user_name (docket_workspace_get_account (workspace)));
  add_kept (self, own, text);
  for (guint i = 0; keys[i] != NULL; i++)
    if (!has_key (self->kept, keys[i]))
      add_named (picker, keys[i]);
  return _ ("No person and no group of that name was found.");
}

static void
took (DocketPicker *picker, const char *key)
{
  DocketPeoplePicker *self = DOCKET_PEOPLE_PICKER (picker);

  if (!has_key (self->kept, key))
    g_ptr_array_add (self->kept, g_strdup (key));
}

static void
docket_people_picker_finalize (GObject *object)
{
  g_ptr_array_unref (DOCKET_PEOPLE_PICKER (object)->kept);

  G_OBJECT_CLASS (docket_people_picker_parent_class)->finalize (object);
}

static void
docket_people_picker_class_init (DocketPeoplePickerClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = docket_people_picker_finalize;
  DOCKET_PICKER_CLASS (klass)->fill = fill;
  DOCKET_PICKER_CLASS (klass)->took = took;
}

static void
docket_people_picker_init (DocketPeoplePicker *self)
{
  self->kept = g_ptr_array_new_with_free_func (g_free);
  docket_picker_set_words (DOCKET_PICKER (self), _ ("Find a person or group"));
}
