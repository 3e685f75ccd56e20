/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-glossary.h"

#include <glib/gi18n.h>
#include <string.h>

/**
 * SdmGlossary:
 *
 * Words with what they mean in plain ones, and where they stand in a text.
 *
 * A word is found whole, in capitals or not, and with an "s" for more than one.
 * One that is all capitals ("LDL") is found only so. Each meaning is told once
 * in a text, at its first place, and the longest word wins.
 */
struct _SdmGlossary
{
  GObject parent_instance;

  GPtrArray *terms; /* of Term */
};

/* One way to write a word. */
typedef struct
{
  char    *spelling;
  char    *term;
  char    *plain;
  gboolean is_capitals;
} Term;

G_DEFINE_FINAL_TYPE (SdmGlossary, sdm_glossary, G_TYPE_OBJECT)

static void
free_term (gpointer data)
{
  Term *term = data;

  g_free (term->spelling);
  g_free (term->term);
  g_free (term->plain);
  g_free (term);
}

static gboolean
is_part_of_word (const char *at)
{
  return g_unichar_isalnum (g_utf8_get_char (at));
}

static gboolean
is_capitals (const char *spelling)
{
  for (const char *p = spelling; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_islower (g_utf8_get_char (p)))
      return FALSE;

  return TRUE;
}

/* Where the word that begins at @at ends, or NULL where it is another one. */
static const char *
match (const Term *term,
       const char *at)
{
  const char *end = at;

  for (const char *p = term->spelling; *p != '\0'; p = g_utf8_next_char (p), end = g_utf8_next_char (end))
    {
      gunichar wanted = g_utf8_get_char (p);
      gunichar found = g_utf8_get_char (end);

      if (!term->is_capitals)
        {
          wanted = g_unichar_tolower (wanted);
          found = g_unichar_tolower (found);
        }
      if (*end == '\0' || wanted != found)
        return NULL;
    }
  if (*end == 's' && !is_part_of_word (end + 1))
    end++;

  return is_part_of_word (end) ? NULL : end;
}

static gboolean
is_told (GArray     *places,
         const char *term)
{
  for (guint i = 0; i < places->len; i++)
    if (g_str_equal (g_array_index (places, SdmWordPlace, i).term, term))
      return TRUE;

  return FALSE;
}

/* Overrides */

static void
sdm_glossary_finalize (GObject *object)
{
  g_clear_pointer (&SDM_GLOSSARY (object)->terms, g_ptr_array_unref);

  G_OBJECT_CLASS (sdm_glossary_parent_class)->finalize (object);
}

static void
sdm_glossary_class_init (SdmGlossaryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sdm_glossary_finalize;
}

static void
sdm_glossary_init (SdmGlossary *self)
{
  self->terms = g_ptr_array_new_with_free_func (free_term);
}

/**
 * sdm_glossary_new:
 *
 * Returns: (transfer full): a list without words
 */
SdmGlossary *
sdm_glossary_new (void)
{
  return g_object_new (SDM_TYPE_GLOSSARY, NULL);
}

static void
add_spelling (SdmGlossary *self,
              const char  *spelling,
              const char  *term,
              const char  *plain)
{
  Term *added;
  guint before = 0;

  if (*spelling == '\0')
    return;

  added = g_new0 (Term, 1);
  added->spelling = g_strdup (spelling);
  added->term = g_strdup (term);
  added->plain = g_strdup (plain);
  added->is_capitals = is_capitals (spelling);

  /* The longest stand first. */
  while (before < self->terms->len &&
         strlen (((const Term *) g_ptr_array_index (self->terms, before))->spelling) >= strlen (spelling))
    before++;
  g_ptr_array_insert (self->terms, (int) before, added);
}

/**
 * sdm_glossary_add:
 * @term: the word
 * @plain: what it means
 * @also: (nullable): other ways to write it, and other words for it
 */
void
sdm_glossary_add (SdmGlossary       *self,
                  const char        *term,
                  const char        *plain,
                  const char *const *also)
{
  g_return_if_fail (SDM_IS_GLOSSARY (self));
  g_return_if_fail (term != NULL);
  g_return_if_fail (plain != NULL);

  add_spelling (self, term, term, plain);
  for (guint i = 0; also != NULL && also[i] != NULL; i++)
    add_spelling (self, also[i], term, plain);
}

/**
 * sdm_glossary_find:
 * @text: UTF-8
 *
 * Returns: (transfer full) (element-type SdmWordPlace): the words that are
 *   explained, in the order of the text
 */
GArray *
sdm_glossary_find (SdmGlossary *self,
                   const char  *text)
{
  GArray  *places = g_array_new (FALSE, FALSE, sizeof (SdmWordPlace));
  gboolean within = FALSE;

  g_return_val_if_fail (SDM_IS_GLOSSARY (self), places);
  g_return_val_if_fail (text != NULL, places);

  for (const char *p = text; *p != '\0';)
    {
      const char *end = NULL;

      for (guint i = 0; !within && end == NULL && i < self->terms->len; i++)
        {
          const Term  *term = g_ptr_array_index (self->terms, i);
          SdmWordPlace place = { (guint) (p - text), 0, term->term, term->plain };

          end = match (term, p);
          place.end = end != NULL ? (guint) (end - text) : 0;
          if (end != NULL && !is_told (places, term->term))
            g_array_append_val (places, place);
        }
      within = end == NULL && is_part_of_word (p);
      p = end != NULL ? end : g_utf8_next_char (p);
    }

  return places;
}

/**
 * sdm_glossary_dup_meanings:
 * @places: (element-type SdmWordPlace): what was found in a text
 *
 * Returns: (transfer full): each word and what it means, one a line
 */
char *
sdm_glossary_dup_meanings (GArray *places)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < places->len; i++)
    {
      const SdmWordPlace *place = &g_array_index (places, SdmWordPlace, i);

      if (i > 0)
        g_string_append_c (text, '\n');
      /* Translators: a word and what it means: “cholesterol: a kind of fat in the blood” */
      g_string_append_printf (text, _("%1$s: %2$s"), place->term, place->plain);
    }

  return g_string_free (text, FALSE);
}
