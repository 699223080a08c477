/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "diagram.h"

#include <string.h>

static gboolean follows[DOCKET_N_STATES][DOCKET_N_EVENTS][DOCKET_N_STATES];

void
diagram_note_cb (const DocketRemovalCore *before, DocketEventType type, DocketState after)
{
  if (before->state != after)
    follows[before->state][type][after] = TRUE;
}

/* One line for each arrow of a diagram. (transfer full) */
char *
diagram_draw (void)
{
  GString *diagram = g_string_new (NULL);

  for (guint before = 0; before < DOCKET_N_STATES; before++)
    for (guint after = 0; after < DOCKET_N_STATES; after++)
      {
        const char *divider = ": ";

        for (guint type = 0; type < DOCKET_N_EVENTS; type++)
          if (follows[before][type][after])
            {
              if (*divider == ':')
                g_string_append_printf (diagram, "%s --> %s",
                                        docket_state_get_name ((DocketState)before),
                                        docket_state_get_name ((DocketState)after));
              g_string_append_printf (diagram, "%s%s", divider,
                                      docket_event_get_name ((DocketEventType)type));
              divider = ", ";
            }
        if (*divider == ',')
          g_string_append_c (diagram, '\n');
      }
  return g_string_free (diagram, FALSE);
}

/* Whether the document at @path shows each arrow, and none that is not there. */
int
diagram_compare (int number, const char *path)
{
  g_autofree char *diagram = diagram_draw ();
  g_autofree char *text = NULL;
  g_autoptr (GString) shown = g_string_new (NULL);
  g_auto (GStrv) lines = NULL;
  gboolean same;

  if (!g_file_get_contents (path, &text, NULL, NULL))
    text = g_strdup ("");
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if (strstr (lines[i], " --> ") != NULL)
      g_string_append_printf (shown, "%s\n", g_strstrip (lines[i]));
  same = g_str_equal (diagram, shown->str);
  if (!same)
    g_print ("# The diagram in %s is not the code's, which `exploration --transitions` prints.\n",
             path);
  g_print ("%s %d - the diagram of the architecture\n", same ? "ok" : "not ok", number);
  return same ? 0 : 1;
}
