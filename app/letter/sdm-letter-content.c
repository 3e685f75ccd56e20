/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-letter-content.h"

#include <string.h>

#include "sdm-aid-blank.h"
#include "sdm-consultation-translate.h"
#include "sdm-core-error.h"
#include "sdm-date.h"
#include "sdm-language.h"
#include "sdm-letter-block-private.h"
#include "sdm-letter-content-private.h"
#include "sdm-letter-fill.h"
#include "sdm-nhs-number.h"
#include "sdm-words-here.h"

/* Words of the consultation */

/* NULL where nothing was typed, or only blanks. */
static const char *
filter_blank (const char *text)
{
  return text != NULL && strspn (text, " \t\r\n") < strlen (text) ? text : NULL;
}

const char *
sdm_letter_content_get_text (SdmLetterContent *self,
                             const char       *path)
{
  return filter_blank (sdm_consultation_get_text (self->consultation, path));
}

json_t *
sdm_letter_content_get_list (SdmLetterContent *self,
                             const char       *path)
{
  return sdm_consultation_peek (self->consultation, path);
}

const char *
sdm_letter_item_get_text (json_t     *item,
                          const char *key)
{
  return filter_blank (json_string_value (json_object_get (item, key)));
}

char *
sdm_letter_content_dup_patient (SdmLetterContent *self)
{
  g_autofree char *name = sdm_consultation_dup_patient_name (self->consultation);

  return filter_blank (name) != NULL ? g_steal_pointer (&name) : NULL;
}

/* Whether @person, of the consultation, is the one who reads in place of the person. */
gboolean
sdm_letter_content_is_reader (SdmLetterContent *self,
                              json_t           *person)
{
  return sdm_consultation_is_reader (self->consultation, self->aid, person);
}

/* Whether who reads in place of the person also decided for them. */
gboolean
sdm_letter_content_is_decider_reader (SdmLetterContent *self)
{
  return g_strcmp0 (sdm_letter_content_get_text (self, "plan/decided_by"), "for-them") == 0 &&
         sdm_letter_content_is_reader (self, sdm_letter_content_get_list (self, "plan/decider"));
}

/* Which of two whole sentences fits the reader. One to a parent names the child. */
const char *
sdm_letter_content_choose (SdmLetterContent *self,
                           const char       *to_person,
                           const char       *to_parent)
{
  return self->reader == SDM_READER_PARENT ? to_parent : to_person;
}

/* How the person is greeted, or a child is told of; NULL where no name is known. */
char *
sdm_letter_content_dup_greeting (SdmLetterContent *self)
{
  const char *preferred = sdm_letter_content_get_text (self, "people/patient/preferred_name");
  const char *title = sdm_letter_content_get_text (self, "people/patient/title");
  const char *family = sdm_letter_content_get_text (self, "people/patient/family");

  if (self->reader == SDM_READER_PARENT)
    {
      g_autofree char *child = sdm_consultation_dup_child_name (self->consultation);

      return filter_blank (child) != NULL ? g_steal_pointer (&child) : NULL;
    }
  if (preferred != NULL)
    return g_strdup (preferred);
  if (title != NULL && family != NULL)
    /* Translators: how a person is greeted who named no other way: title and family name, such as "Mr Pell" */
    return sdm_letter_fill_plain (_ ("{title} {family}"), "title", title, "family", family, NULL);

  return sdm_letter_content_dup_patient (self);
}

/* Ready to print; NULL where there is none, or it is not the number of such a person. */
char *
sdm_letter_content_dup_nhs_number (SdmLetterContent *self)
{
  const char *digits = sdm_letter_content_get_text (self, "people/patient/nhs_number");

  if (digits == NULL || !sdm_nhs_number_is_valid (digits))
    return NULL;
  if (self->is_practice && !sdm_nhs_number_is_for_practice (digits))
    return NULL;

  return sdm_nhs_number_format (digits);
}

