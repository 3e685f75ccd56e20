/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-letter-check-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "sdm-consultation-people.h"
#include "sdm-letter-block-private.h"

/* What must stand in a letter, whoever writes it: whom it is to, who decided, who does what by when, whom to ask. And
 * how it reads as a whole. */

#define EASE_AIM       70.0
#define EASE_LEAST     60.0
#define LONG_MEAN      15.0 /* words a sentence */
#define FEWEST_TO_RATE 30   /* words, or one long name would decide */

static gboolean
has_text (SdmLetterChecking *self,
          const char        *path)
{
  const char *text = sdm_consultation_get_text (self->consultation, path);

  return text != NULL && strspn (text, " \t\r\n") < strlen (text);
}

static gboolean
has_items (SdmLetterChecking *self,
           const char        *path)
{
  return json_array_size (sdm_consultation_peek (self->consultation, path)) > 0;
}

static gboolean
is_decided (SdmLetterChecking *self)
{
  return g_strcmp0 (sdm_consultation_get_text (self->consultation, "plan/result"), "decided") == 0;
}

/* Whom it is to, and who speaks */

static void
check_people (SdmLetterChecking *self)
{
  g_autofree char *name = sdm_consultation_dup_patient_name (self->consultation);
  guint            points = 0;

  if (!sdm_consultation_is_practice (self->consultation) && !sdm_consultation_is_person_confirmed (self->consultation))
    sdm_letter_checking_add (self, "letter-not-confirmed", "/people/confirmed", "", "%s", _ ("name and date of birth are not confirmed"));
  if (*g_strstrip (name) == '\0')
    sdm_letter_checking_add (self, "letter-to-nobody", "/people/patient/family", "", "%s", _ ("no name is known"));
  if (g_str_equal (sdm_consultation_get_letter_format (self->consultation, &points), "none") ||
      (sdm_consultation_peek (self->consultation, "letter/wanted") != NULL && !sdm_consultation_get_flag (self->consultation, "letter/wanted")))
    sdm_letter_checking_add (self, "letter-declined", "/letter/wanted", "", "%s", _ ("no letter is wanted"));
  if (has_items (self, "people/needs") && !has_text (self, "people/needs_reviewed_on"))
    sdm_letter_checking_add (self, "letter-needs-unreviewed", "/people/needs_reviewed_on", "", "%s", _ ("nobody has noted when the needs were looked at"));
  if (!has_items (self, "matters/own_words") && !has_items (self, "matters/goals") && !has_text (self, "plan/why") &&
      !sdm_consultation_get_flag (self->consultation, "matters/declined"))
    sdm_letter_checking_add (self, "letter-own-words-missing", "/matters/own_words", "", "%s", _ ("nothing is quoted"));
}

static void
check_format (SdmLetterChecking     *self,
              const SdmLetterFormat *format)
{
  SdmLetterFormat wanted = sdm_letter_format_for_person (self->consultation);

  if (format != NULL && !sdm_letter_format_equal (format, &wanted))
    /* Translators: sizes of type in points */
    sdm_letter_checking_add (self, "letter-format-differs", "/people/letter_wish", "", _ ("%u point type; what fits the person is %u point"), format->points, wanted.points);
}

/* What was decided */

static gboolean
is_placed (SdmLetterChecking *self,
           const char        *option)
{
  json_t *item;
  size_t  i;

  json_array_foreach (sdm_consultation_peek (self->consultation, "options/shown"), i, item)
    if (g_strcmp0 (json_string_value (item), option) == 0)
      return TRUE;
  json_array_foreach (sdm_consultation_peek (self->consultation, "options/hidden"), i, item)
    if (g_strcmp0 (json_string_value (json_object_get (item, "option")), option) == 0)
      return TRUE;

  return FALSE;
}

static void
check_decision (SdmLetterChecking *self)
{
  guint            n = 0;
  const SdmOption *options = self->aid != NULL ? sdm_aid_get_options (self->aid, &n) : NULL;

  for (guint i = 0; has_text (self, "plan/result") && i < n; i++)
    if (!is_placed (self, options[i].id))
      sdm_letter_checking_add (self, "letter-option-missing", "/options/shown", options[i].title, "%s", options[i].title);
  if (is_decided (self) && !has_text (self, "plan/decided_by"))
    sdm_letter_checking_add (self, "letter-who-decided", "/plan/decided_by", "", "%s", _ ("nobody is named"));
}

/* What happens next */

static void
check_steps (SdmLetterChecking *self)
{
  json_t *action;
  size_t  i;

  json_array_foreach (sdm_consultation_peek (self->consultation, "plan/actions"), i, action)
    {
      const char      *what = json_string_value (json_object_get (action, "what"));
      const gboolean   is_persons = g_strcmp0 (json_string_value (json_object_get (action, "side")), "person") == 0;
      g_autofree char *owner = g_strdup_printf ("/plan/actions/%u/owner", (guint) i);
      g_autofree char *by = g_strdup_printf ("/plan/actions/%u/by", (guint) i);

      if (what == NULL)
        continue;
      if (json_object_get (action, "owner") == NULL && !is_persons)
        sdm_letter_checking_add (self, "letter-step-nobody", owner, what, "%s", what);
      if (json_object_get (action, "by") == NULL)
        sdm_letter_checking_add (self, "letter-step-no-date", by, what, "%s", what);
    }
}

