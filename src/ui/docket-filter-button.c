/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/docket-filter-button.h"

#include <glib/gi18n.h>
#include <string.h>

#include "ui/docket-filter-words.h"
#include "ui/docket-task-menu.h"

#define CHOICE_KEY "docket-filter-choice"

typedef struct
{
  DocketSearchKey key;
  const char *value;
  guint of; /* choices with the same number exclude each other */
} Choice;

static const Choice choices[] = {
  { DOCKET_SEARCH_IS, "overdue", 1 },    { DOCKET_SEARCH_IS, "open", 1 },
  { DOCKET_SEARCH_IS, "completed", 1 },  { DOCKET_SEARCH_IS, "mine", 2 },
  { DOCKET_SEARCH_IS, "unassigned", 2 }, { DOCKET_SEARCH_IS, "one-off", 3 },
  { DOCKET_SEARCH_IS, "process", 3 },    { DOCKET_SEARCH_IS, "approval", 4 },
  { DOCKET_SEARCH_DUE, "today", 5 },     { DOCKET_SEARCH_DUE, "tomorrow", 5 },
  { DOCKET_SEARCH_DUE, "this-week", 5 }, { DOCKET_SEARCH_DUE, "next-week", 5 },
  { DOCKET_SEARCH_DUE, "never", 5 },
};

/* Whose names are offered as soon as the entry has their key. */
static const struct
{
  const char *name;
  DocketSearchKey key;
} named[] = {
  { "person", DOCKET_SEARCH_OWNER },
  { "process", DOCKET_SEARCH_PROCESS },
  { "tag", DOCKET_SEARCH_TAG },
};

static void
write_text (GtkEditable *entry, const char *text)
{
  gtk_editable_set_text (entry, text);
  gtk_editable_set_position (entry, -1);
}

/* What is in the entry, without a key that was left without a name. (transfer full) */
static char *
get_text (GtkEditable *entry)
{
  char *text = g_strdup (gtk_editable_get_text (entry));

  for (guint i = 0; i < G_N_ELEMENTS (named); i++)
    {
      g_autofree char *before = text;

      text = docket_search_words_remove (before, named[i].key, "");
    }
  return text;
}

static void
toggle_cb (GSimpleAction *action, GVariant *parameter, GtkEditable *entry)
{
  const Choice *choice = g_object_get_data (G_OBJECT (action), CHOICE_KEY);
  g_autofree char *text = get_text (entry);
  const gboolean was = docket_search_words_has (text, choice->key, choice->value);

  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    if (choices[i].of == choice->of)
      {
        g_autofree char *before = text;

        text = docket_search_words_remove (before, choices[i].key, choices[i].value);
      }
  if (!was)
    {
      g_autofree char *before = text;

      text = docket_search_words_add (before, choice->key, choice->value);
    }
  write_text (entry, text);
}

/* The menu that is closing gives the focus back first. */
static gboolean
go_on_typing_cb (gpointer data)
{
  GtkEditable *entry = docket_search_completion_get_entry (data);
  GtkWidget *text = entry != NULL ? GTK_WIDGET (gtk_editable_get_delegate (entry)) : NULL;

  if (text == NULL || !gtk_widget_get_mapped (text))
    return G_SOURCE_REMOVE;
  gtk_text_grab_focus_without_selecting (GTK_TEXT (text));
  docket_search_completion_update (data);
  return G_SOURCE_REMOVE;
}

static void
name_cb (GSimpleAction *action, GVariant *parameter, DocketSearchCompletion *completion)
{
  const guint i = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (action), CHOICE_KEY));
  GtkEditable *entry = docket_search_completion_get_entry (completion);
  g_autofree char *before = get_text (entry);
  g_autofree char *typed = docket_search_words_remove (before, named[i].key, NULL);
  g_autofree char *key = docket_search_words_format (named[i].key, "");
  g_autofree char *text = g_strconcat (typed, *typed != '\0' ? " " : "", key, NULL);

  write_text (entry, text);
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, go_on_typing_cb, g_object_ref (completion),
                   g_object_unref);
}

static void
clear_cb (GSimpleAction *action, GVariant *parameter, GtkEditable *entry)
{
  g_autofree char *text = get_text (entry);
  g_autofree char *left = docket_search_words_get_ordinary (text);

  write_text (entry, left);
}

