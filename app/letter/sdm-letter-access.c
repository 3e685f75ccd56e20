/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-letter-access.h"

#include "sdm-letter-fill.h"
#include "sdm-words-here.h"

/* The pages for a person who asks what is kept of them: every talk, all that it says, and who saw and changed what. What is
 * about somebody else, or could do serious harm, is left out and named as left out. */

#define LANGUAGE "en-GB"

static void
free_talk (gpointer data)
{
  SdmLetterAccessTalk *talk = data;

  g_free (talk->title);
  g_free (talk->status);
  g_ptr_array_unref (talk->kept);
  g_hash_table_unref (talk->left_out);
  g_free (talk);
}

/**
 * sdm_letter_access_new:
 *
 * Returns: (transfer full): pages without a talk
 */
SdmLetterAccess *
sdm_letter_access_new (const char *whose,
                       const char *made)
{
  SdmLetterAccess *self = g_new0 (SdmLetterAccess, 1);

  self->whose = g_strdup (whose);
  self->made = g_strdup (made);
  self->talks = g_ptr_array_new_with_free_func (free_talk);
  self->events = g_ptr_array_new_with_free_func (g_free);

  return self;
}

void
sdm_letter_access_free (SdmLetterAccess *self)
{
  g_free (self->whose);
  g_free (self->made);
  g_ptr_array_unref (self->talks);
  g_ptr_array_unref (self->events);
  g_free (self);
}

/**
 * sdm_letter_access_add_talk:
 *
 * Adds a talk. What others said in it, and what was withheld, is left out to begin with.
 *
 * Returns: (transfer none): the talk
 */
SdmLetterAccessTalk *
sdm_letter_access_add_talk (SdmLetterAccess *self,
                            const char      *title,
                            const char      *status,
                            SdmConsultation *consultation)
{
  SdmLetterAccessTalk *talk = g_new0 (SdmLetterAccessTalk, 1);

  talk->title = g_strdup (title);
  talk->status = g_strdup (status);
  talk->kept = sdm_kept_list (consultation);
  talk->left_out = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < talk->kept->len; i++)
    {
      const SdmKept *kept = g_ptr_array_index (talk->kept, i);

      if (kept->is_of_others)
        g_hash_table_add (talk->left_out, g_strdup (kept->path));
    }
  g_ptr_array_add (self->talks, talk);

  return talk;
}

/**
 * sdm_letter_access_count_left_out:
 *
 * Returns: how many things are not given
 */
guint
sdm_letter_access_count_left_out (const SdmLetterAccess *self)
{
  guint n = 0;

  for (guint i = 0; i < self->talks->len; i++)
    n += g_hash_table_size (((const SdmLetterAccessTalk *) g_ptr_array_index (self->talks, i))->left_out);

  return n;
}

/* Building */

static void
take_paragraph (SdmLetterDocument *document,
                char              *text)
{
  sdm_letter_document_add_paragraph (document, text);
  g_free (text);
}

static void
add_talk (SdmLetterDocument         *document,
          const SdmLetterAccessTalk *talk)
{
  g_autofree char *title = sdm_letter_own_words (talk->title);
  SdmLetterBlock  *list = NULL;
  int              step = -1;

  sdm_letter_document_add_heading (document, 2, title);
  take_paragraph (document, sdm_letter_own_words (talk->status));
  for (guint i = 0; i < talk->kept->len; i++)
    {
      const SdmKept   *kept = g_ptr_array_index (talk->kept, i);
      g_autofree char *item = NULL;

      if ((int) kept->step != step)
        {
          sdm_letter_document_add_heading (document, 3, sdm_step_get_title (kept->step));
          list = sdm_letter_document_add_list (document, SDM_LETTER_LIST_DISC);
          step = (int) kept->step;
        }
      if (g_hash_table_contains (talk->left_out, kept->path))
        /* Translators: in place of what is not given to a person who asks what is kept of them; {what} is the name of a field */
        item = sdm_letter_fill (_ ("**{what}:** left out."), "what", kept->name, NULL);
      else
        /* Translators: {what} is the name of a field, {words} what stands in it */
        item = sdm_letter_fill (_ ("**{what}:** {words}"), "what", kept->name, "words", kept->words, NULL);
      sdm_letter_list_add_item (list, item);
    }
}

static void
add_events (SdmLetterDocument     *document,
            const SdmLetterAccess *self)
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
set_reference (SdmLetterDocument     *document,
               const SdmLetterAccess *self)
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
 * sdm_letter_access_build:
 *
 * Writes the pages. What is left out stands in them by its name only.
 *
 * Returns: (transfer full): the pages
 */
SdmLetterDocument *
sdm_letter_access_build (const SdmLetterAccess *self)
{
  G_GNUC_UNUSED g_autoptr (SdmWords) words = sdm_words_begin (LANGUAGE);
  /* Translators: title of the pages for a person who asks what is kept of them */
  SdmLetterDocument *document = sdm_letter_document_new (_ ("What we keep about you"), LANGUAGE);
  g_autofree char   *whose = sdm_letter_own_words (self->whose);
  const guint        n_left_out = sdm_letter_access_count_left_out (self);

  sdm_letter_document_set_paper (document, SDM_LETTER_PAPER_SHEET);
  sdm_letter_document_set_running_head (document, whose);
  set_reference (document, self);
  if (self->is_practice)
    sdm_letter_document_set_foot_mark (document, _ ("Practice sheet. Not a real person."));
  sdm_letter_document_add_heading (document, 1, _ ("What we keep about you"));
  sdm_letter_document_add_paragraph (document, whose);
  take_paragraph (document, sdm_letter_own_words (self->made));
  sdm_letter_document_add_paragraph (document, _ ("You asked what we keep about you in Evenhand. These pages have all talks, the newest first, each with all that was written down, and at the end who saw and changed what."));
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