static void
check_later (SdmLetterChecking *self)
{
  if (is_decided (self) && !has_items (self, "plan/review/dates") && !has_text (self, "plan/review/removed"))
    sdm_letter_checking_add (self, "letter-review-missing", "/plan/review", "", "%s", _ ("no day is set, and no reason given"));
  if (!has_text (self, "plan/contact/name"))
    sdm_letter_checking_add (self, "letter-contact-missing", "/plan/contact/name", "", "%s", _ ("nobody is named for questions"));
  else if (!has_text (self, "plan/contact/phone") && !has_text (self, "start/practice/phone"))
    sdm_letter_checking_add (self, "letter-contact-missing", "/plan/contact/phone", "", "%s", _ ("no phone number is given"));
}

void
sdm_letter_checking_plan (SdmLetterChecking     *self,
                          const SdmLetterFormat *format)
{
  check_people (self);
  check_format (self, format);
  check_decision (self);
  check_steps (self);
  check_later (self);
}

/* How it reads */

static void
add_names (GStrvBuilder *names,
           const char   *text)
{
  g_auto (GStrv) words = g_strsplit_set (text != NULL ? text : "", " -,.()/", -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      g_strv_builder_add (names, words[i]);
}

static void
add_names_of (GStrvBuilder *names,
              json_t       *list)
{
  json_t *item;
  size_t  i;

  json_array_foreach (list, i, item)
    add_names (names, json_string_value (json_is_object (item) ? json_object_get (item, "name") : item));
}

/* Names of people, places and medicines cannot be said in plainer words. */
static char **
dup_names (SdmLetterChecking *self)
{
  static const char *const single[] = { "people/patient/title", "people/patient/family", "people/patient/preferred_name", "author/name",
                                        "start/seen_by/name", "start/responsible/name", "start/practice/name", "start/interpreter/name",
                                        "plan/contact/name", "plan/contact/role", "plan/decider/name", "plan/review/with", "letter/letter_to/name" };
  static const char *const lists[] = { "people/patient/given", "people/participants", "start/accompanying", "start/others_present",
                                       "plan/medicines", "plan/services", "matters/companion" };
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_auto (GStrv) of_aid = self->aid != NULL ? sdm_aid_dup_not_scored (self->aid) : NULL;
  json_t *action;
  size_t  i;

  for (guint s = 0; s < G_N_ELEMENTS (single); s++)
    add_names (names, sdm_consultation_get_text (self->consultation, single[s]));
  for (guint l = 0; l < G_N_ELEMENTS (lists); l++)
    add_names_of (names, sdm_consultation_peek (self->consultation, lists[l]));
  json_array_foreach (sdm_consultation_peek (self->consultation, "plan/actions"), i, action)
    add_names (names, json_string_value (json_object_get (action, "owner")));
  for (guint a = 0; of_aid != NULL && of_aid[a] != NULL; a++)
    add_names (names, of_aid[a]);

  return g_strv_builder_end (names);
}

static void
read_text (SdmLetterChecking *self,
           const char        *marked,
           SdmProse          *all)
{
  SdmProse         prose;
  g_autofree char *flat = marked != NULL ? sdm_letter_text_flatten (marked) : g_strdup ("");

  sdm_words_read (self->words, flat, &prose);
  sdm_prose_add (all, &prose);
}

/* From the greeting to the signature, without what the person said and what others are called. */
static void
read_letter (SdmLetterChecking *self,
             SdmProse          *all)
{
  for (guint i = 0; i < self->document->blocks->len; i++)
    {
      const SdmLetterBlock *block = g_ptr_array_index (self->document->blocks, i);

      if (block->kind == SDM_LETTER_BLOCK_SIGNATURE || block->kind == SDM_LETTER_BLOCK_PAGE_BREAK)
        return;
      if (block->kind == SDM_LETTER_BLOCK_QUOTE || block->kind == SDM_LETTER_BLOCK_FACTS)
        continue;
      read_text (self, block->text, all);
      for (guint r = 0; r < block->rows->len; r++)
        read_text (self, ((const SdmLetterRow *) g_ptr_array_index (block->rows, r))->cells[0], all);
    }
}

void
sdm_letter_checking_ease (SdmLetterChecking *self,
                          SdmLetterCheck    *check)
{
  g_auto (GStrv) names = dup_names (self);
  SdmProse prose = { 0 };

  sdm_words_leave_out (self->words, (const char *const *) names);
  read_letter (self, &prose);
  if (prose.scored_words < FEWEST_TO_RATE || prose.sentences == 0)
    return;

  check->mean = (double) prose.scored_words / prose.sentences;
  check->longest = prose.longest;
  if (check->mean > LONG_MEAN)
    sdm_letter_checking_add (self, "letter-sentences-long", "", "", _ ("a sentence has %.1f words on average"), check->mean);
  if (!self->is_english)
    return;
  check->has_ease = TRUE;
  check->ease = sdm_prose_get_ease (&prose);
  if (check->ease < EASE_AIM)
    /* Translators: Flesch reading ease, from 0 to about 100; higher is easier */
    sdm_letter_checking_add (self, check->ease < EASE_LEAST ? "letter-too-hard" : "letter-hard", "", "", _ ("reading ease %.0f"), check->ease);
}