/* After "You decided to"; NULL where the aid has no words for it. */
const char *
sdm_letter_content_get_choice (SdmLetterContent *self,
                               json_t           *chosen)
{
  const char      *id = sdm_letter_item_get_text (chosen, "option");
  const SdmOption *option = self->aid != NULL && id != NULL ? sdm_aid_find_option (self->aid, id) : NULL;

  return option != NULL ? option->choice : NULL;
}

const char *
sdm_letter_content_get_option_title (SdmLetterContent *self,
                                     const char       *option)
{
  const SdmOption *found = self->aid != NULL ? sdm_aid_find_option (self->aid, option) : NULL;
  json_t          *own;
  size_t           i;

  if (found != NULL)
    return found->title;

  json_array_foreach (sdm_letter_content_get_list (self, "blank/options"), i, own)
    if (g_strcmp0 (sdm_letter_item_get_text (own, "id"), option) == 0)
      return sdm_letter_item_get_text (own, "title");

  return NULL;
}

/* Adding to the document */

void
sdm_letter_content_take_paragraph (SdmLetterContent *self,
                                   char             *text)
{
  g_autofree char *taken = text;

  sdm_letter_document_add_paragraph (self->document, taken);
}

void
sdm_letter_content_take_lead_in (SdmLetterContent *self,
                                 char             *text)
{
  g_autofree char *taken = text;

  sdm_letter_document_add_lead_in (self->document, taken);
}

void
sdm_letter_content_take_item (SdmLetterBlock *list,
                              char           *text)
{
  g_autofree char *taken = text;

  sdm_letter_list_add_item (list, taken);
}

void
sdm_letter_content_take_quote (SdmLetterContent *self,
                               char             *text)
{
  g_autofree char *taken = text;

  sdm_letter_document_add_quote (self->document, taken);
}

/* Ends a typed sentence with a full stop where the one who typed it did not. What is set by itself, as it runs
 * the other way, ends inside of its marks. */
void
sdm_letter_content_end (GString *paragraph)
{
  const char *end = paragraph->str + paragraph->len;
  const char *last = g_utf8_find_prev_char (paragraph->str, end);

  while (last != NULL && g_utf8_get_char (last) == 0x2069)
    {
      end = last;
      last = g_utf8_find_prev_char (paragraph->str, last);
    }
  if (last != NULL && g_utf8_strchr (".!?:;…。؟۔।*”’)»“", -1, g_utf8_get_char (last)) == NULL)
    g_string_insert_c (paragraph, end - paragraph->str, '.');
}

/* Whole sentences follow one another; none is built from halves. */
void
sdm_letter_content_append (GString *paragraph,
                           char    *sentence)
{
  sdm_letter_content_end (paragraph);
  if (paragraph->len > 0)
    g_string_append_c (paragraph, ' ');
  g_string_append (paragraph, sentence);
  g_free (sentence);
}

/* Building */

static const char *
first_text (SdmLetterContent  *self,
            const char *const *paths)
{
  const char *found = NULL;

  for (guint i = 0; found == NULL && paths[i] != NULL; i++)
    found = sdm_letter_content_get_text (self, paths[i]);

  return found;
}

static char *
dup_day (SdmLetterContent *self)
{
  static const char *const paths[] = { "start/event_date", "start/contact_when", "created", NULL };
  const char              *when = first_text (self, paths);

  return when != NULL ? g_strndup (when, strlen ("2026-11-24")) : g_strdup ("");
}

static void
find_people (SdmLetterContent *self)
{
  static const char *const signers[] = { "author", "start/seen_by", "start/responsible", NULL };
  static const char *const phones[] = { "plan/contact/phone", "start/practice/phone", NULL };

  for (guint i = 0; self->signer == NULL && signers[i] != NULL; i++)
    {
      g_autofree char *name = g_strconcat (signers[i], "/name", NULL);
      g_autofree char *role = g_strconcat (signers[i], "/role", NULL);

      self->signer = sdm_letter_content_get_text (self, name);
      self->signer_role = sdm_letter_content_get_text (self, role);
    }
  self->contact = sdm_letter_content_get_text (self, "plan/contact/name");
  self->contact_role = sdm_letter_content_get_text (self, "plan/contact/role");
  if (self->contact == NULL)
    {
      self->contact = self->signer;
      self->contact_role = self->signer_role;
    }
  self->phone = first_text (self, phones);
}

