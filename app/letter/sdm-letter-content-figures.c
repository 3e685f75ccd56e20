/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-letter-content-private.h"
#include "sdm-letter-fill.h"
#include "sdm-words-here.h"

/* The figures as they were shown: which are in the letter, and those that are told in sentences. */

/* Which figures */

guint
sdm_letter_figure_get_number (json_t     *figure,
                              const char *key)
{
  return (guint) json_integer_value (json_object_get (figure, key));
}

/* NULL where the aid has no such outcome. */
const SdmOutcome *
sdm_letter_content_find_outcome (SdmLetterContent *self,
                                 json_t           *figure)
{
  const char *id = sdm_letter_item_get_text (figure, "outcome");

  return self->aid != NULL && id != NULL ? sdm_aid_find_outcome (self->aid, id) : NULL;
}

/* Whether people can be drawn for it; of 10,000 it is told in words. */
gboolean
sdm_letter_figure_is_picture (SdmLetterContent *self,
                              json_t           *figure)
{
  const SdmOutcome *outcome = sdm_letter_content_find_outcome (self, figure);
  guint             denominator = sdm_letter_figure_get_number (figure, "denominator");

  return g_strcmp0 (sdm_letter_item_get_text (figure, "show"), "icons") == 0 && (denominator == 100 || denominator == 1000) && outcome != NULL && outcome->happens != NULL && outcome->does_not != NULL;
}

static gboolean
is_in_letter (json_t *figure)
{
  return json_is_true (json_object_get (figure, "in_letter"));
}

/* One figure of each outcome of the letter, in the order in which they were shown; borrowed. */
GPtrArray *
sdm_letter_content_list_outcomes (SdmLetterContent *self,
                                  gboolean          pictures)
{
  GPtrArray *list = g_ptr_array_new ();
  json_t    *figure;
  size_t     i;

  json_array_foreach (sdm_letter_content_get_list (self, "risks/figures"), i, figure)
    {
      gboolean is_there = FALSE;

      if (!is_in_letter (figure) || sdm_letter_content_find_outcome (self, figure) == NULL || sdm_letter_figure_is_picture (self, figure) != pictures)
        continue;
      for (guint k = 0; k < list->len; k++)
        if (g_strcmp0 (sdm_letter_item_get_text (g_ptr_array_index (list, k), "outcome"), sdm_letter_item_get_text (figure, "outcome")) == 0)
          is_there = TRUE;
      if (!is_there)
        g_ptr_array_add (list, figure);
    }

  return list;
}

json_t *
sdm_letter_content_find_figure (SdmLetterContent *self,
                                const char       *outcome,
                                const char       *option)
{
  json_t *figure;
  size_t  i;

  json_array_foreach (sdm_letter_content_get_list (self, "risks/figures"), i, figure)
    if (is_in_letter (figure) && g_strcmp0 (sdm_letter_item_get_text (figure, "outcome"), outcome) == 0 && g_strcmp0 (sdm_letter_item_get_text (figure, "option"), option) == 0)
      return figure;

  return NULL;
}

/* What stands above a figure */

char *
sdm_letter_content_dup_population (SdmLetterContent *self,
                                   const SdmOutcome *outcome,
                                   json_t           *figure)
{
  const char *population = sdm_letter_item_get_text (figure, "population");
  const char *group = sdm_letter_item_get_text (figure, "group");
  guint       n_groups;

  sdm_aid_get_groups (self->aid, &n_groups);
  for (guint i = 0; n_groups > 0 && i < outcome->n_groups; i++)
    if (g_strcmp0 (outcome->groups[i].id, group) == 0 && !g_str_equal (outcome->groups[i].id, "all"))
      /* Translators: who was counted: the group that was picked, then more about it */
      return sdm_letter_fill (_ ("{group}. {population}"), "group", outcome->groups[i].label, "population", population, NULL);

  return sdm_letter_own_words (population);
}

