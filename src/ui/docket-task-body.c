/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/docket-task-body.h"

#include <glib/gi18n.h>
#include "ui/compat/docket-links.h"
#include "ui/docket-chip.h"
#include "ui/docket-comments-section.h"
#include "ui/docket-hit-marks.h"
#include "ui/docket-property-row.h"
#include "ui/docket-tag-chip.h"
#include "ui/docket-words.h"
#include "ui/docket-wrap.h"
#include "workspace/docket-assignee-key.h"
#include "workspace/docket-html.h"
#include "workspace/docket-people.h"
#include "workspace/docket-tags.h"
#include "workspace/docket-text.h"

#define AVATAR_SIZE 32
#define MAX_AVATARS 3

struct _DocketTaskBody
{
  AdwBin parent_instance;

  DocketWorkspace *workspace;

  GtkLabel *title;
  DocketWrap *chips;
  GtkListBox *properties;
  GtkWidget *reason_box;
  GtkLabel *reason;
  GtkWidget *open_process;
  GtkWidget *loading;
  GtkSpinner *spinner;
  GtkLabel *problem;
  GtkWidget *description_section;
  GtkLabel *description;
  DocketFormSection *form;
  DocketCommentsSection *comments;
};

G_DEFINE_FINAL_TYPE (DocketTaskBody, docket_task_body, ADW_TYPE_BIN)

/* What both sources say of a task, so that either can be shown. Borrowed, but for the people. */
typedef struct
{
  const char *title;
  const char *process_name;
  const char *process_id;
  GDateTime *deadline;
  GDateTime *archived_at;
  GDateTime *completed_at;
  gboolean archived;
  gboolean completed;
  gboolean one_off;
  gboolean mine;
  const char *task_type;
  const char *const *tags;
  GStrv people;
  const char *gone; /* of a copy: what became of the task; NULL = it is no copy */
} Facts;

static void
facts_clear (Facts *facts)
{
  g_clear_pointer (&facts->people, g_strfreev);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Facts, facts_clear)

static char *
name_assignee (DocketTaskBody *self, TallyfyAssignee *assignee)
{
  const char *name = tallyfy_assignee_get_name (assignee);
  g_autofree char *key = docket_assignee_key_new (tallyfy_assignee_get_kind (assignee),
                                                  tallyfy_assignee_get_id (assignee));

  return name != NULL ? g_strdup (name) : docket_people_dup_name (self->workspace, key);
}

static GStrv
list_people (DocketTaskBody *self, TallyfyTask *detail, gboolean *mine)
{
  DocketAccount *account = docket_workspace_get_account (self->workspace);
  g_autofree char *my_id
      = g_strdup_printf ("%" G_GINT64_FORMAT, docket_account_get_user_id (account));
  g_autoptr (GStrvBuilder) people = g_strv_builder_new ();
  GPtrArray *assignees = tallyfy_task_get_assignees (detail);

  *mine = FALSE;
  for (guint i = 0; i < assignees->len; i++)
    {
      TallyfyAssignee *assignee = g_ptr_array_index (assignees, i);
      gboolean me = tallyfy_assignee_get_kind (assignee) == TALLYFY_ASSIGNEE_USER
                    && g_strcmp0 (tallyfy_assignee_get_id (assignee), my_id) == 0;
      g_autofree char *name = name_assignee (self, assignee);

      *mine |= me;
      g_strv_builder_add (people, me ? docket_account_get_user_name (account) : name);
    }
  return g_strv_builder_end (people);
}

