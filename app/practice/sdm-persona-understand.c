/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-persona-private.h"

#include <string.h>

/* What a sentence may be about. Slips of the pen are mended, other words for a term are known, everyday
 * questions are known in many forms, and what fits nothing is looked for in what the person could say.
 * What comes of it is decided elsewhere. */

/* A speech is about too much to be looked for in what could be said. */
#define WORDS_MOST 45
#define FITS_MOST  3u
/* With so many times the letters of a topic, an everyday question goes before it. */
#define EVERYDAY_TIMES 2

/* Learning */

static GHashTable *
new_stems (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static void
add_stems (GHashTable *stems,
           const char *text)
{
  g_autoptr (SdmAsked) asked = sdm_asked_new (text != NULL ? text : "");
  g_auto (GStrv) words = g_strsplit (sdm_asked_get_stems (asked), " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (strlen (words[i]) > 2 && !sdm_words_is_small (words[i]))
      g_hash_table_add (stems, g_strdup (words[i]));
}

/* Every text of the person, so that no word of theirs is taken for a slip. */
static void
learn_texts (SdmSpelling *spelling,
             json_t      *value)
{
  const char *key;
  json_t     *item;
  size_t      i;

  if (json_is_string (value))
    sdm_spelling_learn (spelling, json_string_value (value));
  json_array_foreach (value, i, item)
    learn_texts (spelling, item);
  json_object_foreach (value, key, item)
    learn_texts (spelling, item);
}

/* What anybody may ask about, once for all cases; it lives as long as the program. */
static const SdmSpelling *
get_common_spelling (void)
{
  static SdmSpelling *common;

  if (g_once_init_enter (&common))
    {
      g_autofree char *everyday = sdm_everyday_dup_words ();
      SdmSpelling     *spelling = sdm_spelling_new (NULL);

      sdm_spelling_learn (spelling, everyday);
      g_once_init_leave (&common, spelling);
    }

  return common;
}

/**
 * sdm_persona_learn:
 *
 * Makes ready what is needed to understand, once all has been read.
 */
void
sdm_persona_learn (SdmPersona *self)
{
  json_t *persona = json_object_get (sdm_json_text_get_root (sdm_case_get_text (self->example)), "persona");
  json_t *topic;
  json_t *question;
  size_t  i;
  size_t  q;

  self->spelling = sdm_spelling_new (get_common_spelling ());
  learn_texts (self->spelling, persona);
  json_array_foreach (json_object_get (persona, "topics"), i, topic)
    {
      SdmPersonaTopic *ready = &g_array_index (self->topics, SdmPersonaTopic, i);

      ready->about = new_stems ();
      ready->asked = new_stems ();
      add_stems (ready->about, json_string_value (json_object_get (topic, "title")));
      json_array_foreach (json_object_get (topic, "examples"), q, question)
        {
          g_autoptr (SdmAsked) asked = sdm_asked_new (json_string_value (question));

          add_stems (ready->about, json_string_value (question));
          g_hash_table_add (ready->asked, g_strdup (sdm_asked_get_words (asked)));
        }
      for (guint r = 0; r < ready->replies->len; r++)
        {
          SdmPersonaLine *line = &g_array_index (ready->replies, SdmPersonaLine, r);

          line->about = new_stems ();
          add_stems (line->about, line->say);
        }
    }
}

/* Understanding */

static gboolean
brings_out (const SdmPersonaHidden *hidden,
            const SdmAsked         *asked)
{
  for (guint i = 0; i < hidden->ways->len; i++)
    if (sdm_triggers_match (g_ptr_array_index (hidden->ways, i), asked) > 0)
      return TRUE;

  return FALSE;
}

static gint
find_topic (SdmPersona     *self,
            const SdmAsked *asked,
            gsize          *topic_letters)
{
  gsize most = 0;
  gint  found = -1;

  for (guint i = 0; i < self->topics->len; i++)
    {
      const gsize letters = sdm_triggers_match (g_array_index (self->topics, SdmPersonaTopic, i).any_of, asked);

      if (letters > most)
        {
          most = letters;
          found = (gint) i;
        }
    }
  *topic_letters = most;

  return found;
}

/* What the case answers goes before what it does not speak of. */
static void
find_everyday (SdmPersona     *self,
               const SdmAsked *asked,
               gsize           topic_letters,
               SdmUnderstood  *understood)
{
  gsize letters[SDM_EVERYDAY_MOST] = { 0 };
  gsize most = 0;

  sdm_everyday_match (asked, letters);
  for (guint i = 0; i < sdm_everyday_get_n_subjects (); i++)
    if (letters[i] > most)
      {
        most = letters[i];
        understood->subject = (gint) i;
      }
  most = 0;
  for (guint i = 0; i < self->everyday->len; i++)
    {
      const gint subject = g_array_index (self->everyday, SdmPersonaEveryday, i).subject;

      if (subject >= 0 && letters[subject] > most)
        {
          most = letters[subject];
          understood->everyday = (gint) i;
        }
    }
  if (understood->subject >= 0 && sdm_everyday_is_plain ((guint) understood->subject))
    understood->is_everyday_first = letters[understood->subject] > topic_letters;
  else if (understood->everyday >= 0)
    understood->is_everyday_first = most >= topic_letters * EVERYDAY_TIMES;
}

static guint
count_shared (GHashTable *about,
              GHashTable *asked)
{
  GHashTableIter iter;
  gpointer       stem;
  guint          n = 0;

  g_hash_table_iter_init (&iter, asked);
  while (g_hash_table_iter_next (&iter, &stem, NULL))
    n += g_hash_table_contains (about, stem);

  return n;
}

/* The topic whose questions and answers share most with what was asked, if they share half of it. */
static void
find_related (SdmPersona    *self,
              GHashTable    *asked,
              SdmUnderstood *understood)
{
  guint most = 0;

  for (guint i = 0; i < self->topics->len; i++)
    {
      const SdmPersonaTopic *topic = &g_array_index (self->topics, SdmPersonaTopic, i);
      guint                  in_replies = 0;
      guint                  shared;

      for (guint r = 0; r < topic->replies->len; r++)
        in_replies = MAX (in_replies, count_shared (g_array_index (topic->replies, SdmPersonaLine, r).about, asked));
      shared = count_shared (topic->about, asked);
      if (MAX (shared, in_replies) * 2 >= g_hash_table_size (asked) && shared * 2 + in_replies > most)
        {
          most = shared * 2 + in_replies;
          understood->related = (gint) i;
          understood->is_related_fully = MAX (shared, in_replies) == g_hash_table_size (asked);
        }
    }
}

/* What names the topic says nothing of which of its replies is asked for. */
static void
take_out_topical (const SdmPersonaTopic *topic,
                  GHashTable            *asked)
{
  GHashTableIter iter;
  gpointer       stem;

  g_hash_table_iter_init (&iter, asked);
  while (g_hash_table_iter_next (&iter, &stem, NULL))
    {
      g_autoptr (SdmAsked) one = sdm_asked_new (stem);

      if (sdm_triggers_match (topic->any_of, one) > 0)
        g_hash_table_iter_remove (&iter);
    }
}

static void
find_fits (SdmPersona     *self,
           const SdmAsked *asked,
           gint            index,
           SdmUnderstood  *understood)
{
  const SdmPersonaTopic *topic;
  g_autoptr (GHashTable) stems = new_stems ();

  if (index < 0)
    return;
  topic = &g_array_index (self->topics, SdmPersonaTopic, index);
  add_stems (stems, sdm_asked_get_words (asked));
  take_out_topical (topic, stems);
  for (guint r = 0; r < MIN (topic->replies->len, SDM_PERSONA_REPLIES); r++)
    understood->fits[index] |= MIN (count_shared (g_array_index (topic->replies, SdmPersonaLine, r).about, stems), FITS_MOST) << 2 * r;
}

/* Whether somebody is spoken to by name, as in "Sian, what have you noticed?" */
static gboolean
is_vocative (GHashTable *names,
             const char *clause)
{
  static const char *const around[] = { "and", "so", "ok", "okay", "well", "hello", "hi", "mr", "mrs", "ms", "miss", "please", "sorry", "thank", "thanks", "you" };
  g_auto (GStrv) words = g_strsplit (clause, " ", -1);
  gboolean has_name = FALSE;

  for (guint i = 0; words[i] != NULL; i++)
    {
      gboolean is_around = words[i][0] == '\0';

      for (guint a = 0; a < G_N_ELEMENTS (around) && !is_around; a++)
        is_around = strcmp (around[a], words[i]) == 0;
      if (g_hash_table_contains (names, words[i]))
        has_name = TRUE;
      else if (!is_around)
        return FALSE;
    }

  return has_name;
}

static gboolean
is_to_companion (SdmPersona *self,
                 const char *text)
{
  g_auto (GStrv) clauses = g_strsplit_set (text, ".,;:!?\n", -1);
  const guint n = g_strv_length (clauses);

  for (guint i = 0; i < n && n > 1; i++)
    {
      g_autoptr (SdmAsked) clause = sdm_asked_new (clauses[i]);

      if (is_vocative (self->companion_names, sdm_asked_get_words (clause)))
        return TRUE;
    }

  return FALSE;
}

static void
find_meaning (SdmPersona     *self,
              const char     *text,
              const SdmAsked *asked,
              SdmUnderstood  *understood)
{
  g_autoptr (GHashTable) stems = new_stems ();
  gsize topic_letters;

  understood->jargon = sdm_triggers_find (self->jargon, asked);
  if (understood->jargon == NULL)
    understood->jargon = understood->heard.jargon;
  for (guint i = 0; i < self->hidden->len; i++)
    if (brings_out (&g_array_index (self->hidden, SdmPersonaHidden, i), asked))
      understood->brings_out |= 1u << i;
  understood->topic = find_topic (self, asked, &topic_letters);
  understood->is_example = understood->topic >= 0 &&
                           g_hash_table_contains (g_array_index (self->topics, SdmPersonaTopic, understood->topic).asked, sdm_asked_get_words (asked));
  understood->is_open_line = sdm_triggers_match (self->open_any_of, asked) > 0;
  if (understood->heard.n_words > WORDS_MOST || understood->is_example)
    {
      find_fits (self, asked, understood->is_example ? understood->topic : -1, understood);
      return;
    }

  find_everyday (self, asked, topic_letters, understood);
  understood->to_companion = self->companion_asked->len > 0 && is_to_companion (self, text);
  add_stems (stems, sdm_asked_get_words (asked));
  if (g_hash_table_size (stems) > 0)
    find_related (self, stems, understood);
  find_fits (self, asked, understood->topic, understood);
  if (understood->related != understood->topic)
    find_fits (self, asked, understood->related, understood);
}

/**
 * sdm_persona_understand:
 * @text: what was said, in UTF-8
 *
 * Finds what a sentence may be about. What comes of it is decided by sdm_persona_answer().
 */
void
sdm_persona_understand (SdmPersona    *self,
                        const char    *text,
                        SdmUnderstood *understood)
{
  g_autoptr (SdmAsked) typed = sdm_asked_new (text);
  g_autoptr (SdmAsked) asked = NULL;
  g_autofree char *meant = NULL;

  memset (understood, 0, sizeof *understood);
  understood->topic = understood->everyday = understood->subject = understood->related = -1;
  understood->heard = sdm_heard_read (text, typed);
  if (understood->heard.flags & SDM_HEARD_FOREIGN)
    {
      find_meaning (self, text, typed, understood);
      return;
    }

  meant = sdm_spelling_mend (self->spelling, text);
  asked = sdm_asked_new (meant);
  if (strcmp (meant, text) != 0)
    {
      const guint n_words = understood->heard.n_words;

      understood->heard = sdm_heard_read (meant, asked);
      understood->heard.n_words = n_words;
    }
  find_meaning (self, meant, asked, understood);
}
