/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-consultation-blank.h"

#include <glib/gi18n.h>

#include "sdm-consultation-private.h"
#include "sdm-core-error.h"
#include "sdm-text.h"

/* What is written into the cells of a blank page, and what becomes of anything typed there. */

#define QUESTIONS "blank/questions"
#define ANSWERS   "blank/answers"
#define SAYS      "weigh/says"

static const char *
get_text (json_t     *object,
          const char *key)
{
  return json_string_value (json_object_get (object, key));
}

static gboolean
has_name (json_t     *list,
          const char *key,
          const char *name)
{
  json_t *item;
  size_t  i;

  json_array_foreach (list, i, item)
    if (g_strcmp0 (get_text (item, key), name) == 0)
      return TRUE;

  return FALSE;
}

static gboolean
is_only_blanks (const char *text)
{
  while (*text != '\0' && g_unichar_isspace (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);

  return *text == '\0';
}

/**
 * sdm_consultation_read_typed:
 * @typed: (nullable): what was typed or pasted
 * @path: a place that sets how long it may be
 * @is_line: whether line breaks count as blanks
 * @text: (out) (nullable): what to keep, %NULL where nothing is left
 *
 * Returns: FALSE with @error set where it is longer than its place
 */
gboolean
sdm_consultation_read_typed (const char *typed,
                             const char *path,
                             gboolean    is_line,
                             char      **text,
                             GError    **error)
{
  g_autofree char *clean = NULL;

  if (typed != NULL && !g_utf8_validate (typed, -1, NULL))
    {
      g_set_error_literal (error, SDM_CORE_ERROR, SDM_CORE_ERROR_VALUE, _ ("This is not readable text. Type it again."));
      return FALSE;
    }
  clean = sdm_text_clean (typed != NULL ? typed : "", -1, !is_line);
  if (!sdm_text_fits (clean, sdm_consultation_get_max_length (path), error))
    return FALSE;
  *text = is_only_blanks (clean) ? NULL : g_steal_pointer (&clean);

  return TRUE;
}

/* Words at the crossing of two things */

static json_t *
find_words (json_t     *list,
            const char *row_key,
            const char *row,
            const char *option,
            size_t     *place)
{
  json_t *entry;
  size_t  i;

  json_array_foreach (list, i, entry)
    if (g_strcmp0 (get_text (entry, row_key), row) == 0 && g_strcmp0 (get_text (entry, "option"), option) == 0)
      {
        *place = i;
        return entry;
      }

  return NULL;
}

static gboolean
set_words (SdmConsultation *self,
           const char      *path,
           const char      *row_key,
           const char      *row,
           const char      *option,
           const char      *typed,
           GError         **error)
{
  g_autofree char *text_path = g_strconcat (path, "/0/text", NULL);
  g_autofree char *text = NULL;
  json_t          *kept = sdm_consultation_peek (self, path);
  g_autoptr (json_t) list = NULL;
  size_t  place = 0;
  json_t *entry;

  if (!sdm_consultation_read_typed (typed, text_path, FALSE, &text, error))
    return FALSE;

  list = kept != NULL ? json_deep_copy (kept) : json_array ();
  entry = find_words (list, row_key, row, option, &place);
  if (entry == NULL && text == NULL)
    return TRUE;
  if (text == NULL)
    json_array_remove (list, place);
  else if (entry != NULL)
    json_object_set_new (entry, "text", json_string (text));
  else
    json_array_append_new (list, json_pack ("{s:s, s:s, s:s}", row_key, row, "option", option, "text", text));

  return sdm_consultation_take_value (self, path, g_steal_pointer (&list), error);
}

/**
 * sdm_consultation_get_blank_answer:
 *
 * Returns: (transfer none) (nullable): the answer; %NULL: we do not know yet
 */
const char *
sdm_consultation_get_blank_answer (SdmConsultation *self,
                                   const char      *question,
                                   const char      *option)
{
  size_t place;

  return get_text (find_words (sdm_consultation_peek (self, ANSWERS), "question", question, option, &place), "text");
}

/**
 * sdm_consultation_set_blank_answer:
 * @text: (nullable): the answer in the words of the two of them; %NULL or "": we do not know yet
 *
 * Returns: FALSE with @error set, and nothing changed, where it is too long, or question or
 *   option are not on the page
 */
gboolean
sdm_consultation_set_blank_answer (SdmConsultation *self,
                                   const char      *question,
                                   const char      *option,
                                   const char      *text,
                                   GError         **error)
{
  return set_words (self, ANSWERS, "question", question, option, text, error);
}

/**
 * sdm_consultation_get_weigh_words:
 * @matter: a statement of what matters, word for word
 *
 * Returns: (transfer none) (nullable): what was written about it for @option
 */
const char *
sdm_consultation_get_weigh_words (SdmConsultation *self,
                                  const char      *matter,
                                  const char      *option)
{
  size_t place;

  return get_text (find_words (sdm_consultation_peek (self, SAYS), "matter", matter, option, &place), "text");
}

/**
 * sdm_consultation_set_weigh_words:
 * @matter: a statement of what matters, word for word
 * @text: (nullable): what @option does about it; %NULL or "": we do not know yet
 *
 * Returns: FALSE with @error set, and nothing changed, where it is too long
 */
gboolean
sdm_consultation_set_weigh_words (SdmConsultation *self,
                                  const char      *matter,
                                  const char      *option,
                                  const char      *text,
                                  GError         **error)
{
  return set_words (self, SAYS, "matter", matter, option, text, error);
}

/**
 * sdm_consultation_tidy_blank:
 * @root: a document that is about to be made final
 *
 * Leaves out what says nothing: questions that were never written, and words about
 * something that was taken out of what matters.
 */
void
sdm_consultation_tidy_blank (json_t *root)
{
  json_t *questions = sdm_json_get (root, QUESTIONS);
  json_t *says = sdm_json_get (root, SAYS);

  for (size_t i = json_array_size (questions); i > 0; i--)
    {
      json_t *question = json_array_get (questions, i - 1);

      if (get_text (question, "text") == NULL && !has_name (sdm_json_get (root, ANSWERS), "question", get_text (question, "id")))
        json_array_remove (questions, i - 1);
    }
  for (size_t i = json_array_size (says); i > 0; i--)
    if (!has_name (sdm_json_get (root, "matters/ranked"), "text", get_text (json_array_get (says, i - 1), "matter")))
      json_array_remove (says, i - 1);
}
