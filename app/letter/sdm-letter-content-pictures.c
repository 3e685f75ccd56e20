/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "sdm-letter-content-private.h"
#include "sdm-letter-fill.h"
#include "sdm-words-here.h"

/* Figures drawn as people, one picture for each outcome. Numbers come from the consultation alone; the
 * aid gives the words for both frames, and how sure they are. */

/* One option of a picture */

typedef struct
{
  const SdmOutcome *outcome;
  const char       *option; /* its title */
  json_t           *figure;
  char             *printed; /* the title, marked; owned */
  char             *of;
  char             *n;
  char             *rest;
  char             *low;
  char             *high;
  char             *rest_low;
  char             *rest_high;
} Arm;

static char *
fill_arm (const Arm  *arm,
          const char *sentence)
{
  return sdm_letter_fill (sentence, "n", arm->n, "of", arm->of, "rest", arm->rest, "low", arm->low, "high", arm->high, "rest_low",
                          arm->rest_low, "rest_high", arm->rest_high, "happens", arm->outcome->happens, "does_not", arm->outcome->does_not, NULL);
}

static char *
fill_alt (const Arm  *arm,
          const char *sentence)
{
  return sdm_letter_fill_plain (sentence, "n", arm->n, "of", arm->of, "rest", arm->rest, "low", arm->low, "high", arm->high, "option",
                                arm->option, "happens", arm->outcome->happens, "does_not", arm->outcome->does_not, NULL);
}

static void
open_arm (Arm *arm)
{
  guint denominator = sdm_letter_figure_get_number (arm->figure, "denominator");
  guint n = sdm_letter_figure_get_number (arm->figure, "n");
  guint low = sdm_letter_figure_get_number (arm->figure, "low");
  guint high = sdm_letter_figure_get_number (arm->figure, "high");

  arm->printed = sdm_letter_own_words (arm->option);
  arm->of = sdm_format_count (denominator);
  arm->n = sdm_format_count (n);
  arm->rest = sdm_format_count (denominator - n);
  arm->low = sdm_format_count (low);
  arm->high = sdm_format_count (high);
  arm->rest_low = sdm_format_count (denominator - high);
  arm->rest_high = sdm_format_count (denominator - low);
}

static void
clear_arm (Arm *arm)
{
  g_free (arm->printed);
  g_free (arm->of);
  g_free (arm->n);
  g_free (arm->rest);
  g_free (arm->low);
  g_free (arm->high);
  g_free (arm->rest_low);
  g_free (arm->rest_high);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Arm, clear_arm)

static void
add_count (SdmLetterBlock *picture,
           const Arm      *arm,
           guint           low,
           guint           high,
           char           *alt,
           char           *happens,
           char           *does_not)
{
  sdm_letter_picture_add_count (picture, arm->printed, sdm_letter_figure_get_number (arm->figure, "denominator"), low, high, alt, happens, does_not);
  g_free (alt);
  g_free (happens);
  g_free (does_not);
}

static void
add_known_arm (SdmLetterBlock *picture,
               const Arm      *arm)
{
  guint    n = sdm_letter_figure_get_number (arm->figure, "n");
  guint    low = sdm_letter_figure_get_number (arm->figure, "low");
  guint    high = sdm_letter_figure_get_number (arm->figure, "high");
  gboolean has_n = json_is_integer (json_object_get (arm->figure, "n"));
  gboolean has_range = json_is_integer (json_object_get (arm->figure, "low"));

  /* Translators: under each picture stand both frames of its number, {happens} and {does_not} being a
   * few words of the aid: "88 in 100: Under 150" and "12 in 100: 150 or more". The other sentences
   * here are what a screen reader says of the picture. {option} is the name of the option. */
  if (has_n && has_range)
    add_count (picture, arm, low, high,
               fill_alt (arm, _ ("Picture of {of} people for “{option}”. {low} are filled in: {happens}. More up to {high} are striped: it could be as many. The rest are empty: {does_not}.")),
                         fill_arm (arm, _ ("**{n} in {of}:** {happens} (it could be {low} to {high})")),
                                   fill_arm (arm, _ ("**{rest} in {of}:** {does_not}")));
  else if (has_n)
    add_count (picture, arm, n, n,
               fill_alt (arm, _ ("Picture of {of} people for “{option}”. {n} are filled in: {happens}. {rest} are empty: {does_not}.")),
                         fill_arm (arm, _ ("**{n} in {of}:** {happens}")),
                                   fill_arm (arm, _ ("**{rest} in {of}:** {does_not}")));
  else
    add_count (picture, arm, low, high,
               fill_alt (arm, _ ("Picture of {of} people for “{option}”. {low} are filled in: {happens}. More up to {high} are striped: so it was in some trials. The rest are empty: {does_not}.")),
                         fill_arm (arm, _ ("**{low} to {high} in {of}:** {happens}")),
                                   fill_arm (arm, _ ("**{rest_low} to {rest_high} in {of}:** {does_not}")));
}

