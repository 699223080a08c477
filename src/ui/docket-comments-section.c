/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/docket-comments-section.h"

#include <glib/gi18n.h>
#include "ui/docket-comment-row.h"
#include "ui/docket-composer.h"

/* More are folded, so that a task with a long history is read from its end. */
#define MOST_SHOWN 20
#define SHOWN_OF_MANY 10

struct _DocketCommentsSection
{
  AdwBin parent_instance;

  GtkButton *older;
  GtkWidget *none;
  GtkBox *rows;
  GtkWidget *report;
  DocketComposer *problem;
  DocketComposer *composer;
  GSimpleActionGroup *actions;

  DocketWorkspace *workspace;
  TallyfyTask *task;
  gboolean writable;
  gboolean unfolded;
  gboolean reporting;
};

G_DEFINE_FINAL_TYPE (DocketCommentsSection, docket_comments_section, ADW_TYPE_BIN)

/* What waits for somebody is never folded. */
static gboolean
is_wanted (DocketCommentsSection *self, TallyfyComment *comment)
{
  const char *task_id = tallyfy_task_get_id (self->task);

  return tallyfy_comment_is_open_problem (comment)
         || docket_draft_exists (self->workspace, task_id, tallyfy_comment_get_id (comment));
}

static guint
find_first (DocketCommentsSection *self, GPtrArray *comments)
{
  guint first = 0;

  if (self->unfolded || comments->len <= MOST_SHOWN)
    return 0;
  while (first < comments->len - SHOWN_OF_MANY && !is_wanted (self, comments->pdata[first]))
    first++;
  return first;
}

static GtkWidget *
find_row (DocketCommentsSection *self, const char *id)
{
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->rows)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if (g_strcmp0 (docket_comment_row_get_id (DOCKET_COMMENT_ROW (row)), id) == 0)
      return row;
  return NULL;
}

/* Whether the focus is in it, or fell to what is around it when its menu went. */
static gboolean
has_focus (GtkWidget *row)
{
  GtkRoot *root = gtk_widget_get_root (row);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return root != NULL
         && (focus == NULL || gtk_widget_is_ancestor (focus, row)
             || gtk_widget_is_ancestor (row, focus));
}

/* A row that is there stays, with what is being written in it. */
static void
show_rows (DocketCommentsSection *self, GPtrArray *comments, guint first)
{
  GtkWidget *last = NULL;
  GtkWidget *row;

  for (guint i = first; i < comments->len; i++)
    {
      row = find_row (self, tallyfy_comment_get_id (comments->pdata[i]));
      if (row == NULL)
        {
          row = docket_comment_row_new ();
          gtk_box_append (self->rows, row);
        }
      docket_comment_row_show (DOCKET_COMMENT_ROW (row), self->workspace, self->task,
                               comments->pdata[i], self->writable);
      gtk_box_reorder_child_after (self->rows, row, last);
      last = row;
    }
  while ((row = gtk_widget_get_last_child (GTK_WIDGET (self->rows))) != last)
    {
      /* As after one's own comment was deleted. */
      if (self->writable && has_focus (row))
        docket_composer_focus (self->composer);
      gtk_box_remove (self->rows, row);
    }
}

static void
clear_rows (DocketCommentsSection *self)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->rows))) != NULL)
    gtk_box_remove (self->rows, row);
}

static void
show_comments (DocketCommentsSection *self)
{
  GPtrArray *comments = tallyfy_task_get_comments (self->task);
  const guint first = comments != NULL ? find_first (self, comments) : 0;
  g_autofree char *words
      = g_strdup_printf (ngettext ("Show %u Older Comment", "Show %u Older Comments", first),
                         first);

  if (comments != NULL)
    show_rows (self, comments, first);
  gtk_button_set_label (self->older, words);
  gtk_widget_set_visible (GTK_WIDGET (self->older), first > 0);
  gtk_widget_set_visible (self->none, comments == NULL || comments->len == 0);
  gtk_widget_set_visible (GTK_WIDGET (self->rows), comments != NULL && comments->len > 0);
}

static gboolean
can_report (DocketCommentsSection *self)
{
  return self->task != NULL && self->writable && !tallyfy_task_is_completed (self->task);
}

