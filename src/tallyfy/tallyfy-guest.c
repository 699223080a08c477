/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "tallyfy/tallyfy-guest.h"

#include "tallyfy/tallyfy-error-private.h"
#include "tallyfy/tallyfy-json.h"
#include "tallyfy/tallyfy-readers.h"

struct _TallyfyGuest
{
  GObject parent_instance;

  char *email;
  char *full_name;
};

G_DEFINE_FINAL_TYPE (TallyfyGuest, tallyfy_guest, G_TYPE_OBJECT)

/* full_name, else first and last name, else the address. */
static gboolean
read_name (TallyfyGuest *self, JsonObject *object, GError **error)
{
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;

  if (self->email == NULL || !tallyfy_json_id_is_usable (self->email))
    {
      g_propagate_error (error, tallyfy_error_new (TALLYFY_ERROR_MALFORMED,
                                                   "A guest has no address.", NULL));
      return FALSE;
    }
  if (!tallyfy_json_read_string (object, "full_name", &self->full_name, error)
      || !tallyfy_json_read_string (object, "first_name", &first, error)
      || !tallyfy_json_read_string (object, "last_name", &last, error))
    return FALSE;
  if (self->full_name == NULL || *self->full_name == '\0')
    {
      g_free (self->full_name);
      self->full_name
          = g_strconcat (first != NULL ? first : "", " ", last != NULL ? last : "", NULL);
      g_strstrip (self->full_name);
    }
  if (*self->full_name == '\0')
    {
      g_free (self->full_name);
      self->full_name = g_strdup (self->email);
    }
  return TRUE;
}

static void
tallyfy_guest_finalize (GObject *object)
{
  TallyfyGuest *self = TALLYFY_GUEST (object);

  g_free (self->email);
  g_free (self->full_name);
  G_OBJECT_CLASS (tallyfy_guest_parent_class)->finalize (object);
}

static void
tallyfy_guest_class_init (TallyfyGuestClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tallyfy_guest_finalize;
}

static void
tallyfy_guest_init (TallyfyGuest *self)
{
}

TallyfyGuest *
tallyfy_guest_read (JsonNode *node, GError **error)
{
  JsonObject *object = tallyfy_json_expect_object (node, "guest", error);
  g_autoptr (TallyfyGuest) self = NULL;

  if (object == NULL)
    return NULL;
  self = g_object_new (TALLYFY_TYPE_GUEST, NULL);
  if (!tallyfy_json_read_string (object, "email", &self->email, error)
      || !read_name (self, object, error))
    return NULL;
  return g_steal_pointer (&self);
}

const char *
tallyfy_guest_get_email (TallyfyGuest *self)
{
  g_return_val_if_fail (TALLYFY_IS_GUEST (self), NULL);
  return self->email;
}

const char *
tallyfy_guest_get_full_name (TallyfyGuest *self)
{
  g_return_val_if_fail (TALLYFY_IS_GUEST (self), NULL);
  return self->full_name;
}