static void
add_rare_arm (SdmLetterBlock *picture,
              const Arm      *arm)
{
  g_autofree char *almost_all = sdm_format_count (sdm_letter_figure_get_number (arm->figure, "denominator") - 1);
  char            *does_not = sdm_letter_fill (_ ("**Nearly all, more than {most} in {of}:** {does_not}"),
                                                  "most", almost_all, "of", arm->of, "does_not", arm->outcome->does_not, NULL);

  /* Translators: a harm rarer than one in the denominator; the picture has no one filled in */
  add_count (picture, arm, 0, 0,
             fill_alt (arm, _ ("Picture of {of} people for “{option}”. None is filled in: it happens to fewer than 1 in {of}.")),
                       fill_arm (arm, _ ("**Fewer than 1 in {of}:** {happens}")), does_not);
}

/* The first sentence stands out, as the number of the other options does. */
static void
add_unknown_arm (SdmLetterBlock *picture,
                 const Arm      *arm)
{
  const char      *sentence = sdm_letter_item_get_text (arm->figure, "sentence");
  const char      *stop = strstr (sentence, ". ");
  g_autofree char *first = stop != NULL ? g_strndup (sentence, (gsize) (stop - sentence) + 1) : g_strdup (sentence);
  g_autofree char *headline = sdm_letter_fill ("**{text}**", "text", first, NULL);
  g_autofree char *rest = stop != NULL ? sdm_letter_own_words (stop + 2) : NULL;

  sdm_letter_picture_add_unknown (picture, arm->printed, headline, rest);
}

static void
add_arm (SdmLetterBlock *picture,
         const Arm      *arm)
{
  g_autofree char *sentence = sdm_letter_own_words (sdm_letter_item_get_text (arm->figure, "sentence"));

  if (json_is_true (json_object_get (arm->figure, "not_known")))
    add_unknown_arm (picture, arm);
  else if (json_is_true (json_object_get (arm->figure, "under_one")))
    add_rare_arm (picture, arm);
  else if (json_is_integer (json_object_get (arm->figure, "n")) || json_is_integer (json_object_get (arm->figure, "low")))
    add_known_arm (picture, arm);
  else
    sdm_letter_picture_add_inapplicable (picture, arm->printed, sentence);
}

/* How sure */

static const char *
get_certainty_sentence (SdmCertainty certainty)
{
  switch (certainty)
    {
    /* Translators: how sure the numbers are, and the main reason; {why} is whole sentences of the aid */
    case SDM_CERTAINTY_HIGH:
      return _ ("**How sure is this?** We are very sure. {why}");
    case SDM_CERTAINTY_MODERATE:
      return _ ("**How sure is this?** We are fairly sure. {why}");
    case SDM_CERTAINTY_LOW:
      return _ ("**How sure is this?** We are not very sure. {why}");
    case SDM_CERTAINTY_VERY_LOW:
      return _ ("**How sure is this?** We are not at all sure. {why}");
    case SDM_CERTAINTY_NOT_GRADED:
    default:
      return _ ("**How sure is this?** No one has judged how sure we can be. {why}");
    }
}

static const SdmArm *
find_arm (const SdmOutcome *outcome,
          json_t           *figure)
{
  const char *id = sdm_letter_item_get_text (figure, "arm");

  for (guint i = 0; id != NULL && i < outcome->n_arms; i++)
    if (g_str_equal (outcome->arms[i].id, id))
      return &outcome->arms[i];

  return NULL;
}

/* Where what was counted fits an option in part only, the reader is told. */
static void
append_fit (SdmLetterContent *self,
            const SdmOutcome *outcome,
            json_t           *figure,
            GString          *certainty)
{
  const SdmArm *arm = find_arm (outcome, figure);
  const char   *option = sdm_letter_item_get_text (figure, "option");

  if (arm != NULL && arm->fits_in_part && arm->fit_note != NULL)
    /* Translators: what was counted is not quite the option: "Stop step by step: They ended up with about one tablet less." */
    sdm_letter_content_append (certainty, sdm_letter_fill (_ ("{option}: {note}"), "option", sdm_letter_content_get_option_title (self, option),
                                                              "note", arm->fit_note, NULL));
}

/* Pictures */

