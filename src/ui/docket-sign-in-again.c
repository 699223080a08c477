/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/docket-sign-in-again.h"

#include <glib/gi18n.h>
#include "ui/compat/docket-sheet.h"
#include "ui/docket-proceed-button.h"
#include "ui/docket-sign-in-words.h"
#include "ui/docket-token-field.h"
#include "workspace/docket-secret.h"
#include "workspace/docket-text.h"

struct _DocketSignInAgain
{
  AdwBin parent_instance;

  GtkLabel *words;
  DocketTokenField *token;
  DocketProceedButton *proceed;

  DocketSession *session;
  GtkWidget *sheet;
  GCancellable *cancellable;
  gboolean busy;
};

enum
{
  OTHER_USER,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DocketSignInAgain, docket_sign_in_again, ADW_TYPE_BIN)

static void
update (DocketSignInAgain *self)
{
  gboolean typed = *docket_token_field_get_text (self->token) != '\0';

  docket_token_field_set_busy (self->token, self->busy);
  docket_proceed_button_update (self->proceed, typed, self->busy);
}

static void
close_with (DocketSignInAgain *self, gboolean same_user)
{
  char *token = g_strdup (docket_token_field_get_text (self->token));

  docket_token_field_clear (self->token);
  if (!same_user)
    g_signal_emit (self, signals[OTHER_USER], 0, token);
  docket_secret_free (token);
  docket_sheet_close (self->sheet);
}

static void
checked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (DocketSignInAgain) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL;
  DocketSignInField field;
  gboolean same_user;

  if (docket_session_sign_in_again_finish (DOCKET_SESSION (source), result, &same_user, &error))
    {
      close_with (self, same_user);
      return;
    }
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  self->busy = FALSE;
  update (self);
  words = docket_sign_in_words_explain (error, "", &field);
  docket_token_field_set_error (self->token, words);
  docket_token_field_focus (self->token);
}

static void
proceed_cb (DocketSignInAgain *self)
{
  const char *token = docket_token_field_get_text (self->token);

  if (*token == '\0' || self->busy || docket_session_get_workspace (self->session) == NULL)
    return;
  self->busy = TRUE;
  docket_session_sign_in_again_async (self->session, token, self->cancellable, checked_cb,
                                      g_object_ref (self));
  update (self);
}

static void
docket_sign_in_again_dispose (GObject *object)
{
  DocketSignInAgain *self = DOCKET_SIGN_IN_AGAIN (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (docket_sign_in_again_parent_class)->dispose (object);
}

/* The dialog was closed: nobody waits for the answer any more. */
static void
docket_sign_in_again_unroot (GtkWidget *widget)
{
  g_cancellable_cancel (DOCKET_SIGN_IN_AGAIN (widget)->cancellable);
  GTK_WIDGET_CLASS (docket_sign_in_again_parent_class)->unroot (widget);
}

static void
docket_sign_in_again_class_init (DocketSignInAgainClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = docket_sign_in_again_dispose;
  widget_class->unroot = docket_sign_in_again_unroot;
  signals[OTHER_USER]
      = g_signal_new ("other-user", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                      NULL, G_TYPE_NONE, 1, G_TYPE_STRING | G_SIGNAL_TYPE_STATIC_SCOPE);

  g_type_ensure (DOCKET_TYPE_PROCEED_BUTTON);
  g_type_ensure (DOCKET_TYPE_TOKEN_FIELD);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/app/docket/Docket/ui/docket-sign-in-again.ui");
  gtk_widget_class_bind_template_child (widget_class, DocketSignInAgain, words);
  gtk_widget_class_bind_template_child (widget_class, DocketSignInAgain, token);
  gtk_widget_class_bind_template_child (widget_class, DocketSignInAgain, proceed);
  gtk_widget_class_bind_template_callback (widget_class, update);
  gtk_widget_class_bind_template_callback (widget_class, proceed_cb);
}

static void
docket_sign_in_again_init (DocketSignInAgain *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  update (self);
}

/** docket_sign_in_again_open: the server cannot be changed here: a token belongs to its server. */
DocketSignInAgain *
docket_sign_in_again_open (GtkWidget *parent, DocketSession *session)
{
  DocketSignInAgain *self = g_object_new (DOCKET_TYPE_SIGN_IN_AGAIN, NULL);
  DocketAccount *account = docket_workspace_get_account (docket_session_get_workspace (session));
  g_autofree char *name = docket_text_isolate (docket_account_get_user_name (account), 60);
  g_autofree char *server = docket_text_isolate (docket_account_get_address (account), 120);
  /* Translators: the first %s is a person, the second the address of a server */
  g_autofree char *words
      /* Translators: the first is a person, the second an organization */
      = g_strdup_printf (_ ("%1$s, paste a new access token for %2$s."), name, server);

  self->session = g_object_ref (session);
  gtk_label_set_text (self->words, words);
  self->sheet = docket_sheet_new (parent, _ ("Sign In Again"), GTK_WIDGET (self), 420);
  docket_sheet_present (self->sheet, parent);
  docket_token_field_focus (self->token);
  return self;
}