static char *
name_choice (const Choice *choice)
{
  return g_strdup_printf ("%s-%s", choice->key == DOCKET_SEARCH_IS ? "is" : "due", choice->value);
}

static void
changed_cb (GActionMap *actions, GtkEditable *entry)
{
  const char *text = gtk_editable_get_text (entry);
  g_autofree char *ordinary = docket_search_words_get_ordinary (text);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (actions, "clear")),
                               strlen (ordinary) < strlen (text));
  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    {
      g_autofree char *name = name_choice (&choices[i]);
      const gboolean is_there = docket_search_words_has (text, choices[i].key, choices[i].value);

      g_simple_action_set_state (G_SIMPLE_ACTION (g_action_map_lookup_action (actions, name)),
                                 g_variant_new_boolean (is_there));
    }
}

static GSimpleActionGroup *
create_actions (DocketSearchCompletion *completion)
{
  GtkEditable *entry = docket_search_completion_get_entry (completion);
  GSimpleActionGroup *group = g_simple_action_group_new ();
  g_autoptr (GSimpleAction) clear = g_simple_action_new ("clear", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    {
      g_autofree char *name = name_choice (&choices[i]);
      g_autoptr (GSimpleAction) action
          = g_simple_action_new_stateful (name, NULL, g_variant_new_boolean (FALSE));

      g_object_set_data (G_OBJECT (action), CHOICE_KEY, (gpointer)&choices[i]);
      g_signal_connect_object (action, "activate", G_CALLBACK (toggle_cb), entry, 0);
      g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
    }
  for (guint i = 0; i < G_N_ELEMENTS (named); i++)
    {
      g_autoptr (GSimpleAction) action = g_simple_action_new (named[i].name, NULL);

      g_object_set_data (G_OBJECT (action), CHOICE_KEY, GUINT_TO_POINTER (i));
      g_signal_connect_object (action, "activate", G_CALLBACK (name_cb), completion, 0);
      g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
    }
  g_simple_action_set_enabled (clear, FALSE);
  g_signal_connect_object (clear, "activate", G_CALLBACK (clear_cb), entry, 0);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (clear));
  return group;
}

/* The choices of the groups from @first to @last. */
static void
append_choices (GMenu *menu, const char *label, guint first, guint last)
{
  g_autoptr (GMenu) submenu = g_menu_new ();

  for (guint of = first; of <= last; of++)
    {
      g_autoptr (GMenu) section = g_menu_new ();

      for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
        {
          g_autofree char *name = name_choice (&choices[i]);
          g_autofree char *action = g_strconcat ("filter.", name, NULL);

          if (choices[i].of == of)
            g_menu_append (section, docket_filter_words_label (choices[i].key, choices[i].value),
                           action);
        }
      g_menu_append_section (submenu, NULL, G_MENU_MODEL (section));
    }
  g_menu_append_submenu (menu, label, G_MENU_MODEL (submenu));
}

static GMenuModel *
create_menu (void)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) states = g_menu_new ();
  g_autoptr (GMenu) names = g_menu_new ();
  g_autoptr (GMenu) last = g_menu_new ();

  append_choices (states, C_ ("filter by", "State"), 1, 2);
  append_choices (states, C_ ("filter by", "Kind"), 3, 4);
  append_choices (states, C_ ("filter by", "Deadline"), 5, 5);
  g_menu_append (names, _ ("Person…"), "filter.person");
  g_menu_append (names, _ ("Process…"), "filter.process");
  g_menu_append (names, _ ("Tag…"), "filter.tag");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (states));
  g_menu_append (last, _ ("Clear Filters"), "filter.clear");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (names));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (last));
  return G_MENU_MODEL (menu);
}

void
docket_filter_button_set_up (GtkMenuButton *button, DocketSearchCompletion *completion)
{
  g_autoptr (GSimpleActionGroup) actions = create_actions (completion);
  g_autoptr (GMenuModel) menu = create_menu ();

  gtk_widget_insert_action_group (GTK_WIDGET (button), "filter", G_ACTION_GROUP (actions));
  /* Translators: a noun: the name of a button */
  docket_menus_set_model_later (button, menu, _ ("Filter"));
  g_signal_connect_object (docket_search_completion_get_entry (completion), "changed",
                           G_CALLBACK (changed_cb), actions, G_CONNECT_SWAPPED);
}