char *
sdm_letter_figure_dup_title (json_t *figure)
{
  /* Translators: title of a figure, and the time it is about: "Heart disease or a stroke, over 10 years" */
  return sdm_letter_fill (_ ("{title}, {time}"), "title", sdm_letter_item_get_text (figure, "title"), "time",
                             sdm_letter_item_get_text (figure, "time_frame"), NULL);
}

/* Bars and words */

static void
add_fact (SdmLetterContent *self,
          json_t           *first)
{
  g_autofree char *title = sdm_letter_figure_dup_title (first);
  g_autofree char *population = sdm_letter_content_dup_population (self, sdm_letter_content_find_outcome (self, first), first);
  g_autofree char *head = g_strdup_printf ("**%s.** %s", title, population);
  const char      *outcome = sdm_letter_item_get_text (first, "outcome");
  SdmLetterBlock  *list;
  json_t          *option;
  size_t           i;

  sdm_letter_document_add_lead_in (self->document, head);
  list = sdm_letter_document_add_list (self->document, SDM_LETTER_LIST_DISC);
  json_array_foreach (sdm_letter_content_get_list (self, "options/shown"), i, option)
    {
      json_t *figure = sdm_letter_content_find_figure (self, outcome, json_string_value (option));

      if (figure == NULL)
        continue;
      /* Translators: an option and what is known of it: "Take one tablet fewer: We do not know." */
      sdm_letter_content_take_item (list, sdm_letter_fill (_ ("{option}: {sentence}"), "option",
                                                              sdm_letter_content_get_option_title (self, json_string_value (option)), "sentence",
                                                              sdm_letter_item_get_text (figure, "sentence"), NULL));
    }
}

/* Whether no option of the letter has an answer to it. */
static gboolean
is_all_unknown (SdmLetterContent *self,
                json_t           *first)
{
  json_t *figure;
  size_t  i;

  json_array_foreach (sdm_letter_content_get_list (self, "risks/figures"), i, figure)
    if (is_in_letter (figure) && g_strcmp0 (sdm_letter_item_get_text (figure, "outcome"), sdm_letter_item_get_text (first, "outcome")) == 0 && !json_is_true (json_object_get (figure, "not_known")))
      return FALSE;

  return TRUE;
}

static void
add_unknown (SdmLetterContent *self,
             GPtrArray        *facts)
{
  g_autoptr (GString) titles = g_string_new (NULL);

  for (guint i = 0; i < facts->len; i++)
    {
      json_t *first = g_ptr_array_index (facts, i);

      if (!is_all_unknown (self, first))
        continue;
      if (titles->len > 0)
        /* Translators: between the titles of two figures, where several are named */
        g_string_append (titles, _ ("; "));
      g_string_append (titles, sdm_letter_item_get_text (first, "title"));
    }
  if (titles->len > 0)
    /* Translators: {titles} names what was looked at: "Falls and dizzy spells; Stroke or heart attack" */
    sdm_letter_content_take_paragraph (self, sdm_letter_fill (_ ("**What we do not know.** We found no number for any option on this: {titles}."),
                                                                 "titles", titles->str, NULL));
}

void
sdm_letter_content_add_figures (SdmLetterContent *self)
{
  g_autoptr (GPtrArray) facts = sdm_letter_content_list_outcomes (self, FALSE);

  sdm_letter_content_add_pictures (self);
  if (facts->len == 0)
    return;

  /* Translators: heading above what was told in words */
  sdm_letter_document_add_heading (self->document, 3, _ ("What else we know"));
  for (guint i = 0; i < facts->len; i++)
    add_fact (self, g_ptr_array_index (facts, i));
  add_unknown (self, facts);
}

/* Whether the enclosure tells of any figure. */
gboolean
sdm_letter_content_has_figures (SdmLetterContent *self)
{
  g_autoptr (GPtrArray) pictures = sdm_letter_content_list_outcomes (self, TRUE);
  g_autoptr (GPtrArray) facts = sdm_letter_content_list_outcomes (self, FALSE);

  return pictures->len + facts->len > 0;
}
