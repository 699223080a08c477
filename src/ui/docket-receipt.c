/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "docket-config.h"

#include "ui/docket-receipt.h"

#include <cairo-pdf.h>
#include <glib/gi18n.h>
#include <gtk/gtk.h>
#include <pango/pangocairo.h>

#include "ui/docket-history-words.h"
#include "ui/docket-receipt-facts.h"

/* In points: A4, with a margin that a punch can use. */
#define PAGE_WIDTH 595.0
#define PAGE_HEIGHT 842.0
#define MARGIN 64.0
#define NAME_WIDTH 120.0
#define GAP 10.0

/* Where on which page the next line goes. */
typedef struct
{
  cairo_t *cr;
  double y;
} Sheet;

/* The whole page then is as in a mirror; each text still runs as its own letters do. */
static gboolean
is_mirrored (void)
{
  return gtk_widget_get_default_direction () == GTK_TEXT_DIR_RTL;
}

static PangoLayout *
create_layout (Sheet *sheet, const char *font, const char *text, double width)
{
  PangoLayout *layout = pango_cairo_create_layout (sheet->cr);
  PangoFontDescription *description = pango_font_description_from_string (font);

  /* Paper has no pixels to keep to: letters stand where the font wants them. */
  pango_context_set_round_glyph_positions (pango_layout_get_context (layout), FALSE);
  pango_layout_set_font_description (layout, description);
  pango_font_description_free (description);
  pango_layout_set_width (layout, (int)(width * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_text (layout, text, -1);
  /* For Pango, that is the side at which the text begins. */
  if (is_mirrored () && pango_layout_get_direction (layout, 0) != PANGO_DIRECTION_RTL)
    pango_layout_set_alignment (layout, PANGO_ALIGN_RIGHT);
  return layout;
}

static double
height_of (PangoLayout *layout)
{
  int height;

  pango_layout_get_pixel_size (layout, NULL, &height);
  return height;
}

/* A row that does not fit goes to the next page as a whole. */
static void
make_room (Sheet *sheet, double height)
{
  if (sheet->y + height <= PAGE_HEIGHT - MARGIN)
    return;
  cairo_show_page (sheet->cr);
  sheet->y = MARGIN;
}

static void
show (Sheet *sheet, PangoLayout *layout, double x)
{
  cairo_move_to (sheet->cr, x, sheet->y);
  pango_cairo_show_layout (sheet->cr, layout);
}

/* @gap: below it */
static void
draw_text (Sheet *sheet, const char *font, const char *text, double gap)
{
  g_autoptr (PangoLayout) layout = create_layout (sheet, font, text, PAGE_WIDTH - 2 * MARGIN);
  const double height = height_of (layout) + gap;

  make_room (sheet, height);
  show (sheet, layout, MARGIN);
  sheet->y += height;
}

/* A line across the page, above a section of another kind. */
static void
draw_section (Sheet *sheet, const char *heading)
{
  make_room (sheet, 5 * GAP);
  sheet->y += GAP;
  cairo_set_line_width (sheet->cr, 0.5);
  cairo_move_to (sheet->cr, MARGIN, sheet->y);
  cairo_line_to (sheet->cr, PAGE_WIDTH - MARGIN, sheet->y);
  cairo_stroke (sheet->cr);
  sheet->y += 1.5 * GAP;
  draw_text (sheet, "Cantarell, Sans Bold 12px", heading, GAP);
}

/* In a frame, before all else, so that nobody takes the page for what it is not. */
static void
draw_practice (Sheet *sheet)
{
  const double width = PAGE_WIDTH - 2 * MARGIN;
  g_autoptr (PangoLayout) name = create_layout (sheet, "Cantarell, Sans Bold 13px",
                                                _ ("Practice Workspace"), width - 2 * GAP);
  g_autoptr (PangoLayout) words
      = create_layout (sheet, "Cantarell, Sans 11px",
                       _ ("The organization, its people and this task "
                          "are invented. Where this page says Tallyfy, it "
                          "was a server on this computer."),
                       width - 2 * GAP);
  const double height = height_of (name) + height_of (words) + 2 * GAP;

  cairo_set_line_width (sheet->cr, 1.5);
  cairo_rectangle (sheet->cr, MARGIN, sheet->y, width, height);
  cairo_stroke (sheet->cr);
  sheet->y += GAP;
  show (sheet, name, MARGIN + GAP);
  sheet->y += height_of (name);
  show (sheet, words, MARGIN + GAP);
  sheet->y += height_of (words) + 3 * GAP;
}

static void
draw_row (Sheet *sheet, const DocketReceiptFact *fact)
{
  const double x = MARGIN + NAME_WIDTH + GAP;
  g_autoptr (PangoLayout) name
      = create_layout (sheet, "Cantarell, Sans Bold 11px", fact->name, NAME_WIDTH);
  g_autoptr (PangoLayout) value
      = create_layout (sheet, "Cantarell, Sans 11px", fact->value, PAGE_WIDTH - MARGIN - x);
  const double height = MAX (height_of (name), height_of (value)) + GAP;

  make_room (sheet, height);
  show (sheet, name, is_mirrored () ? PAGE_WIDTH - MARGIN - NAME_WIDTH : MARGIN);
  show (sheet, value, is_mirrored () ? MARGIN : x);
  sheet->y += height;
}

static void
draw_rows (Sheet *sheet, GPtrArray *facts)
{
  for (guint i = 0; i < facts->len; i++)
    draw_row (sheet, facts->pdata[i]);
}

static cairo_status_t
write_cb (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static void
draw (cairo_t *cr,
      DocketAccount *account,
      gboolean practice,
      DocketHistoryEntry *entry,
      GDateTime *now)
{
  Sheet sheet = { .cr = cr, .y = MARGIN };
  g_autoptr (GPtrArray) facts = docket_receipt_facts_list (account, entry, now);
  g_autoptr (GPtrArray) technical = docket_receipt_facts_list_technical (account, entry);
  /* Translators: %s is a version */
  g_autofree char *note = g_strdup_printf (_ ("Written by Docket %s from its own record on the "
                                              "computer of the person named above. Docket is "
                                              "independent of Tallyfy, Inc."),
                                           DOCKET_VERSION);

  if (practice)
    draw_practice (&sheet);
  draw_text (&sheet, "Cantarell, Sans Bold 18px", _ ("Receipt of a Removal"), 2 * GAP);
  draw_rows (&sheet, facts);
  draw_section (&sheet, _ ("Request and Answer"));
  draw_rows (&sheet, technical);
  sheet.y += GAP;
  draw_text (&sheet, "Cantarell, Sans 9px", note, 0);
}

GBytes *
docket_receipt_create (DocketAccount *account,
                       gboolean practice,
                       DocketHistoryEntry *entry,
                       GDateTime *now,
                       GError **error)
{
  GByteArray *bytes = g_byte_array_new ();
  cairo_surface_t *surface
      = cairo_pdf_surface_create_for_stream (write_cb, bytes, PAGE_WIDTH, PAGE_HEIGHT);
  cairo_t *cr = cairo_create (surface);
  cairo_status_t status;

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, _ ("Receipt of a Removal"));
  draw (cr, account, practice, entry, now);
  cairo_show_page (cr);
  cairo_surface_finish (surface);
  status = cairo_status (cr) != CAIRO_STATUS_SUCCESS ? cairo_status (cr)
                                                     : cairo_surface_status (surface);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    return g_byte_array_free_to_bytes (bytes);
  g_byte_array_unref (bytes);
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, cairo_status_to_string (status));
  return NULL;
}