static void
read_detail (DocketTaskBody *self, TallyfyTask *detail, Facts *facts)
{
  facts->title = tallyfy_task_get_title (detail);
  facts->process_name = tallyfy_task_get_process_name (detail);
  facts->process_id = tallyfy_task_get_process_id (detail);
  facts->deadline = tallyfy_task_get_deadline (detail);
  facts->archived_at = tallyfy_task_get_archived_at (detail);
  facts->completed_at = tallyfy_task_get_completed_at (detail);
  facts->archived = tallyfy_task_is_archived (detail);
  facts->completed = tallyfy_task_is_completed (detail);
  facts->one_off = tallyfy_task_is_one_off (detail);
  facts->task_type = tallyfy_task_get_task_type (detail);
  facts->tags = tallyfy_task_get_tags (detail);
  facts->people = list_people (self, detail, &facts->mine);
}

static void
read_row (DocketTask *row, Facts *facts)
{
  facts->title = docket_task_get_title (row);
  facts->process_name = docket_task_get_process_name (row);
  facts->process_id = docket_task_get_process_id (row);
  facts->deadline = docket_task_get_deadline (row);
  facts->archived_at = docket_task_get_archived_at (row);
  facts->completed_at = docket_task_get_completed_at (row);
  facts->archived = docket_task_get_archived (row);
  facts->completed = docket_task_get_completed (row);
  facts->one_off = docket_task_get_one_off (row);
  facts->task_type = docket_task_get_task_type (row);
  facts->mine = docket_task_get_mine (row);
  facts->people = g_strdupv ((char **)docket_task_get_assignees (row));
}

static void
clear_children (GtkWidget *container, void (*remove_child) (GtkWidget *container, GtkWidget *child))
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (container)) != NULL)
    remove_child (container, child);
}

static void
remove_row (GtkWidget *container, GtkWidget *child)
{
  gtk_list_box_remove (GTK_LIST_BOX (container), child);
}

static void
add_chip (DocketTaskBody *self, const char *text, DocketChipKind kind)
{
  docket_wrap_append (self->chips, docket_chip_new (text, kind));
}

static void
add_state_chip (DocketTaskBody *self, Facts *facts, GDateTime *now)
{
  g_autofree char *words = NULL;

  if (facts->gone != NULL)
    {
      add_chip (self, facts->gone, DOCKET_CHIP_ERROR);
      return;
    }
  if (facts->archived)
    words = docket_words_archived (facts->archived_at, now);
  else if (facts->completed)
    words = docket_words_completed (facts->completed_at, now);
  else if (facts->deadline != NULL)
    words = docket_words_deadline_state (facts->deadline, now);
  if (words == NULL)
    return;
  if (facts->archived)
    add_chip (self, words, DOCKET_CHIP_PLAIN);
  else if (facts->completed)
    add_chip (self, words, DOCKET_CHIP_SUCCESS);
  else
    add_chip (self, words,
              docket_words_is_late (facts->deadline, now) ? DOCKET_CHIP_ERROR : DOCKET_CHIP_ACCENT);
}

static void
show_chips (DocketTaskBody *self, Facts *facts, GDateTime *now)
{
  docket_wrap_clear (self->chips);
  add_state_chip (self, facts, now);
  add_chip (self, facts->one_off ? _ ("One-off task") : _ ("Process task"), DOCKET_CHIP_PLAIN);
  if (g_strcmp0 (facts->task_type, "approval") == 0)
    add_chip (self, C_ ("kind of task", "Approval"), DOCKET_CHIP_PLAIN);
  for (guint i = 0; facts->tags != NULL && facts->tags[i] != NULL; i++)
    {
      g_autofree char *tag = docket_text_clean (facts->tags[i]);

      docket_wrap_append (self->chips,
                          docket_tag_chip_new (tag,
                                               docket_tags_get_color_of_title (self->workspace,
                                                                               facts->tags[i])));
    }
}

