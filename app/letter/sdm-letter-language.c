/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-letter-language.h"

#include <glib/gi18n-lib.h>

#include "sdm-aid-blank.h"
#include "sdm-language.h"
#include "sdm-letter-error.h"
#include "sdm-words.h"

/* Whether a paper can be written in the language of its reader: only where the program and the aid both speak it. */

static gboolean
refuse (const char *sentence,
        GError    **error)
{
  g_set_error_literal (error, SDM_LETTER_ERROR, SDM_LETTER_ERROR_LANGUAGE, sentence);
  return FALSE;
}

/**
 * sdm_letter_language_is_recorded:
 * @aid: (nullable): the aid that was used
 *
 * Returns: whether the record is in @language already, so that nothing needs a translation
 */
gboolean
sdm_letter_language_is_recorded (const char      *language,
                                 SdmConsultation *consultation,
                                 SdmAid          *aid)
{
  const char *own = aid != NULL ? sdm_aid_get_language (aid) : sdm_consultation_get_text (consultation, "language");

  return sdm_language_is_same (language, own != NULL ? own : "en-GB");
}

/**
 * sdm_letter_language_open:
 * @language: of the reader, as in BCP 47
 * @aid: (nullable): the aid that was used
 * @aid_file: (nullable): where it lies, with its translations beside it
 * @translation: (out) (nullable) (transfer full): of @aid; %NULL where none is needed
 *
 * Looks for all that a paper in @language needs. Fails, with what is missing in
 * words, where the program or the aid does not speak it, and where nobody has
 * put a name to the translation of the aid and the person is real. Blocks.
 */
gboolean
sdm_letter_language_open (const char         *language,
                          SdmConsultation    *consultation,
                          SdmAid             *aid,
                          GFile              *aid_file,
                          SdmAidTranslation **translation,
                          GError            **error)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (SdmAidTranslation) found = NULL;
  g_autofree char *sentence = NULL;

  *translation = NULL;
  if (!sdm_language_is_tag (language))
    {
      sentence = g_strdup_printf (_("“%s” is not the short name of a language, such as “cy” or “ur”"), language);
      return refuse (sentence, error);
    }
  if (sdm_letter_language_is_recorded (language, consultation, aid))
    return TRUE;
  if (!sdm_words_exist (language))
    {
      /* Translators: %s is the short name of a language, such as "cy" */
      sentence = g_strdup_printf (_("the program has no words in “%s” yet; print the letter in English, and have it explained"), language);
      return refuse (sentence, error);
    }
  /* What a blank page says was typed, and stays as it is. */
  if (aid == NULL || sdm_aid_is_blank (aid))
    return TRUE;

  file = aid_file != NULL ? sdm_aid_translation_find (aid_file, language) : NULL;
  if (file == NULL)
    {
      /* Translators: %1$s is the name of a decision aid, %2$s the short name of a language */
      sentence = g_strdup_printf (_("the decision aid “%1$s” is not translated into “%2$s” yet; print the letter in English, and have it explained"), sdm_aid_get_id (aid), language);
      return refuse (sentence, error);
    }
  found = sdm_aid_translation_load (aid, file, NULL, error);
  if (found == NULL)
    return FALSE;
  if (!sdm_aid_translation_is_reviewed (found) && !sdm_consultation_is_practice (consultation))
    {
      /* Translators: %1$s is the name of a decision aid, %2$s the short name of a language */
      sentence = g_strdup_printf (_("nobody has put a name to the translation of “%1$s” into “%2$s”, so nothing is printed from it for a real person"), sdm_aid_get_id (aid), language);
      return refuse (sentence, error);
    }
  *translation = g_steal_pointer (&found);

  return TRUE;
}

/**
 * sdm_letter_language_list:
 * @aid: (nullable): the aid that was used
 * @aid_file: (nullable): where it lies
 *
 * Blocks.
 *
 * Returns: (transfer full): the languages, apart from that of the record, in which a paper of this talk can be written
 */
char **
sdm_letter_language_list (SdmConsultation *consultation,
                          SdmAid          *aid,
                          GFile           *aid_file)
{
  g_auto (GStrv) known = sdm_words_dup_languages ();
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; known[i] != NULL; i++)
    {
      g_autoptr (SdmAidTranslation) translation = NULL;

      if (!sdm_letter_language_is_recorded (known[i], consultation, aid) &&
          sdm_letter_language_open (known[i], consultation, aid, aid_file, &translation, NULL))
        g_ptr_array_add (found, g_strdup (known[i]));
    }
  g_ptr_array_add (found, NULL);

  return (char **) g_ptr_array_free (g_steal_pointer (&found), FALSE);
}
