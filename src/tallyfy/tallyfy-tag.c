/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "tallyfy/tallyfy-tag.h"

#include "tallyfy/tallyfy-json.h"
#include "tallyfy/tallyfy-readers.h"

struct _TallyfyTag
{
  GObject parent_instance;

  char *id;
  char *title;
  char *color;
};

G_DEFINE_FINAL_TYPE (TallyfyTag, tallyfy_tag, G_TYPE_OBJECT)

static void
tallyfy_tag_finalize (GObject *object)
{
  TallyfyTag *self = TALLYFY_TAG (object);

  g_free (self->id);
  g_free (self->title);
  g_free (self->color);
  G_OBJECT_CLASS (tallyfy_tag_parent_class)->finalize (object);
}

static void
tallyfy_tag_class_init (TallyfyTagClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tallyfy_tag_finalize;
}

static void
tallyfy_tag_init (TallyfyTag *self)
{
}

TallyfyTag *
tallyfy_tag_read (JsonNode *node, GError **error)
{
  JsonObject *object = tallyfy_json_expect_object (node, "tag", error);
  g_autoptr (TallyfyTag) self = NULL;

  if (object == NULL)
    return NULL;
  self = g_object_new (TALLYFY_TYPE_TAG, NULL);
  if (!tallyfy_json_read_own_id (object, &self->id, error)
      || !tallyfy_json_read_string (object, "title", &self->title, error)
      || !tallyfy_json_read_string (object, "color", &self->color, error))
    return NULL;
  if (self->title == NULL)
    self->title = g_strdup ("");
  return g_steal_pointer (&self);
}

const char *
tallyfy_tag_get_id (TallyfyTag *self)
{
  g_return_val_if_fail (TALLYFY_IS_TAG (self), NULL);
  return self->id;
}

const char *
tallyfy_tag_get_title (TallyfyTag *self)
{
  g_return_val_if_fail (TALLYFY_IS_TAG (self), NULL);
  return self->title;
}

const char *
tallyfy_tag_get_color (TallyfyTag *self)
{
  g_return_val_if_fail (TALLYFY_IS_TAG (self), NULL);
  return self->color;
}
