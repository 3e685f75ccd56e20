/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-aid-translation.h"

#include <glib/gi18n.h>
#include <string.h>

#include "sdm-aid-private.h"
#include "sdm-core-error.h"
#include "sdm-language.h"

#define FORMAT       "evenhand-translation/1"
#define HASH_LETTERS 16 /* of the SHA-256 of the English text */

/**
 * SdmAidTranslation:
 *
 * The texts of a decision aid in another language, from the file <lang>.json beside it. Each is kept
 * by its place in the aid, told in ids ("/options/carry-on/summary"), with a hash of the English that
 * it translates. A text whose English has changed since is stale and stays English, as does one that
 * is missing; both are counted. Numbers and placeholders are those of the English, or the file is
 * refused. Never changed, so it may be used from any thread.
 */
struct _SdmAidTranslation
{
  GObject parent_instance;

  char       *name; /* of the file, for messages */
  char       *language;
  SdmAid     *english;
  SdmAid     *aid;     /* in the other language */
  GHashTable *by_text; /* English text -> its translation; both owned */
  gboolean    is_reviewed;
  guint       n_missing;
  guint       n_stale;
};

G_DEFINE_FINAL_TYPE (SdmAidTranslation, sdm_aid_translation, G_TYPE_OBJECT)

static void
sdm_aid_translation_finalize (GObject *object)
{
  SdmAidTranslation *self = SDM_AID_TRANSLATION (object);

  g_free (self->name);
  g_free (self->language);
  g_clear_object (&self->english);
  g_clear_object (&self->aid);
  g_hash_table_unref (self->by_text);

  G_OBJECT_CLASS (sdm_aid_translation_parent_class)->finalize (object);
}

static void
sdm_aid_translation_class_init (SdmAidTranslationClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sdm_aid_translation_finalize;
}

static void
sdm_aid_translation_init (SdmAidTranslation *self)
{
  self->by_text = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

/* Places */

/* Keys whose texts a person reads. Names of studies, dates and everything that the program goes by stay. */
static gboolean
is_translatable (const char *key)
{
  static const char *const keys[] = {
    "also", "choice", "decision", "do", "does_not", "fit_note", "for", "happens", "instead", "label", "letter_title", "listen_for", "look_for", "meaning", "name", "not_for", "plain", "population", "prompt", "question", "range_not_known", "sentence", "sentence_comparator", "sentence_not_known", "sentence_range", "sentence_under_one", "short", "summary", "term", "text", "then", "title", "unit", "what", "when", "why", "why_now", "zero", NULL
  };

  return g_strv_contains (keys, key);
}

/* Parts that no patient reads: who wrote the aid, and what it goes by. */
static gboolean
is_left_alone (const char *key)
{
  static const char *const keys[] = { "authors", "burdens", "facts", "ipdas_signed", "keywords", "prompts", "readability", "sources", "stop_cards", "teach_back", NULL };

  return g_strv_contains (keys, key);
}

/* What stands for a member of a list in the place of a text: its id, the option it is about, or its position. */
static char *
dup_step (json_t *member,
          size_t  index)
{
  static const char *const keys[] = { "id", "option", "arm" };
  const char              *group = json_string_value (json_object_get (member, "group"));

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      const char *id = json_string_value (json_object_get (member, keys[i]));

      if (id != NULL)
        return group != NULL ? g_strdup_printf ("%s.%s", id, group) : g_strdup (id);
    }

  return g_strdup_printf ("%u", (guint) index);
}

/* Checks */

static void
add_number (GPtrArray *numbers,
            GString   *digits)
{
  if (digits->len > 0)
    g_ptr_array_add (numbers, g_strdup (digits->str));
  g_string_truncate (digits, 0);
}

static int
compare_texts (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* The numbers and placeholders of a text, sorted and as one, whatever digits they are written with. */
static char *
list_numbers (const char *text)
{
  g_autoptr (GPtrArray) numbers = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) digits = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      const char *close = *p == '{' ? strchr (p, '}') : NULL;
      const int   digit = g_unichar_digit_value (g_utf8_get_char (p));

      if (digit >= 0)
        g_string_append_printf (digits, "%d", digit);
      else
        add_number (numbers, digits);
      if (close != NULL)
        {
          g_ptr_array_add (numbers, g_strndup (p, (gsize) (close - p) + 1));
          p = close;
        }
    }
  add_number (numbers, digits);
  g_ptr_array_sort (numbers, compare_texts);
  g_ptr_array_add (numbers, NULL);

  return g_strjoinv (" ", (char **) numbers->pdata);
}

