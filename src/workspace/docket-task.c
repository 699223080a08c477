/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "workspace/docket-task.h"

#include "workspace/docket-task-private.h"

struct _DocketTask
{
  GObject parent_instance;

  DocketTaskData *data; /* NULL until it is loaded */
  gboolean differs;     /* something has changed while it is filled */
};

G_DEFINE_FINAL_TYPE (DocketTask, docket_task, G_TYPE_OBJECT)

typedef enum
{
  PROP_LOADED = 1,
  PROP_ID,
  PROP_TITLE,
  PROP_DEADLINE,
  PROP_ARCHIVED_AT,
  PROP_COMPLETED_AT,
  PROP_COMPLETED,
  PROP_ARCHIVED,
  PROP_ONE_OFF,
  PROP_TASK_TYPE,
  PROP_PROCESS_NAME,
  PROP_PROCESS_ID,
  PROP_COMPLETER,
  PROP_N_COMMENTS,
  PROP_ASSIGNEES,
  PROP_MINE,
  PROP_HIT,
} DocketTaskProperty;

static GParamSpec *properties[PROP_HIT + 1];

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static void
docket_task_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  DocketTask *self = DOCKET_TASK (object);

  switch ((DocketTaskProperty)id)
    {
    case PROP_LOADED:
      g_value_set_boolean (value, docket_task_get_loaded (self));
      break;
    case PROP_ID:
      g_value_set_string (value, docket_task_get_id (self));
      break;
    case PROP_TITLE:
      g_value_set_string (value, docket_task_get_title (self));
      break;
    case PROP_DEADLINE:
      g_value_set_boxed (value, docket_task_get_deadline (self));
      break;
    case PROP_ARCHIVED_AT:
      g_value_set_boxed (value, docket_task_get_archived_at (self));
      break;
    case PROP_COMPLETED_AT:
      g_value_set_boxed (value, docket_task_get_completed_at (self));
      break;
    case PROP_COMPLETED:
      g_value_set_boolean (value, docket_task_get_completed (self));
      break;
    case PROP_ARCHIVED:
      g_value_set_boolean (value, docket_task_get_archived (self));
      break;
    case PROP_ONE_OFF:
      g_value_set_boolean (value, docket_task_get_one_off (self));
      break;
    case PROP_TASK_TYPE:
      g_value_set_string (value, docket_task_get_task_type (self));
      break;
    case PROP_PROCESS_NAME:
      g_value_set_string (value, docket_task_get_process_name (self));
      break;
    case PROP_PROCESS_ID:
      g_value_set_string (value, docket_task_get_process_id (self));
      break;
    case PROP_COMPLETER:
      g_value_set_string (value, docket_task_get_completer (self));
      break;
    case PROP_N_COMMENTS:
      g_value_set_uint (value, docket_task_get_n_comments (self));
      break;
    case PROP_ASSIGNEES:
      g_value_set_boxed (value, docket_task_get_assignees (self));
      break;
    case PROP_MINE:
      g_value_set_boolean (value, docket_task_get_mine (self));
      break;
    case PROP_HIT:
      g_value_set_boxed (value, docket_task_get_hit (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
docket_task_finalize (GObject *object)
{
  g_clear_pointer (&DOCKET_TASK (object)->data, docket_task_data_free);
  G_OBJECT_CLASS (docket_task_parent_class)->finalize (object);
}

static GParamSpec *
flag (const char *name)
{
  return g_param_spec_boolean (name, NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
}

static GParamSpec *
text (const char *name)
{
  return g_param_spec_string (name, NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
}

static GParamSpec *
boxed (const char *name, GType type)
{
  return g_param_spec_boxed (name, NULL, NULL, type, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
}

static void
docket_task_class_init (DocketTaskClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = docket_task_get_property;
  object_class->finalize = docket_task_finalize;

  properties[PROP_LOADED] = flag ("loaded");
  properties[PROP_ID] = text ("id");
  properties[PROP_TITLE] = text ("title");
  properties[PROP_DEADLINE] = boxed ("deadline", G_TYPE_DATE_TIME);
  properties[PROP_ARCHIVED_AT] = boxed ("archived-at", G_TYPE_DATE_TIME);
  properties[PROP_COMPLETED_AT] = boxed ("completed-at", G_TYPE_DATE_TIME);
  properties[PROP_COMPLETED] = flag ("completed");
  properties[PROP_ARCHIVED] = flag ("archived");
  properties[PROP_ONE_OFF] = flag ("one-off");
  properties[PROP_TASK_TYPE] = text ("task-type");
  properties[PROP_PROCESS_NAME] = text ("process-name");
  properties[PROP_PROCESS_ID] = text ("process-id");
  properties[PROP_COMPLETER] = text ("completer");
  properties[PROP_N_COMMENTS] = g_param_spec_uint ("n-comments", NULL, NULL, 0, G_MAXUINT, 0,
                                                   G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_ASSIGNEES] = boxed ("assignees", G_TYPE_STRV);
  properties[PROP_MINE] = flag ("mine");
  properties[PROP_HIT] = boxed ("hit", DOCKET_TYPE_HIT);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", DOCKET_TYPE_TASK, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 0);
}

static void
docket_task_init (DocketTask *self)
{
}

/** docket_task_new: a row that is not loaded yet. */
DocketTask *
docket_task_new (void)
{
  return g_object_new (DOCKET_TYPE_TASK, NULL);
}

static gboolean
is_other_date (GDateTime *a, GDateTime *b)
{
  if (a == NULL || b == NULL)
    return a != b;
  return !g_date_time_equal (a, b);
}

static void
notify_if (DocketTask *self, DocketTaskProperty property, gboolean other)
{
  if (!other)
    return;
  self->differs = TRUE;
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

static void
notify_differences (DocketTask *self, const DocketTaskData *old, const DocketTaskData *new)
{
  notify_if (self, PROP_ID, g_strcmp0 (old->id, new->id) != 0);
  notify_if (self, PROP_TITLE, g_strcmp0 (old->title, new->title) != 0);
  notify_if (self, PROP_DEADLINE, is_other_date (old->deadline, new->deadline));
  notify_if (self, PROP_ARCHIVED_AT, is_other_date (old->archived_at, new->archived_at));
  notify_if (self, PROP_COMPLETED_AT, is_other_date (old->completed_at, new->completed_at));
  notify_if (self, PROP_COMPLETED, old->completed != new->completed);
  notify_if (self, PROP_ARCHIVED, old->archived != new->archived);
  notify_if (self, PROP_ONE_OFF, old->one_off != new->one_off);
  notify_if (self, PROP_TASK_TYPE, g_strcmp0 (old->task_type, new->task_type) != 0);
  notify_if (self, PROP_PROCESS_NAME, g_strcmp0 (old->process_name, new->process_name) != 0);
  notify_if (self, PROP_PROCESS_ID, g_strcmp0 (old->process_id, new->process_id) != 0);
  notify_if (self, PROP_COMPLETER, g_strcmp0 (old->completer, new->completer) != 0);
  notify_if (self, PROP_N_COMMENTS, old->n_comments != new->n_comments);
  notify_if (self, PROP_ASSIGNEES,
             old->assignees == NULL
                 || !g_strv_equal ((const char *const *)old->assignees,
                                   (const char *const *)new->assignees));
  notify_if (self, PROP_MINE, old->mine != new->mine);
  notify_if (self, PROP_HIT, !docket_hit_equal (old->hit, new->hit));
}

/** docket_task_fill: gives the row its content, once and again. */
void
docket_task_fill (DocketTask *self, DocketTaskData *data)
{
  static const DocketTaskData nothing = { 0 };
  DocketTaskData *old = self->data;

  self->data = data;
  self->differs = FALSE;
  g_object_freeze_notify (G_OBJECT (self));
  notify_if (self, PROP_LOADED, old == NULL);
  notify_differences (self, old != NULL ? old : &nothing, data);
  g_object_thaw_notify (G_OBJECT (self));
  if (self->differs)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
  g_clear_pointer (&old, docket_task_data_free);
}

gboolean
docket_task_is_row_only (DocketTask *self)
{
  return self->data != NULL && !self->data->has_detail;
}

DocketTaskData *
docket_task_dup_data (DocketTask *self)
{
  return docket_task_data_copy (self->data);
}

gboolean
docket_task_get_loaded (DocketTask *self)
{
  return self->data != NULL;
}

const char *
docket_task_get_id (DocketTask *self)
{
  return self->data != NULL ? self->data->id : NULL;
}

const char *
docket_task_get_title (DocketTask *self)
{
  return self->data != NULL ? self->data->title : NULL;
}

GDateTime *
docket_task_get_deadline (DocketTask *self)
{
  return self->data != NULL ? self->data->deadline : NULL;
}

GDateTime *
docket_task_get_archived_at (DocketTask *self)
{
  return self->data != NULL ? self->data->archived_at : NULL;
}

GDateTime *
docket_task_get_completed_at (DocketTask *self)
{
  return self->data != NULL ? self->data->completed_at : NULL;
}

gboolean
docket_task_get_completed (DocketTask *self)
{
  return self->data != NULL && self->data->completed;
}

gboolean
docket_task_get_archived (DocketTask *self)
{
  return self->data != NULL && self->data->archived;
}

gboolean
docket_task_get_one_off (DocketTask *self)
{
  return self->data != NULL && self->data->one_off;
}

const char *
docket_task_get_task_type (DocketTask *self)
{
  return self->data != NULL ? self->data->task_type : NULL;
}

const char *
docket_task_get_process_name (DocketTask *self)
{
  return self->data != NULL ? self->data->process_name : NULL;
}

const char *
docket_task_get_process_id (DocketTask *self)
{
  return self->data != NULL ? self->data->process_id : NULL;
}

const char *
docket_task_get_completer (DocketTask *self)
{
  return self->data != NULL ? self->data->completer : NULL;
}

guint
docket_task_get_n_comments (DocketTask *self)
{
  return self->data != NULL ? self->data->n_comments : 0;
}

const char *const *
docket_task_get_assignees (DocketTask *self)
{
  static const char *const nobody[] = { NULL };

  return self->data != NULL ? (const char *const *)self->data->assignees : nobody;
}

gboolean
docket_task_get_mine (DocketTask *self)
{
  return self->data != NULL && self->data->mine;
}

const DocketHit *
docket_task_get_hit (DocketTask *self)
{
  return self->data != NULL ? self->data->hit : NULL;
}
