/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/docket-sign-in-page.h"

#include <glib/gi18n.h>
#include "tallyfy/tallyfy-address.h"
#include "ui/compat/docket-frame.h"
#include "ui/docket-field-error.h"
#include "ui/docket-proceed-button.h"
#include "ui/docket-sign-in-words.h"
#include "ui/docket-task-menu.h"
#include "ui/docket-token-field.h"

struct _DocketSignInPage
{
  AdwBin parent_instance;

  GtkWidget *back;
  GtkMenuButton *menu_button;
  DocketTokenField *token;
  AdwExpanderRow *advanced;
  AdwEntryRow *address;
  DocketFieldError *address_error;
  DocketProceedButton *proceed;
  GtkWidget *practice;

  GCancellable *cancellable; /* of the check under way, or NULL */
};

enum
{
  PROP_MENU_MODEL = 1,
};

enum
{
  CHECKED,
  BACK,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DocketSignInPage, docket_sign_in_page, ADW_TYPE_BIN)

static const char *
get_address (DocketSignInPage *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->address));
}

static void
update (DocketSignInPage *self)
{
  gboolean busy = self->cancellable != NULL;
  gboolean typed = *docket_token_field_get_text (self->token) != '\0';

  /* First: it takes the focus from the others. */
  docket_token_field_set_busy (self->token, busy);
  gtk_widget_set_sensitive (GTK_WIDGET (self->address), !busy);
  docket_proceed_button_update (self->proceed, typed, busy);
  gtk_widget_set_sensitive (self->practice, !busy);
}

static void
show_errors (DocketSignInPage *self, const char *token_error, const char *address_error)
{
  docket_token_field_set_error (self->token, token_error);
  docket_field_error_set (self->address_error, GTK_WIDGET (self->address), address_error);
  if (address_error != NULL)
    {
      adw_expander_row_set_expanded (self->advanced, TRUE);
      gtk_widget_grab_focus (GTK_WIDGET (self->address));
    }
  else if (token_error != NULL)
    docket_token_field_focus (self->token);
}

static void
end_check (DocketSignInPage *self)
{
  g_clear_object (&self->cancellable);
  update (self);
}

static void
checked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (DocketSignInPage) self = user_data;
  DocketSignIn *sign_in = DOCKET_SIGN_IN (source);
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL;
  DocketSignInField field = DOCKET_SIGN_IN_FIELD_TOKEN;

  if (docket_sign_in_check_finish (sign_in, result, &error))
    {
      end_check (self);
      if (docket_sign_in_get_organizations (sign_in)->len > 0)
        g_signal_emit (self, signals[CHECKED], 0, sign_in);
      else
        show_errors (self,
                     _ ("This token works for no organization yet. Ask an administrator to invite "
                        "you."),
                     NULL);
      return;
    }
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      if (self->cancellable != NULL && g_cancellable_is_cancelled (self->cancellable))
        end_check (self);
      /* Not where Back was pressed: the page is gone. */
      if (gtk_widget_get_mapped (GTK_WIDGET (self)))
        docket_token_field_focus (self->token);
      return;
    }
  end_check (self);
  words = docket_sign_in_words_explain (error, get_address (self), &field);
  show_errors (self, field == DOCKET_SIGN_IN_FIELD_TOKEN ? words : NULL,
               field == DOCKET_SIGN_IN_FIELD_ADDRESS ? words : NULL);
}

void
docket_sign_in_page_check (DocketSignInPage *self, const char *address, const char *token)
{
  g_autoptr (DocketSignIn) sign_in = docket_sign_in_new ();

  if (self->cancellable != NULL)
    return;
  show_errors (self, NULL, NULL);
  self->cancellable = g_cancellable_new ();
  update (self);
  docket_sign_in_check_async (sign_in, address, token, self->cancellable, checked_cb,
                              g_object_ref (self));
}

static void
proceed_cb (DocketSignInPage *self)
{
  if (*docket_token_field_get_text (self->token) != '\0')
    docket_sign_in_page_check (self, get_address (self), docket_token_field_get_text (self->token));
}