/* The record of what was made grows with each letter, so it is left out of the reference. */
static char *
dup_reference (SdmConsultation *consultation)
{
  g_autoptr (GBytes) bytes = sdm_consultation_to_bytes (consultation);
  gsize       size;
  const char *text = g_bytes_get_data (bytes, &size);
  g_autoptr (json_t) root = json_loadb (text, size, 0, NULL);
  g_autofree char *written = NULL;
  g_autofree char *sum = NULL;

  json_array_clear (json_object_get (json_object_get (root, "letter"), "made"));
  written = sdm_json_write (root);
  sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, written, -1);

  return g_strndup (sum, 8);
}

static const char *
get_heading (SdmLetterContent *self)
{
  const char *decision = sdm_letter_content_get_text (self, "blank/decision");

  if (self->aid != NULL)
    return sdm_aid_get_letter_title (self->aid);

  /* Translators: title of a letter about a decision that was given no name */
  return decision != NULL ? decision : _ ("Your decision");
}

static void
find_reader (SdmLetterContent *self)
{
  self->reader = sdm_consultation_get_reader (self->consultation, self->aid);
  self->reader_name = sdm_consultation_get_reader_name (self->consultation, self->aid);
  self->name = sdm_letter_content_dup_greeting (self);
  if (self->name == NULL && self->reader == SDM_READER_PARENT)
    /* Translators: stands for {name} or {child} in a letter to a parent while no name is known */
    self->name = g_strdup (_ ("your child"));
}

/* What a program shows as the title of the file; it is also what a screen reader says first. */
static char *
dup_letter_title (SdmLetterContent *self,
                  const char       *patient,
                  const char       *day)
{
  if (patient != NULL && self->reader_name != NULL)
    /* Translators: what a program shows as the title of the file, of a letter to a parent or an attorney:
     * "Your child’s ear infection, letter to Jo Tanner about Lily Tanner, 30 November 2026" */
    return sdm_letter_fill_plain (_ ("{title}, letter to {reader} about {name}, {date}"), "title", get_heading (self),
                                     "reader", self->reader_name, "name", patient, "date", day, NULL);
  if (patient != NULL)
    /* Translators: what a program shows as the title of the file: "Your blood pressure tablets,
     * letter to Mr Arthur Pell, 24 November 2026" */
    return sdm_letter_fill_plain (_ ("{title}, letter to {name}, {date}"),
                                     "title", get_heading (self), "name", patient, "date", day, NULL);

  /* Translators: the same where no name is known yet: "Your blood pressure tablets, letter of 24 November 2026" */
  return sdm_letter_fill_plain (_ ("{title}, letter of {date}"), "title", get_heading (self), "date", day, NULL);
}

/* Of papers that lie about in a home: without what they are about. */
static const struct
{
  const char *named;
  const char *unnamed;
} paper_titles[] = {
  /* Translators: what a program shows as the title of the file of a plan card: "My plan, Mr Arthur Pell, 24 November 2026";
   * the second of each pair where no name is known yet */
  [SDM_LETTER_KIND_PLAN_CARD] = { N_ ("My plan, {name}, {date}"), N_ ("My plan, {date}") },
                                  /* Translators: the same of the sheets to be filled in */
                                  [SDM_LETTER_KIND_BEFORE_WE_MEET] = { N_ ("Before we meet, {name}, {date}"), N_ ("Before we meet, {date}") },
                                                                       [SDM_LETTER_KIND_STILL_RIGHT] = { N_ ("Still right for you?, {name}, {date}"), N_ ("Still right for you?, {date}") },
                                                                                                         [SDM_LETTER_KIND_OPTION_GRID] = { N_ ("Your options side by side, {name}, {date}"), N_ ("Your options side by side, {date}") },
                                                                                                                                           /* Translators: the same of the copy for the GP */
                                                                                                                                           [SDM_LETTER_KIND_GP_COPY] = { N_ ("Copy for the GP, letter to {name}, {date}"), N_ ("Copy for the GP, letter of {date}") },
                                                                                                                                           };