static void
add_avatars (DocketPropertyRow *row, GStrv people)
{
  for (guint i = 0; people[i] != NULL && i < MAX_AVATARS; i++)
    {
      g_autofree char *name = docket_text_clean (people[i]);
      GtkWidget *avatar = adw_avatar_new (AVATAR_SIZE, name, TRUE);

      gtk_widget_set_valign (avatar, GTK_ALIGN_CENTER);
      docket_property_row_add_suffix (row, avatar);
    }
  if (g_strv_length (people) > MAX_AVATARS)
    {
      g_autofree char *more = g_strdup_printf ("+%u", g_strv_length (people) - MAX_AVATARS);
      GtkWidget *label = gtk_label_new (more);

      gtk_widget_add_css_class (label, "faint");
      gtk_widget_add_css_class (label, "numeric");
      docket_property_row_add_suffix (row, label);
    }
}

/* What belongs to a process leads there, unless it is only a copy. */
static void
show_process (DocketTaskBody *self, Facts *facts)
{
  g_autofree char *process = docket_text_clean (facts->process_name);
  const gboolean known = *process != '\0';
  const gboolean leads = facts->process_id != NULL && facts->gone == NULL;
  GtkWidget *row;

  gtk_widget_set_visible (self->reason_box, !facts->one_off && facts->gone == NULL);
  gtk_label_set_text (self->reason,
                      facts->archived
                          ? _ (
                              "This task was archived with its process, and comes back with it. To "
                              "restore it, open the process.")
                          : _ ("Tallyfy removes such tasks only with their process. To archive or "
                               "delete, open the process."));
  gtk_widget_set_visible (self->open_process, leads);
  if (facts->one_off)
    return;
  /* Translators: a noun: the process that a task belongs to */
  row = docket_property_row_new (_ ("Process"), known ? process : _ ("Not known"), !known);
  gtk_list_box_append (self->properties, row);
  if (!leads)
    return;
  docket_property_row_set_action (DOCKET_PROPERTY_ROW (row), "process.open", facts->process_id);
  gtk_widget_set_tooltip_text (row, _ ("Open Process"));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->open_process), "s", facts->process_id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->open_process), "process.open");
}

static void
show_properties (DocketTaskBody *self, Facts *facts, GDateTime *now)
{
  DocketAccount *account = docket_workspace_get_account (self->workspace);
  g_autofree char *deadline = facts->deadline != NULL ? docket_words_moment (facts->deadline, now)
                                                      : g_strdup (_ ("No deadline"));
  g_autofree char *people = docket_words_people ((const char *const *)facts->people, facts->mine,
                                                 docket_account_get_user_name (account));
  GtkWidget *assignees = docket_property_row_new (_ ("Assignees"), people, *facts->people == NULL);

  clear_children (GTK_WIDGET (self->properties), remove_row);
  gtk_list_box_append (self->properties,
                       docket_property_row_new (_ ("Deadline"), deadline, facts->deadline == NULL));
  add_avatars (DOCKET_PROPERTY_ROW (assignees), facts->people);
  gtk_list_box_append (self->properties, assignees);
  show_process (self, facts);
}

static void
show_description (DocketTaskBody *self, TallyfyTask *detail)
{
  g_autofree char *markup = detail != NULL && tallyfy_task_get_summary (detail) != NULL
                                ? docket_html_to_markup (tallyfy_task_get_summary (detail))
                                : g_strdup ("");

  gtk_label_set_markup (self->description, markup);
  gtk_widget_set_visible (self->description_section,
                          *gtk_label_get_text (self->description) != '\0');
}

/* Why its form is only read, where that is not plain to see. */
static const char *
explain_form (Facts *facts)
{
  if (facts->gone != NULL)
    return NULL;
  if (facts->archived)
    return _ ("Restore the task to change its answers.");
  return facts->completed ? _ ("Reopen the task to change its answers.") : NULL;
}

static void
show_title (DocketTaskBody *self, const char *foreign)
{
  g_autofree char *title = docket_text_clean (foreign);
  const char *shown = *title != '\0' ? title : _ ("Untitled task");

  gtk_label_set_text (self->title, shown);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->title), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  shown, -1);
}