static void
set_key (SdmLetterBlock   *picture,
         const SdmOutcome *outcome,
         gboolean          has_best_guess)
{
  /* Translators: the key of a picture with a range; {happens} is a few words of the aid */
  g_autofree char *filled = sdm_letter_fill (_ ("Filled: at least these ({happens})"), "happens", outcome->happens, NULL);
  g_autofree char *empty = sdm_letter_fill (_ ("Empty: {does_not}"), "does_not", outcome->does_not, NULL);

  sdm_letter_picture_set_key (picture, filled,
                              has_best_guess ? _ ("Striped: these too, if the true number is high") : _ ("Striped: these too, in some trials"), empty);
}

static void
add_picture (SdmLetterContent *self,
             const SdmOutcome *outcome,
             json_t           *first,
             guint             number)
{
  g_autofree char *title = sdm_letter_figure_dup_title (first);
  g_autofree char *population = sdm_letter_content_dup_population (self, outcome, first);
  SdmLetterBlock  *picture = sdm_letter_document_add_picture (self->document, number, title, population);
  g_autoptr (GString) certainty = g_string_new (NULL);
  gboolean has_range = FALSE;
  gboolean has_best_guess = FALSE;
  json_t  *option;
  size_t   i;

  sdm_letter_content_append (certainty, sdm_letter_fill (get_certainty_sentence (outcome->certainty), "why", outcome->certainty_why, NULL));
  json_array_foreach (sdm_letter_content_get_list (self, "options/shown"), i, option)
    {
      const char *id = json_string_value (option);
      g_auto (Arm) arm = { .outcome = outcome, .option = sdm_letter_content_get_option_title (self, id) };

      arm.figure = sdm_letter_content_find_figure (self, outcome->id, id);
      if (arm.figure == NULL || arm.option == NULL)
        continue;
      open_arm (&arm);
      add_arm (picture, &arm);
      append_fit (self, outcome, arm.figure, certainty);
      if (json_is_integer (json_object_get (arm.figure, "low")))
        {
          has_range = TRUE;
          has_best_guess = has_best_guess || json_is_integer (json_object_get (arm.figure, "n"));
        }
    }

  if (has_range)
    set_key (picture, outcome, has_best_guess);
  else if (outcome->range_not_known != NULL)
    sdm_letter_content_append (certainty, g_strdup (_ ("We do not know how far the true numbers could differ.")));
  sdm_letter_picture_set_certainty (picture, certainty->str);
}

/* The time span of all pictures of one side; NULL where there is none, or they differ. */
static const char *
find_time (SdmLetterContent *self,
           GPtrArray        *pictures,
           SdmSide           side)
{
  const char *time = NULL;

  for (guint i = 0; i < pictures->len; i++)
    {
      json_t           *figure = g_ptr_array_index (pictures, i);
      const SdmOutcome *outcome = sdm_letter_content_find_outcome (self, figure);
      const char       *own = sdm_letter_item_get_text (figure, "time_frame");

      if (outcome == NULL || outcome->side != side)
        continue;
      if (time != NULL && g_strcmp0 (time, own) != 0)
        return NULL;
      time = own;
    }

  return time;
}

void
sdm_letter_content_add_pictures (SdmLetterContent *self)
{
  g_autoptr (GPtrArray) pictures = sdm_letter_content_list_outcomes (self, TRUE);
  const char      *good = find_time (self, pictures, SDM_SIDE_BENEFIT);
  const char      *bad = find_time (self, pictures, SDM_SIDE_HARM);
  g_autofree char *of = NULL;
  g_autoptr (GString) paragraph = g_string_new (NULL);

  if (pictures->len == 0)
    return;

  for (guint i = 0; i < pictures->len; i++)
    {
      json_t           *first = g_ptr_array_index (pictures, i);
      const SdmOutcome *outcome = sdm_letter_content_find_outcome (self, first);

      if (outcome != NULL)
        add_picture (self, outcome, first, i + 1);
    }

  of = sdm_format_count (sdm_letter_figure_get_number (g_ptr_array_index (pictures, 0), "denominator"));
  /* Translators: after the last picture; {n} is 100 or 1,000 */
  sdm_letter_content_append (paragraph, sdm_letter_fill (sdm_letter_content_choose (self, _ ("Each picture shows {n} people. No one can tell which of them would be you."),
                                                                                             /* Translators: the same to a parent; {name} is the child */
                                                                                             _ ("Each picture shows {n} children. No one can tell which of them would be {name}.")),
                                                                                    "n", of, "name", self->name, NULL));
  if (good != NULL && bad != NULL && !g_str_equal (good, bad))
    /* Translators: {good} and {bad} are spans of time: "over 10 years" and "over about 4 years" */
    sdm_letter_content_append (paragraph, sdm_letter_fill (_ ("The good effects were counted {good}, the harms {bad}."), "good", good, "bad", bad, NULL));
  sdm_letter_document_add_paragraph (self->document, paragraph->str);
}
