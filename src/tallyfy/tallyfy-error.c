/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Docket developers */
#include "tallyfy/tallyfy-error-private.h"

typedef struct
{
  TallyfyErrorDetails details;
  GStrv field_names; /* sorted */
} TallyfyErrorPrivate;

static void
copy_details (TallyfyErrorDetails *to, const TallyfyErrorDetails *from)
{
  to->status = from->status;
  to->retry_after = from->retry_after;
  to->sentence = g_strdup (from->sentence);
  to->code = g_strdup (from->code);
  to->request_id = g_strdup (from->request_id);
  to->fields = from->fields ? g_hash_table_ref (from->fields) : NULL;
}

static void
tallyfy_error_private_init (TallyfyErrorPrivate *priv)
{
}

static void
tallyfy_error_private_copy (const TallyfyErrorPrivate *from, TallyfyErrorPrivate *to)
{
  copy_details (&to->details, &from->details);
  to->field_names = g_strdupv (from->field_names);
}

static void
tallyfy_error_private_clear (TallyfyErrorPrivate *priv)
{
  tallyfy_error_details_clear (&priv->details);
  g_clear_pointer (&priv->field_names, g_strfreev);
}

G_DEFINE_EXTENDED_ERROR (TallyfyError, tallyfy_error)

static const TallyfyErrorPrivate *
get_private (const GError *error)
{
  if (error == NULL || error->domain != TALLYFY_ERROR)
    return NULL;
  return tallyfy_error_get_private (error);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

static GStrv
sorted_names (GHashTable *fields)
{
  GPtrArray *names = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer name;

  g_hash_table_iter_init (&iter, fields);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  g_ptr_array_add (names, NULL);
  return (GStrv)g_ptr_array_free (names, FALSE);
}

static gboolean
is_hex_of (const char *digits, char c)
{
  return g_ascii_isxdigit (digits[0]) && g_ascii_isxdigit (digits[1])
         && (g_ascii_xdigit_value (digits[0]) << 4 | g_ascii_xdigit_value (digits[1])) == (guchar)c;
}

/* What follows @c at the start of @text, in any of the forms that URIs and JSON give it; else NULL.
 */
static const char *
skip_encoded (const char *text, char c)
{
  if (*text == c)
    return text + 1;
  if (*text == '\\' && text[1] == c)
    return text + 2;
  if (g_str_has_prefix (text, "\\u00") && is_hex_of (text + 4, c))
    return text + 6;
  return *text == '%' && is_hex_of (text + 1, c) ? text + 3 : NULL;
}

/* What follows @secret at the start of @text; else NULL. */
static const char *
skip_secret (const char *text, const char *secret)
{
  if (g_str_has_prefix (text, secret))
    return text + strlen (secret);
  for (; text != NULL && *secret != '\0'; secret++)
    text = skip_encoded (text, *secret);
  return text;
}

/* @text with every occurrence of @secret replaced. */
static char *
without (const char *text, const char *secret)
{
  GString *clean = g_string_new (NULL);

  while (*text != '\0')
    {
      const char *rest = skip_secret (text, secret);

      if (rest != NULL)
        g_string_append (clean, "[token]");
      else
        g_string_append_c (clean, *text);
      text = rest ? rest : text + 1;
    }
  return g_string_free (clean, FALSE);
}

void
tallyfy_error_details_clear (TallyfyErrorDetails *details)
{
  g_clear_pointer (&details->sentence, g_free);
  g_clear_pointer (&details->code, g_free);
  g_clear_pointer (&details->request_id, g_free);
  g_clear_pointer (&details->fields, g_hash_table_unref);
}

GError *
tallyfy_error_new (TallyfyError code, const char *message, const TallyfyErrorDetails *details)
{
  GError *error = g_error_new_literal (TALLYFY_ERROR, (int)code, message);
  TallyfyErrorPrivate *priv = tallyfy_error_get_private (error);

  if (details != NULL)
    {
      copy_details (&priv->details, details);
      if (details->fields != NULL && g_hash_table_size (details->fields) > 0)
        priv->field_names = sorted_names (details->fields);
    }
  return error;
}

char *
tallyfy_redact (const char *text, const char *token)
{
  g_autofree char *valid = NULL;

  if (text == NULL)
    return NULL;
  valid = g_utf8_make_valid (text, -1);
  if (token == NULL || *token == '\0')
    return g_steal_pointer (&valid);
  return without (valid, token);
}

void
tallyfy_redact_error (GError *error, const char *token)
{
  char *message = tallyfy_redact (error->message, token);

  g_free (error->message);
  error->message = message;
}

/**
 * tallyfy_error_get_status:
 *
 * Returns: the HTTP status of the answer, 0 where none came
 */
guint
tallyfy_error_get_status (const GError *error)
{
  const TallyfyErrorPrivate *priv = get_private (error);

  return priv ? priv->details.status : 0;
}

/**
 * tallyfy_error_get_sentence:
 *
 * Returns: (nullable): what the server said in its own words; foreign text
 */
const char *
tallyfy_error_get_sentence (const GError *error)
{
  const TallyfyErrorPrivate *priv = get_private (error);

  return priv ? priv->details.sentence : NULL;
}

/**
 * tallyfy_error_get_code:
 *
 * Returns: (nullable): the server's name for it, such as "RESOURCE_NOT_FOUND"
 */
const char *
tallyfy_error_get_code (const GError *error)
{
  const TallyfyErrorPrivate *priv = get_private (error);

  return priv ? priv->details.code : NULL;
}

/**
 * tallyfy_error_get_request_id:
 *
 * Returns: (nullable): the X-Request-Id of the answer, for a question to the server's people
 */
const char *
tallyfy_error_get_request_id (const GError *error)
{
  const TallyfyErrorPrivate *priv = get_private (error);

  return priv ? priv->details.request_id : NULL;
}

/**
 * tallyfy_error_get_retry_after:
 *
 * Returns: seconds the server asked to wait, 0 where it said nothing
 */
gint64
tallyfy_error_get_retry_after (const GError *error)
{
  const TallyfyErrorPrivate *priv = get_private (error);

  return priv ? priv->details.retry_after : 0;
}

/**
 * tallyfy_error_get_fields:
 *
 * Returns: (nullable) (transfer none): the names of the fields that a 422 complained about, sorted
 */
const char *const *
tallyfy_error_get_fields (const GError *error)
{
  const TallyfyErrorPrivate *priv = get_private (error);

  return priv ? (const char *const *)priv->field_names : NULL;
}

/**
 * tallyfy_error_get_field_sentence:
 *
 * Returns: (nullable): what the server said of @field; foreign text
 */
const char *
tallyfy_error_get_field_sentence (const GError *error, const char *field)
{
  const TallyfyErrorPrivate *priv = get_private (error);

  if (priv == NULL || priv->details.fields == NULL)
    return NULL;
  return g_hash_table_lookup (priv->details.fields, field);
}