static const char *
get_language_of_record (SdmLetterContent *self)
{
  const char *language = sdm_consultation_get_text (self->recorded, "language");

  if (self->recorded_aid != NULL)
    return sdm_aid_get_language (self->recorded_aid);

  return language != NULL ? language : "en-GB";
}

static SdmLetterDocument *
open_document (SdmLetterContent *self,
               SdmLetterKind     kind,
               const char       *language)
{
  g_autofree char *patient = sdm_letter_content_dup_patient (self);
  g_autofree char *day = sdm_date_format (self->day);
  g_autofree char *title = NULL;

  if (kind == SDM_LETTER_KIND_LETTER)
    title = dup_letter_title (self, patient, day);
  else if (kind == SDM_LETTER_KIND_PAPER_TWIN)
    /* Translators: what a program shows as the title of the file of a paper for a talk without the computer */
    title = g_strdup (_ ("On paper: our talk"));
  else if (patient != NULL)
    title = sdm_letter_fill_plain (_ (paper_titles[kind].named), "name", patient, "date", day, NULL);
  else
    title = sdm_letter_fill_plain (_ (paper_titles[kind].unnamed), "date", day, NULL);

  return sdm_letter_document_new (title, language);
}

static void
add_properties (SdmLetterContent *self)
{
  g_autofree char *reference = dup_reference (self->recorded);
  const char      *finalised = sdm_letter_content_get_text (self, "finish/finalised/at");
  const char      *changed = sdm_letter_content_get_text (self, "changed");
  g_autoptr (GDateTime) date = g_date_time_new_from_iso8601 (finalised != NULL ? finalised : changed, NULL);

  sdm_letter_document_set_author (self->document, self->signer);
  sdm_letter_document_set_reference (self->document, reference);
  sdm_letter_document_set_date (self->document, date);
}

/* The box for the GP is as the record has it: whoever reads it works in that language. */
static void
add_gp_box_of_record (SdmLetterContent *self)
{
  SdmLetterContent own = *self;
  const guint      first = self->document->blocks->len;
  const char      *language = get_language_of_record (self);
  g_autoptr (SdmWords) words = NULL;

  if (self->recorded_aid == self->aid && self->recorded == self->consultation && sdm_language_is_same (language, self->document->language))
    {
      sdm_letter_content_add_gp_box (self);
      return;
    }

  words = sdm_words_begin (language);
  own.consultation = self->recorded;
  own.aid = self->recorded_aid;
  sdm_letter_content_add_gp_box (&own);
  for (guint i = first; i < self->document->blocks->len; i++)
    sdm_letter_block_set_language (g_ptr_array_index (self->document->blocks, i), language);
}

static void
add_parts (SdmLetterContent *self)
{
  g_autofree char *heading = sdm_letter_own_words (get_heading (self));

  sdm_letter_document_add_heading (self->document, 1, heading);
  sdm_letter_content_add_marks (self);
  /* A third reader finds first what concerns them, and then all that the person was told. */
  if (self->kind == SDM_LETTER_KIND_GP_COPY)
    sdm_letter_content_add_gp_box (self);
  sdm_letter_content_add_opening (self);
  sdm_letter_content_add_talk (self);
  sdm_letter_content_add_matters (self);
  sdm_letter_content_add_decision (self);
  sdm_letter_content_add_next (self);
  sdm_letter_content_add_look_out (self);
  sdm_letter_content_add_who_to_ask (self);
  sdm_letter_content_add_signature (self);
  sdm_letter_content_add_enclosure (self);
  if (self->kind != SDM_LETTER_KIND_GP_COPY)
    add_gp_box_of_record (self);
  sdm_letter_content_add_copies (self);
  sdm_letter_content_add_sources (self);
}