static void
show_writing (DocketCommentsSection *self)
{
  const char *task_id = self->task != NULL ? tallyfy_task_get_id (self->task) : NULL;
  const gboolean writes = task_id != NULL && self->writable;
  const gboolean reports
      = can_report (self)
        && (self->reporting || docket_draft_has_problem (self->workspace, task_id, NULL));
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), "report-problem");

  docket_composer_set_draft (self->composer, self->workspace,
                             writes ? docket_draft_get (self->workspace, task_id, NULL) : NULL);
  docket_composer_set_draft (self->problem, self->workspace,
                             reports ? docket_draft_get_problem (self->workspace, task_id, NULL)
                                     : NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->composer), writes);
  gtk_widget_set_visible (self->report, reports);
  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), can_report (self) && !reports);
}

static void
show_older_cb (DocketCommentsSection *self)
{
  GtkWidget *first = gtk_widget_get_first_child (GTK_WIDGET (self->rows));

  /* The button goes: the focus stays where one was reading. */
  if (first != NULL)
    gtk_widget_child_focus (first, GTK_DIR_TAB_FORWARD);
  self->unfolded = TRUE;
  show_comments (self);
}

static void
report_cb (DocketCommentsSection *self)
{
  self->reporting = TRUE;
  show_writing (self);
  docket_composer_focus (self->problem);
}

static void
reported_cb (DocketCommentsSection *self)
{
  self->reporting = FALSE;
  docket_composer_focus (self->composer);
  show_writing (self);
}

static void
docket_comments_section_dispose (GObject *object)
{
  DocketCommentsSection *self = DOCKET_COMMENTS_SECTION (object);

  g_clear_object (&self->actions);
  g_clear_object (&self->task);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (docket_comments_section_parent_class)->dispose (object);
}

static void
docket_comments_section_class_init (DocketCommentsSectionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = docket_comments_section_dispose;
  g_type_ensure (DOCKET_TYPE_COMPOSER);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/app/docket/Docket/ui/docket-comments-section.ui");
  gtk_widget_class_bind_template_child (widget_class, DocketCommentsSection, older);
  gtk_widget_class_bind_template_child (widget_class, DocketCommentsSection, none);
  gtk_widget_class_bind_template_child (widget_class, DocketCommentsSection, rows);
  gtk_widget_class_bind_template_child (widget_class, DocketCommentsSection, report);
  gtk_widget_class_bind_template_child (widget_class, DocketCommentsSection, problem);
  gtk_widget_class_bind_template_child (widget_class, DocketCommentsSection, composer);
  gtk_widget_class_bind_template_callback (widget_class, show_older_cb);
  gtk_widget_class_bind_template_callback (widget_class, reported_cb);
}

static void
docket_comments_section_init (DocketCommentsSection *self)
{
  g_autoptr (GSimpleAction) report = g_simple_action_new ("report-problem", NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  self->actions = g_simple_action_group_new ();
  g_simple_action_set_enabled (report, FALSE);
  g_signal_connect_object (report, "activate", G_CALLBACK (report_cb), self, G_CONNECT_SWAPPED);
  g_action_map_add_action (G_ACTION_MAP (self->actions), G_ACTION (report));
}

void
docket_comments_section_show (DocketCommentsSection *self,
                              DocketWorkspace *workspace,
                              TallyfyTask *task,
                              gboolean writable)
{
  const gboolean same
      = task != NULL && self->task != NULL && self->workspace == workspace
        && g_str_equal (tallyfy_task_get_id (task), tallyfy_task_get_id (self->task));

  if (!same)
    {
      clear_rows (self);
      self->unfolded = FALSE;
      self->reporting = FALSE;
    }
  g_set_object (&self->workspace, workspace);
  g_set_object (&self->task, task);
  self->writable = writable;
  if (task != NULL)
    show_comments (self);
  show_writing (self);
  gtk_widget_set_visible (GTK_WIDGET (self),
                          writable ? task != NULL
                                   : gtk_widget_get_visible (GTK_WIDGET (self->rows)));
}

GActionGroup *
docket_comments_section_get_actions (DocketCommentsSection *self)
{
  return G_ACTION_GROUP (self->actions);
}
