/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "tallyfy/tallyfy-user.h"

#include "tallyfy/tallyfy-error-private.h"
#include "tallyfy/tallyfy-json.h"
#include "tallyfy/tallyfy-readers.h"

struct _TallyfyUser
{
  GObject parent_instance;

  gint64 id;
  char *full_name;
  char *email;
  char *role;
  char *status;
};

G_DEFINE_FINAL_TYPE (TallyfyUser, tallyfy_user, G_TYPE_OBJECT)

static gboolean
is_empty (const char *text)
{
  return text == NULL || *text == '\0';
}

/* full_name, else first and last name, else e-mail, else the ID. */
static gboolean
read_name (TallyfyUser *self, JsonObject *object, GError **error)
{
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;

  if (!tallyfy_json_read_string (object, "full_name", &self->full_name, error)
      || !tallyfy_json_read_string (object, "first_name", &first, error)
      || !tallyfy_json_read_string (object, "last_name", &last, error))
    return FALSE;
  if (!is_empty (self->full_name))
    return TRUE;

  g_free (self->full_name);
  if (!is_empty (first) && !is_empty (last))
    self->full_name = g_strjoin (" ", first, last, NULL);
  else if (!is_empty (first) || !is_empty (last))
    self->full_name = g_strdup (is_empty (first) ? last : first);
  else if (!is_empty (self->email))
    self->full_name = g_strdup (self->email);
  else
    self->full_name = g_strdup_printf ("%" G_GINT64_FORMAT, self->id);
  return TRUE;
}

static gboolean
read_all (TallyfyUser *self, JsonObject *object, GError **error)
{
  if (!tallyfy_json_read_int (object, "id", &self->id, error))
    return FALSE;
  if (self->id <= 0)
    {
      g_propagate_error (error,
                         tallyfy_error_new (TALLYFY_ERROR_MALFORMED, "A user has no ID.", NULL));
      return FALSE;
    }
  return tallyfy_json_read_string (object, "email", &self->email, error)
         && tallyfy_json_read_string (object, "role", &self->role, error)
         && tallyfy_json_read_string (object, "status", &self->status, error)
         && read_name (self, object, error);
}

static void
tallyfy_user_finalize (GObject *object)
{
  TallyfyUser *self = TALLYFY_USER (object);

  g_free (self->full_name);
  g_free (self->email);
  g_free (self->role);
  g_free (self->status);
  G_OBJECT_CLASS (tallyfy_user_parent_class)->finalize (object);
}

static void
tallyfy_user_class_init (TallyfyUserClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tallyfy_user_finalize;
}

static void
tallyfy_user_init (TallyfyUser *self)
{
}

TallyfyUser *
tallyfy_user_read (JsonNode *node, GError **error)
{
  JsonObject *object = tallyfy_json_expect_object (node, "user", error);
  g_autoptr (TallyfyUser) self = NULL;

  if (object == NULL)
    return NULL;
  self = g_object_new (TALLYFY_TYPE_USER, NULL);
  return read_all (self, object, error) ? g_steal_pointer (&self) : NULL;
}

gint64
tallyfy_user_get_id (TallyfyUser *self)
{
  g_return_val_if_fail (TALLYFY_IS_USER (self), 0);
  return self->id;
}

const char *
tallyfy_user_get_full_name (TallyfyUser *self)
{
  g_return_val_if_fail (TALLYFY_IS_USER (self), NULL);
  return self->full_name;
}

const char *
tallyfy_user_get_email (TallyfyUser *self)
{
  g_return_val_if_fail (TALLYFY_IS_USER (self), NULL);
  return self->email;
}

const char *
tallyfy_user_get_role (TallyfyUser *self)
{
  g_return_val_if_fail (TALLYFY_IS_USER (self), NULL);
  return self->role;
}

gboolean
tallyfy_user_is_active (TallyfyUser *self)
{
  g_return_val_if_fail (TALLYFY_IS_USER (self), FALSE);
  return self->status == NULL || g_ascii_strcasecmp (self->status, "active") == 0;
}
