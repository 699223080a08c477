/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "workspace/docket-pages.h"

#include "tallyfy/tallyfy.h"
#include "workspace/docket-cache-digest.h"

/* So many pages at the front of the list are read again at most, for what is missing at the end: it
 * has moved there, or fallen between two pages that were under way together. */
#define MAX_AGAIN 20

struct _DocketPages
{
  GObject parent_instance;

  TallyfyClient *client;
  DocketCache *cache; /* nullable */
  char *organization_id;
  gboolean of_processes;
  TallyfyTaskQuery task_query;
  TallyfyProcessQuery process_query;
  guint n_at_once;
  DocketPagesTake take;
  gpointer user_data;

  guint first;      /* page */
  guint next;       /* that was not asked for yet */
  guint last;       /* that there is, as far as is known */
  guint again;      /* that was read again at the end; 0 = none */
  GQueue holes;     /* of pages from which an item may have moved unseen to the one before */
  guint n_asked;    /* pages that have not come yet */
  guint n_taking;   /* that have come, and are not taken yet */
  GHashTable *seen; /* digests of IDs: rows move between pages */
  GArray *totals;   /* of gint64: what each page said; -1 = nothing, or it has not come */
  GArray *taken;    /* of gboolean, for each page */
  guint n_taken;
  guint n_malformed;
  gint64 total;
  gboolean moved;   /* an item came twice, or the list grew or shrank */
  gboolean endless; /* a page had nothing new */
  gboolean stopped;
  gboolean paused;
  GTask *task; /* nullable */
  GError *error;
};

G_DEFINE_FINAL_TYPE (DocketPages, docket_pages, G_TYPE_OBJECT)

/* One request. */
typedef struct
{
  DocketPages *pages; /* owned */
  gint64 mark;
} Question;

static void advance (DocketPages *self);

static void
docket_pages_finalize (GObject *object)
{
  DocketPages *self = DOCKET_PAGES (object);

  g_clear_object (&self->client);
  g_clear_object (&self->cache);
  g_free (self->organization_id);
  g_queue_clear (&self->holes);
  g_hash_table_unref (self->seen);
  g_array_unref (self->totals);
  g_array_unref (self->taken);
  g_clear_error (&self->error);
  G_OBJECT_CLASS (docket_pages_parent_class)->finalize (object);
}

static void
docket_pages_class_init (DocketPagesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = docket_pages_finalize;
}

static void
docket_pages_init (DocketPages *self)
{
  self->first = 1;
  self->next = 1;
  self->last = 1;
  self->total = -1;
  self->seen = g_hash_table_new (NULL, NULL);
  self->totals = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->taken = g_array_new (FALSE, TRUE, sizeof (gboolean));
}

static DocketPages *
new_pages (TallyfyClient *client,
           const char *organization_id,
           guint n_at_once,
           DocketPagesTake take,
           gpointer user_data)
{
  DocketPages *self = g_object_new (DOCKET_TYPE_PAGES, NULL);

  self->client = g_object_ref (client);
  self->organization_id = g_strdup (organization_id);
  self->n_at_once = n_at_once;
  self->take = take;
  self->user_data = user_data;
  return self;
}

DocketPages *
docket_pages_new_tasks (TallyfyClient *client,
                        const char *organization_id,
                        const TallyfyTaskQuery *query,
                        guint n_at_once,
                        DocketPagesTake take,
                        gpointer user_data)
{
  DocketPages *self = new_pages (client, organization_id, n_at_once, take, user_data);

  self->task_query = *query;
  return self;
}

DocketPages *
docket_pages_new_processes (TallyfyClient *client,
                            const char *organization_id,
                            const TallyfyProcessQuery *query,
                            guint n_at_once,
                            DocketPagesTake take,
                            gpointer user_data)
{
  DocketPages *self = new_pages (client, organization_id, n_at_once, take, user_data);

  self->of_processes = TRUE;
  self->process_query = *query;
  return self;
}

void
docket_pages_set_cache (DocketPages *self, DocketCache *cache)
{
  g_set_object (&self->cache, cache);
}

void
docket_pages_resume (DocketPages *self, guint page)
{
  self->first = MAX (page, 1);
  self->next = self->first;
  self->last = self->first;
  self->n_taken = self->first - 1;
  self->moved = self->first > 1;
}

static const char *
get_id (DocketPages *self, gpointer item)
{
  return self->of_processes ? tallyfy_process_get_id (item) : tallyfy_task_get_id (item);
}

/* Two IDs with the same key make one item fewer known than there are, and nothing worse. */
static gpointer
get_key (const char *id)
{
  return (gpointer)(gsize)docket_cache_digest_text (id);
}

