/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-passphrase.h"

#include <glib/gi18n.h>
#include <string.h>

/* Nothing here makes a copy of what is judged: it would stay in memory. */

#define FEWEST_DIFFERENT 6
#define SHORTEST_NAME    3
#define LONGEST_BLOCK    64
#define GOOD_LENGTH      18
#define STRONG_LENGTH    26
#define SHORTEST_WORD    3
#define GOOD_WORDS       4
#define STRONG_WORDS     5

/* What stands side by side on a keyboard; digits and the alphabet follow by their numbers. */
static const char *const rows[] = { "qwertyuiop", "asdfghjkl", "zxcvbnm", "qwertzuiop", "azertyuiop" };

static gunichar
get_lower (const char *text)
{
  return g_unichar_tolower (g_utf8_get_char (text));
}

/* Characters that have not come before. */
static guint
count_different (const char *text)
{
  guint n = 0;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      const char *before = text;

      while (before < at && get_lower (before) != get_lower (at))
        before = g_utf8_next_char (before);
      n += before == at ? 1 : 0;
    }

  return n;
}

/* "horsehorsehorse" */
static gboolean
is_one_block (const char *text)
{
  const gsize size = strlen (text);

  for (gsize block = 1; block <= MIN (size / 2, LONGEST_BLOCK); block++)
    if (memcmp (text, text + block, size - block) == 0)
      return TRUE;

  return FALSE;
}

static gboolean
are_on_a_keyboard (gunichar first,
                   gunichar second)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    for (const char *at = rows[i]; at[1] != '\0'; at++)
      if (((gunichar) at[0] == first && (gunichar) at[1] == second) || ((gunichar) at[1] == first && (gunichar) at[0] == second))
        return TRUE;

  return FALSE;
}

/* More often than not. */
static gboolean
does_follow (const char *text)
{
  guint n_pairs = 0;
  guint n_following = 0;

  for (const char *at = text; *at != '\0' && *g_utf8_next_char (at) != '\0'; at = g_utf8_next_char (at))
    {
      const gunichar first = get_lower (at);
      const gunichar second = get_lower (g_utf8_next_char (at));
      const gboolean both = g_unichar_isalnum (first) && g_unichar_isalnum (second);

      n_pairs++;
      if (both && (first + 1 == second || second + 1 == first || first == second || are_on_a_keyboard (first, second)))
        n_following++;
    }

  return n_following * 2 > n_pairs;
}

static gboolean
holds (const char *text,
       const char *word,
       const char *end)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      const char *in_text = text;
      const char *in_word = word;

      while (in_word < end && *in_text != '\0' && get_lower (in_text) == get_lower (in_word))
        {
          in_text = g_utf8_next_char (in_text);
          in_word = g_utf8_next_char (in_word);
        }
      if (in_word == end)
        return TRUE;
    }

  return FALSE;
}

/* Any word of the name that is no title. */
static gboolean
holds_name (const char *text,
            const char *name)
{
  while (*name != '\0')
    {
      const char *end = name;

      while (*end != '\0' && g_unichar_isalnum (g_utf8_get_char (end)))
        end = g_utf8_next_char (end);
      if (g_utf8_strlen (name, end - name) >= SHORTEST_NAME && holds (text, name, end))
        return TRUE;
      name = *end != '\0' ? g_utf8_next_char (end) : end;
    }

  return FALSE;
}

static guint
count_words (const char *text)
{
  guint n_words = 0;
  guint n_letters = 0;

  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      n_letters = g_unichar_isalnum (g_utf8_get_char (text)) ? n_letters + 1 : 0;
      n_words += n_letters == SHORTEST_WORD ? 1 : 0;
    }

  return n_words;
}

/**
 * sdm_passphrase_judge:
 * @passphrase: what somebody wants to sign in with
 * @name: who that is, maybe ""
 *
 * Returns: how hard it is to guess
 */
SdmPassphraseStrength
sdm_passphrase_judge (const char *passphrase,
                      const char *name)
{
  const glong length = g_utf8_strlen (passphrase, -1);
  const guint n_words = count_words (passphrase);

  if (count_different (passphrase) < FEWEST_DIFFERENT || is_one_block (passphrase))
    return SDM_PASSPHRASE_REPEATS;
  if (does_follow (passphrase))
    return SDM_PASSPHRASE_FOLLOWS;
  if (holds_name (passphrase, name))
    return SDM_PASSPHRASE_NAMES;
  if (n_words >= STRONG_WORDS || length >= STRONG_LENGTH)
    return SDM_PASSPHRASE_STRONG;

  return n_words >= GOOD_WORDS || length >= GOOD_LENGTH ? SDM_PASSPHRASE_GOOD : SDM_PASSPHRASE_FAIR;
}

/**
 * sdm_passphrase_describe:
 *
 * Returns: (transfer none): the same in a sentence
 */
const char *
sdm_passphrase_describe (SdmPassphraseStrength strength)
{
  static const char *const sentences[] = {
    N_ ("Easy to guess: the same characters come again and again."),
        N_ ("Easy to guess: the characters follow one another, as when counting or on a keyboard."),
            N_ ("Easy to guess: your name is in it."),
                N_ ("Fair. Four words that have nothing to do with each other are harder to guess."),
                    N_ ("Good: hard to guess."),
                        N_ ("Strong: very hard to guess."),
                    };

  return _ (sentences[strength]);
}
