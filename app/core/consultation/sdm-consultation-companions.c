/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-consultation-companions.h"

#include "sdm-consultation-weigh.h"

#define RANKED   "matters/companion"
#define LEANINGS "weigh/companion_leanings"

/* Who came along */

/* The person and the professional may stand among those who take part. */
static gboolean
is_one_of_the_two (SdmConsultation *self,
                   json_t          *other,
                   const char      *name)
{
  const char      *type = json_string_value (json_object_get (other, "type"));
  g_autofree char *full = sdm_consultation_dup_patient_name (self);
  g_autofree char *greeting = sdm_consultation_dup_greeting_name (self);

  return g_strcmp0 (type, "patient") == 0 || g_strcmp0 (type, "professional") == 0 ||
         g_strcmp0 (sdm_consultation_get_text (self, "start/seen_by/name"), name) == 0 ||
         g_str_equal (full, name) || g_str_equal (greeting, name);
}

static void
add_name (GPtrArray  *names,
          const char *name)
{
  g_autofree char *stripped = name != NULL ? g_strstrip (g_strdup (name)) : NULL;

  if (stripped != NULL && *stripped != '\0' && !g_ptr_array_find_with_equal_func (names, stripped, g_str_equal, NULL))
    g_ptr_array_add (names, g_steal_pointer (&stripped));
}

static void
add_names (SdmConsultation *self,
           GPtrArray       *names,
           const char      *path,
           gboolean         leave_out_the_two)
{
  json_t *other;
  size_t  i;

  json_array_foreach (sdm_consultation_peek (self, path), i, other)
    {
      const char *name = json_string_value (json_object_get (other, "name"));

      if (name != NULL && !(leave_out_the_two && is_one_of_the_two (self, other, name)))
        add_name (names, name);
    }
}

/**
 * sdm_consultation_dup_companions:
 *
 * Returns: (transfer full): the names of those who came along or take part, without the
 *   person and the professional; also of whoever has said something and was taken out since
 */
char **
sdm_consultation_dup_companions (SdmConsultation *self)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (SDM_IS_CONSULTATION (self), NULL);

  add_names (self, names, "start/accompanying", TRUE);
  add_names (self, names, "people/participants", TRUE);
  add_names (self, names, RANKED, FALSE);
  add_names (self, names, LEANINGS, FALSE);
  g_ptr_array_add (names, NULL);
  g_ptr_array_set_free_func (names, NULL);

  return (char **) g_ptr_array_steal (names, NULL);
}

/* What they say */

/* The place of the entry of @name; one past the end where there is none. */
static size_t
find_place (json_t     *list,
            const char *name)
{
  json_t *entry;
  size_t  i;

  json_array_foreach (list, i, entry)
    if (g_strcmp0 (json_string_value (json_object_get (entry, "name")), name) == 0)
      return i;

  return json_array_size (list);
}

static json_t *
peek_said (SdmConsultation *self,
           const char      *path,
           const char      *name,
           const char      *key)
{
  json_t *list = sdm_consultation_peek (self, path);

  return json_object_get (json_array_get (list, find_place (list, name)), key);
}

/* Puts @said (transfer full) in the place of what they said before; nothing said leaves no entry. */
static gboolean
take_said (SdmConsultation *self,
           const char      *path,
           const char      *name,
           const char      *key,
           json_t          *said,
           GError         **error)
{
  json_t          *list = sdm_consultation_peek (self, path);
  size_t           place = find_place (list, name);
  g_autofree char *entry = g_strdup_printf ("%s/%zu", path, place);
  g_autofree char *inside = g_strdup_printf ("%s/%s", entry, key);
  g_autoptr (json_t) owned = said;

  if (json_array_size (said) == 0)
    return place == json_array_size (list) || sdm_consultation_remove (self, entry, error);
  if (place < json_array_size (list))
    return sdm_consultation_take_value (self, inside, g_steal_pointer (&owned), error);

  return sdm_consultation_append (self, path, json_pack ("{s:s, s:O}", "name", name, key, said), error);
}

/**
 * sdm_consultation_peek_companion_ranked:
 *
 * Returns: (transfer none) (nullable): what counts for @name, in their order, until the next change
 */
json_t *
sdm_consultation_peek_companion_ranked (SdmConsultation *self,
                                        const char      *name)
{
  return peek_said (self, RANKED, name, "ranked");
}

/**
 * sdm_consultation_take_companion_ranked:
 * @ranked: (transfer full): what counts for @name, in their order
 *
 * Returns: FALSE with @error set, and nothing changed, where it is refused
 */
gboolean
sdm_consultation_take_companion_ranked (SdmConsultation *self,
                                        const char      *name,
                                        json_t          *ranked,
                                        GError         **error)
{
  return take_said (self, RANKED, name, "ranked", ranked, error);
}

gboolean
sdm_consultation_has_companion_leaning (SdmConsultation *self,
                                        const char      *name)
{
  return json_array_size (peek_said (self, LEANINGS, name, "leanings")) > 0;
}

/* The place of the leaning towards @option; one past the end where there is none. */
static size_t
find_leaning (json_t     *leanings,
              const char *option)
{
  json_t *leaning;
  size_t  i;

  json_array_foreach (leanings, i, leaning)
    if (g_strcmp0 (json_string_value (json_object_get (leaning, "option")), option) == 0)
      return i;

  return json_array_size (leanings);
}

/**
 * sdm_consultation_get_companion_leaning:
 *
 * Returns: 0 (not right) to 10 (right), or %SDM_NOT_SAID
 */
int
sdm_consultation_get_companion_leaning (SdmConsultation *self,
                                        const char      *name,
                                        const char      *option)
{
  json_t *leanings = peek_said (self, LEANINGS, name, "leanings");
  json_t *leaning = json_array_get (leanings, find_leaning (leanings, option));

  return leaning != NULL ? (int) json_integer_value (json_object_get (leaning, "mark")) : SDM_NOT_SAID;
}

/**
 * sdm_consultation_set_companion_leaning:
 * @mark: 0 to 10; %SDM_NOT_SAID takes it back
 *
 * Returns: FALSE with @error set, and nothing changed, where it is refused
 */
gboolean
sdm_consultation_set_companion_leaning (SdmConsultation *self,
                                        const char      *name,
                                        const char      *option,
                                        int              mark,
                                        GError         **error)
{
  json_t *kept = peek_said (self, LEANINGS, name, "leanings");
  g_autoptr (json_t) leanings = kept != NULL ? json_deep_copy (kept) : json_array ();
  const size_t place = find_leaning (leanings, option);
  json_t      *leaning = json_array_get (leanings, place);

  if (leaning != NULL && mark == SDM_NOT_SAID)
    json_array_remove (leanings, place);
  else if (leaning != NULL)
    json_object_set_new (leaning, "mark", json_integer (mark));
  else if (mark != SDM_NOT_SAID)
    json_array_append_new (leanings, json_pack ("{s:s, s:i}", "option", option, "mark", mark));

  return take_said (self, LEANINGS, name, "leanings", g_steal_pointer (&leanings), error);
}
