/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-letter-flow.h"

#include <math.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "sdm-language.h"

/* Texts to lines: what is tied to what, and what is cut where nothing else helps. */

#define EXCERPT      60 /* characters of a text that cannot be printed */
#define TIED_LETTERS 8  /* and a full stop */
#define TIED_SPACES  4  /* a shorter text is left as it is */

/* A text that was broken into lines, and whether that cut no fact. */
typedef struct
{
  GPtrArray *lines;
  gboolean   fits;
} Broken;

static void
free_broken (gpointer data)
{
  Broken *broken = data;

  g_ptr_array_unref (broken->lines);
  g_free (broken);
}

static const SdmLetterLine *
get_first_line (const Broken *broken)
{
  return g_ptr_array_index (broken->lines, 0);
}

/* A line that runs the other way than its block stands at the end of its column, and so differs with the width. */
static gboolean
is_single (const Broken *broken)
{
  return broken->fits && broken->lines->len == 1 && !(fabs (get_first_line (broken)->x) > 0);
}

/**
 * sdm_letter_flow_new_broken:
 *
 * Returns: (transfer full): keeps what was broken into lines; for one document,
 *   edition and measurer, however often it is laid out
 */
GHashTable *
sdm_letter_flow_new_broken (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_broken);
}

static guint
count_spaces (const char *start,
              const char *end)
{
  guint n = 0;

  for (const char *p = start; p < end; p++)
    n += *p == ' ';
  return n;
}

/* Ties a short last word to the word before it, so that it never stands alone on a line. */
static char *
tie_last_word (char   *text,
               GArray *bold)
{
  char    *space = strrchr (text, ' ');
  GString *out = NULL;
  guint    at = 0;

  if (space == NULL || space[1] == '\0' || count_spaces (text, space) < TIED_SPACES ||
      g_utf8_strlen (space + 1, -1) > TIED_LETTERS + 1 || strstr (space, "\302\240") != NULL)
    return text;

  at = (guint) (space - text);
  out = g_string_new_len (text, at);
  g_string_append (out, "\302\240");
  g_string_append (out, space + 1);
  for (guint i = 0; i < bold->len; i++)
    {
      SdmLetterSpan *span = &g_array_index (bold, SdmLetterSpan, i);

      if (span->start > at)
        span->start++;
      if (span->end > at)
        span->end++;
    }
  g_free (text);
  return g_string_free (out, FALSE);
}

static gboolean
has_wide_line (GPtrArray *lines,
               double     width)
{
  for (guint i = 0; i < lines->len; i++)
    {
      const SdmLetterLine *line = g_ptr_array_index (lines, i);

      if (line->width > width + 0.05)
        return TRUE;
    }
  return FALSE;
}

/* What cannot be printed is found again by the part of the letter and the words around it. */
static void
tell_place (SdmLetterFlow *flow,
            const char    *text)
{
  const gboolean   is_long = g_utf8_strlen (text, -1) > EXCERPT;
  g_autofree char *start = is_long ? g_utf8_substring (text, 0, EXCERPT) : g_strdup (text);
  g_autofree char *excerpt = g_strconcat (start, is_long ? "…" : "", NULL);
  g_autofree char *message = NULL;
  GError          *told = NULL;

  if (flow->part != NULL)
    {
      g_autofree char *part = sdm_letter_text_flatten (flow->part);

      /* Translators: after a sentence that says what cannot be printed; %1$s is the heading of a part of the letter,
       * %2$s the text itself */
      message = g_strdup_printf (_ ("It stands under “%1$s”, in the text “%2$s”."), part, excerpt);
    }
  else
    /* Translators: after a sentence that says what cannot be printed; %s is the text itself */
    message = g_strdup_printf (_ ("It stands in the text “%s”."), excerpt);
  told = g_error_new (flow->error->domain, flow->error->code, "%s %s", flow->error->message, message);
  g_error_free (flow->error);
  flow->error = told;
}

/* Each line knows the addresses of the whole text, as one may begin in a line and end in the next. */
static void
mark_addresses (GPtrArray  *lines,
                const char *text)
{
  SdmLetterAddresses *addresses = sdm_letter_addresses_new (text);

  for (guint i = 0; addresses != NULL && i < lines->len; i++)
    ((SdmLetterLine *) g_ptr_array_index (lines, i))->addresses = g_rc_box_acquire (addresses);
  g_clear_pointer (&addresses, sdm_letter_addresses_unref);
}

