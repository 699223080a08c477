/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/docket-sign-out.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "ui/compat/docket-alert.h"
#include "ui/docket-copy-words.h"
#include "workspace/docket-copies.h"

/* A question that is being prepared, and then asked. */
typedef struct
{
  GtkWidget *parent;
  DocketSession *session;
  GtkSwitch *removes; /* of the dialog; NULL where there is nothing to remove */
} Asking;

static void
asking_free (gpointer data)
{
  Asking *asking = data;

  g_object_unref (asking->parent);
  g_object_unref (asking->session);
  g_clear_object (&asking->removes);
  g_free (asking);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Asking, asking_free)

static void
closure_free (gpointer data, GClosure *closure)
{
  asking_free (data);
}

static void
answered_cb (GtkWidget *alert, const char *response, Asking *asking)
{
  if (g_str_equal (response, "sign-out"))
    docket_session_sign_out (asking->session,
                             asking->removes != NULL && gtk_switch_get_active (asking->removes));
}

/* Off at first: what was removed could not be found out any more. */
static GtkWidget *
create_row (Asking *asking, const DocketCopiesSum *sum)
{
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *removes = gtk_switch_new ();
  g_autofree char *words = docket_copy_words_sum (sum->n_entries, sum->n_copies);

  gtk_widget_add_css_class (list, "boxed-list");
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Also remove the history"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), words);
  gtk_widget_set_valign (removes, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), removes);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), removes);
  /* The switch alone takes the focus: Enter in it is the dialog's own answer. */
  gtk_widget_set_focusable (row, FALSE);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  asking->removes = g_object_ref (GTK_SWITCH (removes));
  return list;
}

/* They share the token. */
static guint
count_organizations (DocketSession *session)
{
  DocketAccount *open = docket_workspace_get_account (docket_session_get_workspace (session));
  GListModel *accounts = docket_session_get_accounts (session);
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (accounts); i++)
    {
      g_autoptr (DocketAccount) account = g_list_model_get_item (accounts, i);

      n += docket_account_get_user_id (account) == docket_account_get_user_id (open)
           && g_str_equal (docket_account_get_address (account), docket_account_get_address (open));
    }
  return n;
}

/* (transfer full) */
static char *
write_body (DocketSession *session)
{
  const guint n = count_organizations (session);

  if (n < 2)
    return g_strdup (_ ("Docket forgets your token and the tasks that are kept on this "
                        "computer. In Tallyfy nothing changes."));
  return g_strdup_printf (
      ngettext ("Docket forgets your token and the tasks that are kept on this computer, in the %u "
                "organization that it works for. In Tallyfy nothing changes.",
                "Docket forgets your token and the tasks that are kept on this computer, in all %u "
                "organizations that it works for. In Tallyfy nothing changes.",
                n),
      n);
}

static void
summed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Asking) asking = user_data;
  GtkWidget *parent = asking->parent;
  g_autoptr (GError) error = NULL;
  g_autofree DocketCopiesSum *sum
      = docket_copies_sum_finish (DOCKET_WORKSPACE (source), result, &error);
  g_autofree char *body = NULL;
  GtkWidget *alert;

  /* Another workspace was opened meanwhile. */
  if (gtk_widget_get_root (parent) == NULL
      || docket_session_get_workspace (asking->session) != DOCKET_WORKSPACE (source))
    return;
  body = write_body (asking->session);
  alert = docket_alert_new (parent, _ ("Sign Out?"), body);
  if (sum != NULL && sum->n_entries > 0)
    docket_alert_set_extra_child (alert, create_row (asking, sum));
  docket_alert_add_response (alert, "cancel", _ ("_Cancel"), DOCKET_RESPONSE_PLAIN);
  docket_alert_add_response (alert, "sign-out", _ ("_Sign Out"), DOCKET_RESPONSE_DESTRUCTIVE);
  docket_alert_set_default (alert, "cancel");
  g_signal_connect_data (alert, "response", G_CALLBACK (answered_cb), g_steal_pointer (&asking),
                         closure_free, 0);
  docket_alert_present (alert, parent);
}

void
docket_sign_out_ask (GtkWidget *parent, DocketSession *session)
{
  Asking *asking = g_new0 (Asking, 1);

  asking->parent = g_object_ref (parent);
  asking->session = g_object_ref (session);
  docket_copies_sum_async (docket_session_get_workspace (session), 0, NULL, summed_cb, asking);
}
