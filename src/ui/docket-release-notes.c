/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "ui/docket-release-notes.h"

#include <gio/gio.h>
#include <glib/gi18n.h>

#define METAINFO "/app/docket/Docket/metainfo.xml"

typedef struct
{
  guint n_releases;  /* that were met */
  gboolean in_notes; /* of the first of them */
  GString *text;     /* of the paragraph or item that is being read, or NULL */
  GString *notes;
  char *version;
} Reading;

static gboolean
is_list (const char *name)
{
  return g_str_equal (name, "ul") || g_str_equal (name, "ol");
}

static gboolean
is_text (const char *name)
{
  return g_str_equal (name, "p") || g_str_equal (name, "li");
}

static void
start_cb (GMarkupParseContext *context,
          const char *name,
          const char **names,
          const char **values,
          gpointer user_data,
          GError **error)
{
  Reading *reading = user_data;

  if (g_str_equal (name, "release"))
    {
      reading->n_releases++;
      for (guint i = 0; names[i] != NULL; i++)
        if (reading->n_releases == 1 && g_str_equal (names[i], "version"))
          reading->version = g_strdup (values[i]);
    }
  else if (g_str_equal (name, "description"))
    reading->in_notes = reading->n_releases == 1;
  else if (reading->in_notes && is_list (name))
    g_string_append_printf (reading->notes, "<%s>", name);
  else if (reading->in_notes && is_text (name))
    reading->text = g_string_new (NULL);
}

/* The catalogues have each paragraph as one line, whatever its lines in the file are. */
static void
append_translated (Reading *reading, const char *name)
{
  g_auto (GStrv) parts = g_strsplit_set (reading->text->str, " \t\n", -1);
  g_autoptr (GString) line = g_string_new (NULL);
  g_autofree char *escaped = NULL;

  for (guint i = 0; parts[i] != NULL; i++)
    if (*parts[i] != '\0')
      g_string_append_printf (line, "%s%s", line->len > 0 ? " " : "", parts[i]);
  escaped = g_markup_escape_text (line->len > 0 ? gettext (line->str) : "", -1);
  g_string_append_printf (reading->notes, "<%s>%s</%s>", name, escaped, name);
}

static void
end_cb (GMarkupParseContext *context, const char *name, gpointer user_data, GError **error)
{
  Reading *reading = user_data;

  if (g_str_equal (name, "description"))
    reading->in_notes = FALSE;
  else if (reading->in_notes && is_list (name))
    g_string_append_printf (reading->notes, "</%s>", name);
  else if (reading->text != NULL && is_text (name))
    {
      append_translated (reading, name);
      g_string_free (g_steal_pointer (&reading->text), TRUE);
    }
}

static void
text_cb (GMarkupParseContext *context,
         const char *text,
         gsize length,
         gpointer user_data,
         GError **error)
{
  Reading *reading = user_data;

  if (reading->text != NULL)
    g_string_append_len (reading->text, text, (gssize)length);
}

char *
docket_release_notes_dup (char **version)
{
  static const GMarkupParser parser
      = { .start_element = start_cb, .end_element = end_cb, .text = text_cb };
  Reading reading = { .notes = g_string_new (NULL) };
  g_autoptr (GBytes) bytes = g_resources_lookup_data (METAINFO, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autoptr (GMarkupParseContext) context
      = g_markup_parse_context_new (&parser, G_MARKUP_DEFAULT_FLAGS, &reading, NULL);
  gsize size = 0;
  const char *data = g_bytes_get_data (bytes, &size);

  g_markup_parse_context_parse (context, data, (gssize)size, NULL);
  *version = reading.version;
  return g_string_free (reading.notes, FALSE);
}
