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
#define VAGUE_TIMES    8
/* A word with so many letters is seldom in two answers by chance. */
#define LONG_WORD 5

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

static void
learn_hidden (SdmPersonaHidden *hidden,
              json_t           *item)
{
  json_t *way;
  size_t  i;

  hidden->about = new_stems ();
  add_stems (hidden->about, json_string_value (json_object_get (item, "what")));
  add_stems (hidden->about, hidden->reveal.say);
  json_array_foreach (json_object_get (item, "brought_out_by"), i, way)
    add_stems (hidden->about, json_string_value (json_object_get (way, "question")));
}

/* The plainest way to ask leads to a topic: then all other ways do. */
static void
find_topics_for (SdmPersona *self)
{
  for (guint i = 0; i < sdm_everyday_get_n_subjects (); i++)
    {
      g_autoptr (SdmAsked) asked = sdm_asked_new (sdm_everyday_get_question (i));
      gsize letters;

      self->topics_for[i] = sdm_everyday_is_vague (i) ? -1 : find_topic (self, asked, &letters);
    }
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
  find_topics_for (self);
  learn_texts (self->spelling, persona);
  for (guint h = 0; h < self->hidden->len; h++)
    learn_hidden (&g_array_index (self->hidden, SdmPersonaHidden, h), json_array_get (json_object_get (persona, "hidden"), h));
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

/* Whether a question that is about a topic has a word of the hidden thing too, beside the word of fear that would
 * bring it out: "Are you scared of the needle?" is about the needle. */
static gboolean
is_about_hidden (const SdmPersonaHidden *hidden,
                 const char             *term,
                 const SdmAsked         *asked)
{
  g_autoptr (GHashTable) stems = new_stems ();
  GHashTableIter iter;
  gpointer       stem;
  guint          n_other = 0;

  add_stems (stems, sdm_asked_get_words (asked));
  g_hash_table_iter_init (&iter, stems);
  while (g_hash_table_iter_next (&iter, &stem, NULL))
    {
      g_autoptr (SdmAsked) one = sdm_asked_new (stem);

      if (sdm_asked_has (one, term))
        continue;
      n_other++;
      if (g_hash_table_contains (hidden->about, stem))
        return TRUE;
    }

  return n_other == 0;
}

static gboolean
brings_out (const SdmPersonaHidden *hidden,
            const SdmAsked         *asked,
            gboolean                has_topic)
{
  for (guint i = 0; i < hidden->ways->len; i++)
    {
      const SdmTriggers *way = g_ptr_array_index (hidden->ways, i);
      const char        *term = sdm_triggers_find_single (way, asked);

      if (sdm_triggers_match (way, asked) > 0 &&
          (!has_topic || term == NULL || !sdm_everyday_is_worry (term) || is_about_hidden (hidden, term, asked)))
        return TRUE;
    }

  return FALSE;
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
  /* What can mean nothing else is not taken for what a few of its words would mean. */
  if (understood->subject >= 0 && sdm_everyday_is_plain ((guint) understood->subject) && most < letters[understood->subject])
    understood->everyday = -1;
  if (understood->subject >= 0 && sdm_everyday_is_plain ((guint) understood->subject))
    understood->is_everyday_first = letters[understood->subject] > topic_letters;
  else if (understood->everyday >= 0)
    {
      const SdmPersonaEveryday *everyday = &g_array_index (self->everyday, SdmPersonaEveryday, understood->everyday);
      const gsize               times = sdm_everyday_is_vague ((guint) everyday->subject) ? VAGUE_TIMES : EVERYDAY_TIMES;
      const gboolean            is_beside = understood->topic >= 0 && (everyday->beside & G_GUINT64_CONSTANT (1) << understood->topic) != 0;

      understood->is_everyday_first = most >= topic_letters * (is_beside ? 1 : times);
    }
  else if (understood->subject >= 0 && topic_letters > 0)
    understood->is_everyday_first = letters[understood->subject] >= topic_letters * VAGUE_TIMES;
  if (understood->topic < 0 && understood->everyday < 0 && understood->subject >= 0)
    understood->topic = self->topics_for[understood->subject];
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

static guint
count_in_replies (const SdmPersonaTopic *topic,
                  GHashTable            *asked)
{
  guint most = 0;

  for (guint r = 0; r < topic->replies->len; r++)
    most = MAX (most, count_shared (g_array_index (topic->replies, SdmPersonaLine, r).about, asked));

  return most;
}

static gboolean
shares_long_word (const SdmPersonaTopic *topic,
                  GHashTable            *asked)
{
  GHashTableIter iter;
  gpointer       stem;

  g_hash_table_iter_init (&iter, asked);
  while (g_hash_table_iter_next (&iter, &stem, NULL))
    for (guint r = 0; strlen (stem) >= LONG_WORD && r < topic->replies->len; r++)
      if (g_hash_table_contains (g_array_index (topic->replies, SdmPersonaLine, r).about, stem))
        return TRUE;

  return FALSE;
}

/* The topic whose questions and answers share most with what was asked, if they share half of it. One short
 * word that stands in an answer by chance is not enough. */
static void
find_related (SdmPersona    *self,
              GHashTable    *asked,
              SdmUnderstood *understood)
{
  guint most = 0;

  for (guint i = 0; i < self->topics->len; i++)
    {
      const SdmPersonaTopic *topic = &g_array_index (self->topics, SdmPersonaTopic, i);
      const guint            in_replies = count_in_replies (topic, asked);
      const guint            shared = count_shared (topic->about, asked);

      if (shared == 0 && in_replies < 2 && !shares_long_word (topic, asked))
        continue;
      if (MAX (shared, in_replies) * 2 >= g_hash_table_size (asked) && shared * 2 + in_replies > most)
        {
          most = shared * 2 + in_replies;
          understood->related = (gint) i;
          understood->is_related_fully = MAX (shared, in_replies) == g_hash_table_size (asked);
        }
    }
}

/* The topics that have a word of what was asked; all of them where it has none but small words. */
static void
find_known (SdmPersona    *self,
            GHashTable    *asked,
            SdmUnderstood *understood)
{
  for (guint i = 0; i < self->topics->len; i++)
    {
      const SdmPersonaTopic *topic = &g_array_index (self->topics, SdmPersonaTopic, i);

      if (g_hash_table_size (asked) == 0 || count_shared (topic->about, asked) > 0 || count_in_replies (topic, asked) > 0)
        understood->known |= G_GUINT64_CONSTANT (1) << i;
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

static guint32
count_fits (const SdmPersonaTopic *topic,
            GHashTable            *stems)
{
  guint32 fits = 0;

  for (guint r = 0; r < MIN (topic->replies->len, SDM_PERSONA_REPLIES); r++)
    fits |= MIN (count_shared (g_array_index (topic->replies, SdmPersonaLine, r).about, stems), FITS_MOST) << 2 * r;

  return fits;
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
  understood->repeats[index] = count_fits (topic, stems);
  take_out_topical (topic, stems);
  understood->fits[index] = count_fits (topic, stems);
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
  understood->topic = find_topic (self, asked, &topic_letters);
  for (guint i = 0; i < self->hidden->len; i++)
    if (brings_out (&g_array_index (self->hidden, SdmPersonaHidden, i), asked, understood->topic >= 0))
      understood->brings_out |= 1u << i;
  understood->is_example = understood->topic >= 0 &&
                           g_hash_table_contains (g_array_index (self->topics, SdmPersonaTopic, understood->topic).asked, sdm_asked_get_words (asked));
  understood->is_open_line = sdm_triggers_match (self->open_any_of, asked) > 0;
  if (understood->heard.n_words > WORDS_MOST || understood->is_example)
    {
      find_fits (self, asked, understood->is_example ? understood->topic : -1, understood);
      return;
    }

  add_stems (stems, sdm_asked_get_words (asked));
  find_everyday (self, asked, topic_letters, understood);
  understood->to_companion = self->companion_asked->len > 0 && is_to_companion (self, text);
  find_known (self, stems, understood);
  if (g_hash_table_size (stems) > 0)
    find_related (self, stems, understood);
  find_fits (self, asked, understood->topic, understood);
  if (understood->related != understood->topic)
    find_fits (self, asked, understood->related, understood);
}

/* "Good morning" asks nothing about mornings. */
static char *
take_out_greeting (const char *text)
{
  static const char *const greetings[] = { "good morning", "good afternoon", "good evening" };
  g_autofree char         *lower = g_ascii_strdown (text, -1);
  char                    *without = g_strdup (text);

  for (gsize i = 0; i < G_N_ELEMENTS (greetings); i++)
    for (char *found = strstr (lower, greetings[i]); found != NULL; found = strstr (found + 1, greetings[i]))
      memset (without + (found - lower), ' ', strlen (greetings[i]));

  return without;
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
  g_autofree char *question = NULL;

  memset (understood, 0, sizeof *understood);
  understood->topic = understood->everyday = understood->subject = understood->related = -1;
  understood->heard = sdm_heard_read (text, typed);
  if (understood->heard.flags & SDM_HEARD_FOREIGN)
    {
      find_meaning (self, text, typed, understood);
      return;
    }

  meant = sdm_spelling_mend (self->spelling, text);
  if (strcmp (meant, text) != 0)
    {
      g_autoptr (SdmAsked) mended = sdm_asked_new (meant);
      const guint n_words = understood->heard.n_words;

      understood->heard = sdm_heard_read (meant, mended);
      understood->heard.n_words = n_words;
    }
  question = take_out_greeting (meant);
  asked = sdm_asked_new (question);
  find_meaning (self, question, asked, understood);
}
