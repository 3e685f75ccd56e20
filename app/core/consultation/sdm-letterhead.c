/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-letterhead.h"

#include <glib/gi18n.h>
#include <string.h>

#include "sdm-consultation.h"
#include "sdm-core-error.h"
#include "sdm-text.h"

#define ADDRESS_LINE_PATH  "start/practice/address/0"
#define MOST_ADDRESS_LINES 5u

static const char *const paths[] = {
  [SDM_LETTERHEAD_NAME] = "start/practice/name",
  [SDM_LETTERHEAD_POSTCODE] = "start/practice/postcode",
  [SDM_LETTERHEAD_PHONE] = "start/practice/phone",
  [SDM_LETTERHEAD_CODE] = "start/practice/ods",
  [SDM_LETTERHEAD_CLINICIAN_NAME] = "start/seen_by/name",
  [SDM_LETTERHEAD_CLINICIAN_ROLE] = "start/seen_by/role",
};

/**
 * sdm_letterhead_get_path:
 *
 * Returns: where the part stands in a consultation
 */
const char *
sdm_letterhead_get_path (SdmLetterheadPart part)
{
  return paths[part];
}

/* Codes of organisations in the United Kingdom: A81001 in England, 10002 in Scotland, Z00123 in Northern Ireland. */
static gboolean
is_code (const char *text)
{
  const size_t length = strlen (text);

  return length >= 3 && length <= 6 && strspn (text, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789") == length &&
         strpbrk (text, "0123456789") != NULL;
}

static char *
dup_upper (const char *text)
{
  g_autoptr (GString) upper = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p++)
    if (*p != ' ')
      g_string_append_c (upper, g_ascii_toupper (*p));

  return g_strdup (upper->str);
}

/**
 * sdm_letterhead_read:
 * @typed: as it was typed, with blanks at its ends
 *
 * Returns: (transfer full) (nullable): the text as it is kept, "" for none; %NULL with @error
 *   set, in words for who typed it, where it cannot be kept
 */
char *
sdm_letterhead_read (SdmLetterheadPart part,
                     const char       *typed,
                     GError          **error)
{
  g_autofree char *text = g_strstrip (sdm_text_clean (typed, -1, FALSE));

  if (part == SDM_LETTERHEAD_CODE && *text != '\0')
    {
      g_autofree char *code = dup_upper (text);

      if (is_code (code))
        return g_steal_pointer (&code);
      g_set_error_literal (error, SDM_CORE_ERROR, SDM_CORE_ERROR_VALUE,
                           _ ("A practice code has 3 to 6 letters and digits, such as A81001."));
      return NULL;
    }

  return sdm_text_fits (text, sdm_consultation_get_max_length (paths[part]), error) ? g_steal_pointer (&text) : NULL;
}

static gboolean
check_line (const char *line,
            guint       number,
            GError    **error)
{
  const guint most = sdm_consultation_get_max_length (ADDRESS_LINE_PATH);
  const glong length = g_utf8_strlen (line, -1);

  if (length <= (glong) most)
    return TRUE;

  /* Translators: “line 2 of the address has 41 letters, and 35 fit” */
  g_set_error (error, SDM_CORE_ERROR, SDM_CORE_ERROR_VALUE,
               ngettext ("Line %u of the address has %ld letter, and %u fit. Put a comma where a new line begins.",
                         "Line %u of the address has %ld letters, and %u fit. Put a comma where a new line begins.",
                         (gulong) length),
               number, length, most);

  return FALSE;
}

/**
 * sdm_letterhead_read_address:
 * @typed: the lines, with commas or ends of lines between them
 *
 * Returns: (transfer full) (nullable): the lines that are not blank; %NULL with @error set,
 *   in words for who typed it, where they cannot be kept
 */
char **
sdm_letterhead_read_address (const char *typed,
                             GError    **error)
{
  g_autofree char *text = sdm_text_clean (typed, -1, TRUE);
  g_auto (GStrv) parts = g_strsplit_set (text, ",\n", -1);
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();
  guint n_lines = 0;

  for (guint i = 0; parts[i] != NULL; i++)
    {
      if (*g_strstrip (parts[i]) == '\0')
        continue;
      if (!check_line (parts[i], ++n_lines, error))
        return NULL;
      g_strv_builder_add (lines, parts[i]);
    }
  if (n_lines > MOST_ADDRESS_LINES)
    {
      g_set_error (error, SDM_CORE_ERROR, SDM_CORE_ERROR_VALUE,
                   ngettext ("This is %u line and %u fit. The postcode has a field of its own.",
                             "These are %u lines and %u fit. The postcode has a field of its own.", n_lines),
                   n_lines, MOST_ADDRESS_LINES);
      return NULL;
    }

  return g_strv_builder_end (lines);
}
