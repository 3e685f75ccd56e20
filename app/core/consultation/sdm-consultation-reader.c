/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-consultation-reader.h"

#include <string.h>

/* People are recorded by name in several places: who came along, who takes part, who decides and
 * who gets the letter. A letter that speaks to one of them must know each place where that one stands. */

/* NULL where nothing was typed, or only blanks. */
static const char *
get_text (json_t     *person,
          const char *key)
{
  const char *text = json_string_value (json_object_get (person, key));

  return text != NULL && text[strspn (text, " \t\r\n")] != '\0' ? text : NULL;
}

/* The only one of a list who is a parent; NULL for none, and for two. */
static json_t *
find_only_parent (json_t *people)
{
  json_t *found = NULL;
  json_t *person;
  size_t  i;

  json_array_foreach (people, i, person)
    {
      if (g_strcmp0 (get_text (person, "type"), "parent") != 0 || get_text (person, "name") == NULL)
        continue;
      if (found != NULL)
        return NULL;
      found = person;
    }

  return found;
}

/* Borrowed; NULL where the person reads, or where nobody has said which parent it is. */
static json_t *
find_reader (SdmConsultation *self,
             SdmAid          *aid)
{
  json_t *named = sdm_consultation_peek (self, "letter/letter_to");
  json_t *found = NULL;

  if (get_text (named, "name") != NULL)
    return named;
  if (aid == NULL || !sdm_aid_is_for_parent (aid))
    return NULL;

  if (g_strcmp0 (sdm_consultation_get_text (self, "plan/decided_by"), "for-them") == 0)
    found = sdm_consultation_peek (self, "plan/decider");
  if (get_text (found, "name") == NULL)
    found = find_only_parent (sdm_consultation_peek (self, "people/participants"));
  if (found == NULL)
    found = find_only_parent (sdm_consultation_peek (self, "start/accompanying"));

  return found;
}

/* Names */

/* The words of a name as they are compared: "ms Jo  TANNER" is "jo tanner". */
static char **
split_name (const char *name)
{
  static const char *const titles[] = { "mr", "mrs", "ms", "miss", "mx", "dr", "prof", NULL };
  g_autofree char         *folded = g_utf8_casefold (name, -1);
  g_auto (GStrv) words = g_strsplit_set (folded, " \t.", -1);
  g_autoptr (GStrvBuilder) kept = g_strv_builder_new ();

  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0' && !g_strv_contains (titles, words[i]))
      g_strv_builder_add (kept, words[i]);

  return g_strv_builder_end (kept);
}

/* Whether each of the words of @short_name stands in @long_name too. */
static gboolean
is_part (char **short_name,
         char **long_name)
{
  for (guint i = 0; short_name[i] != NULL; i++)
    if (!g_strv_contains ((const char *const *) long_name, short_name[i]))
      return FALSE;

  return TRUE;
}

static gboolean
is_same_word (const char *one,
              const char *other)
{
  g_autofree char *folded = g_utf8_casefold (one, -1);
  g_autofree char *other_folded = g_utf8_casefold (other, -1);

  return g_str_equal (folded, other_folded);
}

/* "Jo" and "Jo Tanner" are one, unless one is the mother and the other an aunt; so are the mothers
 * "Jo Tanner" and "Mrs Tanner". */
static gboolean
is_same_person (json_t *one,
                json_t *other)
{
  const char    *relationship = get_text (one, "relationship");
  const char    *other_relationship = get_text (other, "relationship");
  const gboolean are_both_known = relationship != NULL && other_relationship != NULL;
  const gboolean is_same_relationship = are_both_known && is_same_word (relationship, other_relationship);
  g_auto (GStrv) name = NULL;
  g_auto (GStrv) other_name = NULL;

  if (get_text (one, "name") == NULL || get_text (other, "name") == NULL)
    return FALSE;
  name = split_name (get_text (one, "name"));
  other_name = split_name (get_text (other, "name"));
  if (name[0] == NULL || other_name[0] == NULL)
    return FALSE;
  if (g_strv_equal ((const char *const *) name, (const char *const *) other_name))
    return TRUE;
  if (!is_part (name, other_name) && !is_part (other_name, name))
    return FALSE;

  return is_same_relationship || (!are_both_known && g_str_equal (name[0], other_name[0]));
}

/* Public API */

/**
 * sdm_consultation_get_reader:
 * @aid: (nullable): the aid that is used; %NULL for a blank page
 *
 * Returns: whom the letter speaks to
 */
SdmReader
sdm_consultation_get_reader (SdmConsultation *self,
                             SdmAid          *aid)
{
  if (aid != NULL && sdm_aid_is_for_parent (aid))
    return SDM_READER_PARENT;

  return find_reader (self, aid) != NULL ? SDM_READER_PROXY : SDM_READER_PATIENT;
}

/**
 * sdm_consultation_get_reader_name:
 *
 * Returns: (nullable): who reads in place of the person: to whom the letter goes or, of an aid for
 *   parents, who decides for the child or is the only one recorded as its parent
 */
const char *
sdm_consultation_get_reader_name (SdmConsultation *self,
                                  SdmAid          *aid)
{
  return get_text (find_reader (self, aid), "name");
}

/**
 * sdm_consultation_get_reader_relationship:
 *
 * Returns: (nullable): what the reader is to the person: "mother"
 */
const char *
sdm_consultation_get_reader_relationship (SdmConsultation *self,
                                          SdmAid          *aid)
{
  return get_text (find_reader (self, aid), "relationship");
}

/**
 * sdm_consultation_is_reader:
 * @person: (nullable): somebody by `name` and perhaps `relationship`
 *
 * Returns: whether that is the one who reads in place of the person, who is then told of as "you"
 */
gboolean
sdm_consultation_is_reader (SdmConsultation *self,
                            SdmAid          *aid,
                            json_t          *person)
{
  return is_same_person (find_reader (self, aid), person);
}

/**
 * sdm_consultation_dup_child_name:
 *
 * Returns: (transfer full): how a child is told of: by the name it likes, or its first given name;
 *   its full name where there is neither, and "" where there is none at all
 */
char *
sdm_consultation_dup_child_name (SdmConsultation *self)
{
  const char *preferred = sdm_consultation_get_text (self, "people/patient/preferred_name");
  const char *given = sdm_consultation_get_text (self, "people/patient/given/0");

  if (preferred != NULL)
    return g_strdup (preferred);

  return given != NULL ? g_strdup (given) : sdm_consultation_dup_patient_name (self);
}
