/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-letter-access.h"

#include "sdm-letter-fill.h"
#include "sdm-letter.h"
#include "sdm-words-here.h"

/* The pages for a person who asks what is kept of them: every talk, all that every version of it says, and who saw and
 * changed what. What is about somebody else, or could do serious harm, is left out and named as left out. */

#define LANGUAGE "en-GB"

static void
take_paragraph (SdmLetterDocument *document,
                char              *text)
{
  sdm_letter_document_add_paragraph (document, text);
  g_free (text);
}

static char *
dup_item (const SdmKeptVersion *version,
          const SdmKept        *kept)
{
  if (sdm_kept_version_is_left_out (version, kept))
    /* Translators: in place of what is not given to a person who asks what is kept of them; {what} is the name of a field */
    return sdm_letter_fill (_ ("**{what}:** left out."), "what", kept->name, NULL);
  if (kept->words == NULL)
    /* Translators: {what} is the name of a field in which nothing stood in an older version of a record */
    return sdm_letter_fill (_ ("**{what}:** nothing."), "what", kept->name, NULL);

  /* Translators: {what} is the name of a field, {words} what stands in it */
  return sdm_letter_fill (_ ("**{what}:** {words}"), "what", kept->name, "words", kept->words, NULL);
}

/* All that it says, one page of the program after the other. */
static void
add_whole (SdmLetterDocument    *document,
           const SdmKeptVersion *version)
{
  SdmLetterBlock *list = NULL;
  int             step = -1;

  for (guint i = 0; i < version->kept->len; i++)
    {
      const SdmKept   *kept = g_ptr_array_index (version->kept, i);
      g_autofree char *item = dup_item (version, kept);

      if ((int) kept->step != step)
        {
          sdm_letter_document_add_heading (document, 3, sdm_step_get_title (kept->step));
          list = sdm_letter_document_add_list (document, SDM_LETTER_LIST_DISC);
          step = (int) kept->step;
        }
      sdm_letter_list_add_item (list, item);
    }
}

/* What a version says where the one that stands whole says something else. */
static void
add_changes (SdmLetterDocument    *document,
             const SdmKeptVersion *version)
{
  g_autofree char *made = sdm_letter_own_words (version->made);
  SdmLetterBlock  *list;

  sdm_letter_document_add_heading (document, 3, made);
  if (version->kept->len == 0)
    {
      sdm_letter_document_add_paragraph (document, _ ("Nothing that was typed or chosen is different in it."));
      return;
    }
  if (version->number == 0)
    sdm_letter_document_add_paragraph (document, _ ("It is not finished. It would change this, and then says:"));
  else
    sdm_letter_document_add_paragraph (document, _ ("Where the version after it says something else, this one says:"));
  list = sdm_letter_document_add_list (document, SDM_LETTER_LIST_DISC);
  for (guint i = 0; i < version->kept->len; i++)
    {
      g_autofree char *item = dup_item (version, g_ptr_array_index (version->kept, i));

      sdm_letter_list_add_item (list, item);
    }
}

/* Who made which version, when, and why: the first one first. */
static void
add_versions (SdmLetterDocument *document,
              const SdmKeptTalk *talk)
{
  SdmLetterBlock *list;

  if (talk->versions->len < 2)
    return;
  sdm_letter_document_add_paragraph (document, _ ("Nothing that was finished is ever written over. These versions are kept. The last finished one comes first and whole, and then what the others say that is different."));
  list = sdm_letter_document_add_list (document, SDM_LETTER_LIST_DISC);
  for (guint i = talk->versions->len; i > 0; i--)
    {
      const SdmKeptVersion *version = g_ptr_array_index (talk->versions, i - 1);
      g_autofree char      *item = NULL;

      if (version->reason != NULL && *version->reason != '\0')
        /* Translators: {version} is which version, who made it and when; {reason} is why, in that person's words */
        item = sdm_letter_fill (_ ("{version}. Why: {reason}"), "version", version->made, "reason", version->reason, NULL);
      else
        item = sdm_letter_own_words (version->made);
      sdm_letter_list_add_item (list, item);
    }
}

