/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-consultation-questions.h"

#include <glib/gi18n.h>

#include "sdm-core-error.h"

#define RANKED "matters/ranked"
#define HIDDEN "options/questions_hidden"
#define ORDER  "options/questions_order"

/* What matters */

static gboolean
touches (const SdmPriority *priority,
         const SdmQuestion *question)
{
  return g_strv_contains (priority->questions, question->id) ||
         (question->answers_from != NULL && g_strv_contains (priority->outcomes, question->answers_from));
}

/* The place, in the person's order, of the first thing that matters and that the
 * question touches; one past the end where it touches none. */
static size_t
find_first_touched (SdmConsultation   *self,
                    SdmAid            *aid,
                    const SdmQuestion *question)
{
  json_t *ranked = sdm_consultation_peek (self, RANKED);
  json_t *entry;
  size_t  i;

  json_array_foreach (ranked, i, entry)
    {
      const char        *id = json_string_value (json_object_get (entry, "priority"));
      const SdmPriority *priority = id != NULL ? sdm_aid_find_priority (aid, id) : NULL;

      if (priority != NULL && touches (priority, question))
        return i;
    }

  return json_array_size (ranked);
}

/**
 * sdm_consultation_list_touched:
 *
 * Returns: (transfer full) (element-type utf8): what matters to the person and
 *   is touched by the question, in their words and their order
 */
GPtrArray *
sdm_consultation_list_touched (SdmConsultation   *self,
                               SdmAid            *aid,
                               const SdmQuestion *question)
{
  GPtrArray *texts = g_ptr_array_new_with_free_func (g_free);
  json_t    *entry;
  size_t     i;

  json_array_foreach (sdm_consultation_peek (self, RANKED), i, entry)
    {
      const char        *id = json_string_value (json_object_get (entry, "priority"));
      const SdmPriority *priority = id != NULL ? sdm_aid_find_priority (aid, id) : NULL;
      const char        *text = json_string_value (json_object_get (entry, "text"));

      if (priority != NULL && touches (priority, question))
        g_ptr_array_add (texts, g_strdup (text != NULL ? text : priority->text));
    }

  return texts;
}

/**
 * sdm_consultation_has_touched_questions:
 *
 * Returns: whether what matters to the person says anything about the order of the questions
 */
gboolean
sdm_consultation_has_touched_questions (SdmConsultation *self,
                                        SdmAid          *aid)
{
  const size_t       n_ranked = json_array_size (sdm_consultation_peek (self, RANKED));
  guint              n_questions;
  const SdmQuestion *questions = sdm_aid_get_questions (aid, &n_questions);

  for (guint i = 0; i < n_questions; i++)
    if (find_first_touched (self, aid, &questions[i]) < n_ranked)
      return TRUE;

  return FALSE;
}

/* Order */

/**
 * sdm_consultation_puts_what_matters_first:
 *
 * Returns: whether the questions that touch what matters come first; they do until somebody turns it off
 */
gboolean
sdm_consultation_puts_what_matters_first (SdmConsultation *self)
{
  return g_strcmp0 (sdm_consultation_get_text (self, ORDER), "as-written") != 0;
}

gboolean
sdm_consultation_set_puts_what_matters_first (SdmConsultation *self,
                                              gboolean         first,
                                              GError         **error)
{
  return sdm_consultation_set_text (self, ORDER, first ? "by-what-matters" : "as-written", error);
}

typedef struct
{
  const SdmQuestion *question;
  size_t             touched;
} Place;

/* Questions with the same place keep the order of the aid: g_array_sort() is stable. */
static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  const Place *first = a;
  const Place *second = b;

  return (first->touched > second->touched) - (first->touched < second->touched);
}

static size_t
find_hidden (SdmConsultation *self,
             const char      *question)
{
  json_t *hidden = sdm_consultation_peek (self, HIDDEN);
  json_t *entry;
  size_t  i;

  json_array_foreach (hidden, i, entry)
    if (g_strcmp0 (json_string_value (json_object_get (entry, "question")), question) == 0)
      return i;

  return json_array_size (hidden);
}

