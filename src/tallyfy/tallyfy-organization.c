/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "tallyfy/tallyfy-organization.h"

#include "tallyfy/tallyfy-json.h"
#include "tallyfy/tallyfy-readers.h"

struct _TallyfyOrganization
{
  GObject parent_instance;

  char *id;
  char *name;
};

G_DEFINE_FINAL_TYPE (TallyfyOrganization, tallyfy_organization, G_TYPE_OBJECT)

static void
tallyfy_organization_finalize (GObject *object)
{
  TallyfyOrganization *self = TALLYFY_ORGANIZATION (object);

  g_free (self->id);
  g_free (self->name);
  G_OBJECT_CLASS (tallyfy_organization_parent_class)->finalize (object);
}

static void
tallyfy_organization_class_init (TallyfyOrganizationClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tallyfy_organization_finalize;
}

static void
tallyfy_organization_init (TallyfyOrganization *self)
{
}

TallyfyOrganization *
tallyfy_organization_read (JsonNode *node, GError **error)
{
  JsonObject *object = tallyfy_json_expect_object (node, "organization", error);
  g_autoptr (TallyfyOrganization) self = NULL;

  if (object == NULL)
    return NULL;
  self = g_object_new (TALLYFY_TYPE_ORGANIZATION, NULL);
  if (!tallyfy_json_read_own_id (object, &self->id, error)
      || !tallyfy_json_read_string (object, "name", &self->name, error))
    return NULL;
  if (self->name == NULL || *self->name == '\0')
    {
      g_free (self->name);
      self->name = g_strdup (self->id);
    }
  return g_steal_pointer (&self);
}

const char *
tallyfy_organization_get_id (TallyfyOrganization *self)
{
  g_return_val_if_fail (TALLYFY_IS_ORGANIZATION (self), NULL);
  return self->id;
}

const char *
tallyfy_organization_get_name (TallyfyOrganization *self)
{
  g_return_val_if_fail (TALLYFY_IS_ORGANIZATION (self), NULL);
  return self->name;
}