static void
add_talk (SdmLetterDocument *document,
          const SdmKeptTalk *talk)
{
  g_autofree char *title = sdm_letter_own_words (talk->title);

  sdm_letter_document_add_heading (document, 2, title);
  take_paragraph (document, sdm_letter_own_words (talk->status));
  add_versions (document, talk);
  for (guint i = 0; i < talk->versions->len; i++)
    {
      const SdmKeptVersion *version = g_ptr_array_index (talk->versions, i);

      if (version->is_whole)
        add_whole (document, version);
    }
  for (guint i = 0; i < talk->versions->len; i++)
    {
      const SdmKeptVersion *version = g_ptr_array_index (talk->versions, i);

      if (!version->is_whole)
        add_changes (document, version);
    }
}

static void
add_events (SdmLetterDocument   *document,
            const SdmKeptPerson *self)
{
  SdmLetterBlock *list;

  if (self->events->len == 0)
    return;
  sdm_letter_document_add_heading (document, 2, _ ("Who saw and changed what"));
  list = sdm_letter_document_add_list (document, SDM_LETTER_LIST_DISC);
  for (guint i = 0; i < self->events->len; i++)
    {
      g_autofree char *line = sdm_letter_own_words (g_ptr_array_index (self->events, i));

      sdm_letter_list_add_item (list, line);
    }
}

/* Eight letters by which the pages are known again. */
static void
set_reference (SdmLetterDocument   *document,
               const SdmKeptPerson *self)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree char *reference = NULL;

  g_checksum_update (sum, (const guchar *) self->whose, -1);
  g_checksum_update (sum, (const guchar *) self->made, -1);
  for (guint i = 0; i < self->events->len; i++)
    g_checksum_update (sum, g_ptr_array_index (self->events, i), -1);
  reference = g_strndup (g_checksum_get_string (sum), 8);
  sdm_letter_document_set_reference (document, reference);
}

/**
 * sdm_letter_access_get_format:
 *
 * Returns: how the person reads well, as the newest talk has it
 */
SdmLetterFormat
sdm_letter_access_get_format (const SdmKeptPerson *person)
{
  const SdmLetterFormat standard = { .points = SDM_LETTER_EDITION_DEFAULT };

  return person->last != NULL ? sdm_letter_format_for_person (person->last) : standard;
}

/**
 * sdm_letter_access_build:
 *
 * Writes the pages. What is left out stands in them by its name only.
 *
 * Returns: (transfer full): the pages
 */
SdmLetterDocument *
sdm_letter_access_build (const SdmKeptPerson *self)
{
  G_GNUC_UNUSED g_autoptr (SdmWords) words = sdm_words_begin (LANGUAGE);
  /* Translators: title of the pages for a person who asks what is kept of them */
  SdmLetterDocument *document = sdm_letter_document_new (_ ("What we keep about you"), LANGUAGE);
  g_autofree char   *whose = sdm_letter_own_words (self->whose);
  const guint        n_left_out = sdm_kept_person_count_left_out (self);

  sdm_letter_document_set_paper (document, SDM_LETTER_PAPER_SHEET);
  sdm_letter_document_set_running_head (document, whose);
  set_reference (document, self);
  if (self->is_practice)
    sdm_letter_document_set_foot_mark (document, _ ("Practice sheet. Not a real person."));
  sdm_letter_document_add_heading (document, 1, _ ("What we keep about you"));
  sdm_letter_document_add_paragraph (document, whose);
  take_paragraph (document, sdm_letter_own_words (self->made));
  sdm_letter_document_add_paragraph (document, _ ("You asked what we keep about you in Evenhand. These pages have all talks, the newest first, each with all that was written down and every change of it, and at the end who saw and changed what."));
  if (n_left_out > 0)
    {
      take_paragraph (document, g_strdup_printf (ngettext ("%u thing is left out: it is about somebody else, or could do serious harm. It is named where it would stand. You can ask us why.",
                                                           "%u things are left out: they are about somebody else, or could do serious harm. They are named where they would stand. You can ask us why.",
                                                           n_left_out),
                                                 n_left_out));
    }
  sdm_letter_document_add_paragraph (document, _ ("If something is wrong, tell us. What was written stays, and what is right is written beside it."));
  for (guint i = 0; i < self->talks->len; i++)
    add_talk (document, g_ptr_array_index (self->talks, i));
  add_events (document, self);

  return document;
}
