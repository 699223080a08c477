/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define TALLYFY_TYPE_TASK_PAGE (tallyfy_task_page_get_type ())
G_DECLARE_FINAL_TYPE (TallyfyTaskPage, tallyfy_task_page, TALLYFY, TASK_PAGE, GObject)

/* One page of a list of tasks. An entry of a wrong shape is left out and stands in get_errors(): it never
 * loses the others. Immutable. */
GPtrArray *tallyfy_task_page_get_tasks (TallyfyTaskPage *self);  /* of TallyfyTask, never NULL */
GPtrArray *tallyfy_task_page_get_errors (TallyfyTaskPage *self); /* of GError, never NULL */
guint tallyfy_task_page_get_page (TallyfyTaskPage *self);        /* from 1 */
gint64 tallyfy_task_page_get_total (TallyfyTaskPage *self);      /* tasks in all pages, -1 = not said */
gint64 tallyfy_task_page_get_total_pages (TallyfyTaskPage *self);/* -1 = not said */
gboolean tallyfy_task_page_has_next (TallyfyTaskPage *self);     /* total_pages, else links.next, else has_more_pages */

G_END_DECLS