static GPtrArray *
break_once (SdmLetterFlow *flow,
            const char    *marked,
            gboolean       bold,
            double         size,
            double         width,
            gboolean       tie,
            gboolean       break_words)
{
  g_autoptr (GArray) spans = NULL;
  g_autoptr (GPtrArray) lines = NULL;
  g_autofree char *plain = sdm_letter_text_parse (marked, bold, &spans);
  SdmLetterText    text = { 0 };

  if (flow->error != NULL)
    return g_ptr_array_new_with_free_func ((GDestroyNotify) sdm_letter_line_unref);
  if (tie)
    plain = tie_last_word (plain, spans);
  text.text = plain;
  text.bold = spans;
  text.size = size;
  text.width = width;
  text.language = flow->language;
  text.break_words = break_words;
  text.right_to_left = sdm_language_is_right_to_left (flow->language);
  lines = flow->measurer->break_text (flow->measurer->instance, &text, &flow->error);
  if (lines == NULL)
    tell_place (flow, plain);
  if (lines == NULL)
    lines = g_ptr_array_new_with_free_func ((GDestroyNotify) sdm_letter_line_unref);
  mark_addresses (lines, plain);
  return g_steal_pointer (&lines);
}

static Broken *
break_anew (SdmLetterFlow *flow,
            const char    *marked,
            gboolean       bold,
            double         size,
            double         width)
{
  Broken *broken = g_new0 (Broken, 1);

  broken->fits = TRUE;
  broken->lines = break_once (flow, marked, bold, size, width, TRUE, FALSE);
  if (has_wide_line (broken->lines, width))
    {
      g_ptr_array_unref (broken->lines);
      broken->lines = break_once (flow, marked, bold, size, width, FALSE, FALSE);
    }
  if (has_wide_line (broken->lines, width))
    {
      broken->fits = FALSE;
      g_ptr_array_unref (broken->lines);
      broken->lines = break_once (flow, marked, bold, size, width, FALSE, TRUE);
    }

  return broken;
}

/**
 * sdm_letter_flow_break:
 * @marked: text with bold spans
 * @bold: all of it is bold
 * @size: in points
 * @width: of the column, in points
 *
 * Breaks a text into lines. What cannot stand in the column in one piece is
 * cut as the last resort, as it would otherwise run off the paper.
 *
 * Returns: (transfer full) (element-type SdmLetterLine): the lines; none after
 *   an error, which is kept in @flow
 */
GPtrArray *
sdm_letter_flow_break (SdmLetterFlow *flow,
                       const char    *marked,
                       gboolean       bold,
                       double         size,
                       double         width)
{
  gboolean fits = TRUE;

  return sdm_letter_flow_try_break (flow, marked, bold, size, width, &fits);
}

/**
 * sdm_letter_flow_try_break:
 * @fits: set to %FALSE where the text cannot be set in the column without cutting a fact, and else
 *   left as it is
 *
 * As sdm_letter_flow_break(), for whoever has another column to try. Breaking a
 * text is most of what a letter takes, and so each is broken once for a width.
 *
 * Returns: (transfer full) (element-type SdmLetterLine): the lines, which others
 *   may have too
 */
GPtrArray *
sdm_letter_flow_try_break (SdmLetterFlow *flow,
                           const char    *marked,
                           gboolean       bold,
                           double         size,
                           double         width,
                           gboolean      *fits)
{
  g_autofree char *single = g_strdup_printf ("%s %d %a - %s", flow->language, bold, size, marked);
  g_autofree char *key = g_strdup_printf ("%s %d %a %a %s", flow->language, bold, size, width, marked);
  Broken          *broken = g_hash_table_lookup (flow->broken, single);

  /* What stands on one line does so in every column that is wide enough. */
  if (broken == NULL || get_first_line (broken)->width > width)
    broken = g_hash_table_lookup (flow->broken, key);
  if (broken == NULL)
    {
      broken = break_anew (flow, marked, bold, size, width);
      g_hash_table_insert (flow->broken, is_single (broken) ? g_steal_pointer (&single) : g_steal_pointer (&key), broken);
    }
  if (!broken->fits)
    *fits = FALSE;

  return g_ptr_array_ref (broken->lines);
}
