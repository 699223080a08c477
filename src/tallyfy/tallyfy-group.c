/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "tallyfy/tallyfy-group.h"

#include "tallyfy/tallyfy-json.h"
#include "tallyfy/tallyfy-readers.h"

struct _TallyfyGroup
{
  GObject parent_instance;

  char *id;
  char *name;
  GStrv members;
  GStrv guests;
};

G_DEFINE_FINAL_TYPE (TallyfyGroup, tallyfy_group, G_TYPE_OBJECT)

/* They come as bare IDs or as objects, as the assignees of a task do. */
static gboolean
read_people (
    JsonObject *object, const char *list, const char *id_member, GStrv *people, GError **error)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  JsonArray *array = NULL;

  if (!tallyfy_json_read_list (object, list, &array, error))
    return FALSE;
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);
      g_autofree char *id = tallyfy_json_scalar_text (node);

      if (id == NULL)
        {
          JsonObject *person = tallyfy_json_expect_object (node, list, error);

          if (person == NULL || !tallyfy_json_read_id (person, id_member, &id, error))
            return FALSE;
        }
      if (id != NULL && *id != '\0')
        g_strv_builder_add (ids, id);
    }
  *people = g_strv_builder_end (ids);
  return TRUE;
}

static void
tallyfy_group_finalize (GObject *object)
{
  TallyfyGroup *self = TALLYFY_GROUP (object);

  g_free (self->id);
  g_free (self->name);
  g_strfreev (self->members);
  g_strfreev (self->guests);
  G_OBJECT_CLASS (tallyfy_group_parent_class)->finalize (object);
}

static void
tallyfy_group_class_init (TallyfyGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tallyfy_group_finalize;
}

static void
tallyfy_group_init (TallyfyGroup *self)
{
}

TallyfyGroup *
tallyfy_group_read (JsonNode *node, GError **error)
{
  JsonObject *object = tallyfy_json_expect_object (node, "group", error);
  g_autoptr (TallyfyGroup) self = NULL;

  if (object == NULL)
    return NULL;
  self = g_object_new (TALLYFY_TYPE_GROUP, NULL);
  if (!tallyfy_json_read_own_id (object, &self->id, error)
      || !tallyfy_json_read_string (object, "name", &self->name, error)
      || !read_people (object, "members", "id", &self->members, error)
      || !read_people (object, "guests", "email", &self->guests, error))
    return NULL;
  if (self->name == NULL || *self->name == '\0')
    {
      g_free (self->name);
      self->name = g_strdup (self->id);
    }
  return g_steal_pointer (&self);
}

const char *
tallyfy_group_get_id (TallyfyGroup *self)
{
  g_return_val_if_fail (TALLYFY_IS_GROUP (self), NULL);
  return self->id;
}

const char *
tallyfy_group_get_name (TallyfyGroup *self)
{
  g_return_val_if_fail (TALLYFY_IS_GROUP (self), NULL);
  return self->name;
}

const char *const *
tallyfy_group_get_members (TallyfyGroup *self)
{
  g_return_val_if_fail (TALLYFY_IS_GROUP (self), NULL);
  return (const char *const *)self->members;
}

const char *const *
tallyfy_group_get_guests (TallyfyGroup *self)
{
  g_return_val_if_fail (TALLYFY_IS_GROUP (self), NULL);
  return (const char *const *)self->guests;
}
