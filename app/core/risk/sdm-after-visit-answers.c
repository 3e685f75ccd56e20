/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-after-visit-answers.h"

#include <string.h>

#include "sdm-consultation-blank.h"
#include "sdm-json.h"

/*
 * evenhand-after-visit/1: what one person answered in private. It holds the month, the aid, the questions
 * by id and version and a mark for each, and nothing else, so that it can be counted and leads to nobody.
 * Answers to different questions, or to another version of them, are never put together.
 */

#define FORMAT      "evenhand-after-visit/1"
#define MONTH_CHARS 7 /* of 2026-12-01 */

/**
 * sdm_after_visit_answers_new:
 * @consultation: after which it was asked; only its aid is taken from it
 * @marks: (array): for each question of sdm_instrument_get_after_visit(), from 0 to its highest
 *
 * Returns: (transfer full): the document
 */
GBytes *
sdm_after_visit_answers_new (SdmConsultation *consultation,
                             const guint     *marks,
                             SdmClock        *clock)
{
  const SdmInstrument *instrument = sdm_instrument_get_after_visit ();
  g_autofree char     *day = sdm_clock_dup_day (clock);
  g_autofree char     *month = g_strndup (day, MONTH_CHARS);
  const char          *aid_id = sdm_consultation_is_blank (consultation) ? NULL : sdm_consultation_get_aid_id (consultation);
  json_t              *answers = json_object ();
  g_autoptr (json_t) document = json_pack ("{s:s, s:s, s:s?, s:s, s:s, s:o}", "format", FORMAT, "month", month, "aid", aid_id,
                                           "instrument", instrument->id, "version", instrument->version, "answers", answers);
  char *text;

  for (guint i = 0; i < instrument->n_items; i++)
    json_object_set_new (answers, instrument->items[i].id, json_integer (MIN (marks[i], instrument->scale_max)));
  text = sdm_json_write (document);

  return g_bytes_new_take (text, strlen (text));
}

static void
free_count (gpointer data)
{
  SdmAfterVisitCount *count = data;

  g_free (count->aid_id);
  g_ptr_array_unref (count->marks);
  g_free (count);
}

static SdmAfterVisitCount *
find_count (GPtrArray           *counts,
            const SdmInstrument *instrument,
            const char          *aid_id)
{
  SdmAfterVisitCount *count;

  for (guint i = 0; i < counts->len; i++)
    {
      count = g_ptr_array_index (counts, i);
      if (g_strcmp0 (count->aid_id, aid_id) == 0)
        return count;
    }

  count = g_new0 (SdmAfterVisitCount, 1);
  count->aid_id = g_strdup (aid_id);
  count->instrument = instrument;
  count->marks = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  for (guint i = 0; i < instrument->n_items; i++)
    {
      GArray *given = g_array_new (FALSE, TRUE, sizeof (guint));

      g_array_set_size (given, instrument->scale_max + 1);
      g_ptr_array_add (count->marks, given);
    }
  g_ptr_array_add (counts, count);

  return count;
}

/* Whether it answers every one of these questions. */
static gboolean
is_answered (json_t              *document,
             const SdmInstrument *instrument)
{
  if (g_strcmp0 (json_string_value (json_object_get (document, "format")), FORMAT) != 0 ||
      g_strcmp0 (json_string_value (json_object_get (document, "instrument")), instrument->id) != 0 ||
      g_strcmp0 (json_string_value (json_object_get (document, "version")), instrument->version) != 0)
    return FALSE;
  for (guint i = 0; i < instrument->n_items; i++)
    {
      json_t *mark = json_object_get (json_object_get (document, "answers"), instrument->items[i].id);

      if (!json_is_integer (mark) || json_integer_value (mark) < 0 || json_integer_value (mark) > instrument->scale_max)
        return FALSE;
    }

  return TRUE;
}

static gint
compare_counts (gconstpointer a,
                gconstpointer b)
{
  const SdmAfterVisitCount *const *one = a;
  const SdmAfterVisitCount *const *other = b;

  return g_strcmp0 ((*one)->aid_id, (*other)->aid_id);
}

/**
 * sdm_after_visit_count:
 * @answers: (element-type GBytes): documents
 *
 * Counts those that answer today's questions; others stay what they are, and are not mixed in.
 *
 * Returns: (transfer full) (element-type SdmAfterVisitCount): by aid; those of fewer than
 *   %SDM_AFTER_VISIT_LEAST people without their marks, as they could be told apart
 */
GPtrArray *
sdm_after_visit_count (GPtrArray *answers)
{
  const SdmInstrument *instrument = sdm_instrument_get_after_visit ();
  GPtrArray           *counts = g_ptr_array_new_with_free_func (free_count);

  for (guint i = 0; i < answers->len; i++)
    {
      g_autoptr (SdmJsonText) text = sdm_json_text_parse (g_ptr_array_index (answers, i), "answers", NULL);
      json_t             *document = text != NULL ? sdm_json_text_get_root (text) : NULL;
      SdmAfterVisitCount *count;

      if (!is_answered (document, instrument))
        continue;
      count = find_count (counts, instrument, json_string_value (json_object_get (document, "aid")));
      count->n_people++;
      for (guint j = 0; j < instrument->n_items; j++)
        {
          const json_int_t mark = json_integer_value (json_object_get (json_object_get (document, "answers"), instrument->items[j].id));

          g_array_index ((GArray *) g_ptr_array_index (count->marks, j), guint, (guint) mark)++;
        }
    }
  for (guint i = 0; i < counts->len; i++)
    {
      SdmAfterVisitCount *count = g_ptr_array_index (counts, i);

      if (count->n_people < SDM_AFTER_VISIT_LEAST)
        g_ptr_array_set_size (count->marks, 0);
    }
  g_ptr_array_sort (counts, compare_counts);

  return counts;
}
