/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define TALLYFY_TYPE_PROCESS_PAGE (tallyfy_process_page_get_type ())
G_DECLARE_FINAL_TYPE (TallyfyProcessPage, tallyfy_process_page, TALLYFY, PROCESS_PAGE, GObject)

/* One page of a list of processes. An entry of a wrong shape is left out and stands in get_errors(): it never
 * loses the others. Immutable. */
GPtrArray *tallyfy_process_page_get_processes (TallyfyProcessPage *self);  /* of TallyfyProcess, never NULL */
GPtrArray *tallyfy_process_page_get_errors (TallyfyProcessPage *self); /* of GError, never NULL */
guint tallyfy_process_page_get_page (TallyfyProcessPage *self);        /* from 1 */
gint64 tallyfy_process_page_get_total (TallyfyProcessPage *self);      /* processes in all pages, -1 = not said */
gint64 tallyfy_process_page_get_total_pages (TallyfyProcessPage *self);/* -1 = not said */
gboolean tallyfy_process_page_has_next (TallyfyProcessPage *self);     /* total_pages, else links.next, else has_more_pages */

G_END_DECLS
