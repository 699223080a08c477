/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "workspace/docket-group.h"

#include "workspace/docket-task-private.h"

struct _DocketGroup
{
  GObject parent_instance;

  DocketGroupKind kind;
  guint n_tasks;
};

G_DEFINE_FINAL_TYPE (DocketGroup, docket_group, G_TYPE_OBJECT)

enum
{
  PROP_N_TASKS = 1,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

static void
docket_group_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_N_TASKS)
    g_value_set_uint (value, DOCKET_GROUP (object)->n_tasks);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
docket_group_class_init (DocketGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->get_property = docket_group_get_property;

  properties[PROP_N_TASKS] = g_param_spec_uint ("n-tasks", NULL, NULL, 0, G_MAXUINT, 0,
                                                G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPERTIES, properties);
}

static void
docket_group_init (DocketGroup *self)
{
}

/** docket_group_new: the header of @n_tasks rows. */
DocketGroup *
docket_group_new (DocketGroupKind kind, guint n_tasks)
{
  DocketGroup *self = g_object_new (DOCKET_TYPE_GROUP, NULL);

  self->kind = kind;
  self->n_tasks = n_tasks;
  return self;
}

void
docket_group_set_n_tasks (DocketGroup *self, guint n_tasks)
{
  if (self->n_tasks == n_tasks)
    return;
  self->n_tasks = n_tasks;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_TASKS]);
}

DocketGroupKind
docket_group_get_kind (DocketGroup *self)
{
  return self->kind;
}

guint
docket_group_get_n_tasks (DocketGroup *self)
{
  return self->n_tasks;
}
