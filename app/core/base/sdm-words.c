/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-words.h"

#include <glib/gi18n.h>
#include <string.h>

#include "sdm-catalogue.h"
#include "sdm-language.h"

struct _SdmWords
{
  SdmWords     *outer; /* (nullable): what this thread spoke before */
  char         *language;
  SdmCatalogue *catalogue; /* (nullable): the texts of the source, which are English */
  gboolean      is_english;
  GHashTable   *missing; /* texts that were asked for and are not translated */
};

static GPrivate words_of_thread;

static char *
dup_path (const char *folder,
          const char *name)
{
  g_autofree char *file = g_strconcat (GETTEXT_PACKAGE, ".mo", NULL);

  return g_build_filename (folder, name, "LC_MESSAGES", file, NULL);
}

/* The file of the language, or else of the same language in no country; NULL where there is none. */
static char *
find_file (const char *language)
{
  const char      *own = g_getenv ("EVENHAND_LOCALE_DIR");
  const char      *folder = own != NULL ? own : LOCALE_DIR;
  g_autofree char *name = sdm_language_dup_catalogue_name (language);
  g_autofree char *path = dup_path (folder, name);

  if (g_file_test (path, G_FILE_TEST_IS_REGULAR))
    return g_steal_pointer (&path);
  g_free (path);
  name[strcspn (name, "_")] = '\0';
  path = dup_path (folder, name);

  return g_file_test (path, G_FILE_TEST_IS_REGULAR) ? g_steal_pointer (&path) : NULL;
}

/**
 * sdm_words_exist:
 *
 * Returns: whether the program has words in @language
 */
gboolean
sdm_words_exist (const char *language)
{
  g_autofree char *path = NULL;

  if (!sdm_language_is_tag (language))
    return FALSE;
  path = find_file (language);

  return path != NULL || sdm_language_is_same (language, "en");
}

static int
compare_tags (gconstpointer a,
              gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/**
 * sdm_words_dup_languages:
 *
 * Blocks.
 *
 * Returns: (transfer full): the languages, apart from English, in which the program has words, by their tags
 */
char **
sdm_words_dup_languages (void)
{
  const char *own = g_getenv ("EVENHAND_LOCALE_DIR");
  const char *folder = own != NULL ? own : LOCALE_DIR;
  g_autoptr (GDir) listing = g_dir_open (folder, 0, NULL);
  g_autoptr (GPtrArray) tags = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while (listing != NULL && (name = g_dir_read_name (listing)) != NULL)
    {
      g_autofree char *tag = g_strdelimit (g_strdup (name), "_", '-');
      g_autofree char *path = dup_path (folder, name);

      if (sdm_language_is_tag (tag) && !sdm_language_is_same (tag, "en") && g_file_test (path, G_FILE_TEST_IS_REGULAR))
        g_ptr_array_add (tags, g_steal_pointer (&tag));
    }
  g_ptr_array_sort (tags, compare_tags);
  g_ptr_array_add (tags, NULL);

  return (char **) g_ptr_array_free (g_steal_pointer (&tags), FALSE);
}

/**
 * sdm_words_dup_window_language:
 *
 * Returns: (transfer full): the tag of the language of the window, where the program has it
 */
char *
sdm_words_dup_window_language (void)
{
  g_autofree char *name = g_strdup (g_get_language_names ()[0]);

  name[strcspn (name, ".@")] = '\0';
  g_strdelimit (name, "_", '-');

  return sdm_words_exist (name) ? g_steal_pointer (&name) : g_strdup ("en-GB");
}

/**
 * sdm_words_begin:
 * @language: as in BCP 47
 *
 * From now on this thread looks words up in @language. What has no translation stays English.
 *
 * Returns: (transfer full): to be ended by the same thread, the last one first
 */
SdmWords *
sdm_words_begin (const char *language)
{
  SdmWords        *self = g_new0 (SdmWords, 1);
  g_autofree char *path = sdm_language_is_tag (language) ? find_file (language) : NULL;
  g_autoptr (GError) error = NULL;

  self->outer = g_private_get (&words_of_thread);
  self->language = g_strdup (language);
  self->missing = g_hash_table_new (g_str_hash, g_str_equal);
  self->is_english = sdm_language_is_same ("en", language);
  if (path != NULL)
    self->catalogue = sdm_catalogue_load (path, &error);
  if (error != NULL)
    g_message ("%s", error->message);
  g_private_set (&words_of_thread, self);

  return self;
}

void
sdm_words_end (SdmWords *self)
{
  g_return_if_fail (self != NULL && self == g_private_get (&words_of_thread));

  g_private_set (&words_of_thread, self->outer);
  g_clear_pointer (&self->catalogue, sdm_catalogue_free);
  g_hash_table_unref (self->missing);
  g_free (self->language);
  g_free (self);
}

/**
 * sdm_words_get_n_missing:
 *
 * Returns: how many of the texts that were asked for so far are not translated
 */
guint
sdm_words_get_n_missing (SdmWords *self)
{
  return g_hash_table_size (self->missing);
}

/**
 * sdm_words_get_language:
 *
 * Returns: (nullable): the language of the paper that this thread writes; %NULL while it writes none
 */
const char *
sdm_words_get_language (void)
{
  const SdmWords *self = g_private_get (&words_of_thread);

  return self != NULL ? self->language : NULL;
}

/* The translation, or the English text, which then is counted. */
static const char *
settle (SdmWords   *self,
        const char *translated,
        const char *key,
        const char *english)
{
  if (translated != NULL)
    return translated;
  if (!self->is_english)
    g_hash_table_add (self->missing, (gpointer) key);

  return english;
}

/**
 * sdm_words_get:
 * @text: in English
 *
 * Returns: (transfer none): the text in the language of this thread; valid until the words end
 */
const char *
sdm_words_get (const char *text)
{
  SdmWords *self = g_private_get (&words_of_thread);

  if (self == NULL)
    return g_dgettext (GETTEXT_PACKAGE, text);

  return settle (self, self->catalogue != NULL ? sdm_catalogue_look_up (self->catalogue, text) : NULL, text, text);
}

/**
 * sdm_words_get_plural:
 * @one: in English, for one
 * @many: in English, for any other number
 *
 * Returns: (transfer none): the form that fits @n
 */
const char *
sdm_words_get_plural (const char *one,
                      const char *many,
                      gulong      n)
{
  SdmWords *self = g_private_get (&words_of_thread);

  if (self == NULL)
    return g_dngettext (GETTEXT_PACKAGE, one, many, n);

  return settle (self, self->catalogue != NULL ? sdm_catalogue_look_up_plural (self->catalogue, one, n) : NULL, one,
                 n == 1 ? one : many);
}

/**
 * sdm_words_take_digits:
 * @text: (transfer full): a text of the program with numbers in it
 *
 * Returns: (transfer full): the text with the digits of the language of this thread
 */
char *
sdm_words_take_digits (char *text)
{
  return sdm_language_take_digits (sdm_words_get_language (), text);
}

/**
 * sdm_words_format_number:
 *
 * Returns: (transfer full): a number that counts parts or pages, in the digits of the language of this thread
 */
char *
sdm_words_format_number (guint n)
{
  return sdm_words_take_digits (g_strdup_printf ("%u", n));
}
