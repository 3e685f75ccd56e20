/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-persona-search.h"

#include <glib/gi18n.h>
#include <string.h>

#include "sdm-persona-private.h"

/* What a seed, somebody else in the talk and everyday questions bring: whether each of it can ever be said. */

/* So many seeds are tried; a person whom none of them brings is met by nobody. */
#define SEEDS_TRIED 256u

static gboolean
is_known (SdmPersona *self,
          const char *id)
{
  return sdm_persona_find_topic (self, id) >= 0 || sdm_persona_find_hidden (self, id) >= 0;
}

static void
tell_unknown (GPtrArray  *findings,
              const char *place,
              const char *id)
{
  sdm_findings_add (findings, "persona-reach", place, _ ("there is no topic and no hidden thing “%s”"), id);
}

/* Companion */

static void
check_companion (SdmPersona *self,
                 json_t     *companion,
                 GPtrArray  *findings)
{
  g_autoptr (GHashTable) spoken = g_hash_table_new (g_str_hash, g_str_equal);
  json_t *item;
  size_t  i;

  json_array_foreach (json_object_get (companion, "says"), i, item)
    {
      const char      *topic = json_string_value (json_object_get (item, "topic"));
      g_autofree char *place = g_strdup_printf ("/persona/companion/says/%u", (guint) i);

      if (sdm_persona_find_topic (self, topic) < 0)
        sdm_findings_add (findings, "persona-reach", place, _ ("this is never said, as there is no topic “%s”"), topic);
      else if (!g_hash_table_add (spoken, (gpointer) topic))
        sdm_findings_add (findings, "persona-reach", place, _ ("only one of the things that are put in at the topic “%s” is ever said"), topic);
    }
  if (json_object_get (companion, "asked") != NULL && g_hash_table_size (self->companion_names) == 0)
    sdm_findings_add (findings, "persona-reach", "/persona/companion/asked",
                      _ ("nobody can speak to “%s”, as every word of the name is in the patient’s name too"), self->companion);
}

/* Seeds */

/* Each opening must differ from the others, or the seed that chooses it changes nothing. */
static void
check_openings (SdmPersona *self,
                GPtrArray  *findings)
{
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->openings->len; i++)
    {
      const char      *say = g_array_index (self->openings, SdmPersonaLine, i).say;
      g_autofree char *place = g_strdup_printf ("/persona/variations/openings/%u", i > 0 ? i - 1 : 0);

      if (!g_hash_table_add (known, (gpointer) say))
        sdm_findings_add (findings, "persona-reach", place, _ ("these first words are there already, so that they change nothing"));
    }
}

/* Whether some of the first seeds brings each mood, each opening, and the companion or not. */
static void
check_seeds (SdmPersona *self,
             GPtrArray  *findings)
{
  guint    moods = 0;
  guint64  openings = 0;
  gboolean with = FALSE;
  gboolean without = FALSE;

  for (guint32 seed = 0; seed < SEEDS_TRIED; seed++)
    {
      SdmPersonaSetup setup;
      SdmPersonaState state;

      sdm_persona_set_up (self, seed, &setup, &state);
      moods |= 1u << setup.mood;
      openings |= G_GUINT64_CONSTANT (1) << (setup.opening & 63);
      with = with || setup.with_companion;
      without = without || !setup.with_companion;
    }
  if ((self->moods & ~moods) != 0)
    sdm_findings_add (findings, "persona-reach", "/persona/variations/moods", _ ("of the first %u seeds none brings one of these moods"), SEEDS_TRIED);
  for (guint i = 1; i < MIN (self->openings->len, 64); i++)
    if ((openings & G_GUINT64_CONSTANT (1) << i) == 0)
      {
        g_autofree char *place = g_strdup_printf ("/persona/variations/openings/%u", i - 1);

        sdm_findings_add (findings, "persona-reach", place, _ ("of the first %u seeds none brings these first words"), SEEDS_TRIED);
      }
  if (self->companion != NULL && (!with || (!self->companion_stays && !without)))
    sdm_findings_add (findings, "persona-reach", "/persona/companion/comes", _ ("of the first %u seeds none decides it otherwise"), SEEDS_TRIED);
}

/* Reactions */

/* Of two for the same occasion only the first is ever said, and so is only the first face. */
static void
check_reactions (SdmPersona *self,
                 GPtrArray  *findings)
{
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < self->reactions->len; i++)
    {
      const SdmPersonaReaction *reaction = &g_array_index (self->reactions, SdmPersonaReaction, i);
      g_autofree char          *place = g_strdup_printf ("/persona/reactions/%u", i);
      char                     *key = g_strdup_printf ("%s/%s/%s", reaction->to, reaction->outcome != NULL ? reaction->outcome : "",
                                   reaction->option != NULL ? reaction->option : "");

      if (!g_hash_table_add (known, key))
        sdm_findings_add (findings, "persona-reach", place, _ ("this is never said, as another reaction to “%s” stands before it"), reaction->to);
    }
}

/* Everyday questions */

static void
check_leads (SdmPersona *self,
             json_t     *item,
             const char *key,
             const char *place,
             GPtrArray  *findings)
{
  json_t *id;
  size_t  i;

  json_array_foreach (json_object_get (item, key), i, id)
    {
      g_autofree char *at = g_strdup_printf ("%s/%s/%u", place, key, (guint) i);
      const gboolean   is_there = g_str_equal (key, "beside") ? sdm_persona_find_topic (self, json_string_value (id)) >= 0
                                                              : is_known (self, json_string_value (id));

      if (!is_there)
        tell_unknown (findings, at, json_string_value (id));
    }
}

static void
check_everyday (SdmPersona *self,
                json_t     *items,
                GPtrArray  *findings)
{
  guint64 known = 0;
  json_t *item;
  size_t  i;

  json_array_foreach (items, i, item)
    {
      const gint       subject = g_array_index (self->everyday, SdmPersonaEveryday, i).subject;
      g_autofree char *place = g_strdup_printf ("/persona/everyday/%u", (guint) i);

      check_leads (self, item, "to", place, findings);
      check_leads (self, item, "beside", place, findings);
      if (subject >= 0 && (known & G_GUINT64_CONSTANT (1) << subject) != 0)
        sdm_findings_add (findings, "persona-reach", place, _ ("this is never said, as “%s” is answered before it"), sdm_everyday_get_id ((guint) subject));
      if (subject >= 0)
        known |= G_GUINT64_CONSTANT (1) << subject;
    }
}

/**
 * sdm_persona_check_variety:
 * @findings: (element-type SdmFinding): gets what can never be said
 *
 * Tells what of a companion, of variations, of reactions and of answers to everyday questions never comes,
 * whatever the seed.
 */
void
sdm_persona_check_variety (SdmPersona *self,
                           GPtrArray  *findings)
{
  json_t *persona = json_object_get (sdm_json_text_get_root (sdm_case_get_text (self->example)), "persona");

  check_companion (self, json_object_get (persona, "companion"), findings);
  check_openings (self, findings);
  check_seeds (self, findings);
  check_reactions (self, findings);
  check_everyday (self, json_object_get (persona, "everyday"), findings);
}