static gboolean
is_hidden (SdmConsultation *self,
           const char      *question)
{
  return find_hidden (self, question) < json_array_size (sdm_consultation_peek (self, HIDDEN));
}

/**
 * sdm_consultation_list_questions:
 *
 * Those that touch what matters most to the person come first, unless that was
 * turned off; the others follow as the aid has them. What was put aside is left out.
 *
 * Returns: (transfer full) (element-type SdmQuestion): the questions on screen, in the order seen
 */
GPtrArray *
sdm_consultation_list_questions (SdmConsultation *self,
                                 SdmAid          *aid)
{
  const gboolean     by_matters = sdm_consultation_puts_what_matters_first (self);
  guint              n_questions;
  const SdmQuestion *questions = sdm_aid_get_questions (aid, &n_questions);
  GPtrArray         *list = g_ptr_array_new ();
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (Place));

  for (guint i = 0; i < n_questions; i++)
    {
      Place place = { &questions[i], by_matters ? find_first_touched (self, aid, &questions[i]) : 0 };

      if (!is_hidden (self, questions[i].id))
        g_array_append_val (places, place);
    }
  g_array_sort (places, compare_places);
  for (guint i = 0; i < places->len; i++)
    g_ptr_array_add (list, (gpointer) g_array_index (places, Place, i).question);

  return list;
}

/* Put aside */

/**
 * sdm_consultation_hide_question:
 * @question: id of a question that is shown
 * @reason: why; kept in the record
 *
 * One question at least stays on screen.
 *
 * Returns: FALSE with @error set, and nothing changed, where it cannot be put aside
 */
gboolean
sdm_consultation_hide_question (SdmConsultation *self,
                                SdmAid          *aid,
                                const char      *question,
                                const char      *reason,
                                GError         **error)
{
  g_autoptr (GPtrArray) shown = sdm_consultation_list_questions (self, aid);
  json_t *hidden = sdm_consultation_peek (self, HIDDEN);

  if (reason == NULL || *reason == '\0')
    {
      g_set_error_literal (error, SDM_CORE_ERROR, SDM_CORE_ERROR_VALUE, _ ("Say why first. The record keeps it."));
      return FALSE;
    }
  if (sdm_aid_find_question (aid, question) == NULL || is_hidden (self, question))
    {
      g_set_error (error, SDM_CORE_ERROR, SDM_CORE_ERROR_NOT_FOUND, _ ("the question “%s” is not on screen"), question);
      return FALSE;
    }
  if (shown->len <= 1)
    {
      g_set_error_literal (error, SDM_CORE_ERROR, SDM_CORE_ERROR_VALUE,
                           _ ("One question has to stay, or there is nothing to compare."));
      return FALSE;
    }

  /* Older documents do not have the list. */
  hidden = hidden != NULL ? json_copy (hidden) : json_array ();
  json_array_append_new (hidden, json_pack ("{s:s, s:s}", "question", question, "reason", reason));

  return sdm_consultation_take_value (self, HIDDEN, hidden, error);
}

/**
 * sdm_consultation_bring_back_question:
 * @question: id of a question that was put aside; it comes back at its place
 *
 * Returns: FALSE with @error set where it was not put aside
 */
gboolean
sdm_consultation_bring_back_question (SdmConsultation *self,
                                      const char      *question,
                                      GError         **error)
{
  g_autofree char *path = g_strdup_printf (HIDDEN "/%zu", find_hidden (self, question));

  if (!is_hidden (self, question))
    {
      g_set_error (error, SDM_CORE_ERROR, SDM_CORE_ERROR_NOT_FOUND, _ ("the question “%s” was not put aside"), question);
      return FALSE;
    }

  return sdm_consultation_remove (self, path, error);
}
