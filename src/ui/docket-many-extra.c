/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/docket-many-extra.h"

#include <glib/gi18n.h>
#include "ui/docket-copy-row.h"
#include "ui/docket-many-row.h"
#include "ui/docket-words.h"
#include "workspace/docket-candidate.h"
#include "workspace/docket-text.h"

#define MAX_NAME 120

struct _DocketManyExtra
{
  AdwBin parent_instance;

  GtkListView *able_list;
  GtkWidget *others;
  GtkLabel *n_others;
  GtkListView *others_list;
  DocketCopyRow *copy_row;
  DocketCopyRow *secret_row;
  gboolean all_secret; /* the first row says it of them */
};

G_DEFINE_FINAL_TYPE (DocketManyExtra, docket_many_extra, ADW_TYPE_BIN)

/* "Friday, 17:00 · 2 form fields, 1 answer": what tells it from another of its name, and what is
 * lost with it. */
static char *
describe (DocketCandidate *candidate)
{
  DocketTask *task = docket_candidate_get_task (candidate);
  guint n_fields = docket_candidate_get_n_fields (candidate);
  guint n_answers = docket_candidate_get_n_answers (candidate);
  guint n_comments = docket_task_get_n_comments (task);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GPtrArray) facts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) form = g_ptr_array_new_with_free_func (g_free);
  char *when = docket_task_get_completed (task)
                   ? docket_words_completed (docket_task_get_completed_at (task), now)
                   : docket_words_deadline (docket_task_get_deadline (task), now);

  g_ptr_array_add (facts, when);
  if (n_fields > 0)
    g_ptr_array_add (form,
                     g_strdup_printf (ngettext ("%'u form field", "%'u form fields", n_fields),
                                      n_fields));
  if (n_answers > 0)
    g_ptr_array_add (form, g_strdup_printf (ngettext ("%'u answer", "%'u answers", n_answers),
                                            n_answers));
  if (form->len > 0)
    g_ptr_array_add (facts, docket_words_join (form));
  if (n_comments > 0)
    g_ptr_array_add (facts, g_strdup_printf (ngettext ("%'u comment", "%'u comments", n_comments),
                                             n_comments));
  if (docket_shown_is_top_secret (docket_candidate_get_shown (candidate)))
    g_ptr_array_add (facts, g_strdup (C_ ("what is known of a task", "top secret")));
  return docket_words_facts (facts);
}

static char *
explain (DocketTask *task)
{
  g_autofree char *process = NULL;

  if (docket_task_get_process_name (task) == NULL)
    return g_strdup (_ ("Belongs to a process"));
  process = docket_text_isolate (docket_task_get_process_name (task), MAX_NAME);
  /* Translators: %s is the name of a process */
  return g_strdup_printf (_ ("Belongs to the process “%s”"), process);
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, DocketManyExtra *self)
{
  gtk_list_item_set_child (item, docket_many_row_new ());
  gtk_list_item_set_activatable (item, FALSE);
  gtk_list_item_set_selectable (item, FALSE);
}

static void
bind_able_cb (GtkSignalListItemFactory *factory, GtkListItem *item, DocketManyExtra *self)
{
  DocketCandidate *candidate = gtk_list_item_get_item (item);
  g_autofree char *subtitle = describe (candidate);

  docket_many_row_set_text (DOCKET_MANY_ROW (gtk_list_item_get_child (item)),
                            docket_task_get_title (docket_candidate_get_task (candidate)),
                            subtitle);
}

static void
bind_other_cb (GtkSignalListItemFactory *factory, GtkListItem *item, DocketManyExtra *self)
{
  DocketManyRow *row = DOCKET_MANY_ROW (gtk_list_item_get_child (item));
  DocketTask *task = docket_candidate_get_task (gtk_list_item_get_item (item));
  g_autofree char *reason = explain (task);

  docket_many_row_set_text (row, docket_task_get_title (task), reason);
  docket_many_row_set_icon (row, "docket-process-symbolic");
}

/* Without copies there are none of these either. */
static void
update_secret_row (DocketManyExtra *self)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self->secret_row),
                            docket_copy_row_get_active (self->copy_row));
}

