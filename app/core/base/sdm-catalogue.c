/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-catalogue.h"

#include <glib/gi18n.h>
#include <string.h>

#include "sdm-core-error.h"
#include "sdm-plural.h"

#define MAGIC         0x950412deu
#define HEADER_WORDS  5 /* magic, revision, number of texts, where the English and where the others are told */
#define LARGEST_BYTES (16 * 1024 * 1024)

struct _SdmCatalogue
{
  GBytes     *bytes;
  const char *start;
  gsize       size;
  gboolean    is_swapped;
  guint32     n_texts;
  guint32     english; /* where the table of lengths and places begins */
  guint32     others;
  char       *plural; /* (nullable): how the form is chosen, in C: "n != 1" */
};

static guint32
get_word (const SdmCatalogue *self,
          gsize               at)
{
  guint32 word = 0;

  memcpy (&word, self->start + at, sizeof word);

  return self->is_swapped ? GUINT32_SWAP_LE_BE (word) : word;
}

/* A text that ends with a NUL inside of the file; NULL where the table leads out of it. */
static const char *
get_text (const SdmCatalogue *self,
          guint32             table,
          guint32             index,
          gsize              *length)
{
  const gsize row = (gsize) table + (gsize) index * 8;
  gsize       at = 0;

  if (row + 8 > self->size)
    return NULL;
  *length = get_word (self, row);
  at = get_word (self, row + 4);
  if (at >= self->size || *length >= self->size - at || self->start[at + *length] != '\0')
    return NULL;

  return self->start + at;
}

/* The English texts are sorted, so that a text is found by halves. */
static const char *
find (const SdmCatalogue *self,
      const char         *text,
      gsize              *length)
{
  guint32 low = 0;
  guint32 high = self->n_texts;

  while (low < high)
    {
      const guint32 middle = low + (high - low) / 2;
      gsize         n = 0;
      const char   *english = get_text (self, self->english, middle, &n);
      const int     order = english != NULL ? strcmp (text, english) : 0;

      if (english == NULL)
        return NULL;
      if (order == 0)
        return get_text (self, self->others, middle, length);
      if (order < 0)
        high = middle;
      else
        low = middle + 1;
    }

  return NULL;
}

static char *
dup_plural (const SdmCatalogue *self)
{
  gsize       length = 0;
  const char *header = find (self, "", &length);
  const char *plural = header != NULL ? strstr (header, "plural=") : NULL;

  if (plural == NULL)
    return NULL;
  plural += strlen ("plural=");

  return g_strndup (plural, strcspn (plural, ";\n"));
}

static gboolean
read_head (SdmCatalogue *self)
{
  guint32 magic = 0;

  if (self->size < HEADER_WORDS * 4 || self->size > LARGEST_BYTES)
    return FALSE;
  magic = get_word (self, 0);
  self->is_swapped = magic == GUINT32_SWAP_LE_BE (MAGIC);
  if (magic != MAGIC && !self->is_swapped)
    return FALSE;
  self->n_texts = get_word (self, 8);
  self->english = get_word (self, 12);
  self->others = get_word (self, 16);

  return self->n_texts <= self->size / 8 && self->english <= self->size && self->others <= self->size;
}

/**
 * sdm_catalogue_new_from_bytes:
 * @name: what to call the bytes in a message
 *
 * Returns: (transfer full) (nullable): the words, or %NULL with @error set where the bytes are no catalogue
 */
SdmCatalogue *
sdm_catalogue_new_from_bytes (GBytes     *bytes,
                              const char *name,
                              GError    **error)
{
  g_autoptr (SdmCatalogue) self = g_new0 (SdmCatalogue, 1);

  self->bytes = g_bytes_ref (bytes);
  self->start = g_bytes_get_data (bytes, &self->size);
  if (!read_head (self))
    {
      g_set_error (error, SDM_CORE_ERROR, SDM_CORE_ERROR_FORMAT,
                   /* Translators: %s is the name of a file */
                   _ ("“%s” is not a catalogue of translated words; install the translation again"), name);
      return NULL;
    }
  self->plural = dup_plural (self);

  return g_steal_pointer (&self);
}

/**
 * sdm_catalogue_load:
 *
 * Returns: (transfer full) (nullable): the words, or %NULL with @error set
 */
SdmCatalogue *
sdm_catalogue_load (const char *path,
                    GError    **error)
{
  g_autoptr (GMappedFile) file = g_mapped_file_new (path, FALSE, error);
  g_autoptr (GBytes) bytes = file != NULL ? g_mapped_file_get_bytes (file) : NULL;

  return bytes != NULL ? sdm_catalogue_new_from_bytes (bytes, path, error) : NULL;
}

void
sdm_catalogue_free (SdmCatalogue *self)
{
  if (self == NULL)
    return;
  g_bytes_unref (self->bytes);
  g_free (self->plural);
  g_free (self);
}

/* What was not translated is empty, and what is no UTF-8 would spoil a letter. */
static const char *
check (const char *text)
{
  return text != NULL && *text != '\0' && g_utf8_validate (text, -1, NULL) ? text : NULL;
}

/**
 * sdm_catalogue_look_up:
 * @text: in English, as it stands in the source
 *
 * Returns: (transfer none) (nullable): the translation; %NULL where there is none
 */
const char *
sdm_catalogue_look_up (SdmCatalogue *self,
                       const char   *text)
{
  gsize length = 0;

  /* The empty text is the head of the file, and no words. */
  return *text != '\0' ? check (find (self, text, &length)) : NULL;
}

/**
 * sdm_catalogue_look_up_plural:
 * @one: in English, for one
 * @n: how many
 *
 * Returns: (transfer none) (nullable): the form for @n; %NULL where there is none
 */
const char *
sdm_catalogue_look_up_plural (SdmCatalogue *self,
                              const char   *one,
                              gulong        n)
{
  gsize       length = 0;
  const char *forms = *one != '\0' ? find (self, one, &length) : NULL;
  const char *end = forms != NULL ? forms + length : NULL;
  gulong      wanted = sdm_plural_choose (self->plural, n);

  for (const char *form = forms; form != NULL && form < end; form += strlen (form) + 1)
    if (wanted-- == 0)
      return check (form);

  return NULL;
}