static gint64
get_total_of (DocketPages *self, guint page)
{
  return page >= self->first && page - self->first < self->totals->len
             ? g_array_index (self->totals, gint64, page - self->first)
             : -1;
}

static void
set_total_of (DocketPages *self, guint page, gint64 total)
{
  const gint64 none = -1;

  while (self->totals->len <= page - self->first)
    g_array_append_val (self->totals, none);
  g_array_index (self->totals, gint64, page - self->first) = total;
}

/* Between the reading of @page and of the one behind it the list has become shorter: what stood
 * first in that one may stand last in this one now. */
static void
look_for_hole (DocketPages *self, guint page)
{
  const gint64 here = get_total_of (self, page);
  const gint64 behind = get_total_of (self, page + 1);

  if (here >= 0 && behind >= 0 && behind < here)
    g_queue_push_tail (&self->holes, GUINT_TO_POINTER (page));
}

/* Returns whether anything in it was not known. */
static gboolean
note_items (DocketPages *self, const DocketPage *page)
{
  gboolean any_new = FALSE;

  for (guint i = 0; i < page->items->len; i++)
    if (g_hash_table_add (self->seen, get_key (get_id (self, page->items->pdata[i]))))
      any_new = TRUE;
    else
      self->moved = TRUE;
  if (self->total >= 0 && page->total != self->total)
    self->moved = TRUE;
  self->total = page->total;
  return any_new;
}

static void
note_page (DocketPages *self, const DocketPage *page)
{
  const gboolean any_new = note_items (self, page);

  self->n_malformed += page->n_errors;
  /* A server that gives the same page again and again would never come to an end. */
  if (!any_new && page->has_next)
    self->endless = TRUE;
  if (page->total_pages >= 0)
    self->last = (guint)MIN (page->total_pages, G_MAXINT32);
  else
    self->last = MAX (self->last, page->number + (page->has_next ? 1 : 0));
  set_total_of (self, page->number, page->total);
  if (self->n_at_once > 1 && page->number > self->first)
    look_for_hole (self, page->number - 1);
  if (self->n_at_once > 1)
    look_for_hole (self, page->number);
}

static gint64
count_known (DocketPages *self)
{
  return (gint64)docket_pages_get_n_known (self) + self->n_malformed;
}

static void
look_at_tasks (TallyfyTaskPage *answer, DocketPage *page)
{
  *page = (DocketPage){
    .number = tallyfy_task_page_get_page (answer),
    .items = tallyfy_task_page_get_tasks (answer),
    .n_errors = tallyfy_task_page_get_errors (answer)->len,
    .total = tallyfy_task_page_get_total (answer),
    .total_pages = tallyfy_task_page_get_total_pages (answer),
    .has_next = tallyfy_task_page_has_next (answer),
  };
}

static void
look_at_processes (TallyfyProcessPage *answer, DocketPage *page)
{
  *page = (DocketPage){
    .number = tallyfy_process_page_get_page (answer),
    .items = tallyfy_process_page_get_processes (answer),
    .n_errors = tallyfy_process_page_get_errors (answer)->len,
    .total = tallyfy_process_page_get_total (answer),
    .total_pages = tallyfy_process_page_get_total_pages (answer),
    .has_next = tallyfy_process_page_has_next (answer),
  };
}

/* Returns: (transfer full) (nullable): what @page is valid with */
static GObject *
hear (DocketPages *self, GAsyncResult *result, DocketPage *page, GError **error)
{
  GObject *answer;

  if (self->of_processes)
    {
      answer = (GObject *)tallyfy_client_list_processes_finish (self->client, result, error);
      if (answer != NULL)
        look_at_processes (TALLYFY_PROCESS_PAGE (answer), page);
    }
  else
    {
      answer = (GObject *)tallyfy_client_list_tasks_finish (self->client, result, error);
      if (answer != NULL)
        look_at_tasks (TALLYFY_TASK_PAGE (answer), page);
    }
  return answer;
}

static void
page_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Question *question = user_data;
  g_autoptr (DocketPages) self = question->pages;
  g_autoptr (GError) error = NULL;
  DocketPage page;
  g_autoptr (GObject) answer = hear (self, result, &page, &error);

  if (answer == NULL)
    {
      self->n_asked--;
      self->n_taking++;
      docket_pages_fail (self, g_steal_pointer (&error));
      return;
    }
  page.mark = question->mark;
  self->n_asked--;
  self->n_taking++;
  if (self->again > 0 || get_total_of (self, page.number) != -1)
    note_items (self, &page); /* for the second time */
  else
    note_page (self, &page);
  self->take (self, &page, self->user_data);
  advance (self);
}