static guint
count_secret (GPtrArray *candidates)
{
  guint n = 0;

  for (guint i = 0; i < candidates->len; i++)
    if (docket_shown_is_top_secret (docket_candidate_get_shown (candidates->pdata[i])))
      n++;
  return n;
}

/* What is secret to most people is not left in a file by default. */
static void
offer_copies (DocketManyExtra *self, guint n, guint n_secret)
{
  guint n_others = n - n_secret;
  g_autofree char *each
      = n == 1 ? g_strdup (C_ ("one task", "Of the task"))
               : g_strdup_printf (ngettext ("Of the %'u task", "Of each of the %'u tasks", n), n);
  g_autofree char *not_secret
      = n_others == 1
            ? g_strdup (C_ ("one task", "Of the task that is not top secret"))
            : g_strdup_printf (ngettext ("Of the %'u task that is not top secret",
                                         "Of each of the %'u tasks that are not top secret",
                                         n_others),
                               n_others);
  g_autofree char *secret
      = g_strdup_printf (ngettext ("Off since %'u of the tasks is top secret. No copy of it will "
                                   "exist anywhere",
                                   "Off since %'u of the tasks are top secret. No copy of them "
                                   "will "
                                   "exist anywhere",
                                   n_secret),
                         n_secret);

  self->all_secret = n_others == 0;
  if (self->all_secret)
    {
      docket_copy_row_set_words (
          self->copy_row, each,
          n == 1 ? C_ ("one task", "Off since this task is top secret. No copy will exist anywhere")
                 : C_ ("several tasks",
                       "Off since these tasks are top secret. No copy will exist anywhere"));
      docket_copy_row_set_active (self->copy_row, FALSE);
      return;
    }
  docket_copy_row_set_words (self->copy_row, n_secret > 0 ? not_secret : each, NULL);
  docket_copy_row_set_words (self->secret_row, _ ("To read later, or to create the tasks again"),
                             secret);
  docket_copy_row_set_active (self->secret_row, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->secret_row), n_secret > 0);
  update_secret_row (self);
}

static void
docket_many_extra_class_init (DocketManyExtraClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (DOCKET_TYPE_COPY_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/app/docket/Docket/ui/docket-many-extra.ui");
  gtk_widget_class_bind_template_child (widget_class, DocketManyExtra, able_list);
  gtk_widget_class_bind_template_child (widget_class, DocketManyExtra, others);
  gtk_widget_class_bind_template_child (widget_class, DocketManyExtra, n_others);
  gtk_widget_class_bind_template_child (widget_class, DocketManyExtra, others_list);
  gtk_widget_class_bind_template_child (widget_class, DocketManyExtra, copy_row);
  gtk_widget_class_bind_template_child (widget_class, DocketManyExtra, secret_row);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, update_secret_row);
  gtk_widget_class_bind_template_callback (widget_class, bind_able_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_other_cb);
}

static void
docket_many_extra_init (DocketManyExtra *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
fill (GtkListView *list, GPtrArray *candidates)
{
  GListStore *store = g_list_store_new (DOCKET_TYPE_CANDIDATE);
  g_autoptr (GtkNoSelection) selection = gtk_no_selection_new (G_LIST_MODEL (store));

  g_list_store_splice (store, 0, 0, candidates->pdata, candidates->len);
  gtk_list_view_set_model (list, GTK_SELECTION_MODEL (selection));
}

GtkWidget *
docket_many_extra_new (GPtrArray *able, GPtrArray *others)
{
  DocketManyExtra *self = g_object_new (DOCKET_TYPE_MANY_EXTRA, NULL);
  g_autofree char *n_others = g_strdup_printf ("%'u", others->len);

  fill (self->able_list, able);
  fill (self->others_list, others);
  gtk_label_set_text (self->n_others, n_others);
  gtk_widget_set_visible (self->others, others->len > 0);
  offer_copies (self, able->len, count_secret (able));
  return GTK_WIDGET (self);
}

DocketKeptCopies
docket_many_extra_get_copies (DocketManyExtra *self)
{
  if (!docket_copy_row_get_active (self->copy_row))
    return DOCKET_KEPT_COPIES_NONE;
  return self->all_secret || docket_copy_row_get_active (self->secret_row)
             ? DOCKET_KEPT_COPIES_ALL
             : DOCKET_KEPT_COPIES_NOT_SECRET;
}