static gboolean
check_numbers (SdmAidTranslation *self,
               const char        *place,
               const char        *english,
               const char        *text,
               GError           **error)
{
  g_autofree char *wanted = list_numbers (english);
  g_autofree char *found = list_numbers (text);

  if (g_str_equal (wanted, found))
    return TRUE;

  g_set_error (error, SDM_CORE_ERROR, SDM_CORE_ERROR_CONTENT,
               /* Translators: %1$s is a file, %2$s a place in it such as "/options/carry-on/summary", the others are numbers */
               _ ("%1$s: %2$s has other numbers than the English text: “%3$s”, and not “%4$s”"), self->name, place, found, wanted);
  return FALSE;
}

static gboolean
is_of_english (json_t     *entry,
               const char *english)
{
  g_autofree char *sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, english, -1);
  const char      *of = json_string_value (json_object_get (entry, "of"));

  return of != NULL && strlen (of) == HASH_LETTERS && g_str_has_prefix (sum, of);
}

/* Putting the texts into a copy of the aid */

static json_t *
translate_text (SdmAidTranslation *self,
                json_t            *texts,
                const char        *place,
                json_t            *value,
                GError           **error)
{
  json_t     *entry = json_object_get (texts, place);
  const char *english = json_string_value (value);
  const char *text = json_string_value (json_object_get (entry, "text"));

  if (*english == '\0')
    return json_incref (value);
  if (text == NULL)
    {
      self->n_missing++;
      return json_incref (value);
    }
  if (!is_of_english (entry, english))
    {
      self->n_stale++;
      return json_incref (value);
    }
  if (!check_numbers (self, place, english, text, error))
    return NULL;
  g_hash_table_replace (self->by_text, g_strdup (english), g_strdup (text));

  return json_string (text);
}

static json_t *
translate_value (SdmAidTranslation *self,
                 json_t            *texts,
                 const char        *place,
                 const char        *key,
                 json_t            *value,
                 GError           **error)
{
  g_autoptr (json_t) copy = NULL;
  const char *member_key = NULL;
  json_t     *member = NULL;
  size_t      i = 0;

  if (json_is_string (value))
    return is_translatable (key) ? translate_text (self, texts, place, value, error) : json_incref (value);
  if (!json_is_object (value) && !json_is_array (value))
    return json_incref (value);

  copy = json_is_object (value) ? json_object () : json_array ();
  json_object_foreach (value, member_key, member)
    {
      g_autofree char *below = g_strconcat (place, "/", member_key, NULL);
      json_t          *made = is_left_alone (member_key) ? json_incref (member) : translate_value (self, texts, below, member_key, member, error);

      if (made == NULL)
        return NULL;
      json_object_set_new (copy, member_key, made);
    }
  json_array_foreach (value, i, member)
    {
      g_autofree char *step = dup_step (member, i);
      g_autofree char *below = g_strconcat (place, "/", step, NULL);
      json_t          *made = translate_value (self, texts, below, key, member, error);

      if (made == NULL)
        return NULL;
      json_array_append_new (copy, made);
    }

  return g_steal_pointer (&copy);
}

static gboolean
make_aid (SdmAidTranslation *self,
          json_t            *texts,
          GError           **error)
{
  g_autoptr (json_t) document = translate_value (self, texts, "", "", sdm_json_text_get_root (self->english->text), error);
  g_autofree char *written = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (document == NULL)
    return FALSE;
  json_object_set_new (document, "language", json_string (self->language));
  written = sdm_json_write (document);
  bytes = g_bytes_new (written, strlen (written));
  self->aid = g_object_new (SDM_TYPE_AID, NULL);
  self->aid->text = sdm_json_text_parse (bytes, self->name, error);
  if (self->aid->text == NULL)
    return FALSE;
  sdm_aid_read_parts (self->aid);

  return TRUE;
}

/* Reading */

static gboolean
refuse (SdmAidTranslation *self,
        const char        *why,
        GError           **error)
{
  g_set_error (error, SDM_CORE_ERROR, SDM_CORE_ERROR_FORMAT, "%s: %s", self->name, why);
  return FALSE;
}

