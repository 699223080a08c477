/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "tallyfy/tallyfy-assignee.h"

#include "tallyfy/tallyfy-error-private.h"
#include "tallyfy/tallyfy-json.h"
#include "tallyfy/tallyfy-readers.h"

struct _TallyfyAssignee
{
  GObject parent_instance;

  TallyfyAssigneeKind kind;
  char *id;
  char *name;
};

G_DEFINE_FINAL_TYPE (TallyfyAssignee, tallyfy_assignee, G_TYPE_OBJECT)

/* Where each kind keeps its ID and its name when it comes as an object. */
typedef struct
{
  TallyfyAssigneeKind kind;
  const char *list;
  const char *id_members[2];
  const char *name_members[2];
} Shape;

static const Shape shapes[] = {
  { TALLYFY_ASSIGNEE_USER, "users", { "id", NULL }, { "full_name", "name" } },
  { TALLYFY_ASSIGNEE_GUEST, "guests", { "email", "id" }, { "full_name", "name" } },
  { TALLYFY_ASSIGNEE_GROUP, "groups", { "id", NULL }, { "name", "title" } },
};

static gboolean
no_id (const Shape *shape, GError **error)
{
  g_autofree char *message
      = g_strdup_printf ("An entry of “owners.%s” has no usable ID.", shape->list);

  g_propagate_error (error, tallyfy_error_new (TALLYFY_ERROR_MALFORMED, message, NULL));
  return FALSE;
}

static gboolean
read_object (TallyfyAssignee *self, const Shape *shape, JsonObject *object, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (shape->id_members); i++)
    if (self->id == NULL && shape->id_members[i] != NULL
        && !tallyfy_json_read_id (object, shape->id_members[i], &self->id, error))
      return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (shape->name_members); i++)
    if (self->name == NULL
        && !tallyfy_json_read_string (object, shape->name_members[i], &self->name, error))
      return FALSE;
  if (self->name != NULL && *self->name == '\0')
    g_clear_pointer (&self->name, g_free);
  return TRUE;
}

static gboolean
is_user_id (const char *text)
{
  return g_ascii_string_to_signed (text, 10, 1, G_MAXINT64, NULL, NULL);
}

/* Users are integers in some answers and objects in others. */
static gboolean
read_entry (const Shape *shape, JsonNode *node, GPtrArray *assignees, GError **error)
{
  g_autoptr (TallyfyAssignee) self = g_object_new (TALLYFY_TYPE_ASSIGNEE, NULL);

  self->kind = shape->kind;
  if (JSON_NODE_HOLDS_OBJECT (node))
    {
      if (!read_object (self, shape, json_node_get_object (node), error))
        return FALSE;
    }
  else
    self->id = tallyfy_json_scalar_text (node);

  if (self->id == NULL || *self->id == '\0')
    return no_id (shape, error);
  if (shape->kind == TALLYFY_ASSIGNEE_USER && !is_user_id (self->id))
    return no_id (shape, error);
  g_ptr_array_add (assignees, g_steal_pointer (&self));
  return TRUE;
}

static void
tallyfy_assignee_finalize (GObject *object)
{
  TallyfyAssignee *self = TALLYFY_ASSIGNEE (object);

  g_free (self->id);
  g_free (self->name);
  G_OBJECT_CLASS (tallyfy_assignee_parent_class)->finalize (object);
}

static void
tallyfy_assignee_class_init (TallyfyAssigneeClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tallyfy_assignee_finalize;
}

static void
tallyfy_assignee_init (TallyfyAssignee *self)
{
}

gboolean
tallyfy_assignees_read (JsonObject *object, GPtrArray *assignees, GError **error)
{
  JsonObject *owners = NULL;

  if (!tallyfy_json_read_object (object, "owners", &owners, error))
    return FALSE;
  return owners == NULL || tallyfy_assignees_read_lists (owners, assignees, error);
}

gboolean
tallyfy_assignees_read_lists (JsonObject *owners, GPtrArray *assignees, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (shapes); i++)
    {
      JsonArray *list = NULL;

      if (!tallyfy_json_read_list (owners, shapes[i].list, &list, error))
        return FALSE;
      for (guint j = 0; list != NULL && j < json_array_get_length (list); j++)
        if (!read_entry (&shapes[i], json_array_get_element (list, j), assignees, error))
          return FALSE;
    }
  return TRUE;
}

GStrv
tallyfy_assignees_get_ids (GPtrArray *assignees, TallyfyAssigneeKind kind)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();

  for (guint i = 0; i < assignees->len; i++)
    if (tallyfy_assignee_get_kind (assignees->pdata[i]) == kind)
      g_strv_builder_add (ids, tallyfy_assignee_get_id (assignees->pdata[i]));
  return g_strv_builder_end (ids);
}

static void
build_list (JsonBuilder *builder, const Shape *shape, const char *const *ids)
{
  json_builder_set_member_name (builder, shape->list);
  json_builder_begin_array (builder);
  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    if (shape->kind == TALLYFY_ASSIGNEE_USER)
      json_builder_add_int_value (builder, g_ascii_strtoll (ids[i], NULL, 10));
    else
      json_builder_add_string_value (builder, ids[i]);
  json_builder_end_array (builder);
}

void
tallyfy_assignees_build (JsonBuilder *builder,
                         const char *const *users,
                         const char *const *guests,
                         const char *const *groups)
{
  const char *const *const lists[] = { users, guests, groups };

  json_builder_begin_object (builder);
  for (guint i = 0; i < G_N_ELEMENTS (shapes); i++)
    build_list (builder, &shapes[i], lists[i]);
  json_builder_end_object (builder);
}

TallyfyAssigneeKind
tallyfy_assignee_get_kind (TallyfyAssignee *self)
{
  g_return_val_if_fail (TALLYFY_IS_ASSIGNEE (self), TALLYFY_ASSIGNEE_USER);
  return self->kind;
}

const char *
tallyfy_assignee_get_id (TallyfyAssignee *self)
{
  g_return_val_if_fail (TALLYFY_IS_ASSIGNEE (self), NULL);
  return self->id;
}

const char *
tallyfy_assignee_get_name (TallyfyAssignee *self)
{
  g_return_val_if_fail (TALLYFY_IS_ASSIGNEE (self), NULL);
  return self->name;
}
