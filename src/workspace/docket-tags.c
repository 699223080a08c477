/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "workspace/docket-tags.h"

#include "workspace/docket-cache-lists.h"
#include "workspace/docket-text.h"
#include "workspace/docket-workspace-private.h"

GStrv
docket_tags_find (DocketWorkspace *workspace, const char *text, guint max)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  g_autofree char *clean = docket_text_clean (text);
  g_autofree char *wanted = docket_text_fold (clean);
  GPtrArray *tags;
  guint n = 0;

  g_return_val_if_fail (DOCKET_IS_WORKSPACE (workspace), NULL);

  tags = workspace->overview->tags;
  for (guint i = 0; tags != NULL && i < tags->len && n < max; i++)
    {
      const DocketTag *tag = tags->pdata[i];
      g_autofree char *folded = docket_text_fold (tag->title);

      if (!docket_text_begins (folded, wanted))
        continue;
      g_strv_builder_add (ids, tag->id);
      n++;
    }
  return g_strv_builder_end (ids);
}

static const DocketTag *
find (DocketWorkspace *workspace, const char *id)
{
  GPtrArray *tags = workspace->overview->tags;

  for (guint i = 0; tags != NULL && i < tags->len; i++)
    if (g_str_equal (((const DocketTag *)tags->pdata[i])->id, id))
      return tags->pdata[i];
  return NULL;
}

const char *
docket_tags_get_title (DocketWorkspace *workspace, const char *id)
{
  const DocketTag *tag;

  g_return_val_if_fail (DOCKET_IS_WORKSPACE (workspace), NULL);

  tag = find (workspace, id);
  return tag != NULL ? tag->title : NULL;
}

const char *
docket_tags_get_color (DocketWorkspace *workspace, const char *id)
{
  const DocketTag *tag;

  g_return_val_if_fail (DOCKET_IS_WORKSPACE (workspace), NULL);

  tag = find (workspace, id);
  return tag != NULL ? tag->color : NULL;
}

const char *
docket_tags_get_color_of_title (DocketWorkspace *workspace, const char *title)
{
  GPtrArray *tags;

  g_return_val_if_fail (DOCKET_IS_WORKSPACE (workspace), NULL);

  tags = workspace->overview->tags;
  for (guint i = 0; tags != NULL && i < tags->len; i++)
    if (g_str_equal (((const DocketTag *)tags->pdata[i])->title, title))
      return ((const DocketTag *)tags->pdata[i])->color;
  return NULL;
}