static gboolean
read_head (SdmAidTranslation *self,
           json_t            *root,
           GError           **error)
{
  const char *language = json_string_value (json_object_get (root, "language"));
  json_t     *reviewer = json_array_get (json_object_get (root, "reviewed_by"), 0);

  if (g_strcmp0 (json_string_value (json_object_get (root, "format")), FORMAT) != 0)
    return refuse (self, _ ("this is not a translation of a decision aid"), error);
  if (g_strcmp0 (json_string_value (json_object_get (root, "aid")), sdm_aid_get_id (self->english)) != 0)
    return refuse (self, _ ("this is a translation of another decision aid"), error);
  if (language == NULL || !sdm_language_is_tag (language))
    return refuse (self, _ ("the translation does not say which language it is in"), error);
  if (!json_is_object (json_object_get (root, "texts")))
    return refuse (self, _ ("the translation has no texts"), error);

  self->language = g_strdup (language);
  self->is_reviewed = json_string_length (json_object_get (reviewer, "name")) > 0 &&
                      json_string_length (json_object_get (reviewer, "date")) > 0;
  return TRUE;
}

static SdmAidTranslation *
read_text (SdmAid      *aid,
           SdmJsonText *text,
           GError     **error)
{
  g_autoptr (SdmAidTranslation) self = g_object_new (SDM_TYPE_AID_TRANSLATION, NULL);
  json_t *root = sdm_json_text_get_root (text);

  self->english = g_object_ref (aid);
  self->name = g_strdup (sdm_json_text_get_name (text));
  if (!read_head (self, root, error) || !make_aid (self, json_object_get (root, "texts"), error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * sdm_aid_translation_new_from_bytes:
 * @aid: what is translated
 * @name: what to call the bytes in messages
 *
 * Returns: (transfer full) (nullable): the translation, or %NULL with @error set where it is of
 *   another aid, or its numbers or placeholders are not those of the English
 */
SdmAidTranslation *
sdm_aid_translation_new_from_bytes (SdmAid     *aid,
                                    GBytes     *bytes,
                                    const char *name,
                                    GError    **error)
{
  g_autoptr (SdmJsonText) text = sdm_json_text_parse (bytes, name, error);

  return text != NULL ? read_text (aid, text, error) : NULL;
}

/**
 * sdm_aid_translation_load:
 *
 * As sdm_aid_translation_new_from_bytes(), from a file. Blocks.
 *
 * Returns: (transfer full) (nullable): the translation, or %NULL with @error set
 */
SdmAidTranslation *
sdm_aid_translation_load (SdmAid       *aid,
                          GFile        *file,
                          GCancellable *cancellable,
                          GError      **error)
{
  g_autoptr (SdmJsonText) text = sdm_json_text_load (file, cancellable, error);

  return text != NULL ? read_text (aid, text, error) : NULL;
}

/**
 * sdm_aid_translation_find:
 * @aid_file: where the aid lies
 *
 * Returns: (transfer full) (nullable): the file of its translation into @language, or into the same
 *   language of no country; %NULL where there is none
 */
GFile *
sdm_aid_translation_find (GFile      *aid_file,
                          const char *language)
{
  g_autoptr (GFile) folder = g_file_get_parent (aid_file);
  const char *lengths[] = { language + strlen (language), strstr (language, "-u-"), strchr (language, '-') };

  for (guint i = 0; folder != NULL && sdm_language_is_tag (language) && i < G_N_ELEMENTS (lengths); i++)
    {
      g_autofree char *tag = lengths[i] != NULL ? g_strndup (language, (gsize) (lengths[i] - language)) : NULL;
      g_autofree char *name = tag != NULL ? g_strconcat (tag, ".json", NULL) : NULL;
      g_autoptr (GFile) file = name != NULL ? g_file_get_child (folder, name) : NULL;

      if (file != NULL && g_file_query_exists (file, NULL))
        return g_steal_pointer (&file);
    }

  return NULL;
}

/**
 * sdm_aid_translation_get_aid:
 *
 * Returns: (transfer none): the aid in the other language, for reading; it is not the file that was approved
 */
SdmAid *
sdm_aid_translation_get_aid (SdmAidTranslation *self)
{
  return self->aid;
}

const char *
sdm_aid_translation_get_language (SdmAidTranslation *self)
{
  return self->language;
}

/**
 * sdm_aid_translation_is_reviewed:
 *
 * Returns: whether somebody who knows both languages has put a name and a day to it
 */
gboolean
sdm_aid_translation_is_reviewed (SdmAidTranslation *self)
{
  return self->is_reviewed;
}

guint
sdm_aid_translation_get_n_missing (SdmAidTranslation *self)
{
  return self->n_missing;
}

guint
sdm_aid_translation_get_n_stale (SdmAidTranslation *self)
{
  return self->n_stale;
}

/**
 * sdm_aid_translation_look_up:
 * @english: a whole text of the aid, with its placeholders
 *
 * Returns: (transfer none) (nullable): the text in the other language
 */
const char *
sdm_aid_translation_look_up (SdmAidTranslation *self,
                             const char        *english)
{
  return g_hash_table_lookup (self->by_text, english);
}