static void
ask (DocketPages *self, guint page)
{
  GCancellable *cancellable = g_task_get_cancellable (self->task);
  TallyfyTaskQuery tasks = self->task_query;
  TallyfyProcessQuery processes = self->process_query;
  Question *question = g_new (Question, 1);

  /* Somebody waits for the first. */
  tasks.patient = tasks.patient && self->n_taken + 1 > self->first;
  processes.patient = processes.patient && self->n_taken + 1 > self->first;
  self->n_asked++;
  question->pages = g_object_ref (self);
  question->mark = self->cache != NULL ? docket_cache_begin (self->cache) : 0;
  if (self->of_processes)
    tallyfy_client_list_processes_async (self->client, self->organization_id, &processes, page,
                                         cancellable, page_cb, question);
  else
    tallyfy_client_list_tasks_async (self->client, self->organization_id, &tasks, page, cancellable,
                                     page_cb, question);
}

static void
end (DocketPages *self)
{
  g_autoptr (GTask) task = g_steal_pointer (&self->task);

  if (self->error != NULL)
    g_task_return_error (task, g_steal_pointer (&self->error));
  else
    g_task_return_boolean (task, TRUE);
}

static gboolean
reads_again (DocketPages *self)
{
  return self->n_at_once > 1 && !self->endless && count_known (self) < self->total
         && self->again < MIN (self->last, MAX_AGAIN);
}

/* One that is asked for when another has been taken is alone. */
static gboolean
may_ask (DocketPages *self)
{
  const guint most = self->n_taken + 1 > self->first ? self->n_at_once : 1;

  if (most == 1)
    return self->n_asked + self->n_taking == 0;
  return self->n_asked < most && self->n_taking < most;
}

static void
advance (DocketPages *self)
{
  if (self->task == NULL)
    return;
  if (self->error != NULL || self->stopped || self->endless)
    {
      if (self->n_asked + self->n_taking == 0)
        end (self);
      return;
    }
  if (self->paused)
    return;
  while (may_ask (self) && (self->holes.length > 0 || self->next <= self->last))
    ask (self, self->holes.length > 0 ? GPOINTER_TO_UINT (g_queue_pop_head (&self->holes))
                                      : self->next++);
  if (self->n_asked + self->n_taking > 0)
    return;
  if (reads_again (self))
    ask (self, ++self->again);
  else
    end (self);
}

void
docket_pages_taken (DocketPages *self, guint number, gboolean go_on)
{
  const guint index = number - self->first;

  self->n_taking--;
  if (!go_on)
    self->stopped = TRUE;
  if (number >= self->first)
    {
      if (self->taken->len <= index)
        g_array_set_size (self->taken, index + 1);
      g_array_index (self->taken, gboolean, index) = TRUE;
    }
  while (self->n_taken + 1 - self->first < self->taken->len
         && g_array_index (self->taken, gboolean, self->n_taken + 1 - self->first))
    self->n_taken++;
  advance (self);
}

void
docket_pages_fail (DocketPages *self, GError *error)
{
  self->n_taking--;
  if (self->error == NULL)
    self->error = error;
  else
    g_error_free (error);
  advance (self);
}

void
docket_pages_read_async (DocketPages *self,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_return_if_fail (DOCKET_IS_PAGES (self));
  g_return_if_fail (self->task == NULL);

  self->task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (self->task, docket_pages_read_async);
  advance (self);
}

gboolean
docket_pages_read_finish (DocketPages *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

void
docket_pages_set_n_at_once (DocketPages *self, guint n_at_once)
{
  self->n_at_once = n_at_once;
  advance (self);
}

void
docket_pages_set_paused (DocketPages *self, gboolean paused)
{
  self->paused = paused;
  advance (self);
}

guint
docket_pages_get_n_known (DocketPages *self)
{
  /* A page that was read before this reading is as long as all are. */
  return (self->first - 1) * 100 + g_hash_table_size (self->seen);
}

gint64
docket_pages_get_total (DocketPages *self)
{
  return self->total;
}

guint
docket_pages_get_n_left (DocketPages *self)
{
  return self->last - MIN (self->n_taken, self->last);
}

guint
docket_pages_get_n_taken (DocketPages *self)
{
  return self->n_taken;
}

gboolean
docket_pages_is_complete (DocketPages *self)
{
  return !self->endless && !self->stopped && self->next > self->last
         && count_known (self) >= self->total;
}

gboolean
docket_pages_is_quiet (DocketPages *self)
{
  return docket_pages_is_complete (self) && !self->moved;
}
