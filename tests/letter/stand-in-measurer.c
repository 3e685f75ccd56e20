/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "stand-in-measurer.h"

#include <string.h>

static double
get_width (const char *text,
           double      size)
{
  return (double) g_utf8_strlen (text, -1) * size / 2;
}

static void
add_line (GPtrArray  *lines,
          const char *text,
          double      size)
{
  g_ptr_array_add (lines, sdm_letter_line_new (text, get_width (text, size)));
}

static GPtrArray *
break_text (gpointer             instance,
            const SdmLetterText *text,
            GError             **error)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func ((GDestroyNotify) sdm_letter_line_unref);
  g_auto (GStrv) words = g_strsplit (text->text, " ", -1);
  g_autoptr (GString) line = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    {
      if (line->len > 0 && get_width (line->str, text->size) + get_width (words[i], text->size) + text->size / 2 > text->width)
        {
          add_line (lines, line->str, text->size);
          g_string_truncate (line, 0);
        }
      if (line->len > 0)
        g_string_append_c (line, ' ');
      g_string_append (line, words[i]);
      while (text->break_words && get_width (line->str, text->size) > text->width)
        {
          gsize            n = (gsize) (text->width / (text->size / 2));
          g_autofree char *head = g_utf8_substring (line->str, 0, (glong) n);

          add_line (lines, head, text->size);
          g_string_erase (line, 0, (gssize) strlen (head));
        }
    }
  add_line (lines, line->str, text->size);
  return lines;
}

SdmLetterMeasurer
stand_in_measurer_new (void)
{
  SdmLetterMeasurer measurer = { NULL, break_text };

  return measurer;
}