static gboolean
add_content (SdmLetterContent *self,
             SdmLetterKind     kind,
             GError          **error)
{
  switch (kind)
    {
    case SDM_LETTER_KIND_PLAN_CARD:
      sdm_letter_content_add_card (self);
      return TRUE;
    case SDM_LETTER_KIND_BEFORE_WE_MEET:
      sdm_letter_content_add_before_we_meet (self);
      return TRUE;
    case SDM_LETTER_KIND_STILL_RIGHT:
      return sdm_letter_content_add_still_right (self, error);
    case SDM_LETTER_KIND_OPTION_GRID:
      sdm_letter_content_add_option_grid (self);
      return TRUE;
    case SDM_LETTER_KIND_PAPER_TWIN:
      sdm_letter_content_add_paper_twin (self);
      return TRUE;
    case SDM_LETTER_KIND_GP_COPY:
    case SDM_LETTER_KIND_LETTER:
    default:
      if (!sdm_letter_content_add_head (self, error))
        return FALSE;
      add_parts (self);
      return TRUE;
    }
}

/**
 * sdm_letter_build:
 * @consultation: the talk, finished or not; an unfinished one gives a letter marked provisional
 * @aid: (nullable): the aid that was used, in the version that was shown; %NULL, or
 *   the page itself seen as an aid, for a blank page
 *
 * Writes the letter to the person from what was said and shown, and nothing
 * else: every number of a picture is one that was on screen. The same input
 * gives the same letter, whatever the locale of the computer.
 *
 * Fails when @aid is not the one that the consultation names, or when the
 * address does not show in the window of the envelope.
 *
 * Returns: (transfer full) (nullable): the letter, or %NULL with @error set
 */
SdmLetterDocument *
sdm_letter_build (SdmConsultation *consultation,
                  SdmAid          *aid,
                  GError         **error)
{
  return sdm_letter_build_kind (consultation, aid, SDM_LETTER_KIND_LETTER, error);
}

static gboolean
check_aid (SdmConsultation *consultation,
           SdmAid          *aid,
           GError         **error)
{
  const char *wanted = sdm_consultation_get_aid_id (consultation);

  if (g_strcmp0 (wanted, aid != NULL ? sdm_aid_get_id (aid) : NULL) == 0)
    return TRUE;

  g_set_error (error, SDM_CORE_ERROR, SDM_CORE_ERROR_NOT_FOUND,
               g_dcgettext (GETTEXT_PACKAGE, "writing the letter: the consultation needs the decision aid “%s”", LC_MESSAGES),
               wanted != NULL ? wanted : "");
  return FALSE;
}

static SdmLetterDocument *
build (SdmLetterContent *self,
       SdmLetterKind     kind,
       const char       *language,
       GError          **error)
{
  g_autofree char *day = NULL;
  g_autofree char *name = NULL;
  g_autoptr (SdmLetterDocument) document = NULL;

  self->day = day = dup_day (self);
  self->result = sdm_letter_content_get_text (self, "plan/result");
  self->is_practice = sdm_consultation_is_practice (self->consultation);
  self->is_provisional = g_strcmp0 (sdm_letter_content_get_text (self, "status"), "in-progress") == 0;
  self->is_draft_aid = g_strcmp0 (sdm_letter_content_get_text (self, "aid/approval"), "draft") == 0;
  find_people (self);
  find_reader (self);
  name = self->name;

  self->document = document = open_document (self, kind, language);
  add_properties (self);
  if (!add_content (self, kind, error))
    return NULL;

  return g_steal_pointer (&document);
}

