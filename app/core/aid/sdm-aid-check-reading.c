/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-aid-check-private.h"

#include <glib/gi18n.h>

/* How old a reader must be. Syllables are counted by a rule of thumb, so a short text is not
 * scored at all and what the texts of one field give together counts for more than one of them. */

#define LONGEST_SENTENCE 25 /* words */
#define SHORTEST_TEXT    12 /* words that are scored, or a single long word would decide */
#define SHORTEST_AVERAGE 6  /* words a sentence: labels and titles are no prose */
#define TEXT_MARGIN      2  /* years above the aim that one text may have */
#define OLDEST_READER    14

static guint
get_aim (SdmAidCheck *check)
{
  return (guint) json_integer_value (sdm_json_get (check->root, "readability/age_to"));
}

static void
check_text (SdmAidCheck        *check,
            const SdmCheckText *entry,
            guint               aim)
{
  const double age = sdm_prose_get_age (&entry->prose);

  if (entry->prose.longest > LONGEST_SENTENCE)
    sdm_aid_check_add (check, "sentence-long", entry->place, _ ("a sentence has %u words: %s"), entry->prose.longest, entry->text);
  if (entry->prose.scored_words < SHORTEST_TEXT || age <= aim + TEXT_MARGIN)
    return;

  /* Translators: "reading age 13.4: Over ten years …" */
  sdm_aid_check_add (check, age > OLDEST_READER ? "text-too-hard" : "text-hard", entry->place, _ ("reading age %.1f: %s"), age, entry->text);
}

static const SdmPlace *
find_first (SdmAidCheck *check,
            guint        field)
{
  for (guint i = 0; i < check->texts->len; i++)
    {
      const SdmCheckText *entry = &g_array_index (check->texts, SdmCheckText, i);

      if (entry->field == field)
        return &entry->place;
    }

  g_assert_not_reached ();
}

/**
 * sdm_aid_check_is_scored:
 *
 * Returns: whether the texts have sentences long enough for a reading age to mean something
 */
gboolean
sdm_aid_check_is_scored (const SdmProse *prose)
{
  return prose->sentences > 0 && prose->scored_words >= SHORTEST_AVERAGE * prose->sentences;
}

static void
check_field (SdmAidCheck *check,
             guint        field,
             guint        aim)
{
  const SdmProse *prose = &check->fields[field];
  const double    age = sdm_prose_get_age (prose);

  if (!sdm_aid_check_is_scored (prose) || age <= aim)
    return;

  /* Translators: "“options.summary”: reading age 11.8 in 3 texts; the aim is 11" */
  sdm_aid_check_add (check, age > OLDEST_READER ? "field-too-hard" : "field-hard", *find_first (check, field),
                     _ ("“%s”: reading age %.1f in %u texts; the aim is %u"), sdm_aid_check_get_field_name (field), age,
                        check->field_texts[field], aim);
}

/**
 * sdm_aid_check_reading:
 *
 * Checks the reading age of each text and of each field. The texts must have been analysed.
 */
void
sdm_aid_check_reading (SdmAidCheck *check)
{
  const guint aim = get_aim (check);

  for (guint i = 0; i < check->texts->len; i++)
    check_text (check, &g_array_index (check->texts, SdmCheckText, i), aim);
  for (guint field = 0; field < check->n_fields; field++)
    check_field (check, field, aim);
}
