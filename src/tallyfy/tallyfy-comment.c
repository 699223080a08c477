/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "tallyfy/tallyfy-comment.h"

#include "tallyfy/tallyfy-json.h"
#include "tallyfy/tallyfy-readers.h"

struct _TallyfyComment
{
  GObject parent_instance;

  char *id;
  char *content;
  char *author_id;
  char *author_type;
  char *author_name;
  char *label;
  char *resolve_id;
  GDateTime *created_at;
};

G_DEFINE_FINAL_TYPE (TallyfyComment, tallyfy_comment, G_TYPE_OBJECT)

static gboolean
read_author (TallyfyComment *self, JsonObject *object, GError **error)
{
  JsonObject *author = NULL;

  if (!tallyfy_json_read_id (object, "author_id", &self->author_id, error)
      || !tallyfy_json_read_string (object, "author_type", &self->author_type, error)
      || !tallyfy_json_read_object (object, "author", &author, error))
    return FALSE;
  return author == NULL
         || tallyfy_json_read_string (author, "full_name", &self->author_name, error);
}

static gboolean
read_all (TallyfyComment *self, JsonObject *object, GError **error)
{
  if (!tallyfy_json_read_own_id (object, &self->id, error)
      || !tallyfy_json_read_string (object, "content", &self->content, error)
      || !tallyfy_json_read_string (object, "label", &self->label, error)
      || !tallyfy_json_read_id (object, "resolve_id", &self->resolve_id, error)
      || !tallyfy_json_read_date (object, "created_at", &self->created_at, error)
      || !read_author (self, object, error))
    return FALSE;
  if (self->content == NULL)
    self->content = g_strdup ("");
  return TRUE;
}

static void
tallyfy_comment_finalize (GObject *object)
{
  TallyfyComment *self = TALLYFY_COMMENT (object);

  g_free (self->id);
  g_free (self->content);
  g_free (self->author_id);
  g_free (self->author_type);
  g_free (self->author_name);
  g_free (self->label);
  g_free (self->resolve_id);
  g_clear_pointer (&self->created_at, g_date_time_unref);
  G_OBJECT_CLASS (tallyfy_comment_parent_class)->finalize (object);
}

static void
tallyfy_comment_class_init (TallyfyCommentClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tallyfy_comment_finalize;
}

static void
tallyfy_comment_init (TallyfyComment *self)
{
}

TallyfyComment *
tallyfy_comment_read (JsonNode *node, GError **error)
{
  JsonObject *object = tallyfy_json_expect_object (node, "comment", error);
  g_autoptr (TallyfyComment) self = NULL;

  if (object == NULL)
    return NULL;
  self = g_object_new (TALLYFY_TYPE_COMMENT, NULL);
  return read_all (self, object, error) ? g_steal_pointer (&self) : NULL;
}

const char *
tallyfy_comment_get_id (TallyfyComment *self)
{
  g_return_val_if_fail (TALLYFY_IS_COMMENT (self), NULL);
  return self->id;
}

const char *
tallyfy_comment_get_content (TallyfyComment *self)
{
  g_return_val_if_fail (TALLYFY_IS_COMMENT (self), NULL);
  return self->content;
}

const char *
tallyfy_comment_get_author_id (TallyfyComment *self)
{
  g_return_val_if_fail (TALLYFY_IS_COMMENT (self), NULL);
  return self->author_id;
}

const char *
tallyfy_comment_get_author_type (TallyfyComment *self)
{
  g_return_val_if_fail (TALLYFY_IS_COMMENT (self), NULL);
  return self->author_type;
}

const char *
tallyfy_comment_get_author_name (TallyfyComment *self)
{
  g_return_val_if_fail (TALLYFY_IS_COMMENT (self), NULL);
  return self->author_name;
}

const char *
tallyfy_comment_get_label (TallyfyComment *self)
{
  g_return_val_if_fail (TALLYFY_IS_COMMENT (self), NULL);
  return self->label;
}

GDateTime *
tallyfy_comment_get_created_at (TallyfyComment *self)
{
  g_return_val_if_fail (TALLYFY_IS_COMMENT (self), NULL);
  return self->created_at;
}

gboolean
tallyfy_comment_is_open_problem (TallyfyComment *self)
{
  g_return_val_if_fail (TALLYFY_IS_COMMENT (self), FALSE);
  return g_strcmp0 (self->label, "problem") == 0 && self->resolve_id == NULL;
}