/* @self knows which paper it is, and the newest version of the aid where that is known. */
static SdmLetterDocument *
build_paper (SdmLetterContent  *self,
             SdmAid            *aid,
             SdmAidTranslation *translation,
             const char        *language,
             GError           **error)
{
  g_autoptr (SdmConsultation) on_paper = NULL;
  g_autoptr (SdmConsultation) translated = NULL;
  g_autoptr (SdmWords) words = NULL;
  SdmLetterDocument *document = NULL;
  guint              n_untranslated = 0;

  if (!check_aid (self->consultation, aid, error))
    return NULL;

  if (self->kind == SDM_LETTER_KIND_PAPER_TWIN)
    {
      self->consultation = self->recorded = on_paper = sdm_letter_new_talk_on_paper (self->consultation, aid, error);
      if (self->consultation == NULL)
        return NULL;
    }

  /* What a blank page says stands in the consultation. */
  self->aid = self->recorded_aid = aid != NULL && !sdm_aid_is_blank (aid) ? aid : NULL;
  if (language == NULL)
    language = get_language_of_record (self);
  words = sdm_words_begin (language);
  if (translation != NULL && self->aid != NULL)
    {
      translated = sdm_consultation_new_translated (self->consultation, translation, error);
      if (translated == NULL)
        return NULL;
      self->consultation = translated;
      self->aid = sdm_aid_translation_get_aid (translation);
      n_untranslated = sdm_aid_translation_get_n_missing (translation) + sdm_aid_translation_get_n_stale (translation);
    }

  document = build (self, self->kind, language, error);
  if (document != NULL)
    sdm_letter_document_set_n_untranslated (document, n_untranslated + sdm_words_get_n_missing (words));

  return document;
}

/**
 * sdm_letter_build_kind:
 * @kind: which paper
 *
 * As sdm_letter_build(), for another paper of the same talk.
 *
 * Returns: (transfer full) (nullable): the paper, or %NULL with @error set
 */
SdmLetterDocument *
sdm_letter_build_kind (SdmConsultation *consultation,
                       SdmAid          *aid,
                       SdmLetterKind    kind,
                       GError         **error)
{
  return sdm_letter_build_translated (consultation, aid, NULL, NULL, kind, error);
}

/**
 * sdm_letter_build_still_right:
 * @newer: (nullable): the newest version of @aid, where it is known
 * @newer_is_approved: whether the practice has signed it
 *
 * As sdm_letter_build_kind(), for the sheet on which a decision is looked at again. It tells which of the figures
 * that were shown, and which options, are not the same any more.
 *
 * Returns: (transfer full) (nullable): the paper, or %NULL with @error set
 */
SdmLetterDocument *
sdm_letter_build_still_right (SdmConsultation *consultation,
                              SdmAid          *aid,
                              SdmAid          *newer,
                              gboolean         newer_is_approved,
                              GError         **error)
{
  SdmLetterContent self = {
    .kind = SDM_LETTER_KIND_STILL_RIGHT,
    .consultation = consultation,
    .recorded = consultation,
    .newer = newer,
    .newer_is_approved = newer_is_approved,
  };

  g_return_val_if_fail (SDM_IS_CONSULTATION (consultation), NULL);

  return build_paper (&self, aid, NULL, NULL, error);
}

/**
 * sdm_letter_build_translated:
 * @translation: (nullable): of @aid; %NULL leaves what it says in its own language
 * @language: (nullable): of the paper; that of the aid or of the consultation for %NULL
 *
 * As sdm_letter_build_kind(), in the language of the reader. What people said
 * and typed stays as it is, and the box for the GP is in the language of the record.
 *
 * Returns: (transfer full) (nullable): the paper, or %NULL with @error set
 */
SdmLetterDocument *
sdm_letter_build_translated (SdmConsultation   *consultation,
                             SdmAid            *aid,
                             SdmAidTranslation *translation,
                             const char        *language,
                             SdmLetterKind      kind,
                             GError           **error)
{
  SdmLetterContent self = { .kind = kind, .consultation = consultation, .recorded = consultation };

  g_return_val_if_fail (SDM_IS_CONSULTATION (consultation), NULL);
  g_return_val_if_fail (aid == NULL || SDM_IS_AID (aid), NULL);

  return build_paper (&self, aid, translation, language, error);
}

/**
 * sdm_letter_kind_get_record_id:
 *
 * Returns: (transfer none): what the record of what was made calls a paper
 */
const char *
sdm_letter_kind_get_record_id (SdmLetterKind kind)
{
  static const char *const ids[] = { "letter", "plan-card", "before-we-meet", "still-right", "grid", "gp-copy", "paper-grid" };

  G_STATIC_ASSERT (G_N_ELEMENTS (ids) == SDM_LETTER_N_KINDS);
  g_return_val_if_fail (kind < SDM_LETTER_N_KINDS, NULL);

  return ids[kind];
}
