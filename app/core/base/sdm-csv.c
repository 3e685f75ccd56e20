/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-csv.h"

#include <string.h>

/**
 * SdmCsv:
 *
 * A table as RFC 4180 has it: every text in quotation marks, lines end with CR LF, UTF-8. It begins with a byte order
 * mark, by which the usual spreadsheets know that it is UTF-8.
 *
 * A spreadsheet computes a cell that begins with =, +, -, @, or with a tab or an end of a line before one of these, also
 * where it is in quotation marks. What somebody typed must stay words: an apostrophe goes before it.
 */
struct _SdmCsv
{
  GString *text;
  gboolean is_in_row;
};

#define BYTE_ORDER_MARK "\xef\xbb\xbf"

SdmCsv *
sdm_csv_new (void)
{
  SdmCsv *self = g_new0 (SdmCsv, 1);

  self->text = g_string_new (BYTE_ORDER_MARK);

  return self;
}

void
sdm_csv_free (SdmCsv *self)
{
  g_string_free (self->text, TRUE);
  g_free (self);
}

static void
begin_cell (SdmCsv *self)
{
  if (self->is_in_row)
    g_string_append_c (self->text, ',');
  self->is_in_row = TRUE;
}

/* Also where a spreadsheet would take the white space off first, and for the wide signs that some take for the narrow ones. */
static gboolean
would_compute (const char *text)
{
  static const char *const wide[] = { "＝", "＋", "－", "＠" };

  if (*text != '\0' && strchr ("\t\r\n", *text) != NULL)
    return TRUE;
  while (*text == ' ')
    text++;
  if (g_str_has_prefix (text, "\xc2\xa0"))
    return would_compute (text + 2);
  for (gsize i = 0; i < G_N_ELEMENTS (wide); i++)
    if (g_str_has_prefix (text, wide[i]))
      return TRUE;

  return *text != '\0' && strchr ("=+-@\t\r\n", *text) != NULL;
}

/**
 * sdm_csv_add_text:
 * @text: (nullable): valid UTF-8, whatever it is; %NULL for an empty cell
 */
void
sdm_csv_add_text (SdmCsv     *self,
                  const char *text)
{
  begin_cell (self);
  g_string_append_c (self->text, '"');
  if (text != NULL && would_compute (text))
    g_string_append_c (self->text, '\'');
  for (const char *p = text != NULL ? text : ""; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (self->text, '"');
      g_string_append_c (self->text, *p);
    }
  g_string_append_c (self->text, '"');
}

void
sdm_csv_add_number (SdmCsv *self,
                    gint64  number)
{
  begin_cell (self);
  g_string_append_printf (self->text, "%" G_GINT64_FORMAT, number);
}

void
sdm_csv_end_row (SdmCsv *self)
{
  g_string_append (self->text, "\r\n");
  self->is_in_row = FALSE;
}

/**
 * sdm_csv_to_bytes:
 *
 * Returns: (transfer full): the table so far
 */
GBytes *
sdm_csv_to_bytes (SdmCsv *self)
{
  return g_bytes_new (self->text->str, self->text->len);
}