static void
docket_task_body_dispose (GObject *object)
{
  DocketTaskBody *self = DOCKET_TASK_BODY (object);

  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (docket_task_body_parent_class)->dispose (object);
}

static void
docket_task_body_class_init (DocketTaskBodyClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = docket_task_body_dispose;
  g_type_ensure (DOCKET_TYPE_COMMENTS_SECTION);
  g_type_ensure (DOCKET_TYPE_FORM_SECTION);
  g_type_ensure (DOCKET_TYPE_WRAP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/app/docket/Docket/ui/docket-task-body.ui");
  gtk_widget_class_bind_template_child (widget_class, DocketTaskBody, title);
  gtk_widget_class_bind_template_child (widget_class, DocketTaskBody, chips);
  gtk_widget_class_bind_template_child (widget_class, DocketTaskBody, properties);
  gtk_widget_class_bind_template_child (widget_class, DocketTaskBody, reason_box);
  gtk_widget_class_bind_template_child (widget_class, DocketTaskBody, reason);
  gtk_widget_class_bind_template_child (widget_class, DocketTaskBody, open_process);
  gtk_widget_class_bind_template_child (widget_class, DocketTaskBody, loading);
  gtk_widget_class_bind_template_child (widget_class, DocketTaskBody, spinner);
  gtk_widget_class_bind_template_child (widget_class, DocketTaskBody, problem);
  gtk_widget_class_bind_template_child (widget_class, DocketTaskBody, description_section);
  gtk_widget_class_bind_template_child (widget_class, DocketTaskBody, description);
  gtk_widget_class_bind_template_child (widget_class, DocketTaskBody, form);
  gtk_widget_class_bind_template_child (widget_class, DocketTaskBody, comments);
}

static void
docket_task_body_init (DocketTaskBody *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  docket_hit_marks_add (self->title);
  docket_hit_marks_add (self->description);
  docket_links_attach (self->description);
}

static void
show (DocketTaskBody *self, Facts *facts, TallyfyTask *detail)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  show_title (self, facts->title);
  show_chips (self, facts, now);
  show_properties (self, facts, now);
  show_description (self, detail);
  docket_form_section_show (self->form, self->workspace, detail,
                            facts->gone == NULL && !facts->archived && !facts->completed,
                            explain_form (facts));
  docket_comments_section_show (self->comments, self->workspace, detail,
                                facts->gone == NULL && !facts->archived);
}

void
docket_task_body_show (DocketTaskBody *self,
                       DocketWorkspace *workspace,
                       DocketTask *row,
                       TallyfyTask *detail)
{
  g_auto (Facts) facts = { 0 };

  g_set_object (&self->workspace, workspace);
  if (detail != NULL)
    read_detail (self, detail, &facts);
  else
    read_row (row, &facts);
  show (self, &facts, detail);
}

void
docket_task_body_show_copy (DocketTaskBody *self,
                            DocketWorkspace *workspace,
                            TallyfyTask *copy,
                            const char *state)
{
  g_auto (Facts) facts = { .gone = state };

  g_set_object (&self->workspace, workspace);
  read_detail (self, copy, &facts);
  show (self, &facts, copy);
}

void
docket_task_body_set_loading (DocketTaskBody *self, gboolean loading)
{
  gtk_widget_set_visible (self->loading, loading);
  gtk_spinner_set_spinning (self->spinner, loading);
}

void
docket_task_body_set_problem (DocketTaskBody *self, const char *sentence)
{
  gtk_label_set_text (self->problem, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), sentence != NULL);
}

GtkWidget *
docket_task_body_get_reason (DocketTaskBody *self)
{
  return GTK_WIDGET (self->reason);
}

DocketFormSection *
docket_task_body_get_form (DocketTaskBody *self)
{
  return self->form;
}

GActionGroup *
docket_task_body_get_comment_actions (DocketTaskBody *self)
{
  return docket_comments_section_get_actions (self->comments);
}