/* Not by its action's name: it is insensitive while a token is checked. */
static void
practice_cb (DocketSignInPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.practice", NULL);
}

static void
address_changed_cb (DocketSignInPage *self)
{
  docket_field_error_set (self->address_error, GTK_WIDGET (self->address), NULL);
}

static gboolean
back_cb (DocketSignInPage *self)
{
  if (!gtk_widget_get_visible (self->back))
    return FALSE;
  g_cancellable_cancel (self->cancellable);
  g_signal_emit (self, signals[BACK], 0);
  return TRUE;
}

static gboolean
back_key_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  return back_cb (DOCKET_SIGN_IN_PAGE (widget));
}

static gboolean
escape_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  DocketSignInPage *self = DOCKET_SIGN_IN_PAGE (widget);

  if (self->cancellable == NULL)
    return back_cb (self);
  g_cancellable_cancel (self->cancellable);
  return TRUE;
}

static void
docket_sign_in_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  DocketSignInPage *self = DOCKET_SIGN_IN_PAGE (object);

  switch (id)
    {
    case PROP_MENU_MODEL:
      gtk_menu_button_set_menu_model (self->menu_button, g_value_get_object (value));
      docket_menus_set_up_button (self->menu_button, _ ("Main menu"));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
docket_sign_in_page_dispose (GObject *object)
{
  DocketSignInPage *self = DOCKET_SIGN_IN_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  G_OBJECT_CLASS (docket_sign_in_page_parent_class)->dispose (object);
}

static void
docket_sign_in_page_class_init (DocketSignInPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = docket_sign_in_page_set_property;
  object_class->dispose = docket_sign_in_page_dispose;

  g_object_class_install_property (object_class, PROP_MENU_MODEL,
                                   g_param_spec_object ("menu-model", NULL, NULL, G_TYPE_MENU_MODEL,
                                                        G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS));
  signals[CHECKED] = g_signal_new ("checked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, DOCKET_TYPE_SIGN_IN);
  signals[BACK] = g_signal_new ("back", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 0);

  g_type_ensure (DOCKET_TYPE_FRAME);
  g_type_ensure (DOCKET_TYPE_FIELD_ERROR);
  g_type_ensure (DOCKET_TYPE_PROCEED_BUTTON);
  g_type_ensure (DOCKET_TYPE_TOKEN_FIELD);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/app/docket/Docket/ui/docket-sign-in-page.ui");
  gtk_widget_class_bind_template_child (widget_class, DocketSignInPage, back);
  gtk_widget_class_bind_template_child (widget_class, DocketSignInPage, menu_button);
  gtk_widget_class_bind_template_child (widget_class, DocketSignInPage, token);
  gtk_widget_class_bind_template_child (widget_class, DocketSignInPage, advanced);
  gtk_widget_class_bind_template_child (widget_class, DocketSignInPage, address);
  gtk_widget_class_bind_template_child (widget_class, DocketSignInPage, address_error);
  gtk_widget_class_bind_template_child (widget_class, DocketSignInPage, proceed);
  gtk_widget_class_bind_template_child (widget_class, DocketSignInPage, practice);
  gtk_widget_class_bind_template_callback (widget_class, back_cb);
  gtk_widget_class_bind_template_callback (widget_class, update);
  gtk_widget_class_bind_template_callback (widget_class, proceed_cb);
  gtk_widget_class_bind_template_callback (widget_class, practice_cb);
  gtk_widget_class_bind_template_callback (widget_class, address_changed_cb);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Left, GDK_ALT_MASK, back_key_cb, NULL);
}

static void
docket_sign_in_page_init (DocketSignInPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_editable_set_text (GTK_EDITABLE (self->address), TALLYFY_DEFAULT_ADDRESS);
  update (self);
}

void
docket_sign_in_page_focus (DocketSignInPage *self)
{
  docket_token_field_focus (self->token);
}

void
docket_sign_in_page_set_can_go_back (DocketSignInPage *self, gboolean can_go_back)
{
  gtk_widget_set_visible (self->back, can_go_back);
}

void
docket_sign_in_page_clear (DocketSignInPage *self)
{
  docket_token_field_clear (self->token);
}
