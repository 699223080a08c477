/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/docket-many-dialog.h"

#include <glib/gi18n.h>
#include "ui/compat/docket-alert.h"
#include "ui/docket-press-guard.h"
#include "ui/docket-words.h"
#include "workspace/docket-candidate.h"

struct _DocketManyDialog
{
  GObject parent_instance;

  DocketWorkspace *workspace;
  GPtrArray *able;
  gboolean archived;
  DocketManyExtra *extra; /* not owned */
  DocketKeptCopies copies;
};

enum
{
  CHOSEN,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DocketManyDialog, docket_many_dialog, G_TYPE_OBJECT)

/* What is lost with them all, in a sentence; what is not known is said to be more. (transfer full)
 */
static char *
describe_loss (GPtrArray *able)
{
  guint n_fields = 0, n_answers = 0, n_comments = 0;
  gboolean counted = TRUE;
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *list = NULL;

  for (guint i = 0; i < able->len; i++)
    {
      DocketCandidate *candidate = g_ptr_array_index (able, i);

      n_fields += docket_candidate_get_n_fields (candidate);
      n_answers += docket_candidate_get_n_answers (candidate);
      n_comments += docket_task_get_n_comments (docket_candidate_get_task (candidate));
      counted = counted && docket_candidate_is_counted (candidate);
    }
  if (n_fields > 0)
    g_ptr_array_add (parts,
                     g_strdup_printf (ngettext ("%'u form field", "%'u form fields", n_fields),
                                      n_fields));
  if (n_answers > 0)
    g_ptr_array_add (parts, g_strdup_printf (ngettext ("%'u answer", "%'u answers", n_answers),
                                             n_answers));
  if (n_comments > 0)
    g_ptr_array_add (parts, g_strdup_printf (ngettext ("%'u comment", "%'u comments", n_comments),
                                             n_comments));
  if (parts->len == 0 && counted)
    return g_strdup (_ ("Deleting them permanently cannot be undone."));
  if (parts->len == 0)
    return g_strdup (_ ("Deleting them permanently also deletes their form fields, answers and "
                        "comments. This cannot be undone."));
  list = docket_words_list (parts);
  /* Translators: %s is a list such as: 10 form fields, 8 answers and 25 comments */
  return g_strdup_printf (
      /* Translators: %s is a list such as: 10 form fields, 8 answers and 25 comments */
      counted ? _ ("Deleting them permanently also deletes %s. This cannot be undone.")
              /* Translators: %s is a list such as: 10 form fields, 8 answers and 25 comments */
              : _ ("Deleting them permanently also deletes at least %s. This cannot be undone."),
      list);
}

static char *
describe_heading (guint n, gboolean archived)
{
  /* Where the form for one is the form for 21, too, it has a number. */
  if (n == 1)
    return g_strdup (archived ? C_ ("one task", "Keep This Task Archived Instead?")
                              : C_ ("one task", "Archive This Task Instead?"));
  if (archived)
    return g_strdup_printf (ngettext ("Keep This %'u Task Archived Instead?",
                                      "Keep These %'u Tasks Archived Instead?", n),
                            n);
  return g_strdup_printf (ngettext ("Archive This %'u Task Instead?",
                                    "Archive These %'u Tasks Instead?", n),
                          n);
}

static void
response_cb (GtkWidget *alert, const char *response, DocketManyDialog *self)
{
  DocketDeleteChoice choice = DOCKET_DELETE_CANCEL;

  self->copies = docket_many_extra_get_copies (self->extra);
  if (g_str_equal (response, "delete"))
    choice = DOCKET_DELETE_CONFIRM;
  else if (g_str_equal (response, "safe"))
    choice = self->archived ? DOCKET_DELETE_KEEP : DOCKET_DELETE_ARCHIVE;
  g_signal_emit (self, signals[CHOSEN], 0, (int)choice);
}

static void
docket_many_dialog_dispose (GObject *object)
{
  DocketManyDialog *self = DOCKET_MANY_DIALOG (object);

  g_clear_object (&self->workspace);
  g_clear_pointer (&self->able, g_ptr_array_unref);

  G_OBJECT_CLASS (docket_many_dialog_parent_class)->dispose (object);
}

static void
docket_many_dialog_class_init (DocketManyDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = docket_many_dialog_dispose;
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
}

static void
docket_many_dialog_init (DocketManyDialog *self)
{
}

static GtkWidget *
build_alert (DocketManyDialog *self, GtkWidget *parent)
{
  g_autofree char *heading = describe_heading (self->able->len, self->archived);
  g_autofree char *loss = describe_loss (self->able);
  g_autofree char *body
      = g_strconcat (self->archived ? _ ("They are archived and can be restored at any time.")
                                    : _ ("Archived tasks can be restored at any time."),
                     "\n\n", loss, NULL);
  GtkWidget *alert = docket_alert_new (parent, heading, body);

  docket_alert_add_response (alert, "cancel", _ ("_Cancel"), DOCKET_RESPONSE_PLAIN);
  docket_alert_add_response (alert, "delete", _ ("_Delete Permanently"),
                             DOCKET_RESPONSE_DESTRUCTIVE);
  docket_alert_add_response (alert, "safe",
                             self->archived ? C_ ("several tasks", "_Keep Archived")
                                            : _ ("_Archive"),
                             DOCKET_RESPONSE_SUGGESTED);
  docket_alert_set_default (alert, "safe");
  docket_alert_set_extra_child (alert, GTK_WIDGET (self->extra));
  docket_alert_connect (alert, G_CALLBACK (response_cb), self);
  docket_press_guard_attach (alert);
  g_object_set_data_full (G_OBJECT (alert), "docket-many-dialog", self, g_object_unref);
  return alert;
}

DocketManyDialog *
docket_many_dialog_open (GtkWidget *parent,
                         DocketWorkspace *workspace,
                         GPtrArray *able,
                         GPtrArray *others)
{
  DocketManyDialog *self = g_object_new (DOCKET_TYPE_MANY_DIALOG, NULL);

  self->workspace = g_object_ref (workspace);
  self->able = g_ptr_array_ref (able);
  self->archived
      = docket_task_get_archived (docket_candidate_get_task (g_ptr_array_index (able, 0)));
  self->extra = DOCKET_MANY_EXTRA (docket_many_extra_new (able, others));
  docket_alert_present (build_alert (self, parent), parent);
  return self;
}

DocketWorkspace *
docket_many_dialog_get_workspace (DocketManyDialog *self)
{
  return self->workspace;
}

GPtrArray *
docket_many_dialog_get_able (DocketManyDialog *self)
{
  return self->able;
}

DocketKeptCopies
docket_many_dialog_get_copies (DocketManyDialog *self)
{
  return self->copies;
}
