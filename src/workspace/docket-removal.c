/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "workspace/docket-removal-private.h"

struct _DocketRemoval
{
  GObject parent_instance;

  gint64 entry;
  DocketRemovalKind kind;
  DocketTarget target;
  DocketRemovalOutcome outcome;
  char *task_id;
  char *title;
  gboolean was_archived;
  GError *error;
  GDateTime *looked_up_at;
};

/* Not G_DEFINE_QUARK(), into whose name the formatter puts spaces. */
GQuark
docket_removal_error_quark (void)
{
  return g_quark_from_static_string ("docket-removal-error-quark");
}

G_DEFINE_FINAL_TYPE (DocketRemoval, docket_removal, G_TYPE_OBJECT)

static void
docket_removal_finalize (GObject *object)
{
  DocketRemoval *self = DOCKET_REMOVAL (object);

  g_free (self->task_id);
  g_free (self->title);
  g_clear_error (&self->error);
  g_clear_pointer (&self->looked_up_at, g_date_time_unref);
  G_OBJECT_CLASS (docket_removal_parent_class)->finalize (object);
}

static void
docket_removal_class_init (DocketRemovalClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = docket_removal_finalize;
}

static void
docket_removal_init (DocketRemoval *self)
{
}

DocketRemoval *
docket_removal_new (gint64 entry,
                    DocketRemovalKind kind,
                    DocketRemovalOutcome outcome,
                    const char *task_id,
                    const char *title,
                    gboolean was_archived,
                    const GError *error,
                    GDateTime *looked_up_at)
{
  DocketRemoval *self = g_object_new (DOCKET_TYPE_REMOVAL, NULL);

  self->entry = entry;
  self->kind = kind;
  self->outcome = outcome;
  self->task_id = g_strdup (task_id);
  self->title = g_strdup (title != NULL ? title : "");
  self->was_archived = was_archived;
  self->error = error != NULL ? g_error_copy (error) : NULL;
  self->looked_up_at = looked_up_at != NULL ? g_date_time_ref (looked_up_at) : NULL;
  return self;
}

gint64
docket_removal_get_entry (DocketRemoval *self)
{
  g_return_val_if_fail (DOCKET_IS_REMOVAL (self), 0);

  return self->entry;
}

DocketRemovalKind
docket_removal_get_kind (DocketRemoval *self)
{
  g_return_val_if_fail (DOCKET_IS_REMOVAL (self), DOCKET_REMOVAL_ARCHIVE);

  return self->kind;
}

void
docket_removal_set_target (DocketRemoval *self, DocketTarget target)
{
  self->target = target;
}

DocketTarget
docket_removal_get_target (DocketRemoval *self)
{
  g_return_val_if_fail (DOCKET_IS_REMOVAL (self), DOCKET_TARGET_TASK);

  return self->target;
}

DocketRemovalOutcome
docket_removal_get_outcome (DocketRemoval *self)
{
  g_return_val_if_fail (DOCKET_IS_REMOVAL (self), DOCKET_OUTCOME_NOT_CONFIRMED);

  return self->outcome;
}

const char *
docket_removal_get_task_id (DocketRemoval *self)
{
  g_return_val_if_fail (DOCKET_IS_REMOVAL (self), NULL);

  return self->task_id;
}

const char *
docket_removal_get_title (DocketRemoval *self)
{
  g_return_val_if_fail (DOCKET_IS_REMOVAL (self), NULL);

  return self->title;
}

gboolean
docket_removal_get_was_archived (DocketRemoval *self)
{
  g_return_val_if_fail (DOCKET_IS_REMOVAL (self), FALSE);

  return self->was_archived;
}

const GError *
docket_removal_get_error (DocketRemoval *self)
{
  g_return_val_if_fail (DOCKET_IS_REMOVAL (self), NULL);

  return self->error;
}

GDateTime *
docket_removal_get_looked_up_at (DocketRemoval *self)
{
  g_return_val_if_fail (DOCKET_IS_REMOVAL (self), NULL);

  return self->looked_up_at;
}

gboolean
docket_removal_is_done (DocketRemoval *self)
{
  g_return_val_if_fail (DOCKET_IS_REMOVAL (self), FALSE);

  return self->outcome == DOCKET_OUTCOME_DONE || self->outcome == DOCKET_OUTCOME_FOUND_DONE;
}
