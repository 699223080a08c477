/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/docket-undo.h"

#include <glib/gi18n.h>
#include "ui/docket-toast.h"

struct _DocketUndo
{
  GObject parent_instance;

  AdwToastOverlay *toasts;  /* not owned; NULL from the end on */
  DocketRemovals *removals; /* not owned */
  DocketMany *many;         /* not owned */
  gboolean many_possible;

  GPtrArray *offers; /* of Offer, the last one at the end */
  AdwToast *toast;   /* that shows the last one; nullable */
};

enum
{
  CHANGED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DocketUndo, docket_undo, G_TYPE_OBJECT)

typedef struct
{
  char *key; /* nullable */
  DocketUndoFunc func;
  gpointer data;
  GDestroyNotify free_data;
} Offer;

static void
offer_free (Offer *offer)
{
  offer->free_data (offer->data);
  g_free (offer->key);
  g_free (offer);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Offer, offer_free)

static void
hide_toast (DocketUndo *self)
{
  if (self->toast != NULL)
    docket_toast_dismiss (self->toast);
  g_clear_object (&self->toast);
}

static void
clicked_cb (AdwToast *toast, DocketUndo *self)
{
  if (toast == self->toast)
    docket_undo_last (self);
}

static void
dismissed_cb (AdwToast *toast, DocketUndo *self)
{
  if (toast == self->toast)
    g_clear_object (&self->toast);
}

static void
removal_started_cb (DocketUndo *self)
{
  docket_undo_forget (self, NULL);
}

static void
many_changed_cb (DocketUndo *self)
{
  const gboolean was_possible = self->many_possible;

  self->many_possible = docket_many_can_undo (self->many);
  if (self->many_possible && !was_possible)
    docket_undo_forget (self, NULL);
}

static void
docket_undo_dispose (GObject *object)
{
  DocketUndo *self = DOCKET_UNDO (object);

  g_clear_object (&self->toast);
  g_clear_pointer (&self->offers, g_ptr_array_unref);

  G_OBJECT_CLASS (docket_undo_parent_class)->dispose (object);
}

static void
docket_undo_class_init (DocketUndoClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = docket_undo_dispose;
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
docket_undo_init (DocketUndo *self)
{
  self->offers = g_ptr_array_new_with_free_func ((GDestroyNotify)offer_free);
}

DocketUndo *
docket_undo_new (AdwToastOverlay *toasts, DocketRemovals *removals, DocketMany *many)
{
  DocketUndo *self = g_object_new (DOCKET_TYPE_UNDO, NULL);

  self->toasts = toasts;
  self->removals = removals;
  self->many = many;
  g_signal_connect_object (removals, "started", G_CALLBACK (removal_started_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (many, "changed", G_CALLBACK (many_changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

void
docket_undo_end (DocketUndo *self)
{
  g_signal_handlers_disconnect_by_data (self->removals, self);
  g_signal_handlers_disconnect_by_data (self->many, self);
  hide_toast (self);
  g_ptr_array_set_size (self->offers, 0);
  self->toasts = NULL;
  g_object_unref (self);
}

void
docket_undo_offer (DocketUndo *self,
                   const char *words,
                   const char *key,
                   DocketUndoFunc func,
                   gpointer data,
                   GDestroyNotify free_data)
{
  Offer *offer;

  g_return_if_fail (DOCKET_IS_UNDO (self) && self->toasts != NULL);

  hide_toast (self);
  offer = g_new0 (Offer, 1);
  offer->key = g_strdup (key);
  offer->func = func;
  offer->data = data;
  offer->free_data = free_data;
  g_ptr_array_add (self->offers, offer);
  self->toast = g_object_ref (docket_toast_show (self->toasts, words, _ ("Undo")));
  g_signal_connect_object (self->toast, "button-clicked", G_CALLBACK (clicked_cb), self, 0);
  g_signal_connect_object (self->toast, "dismissed", G_CALLBACK (dismissed_cb), self, 0);
  g_signal_emit (self, signals[CHANGED], 0);
}

void
docket_undo_forget (DocketUndo *self, const char *key)
{
  g_return_if_fail (DOCKET_IS_UNDO (self));

  for (guint i = self->offers->len; i > 0; i--)
    {
      const Offer *offer = self->offers->pdata[i - 1];

      if (key != NULL && g_strcmp0 (offer->key, key) != 0)
        continue;
      if (i == self->offers->len)
        hide_toast (self);
      g_ptr_array_remove_index (self->offers, i - 1);
    }
  g_signal_emit (self, signals[CHANGED], 0);
}

gboolean
docket_undo_is_possible (DocketUndo *self)
{
  return self->offers->len > 0 || docket_many_can_undo (self->many)
         || docket_removals_can_undo (self->removals);
}

void
docket_undo_last (DocketUndo *self)
{
  if (self->offers->len > 0)
    {
      g_autoptr (Offer) offer = g_ptr_array_steal_index (self->offers, self->offers->len - 1);

      hide_toast (self);
      g_signal_emit (self, signals[CHANGED], 0);
      offer->func (offer->data);
    }
  else if (docket_many_can_undo (self->many))
    docket_many_undo (self->many);
  else
    docket_removals_undo (self->removals);
}
