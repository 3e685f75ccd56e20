/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-letter-address.h"

#include <string.h>

/* Addresses of the web. A text is searched before it is broken into lines, as an address may go on in the next line and
 * still leads where all of it says. */

static void
free_address (gpointer data)
{
  SdmLetterAddress *address = data;

  g_free (address->uri);
  g_free (address);
}

static gboolean
begins_at (const char *text,
           const char *at)
{
  static const char *const beginnings[] = { "https://", "http://", "www." };

  if (at > text && (guchar) at[-1] > ' ' && at[-1] != '(' && (guchar) at[-1] != 0xa0)
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (beginnings); i++)
    if (g_str_has_prefix (at, beginnings[i]) && at[strlen (beginnings[i])] > ' ')
      return TRUE;

  return FALSE;
}

/* Without what ends the sentence. */
static const char *
find_end (const char *at)
{
  const char *end = at;

  while (*end > ' ' && *end < 0x7f && strchr ("<>\"{}|\\^`()", *end) == NULL)
    end++;
  while (end > at && strchr (".,;:!?'", end[-1]) != NULL)
    end--;

  return end;
}

/**
 * sdm_letter_addresses_new:
 *
 * Returns: (transfer full) (nullable): the addresses in @text; %NULL where there are none
 */
SdmLetterAddresses *
sdm_letter_addresses_new (const char *text)
{
  SdmLetterAddresses *self = NULL;

  for (const char *at = text; *at != '\0'; at++)
    {
      const char       *end = begins_at (text, at) ? find_end (at) : at;
      SdmLetterAddress *address;
      g_autofree char  *written = NULL;

      if (end == at)
        continue;
      if (self == NULL)
        {
          self = g_rc_box_new0 (SdmLetterAddresses);
          self->text = g_strdup (text);
          self->list = g_ptr_array_new_with_free_func (free_address);
        }
      written = g_strndup (at, (gsize) (end - at));
      address = g_new0 (SdmLetterAddress, 1);
      address->start = (guint) (at - text);
      address->end = (guint) (end - text);
      address->uri = g_strconcat (*at == 'w' ? "https://" : "", written, NULL);
      g_ptr_array_add (self->list, address);
      at = end - 1;
    }

  return self;
}

static void
clear (gpointer data)
{
  SdmLetterAddresses *self = data;

  g_free (self->text);
  g_ptr_array_unref (self->list);
}

void
sdm_letter_addresses_unref (SdmLetterAddresses *self)
{
  g_rc_box_release_full (self, clear);
}

/**
 * sdm_letter_addresses_find:
 * @self: (nullable): those of a text
 * @place: in that text, in bytes
 *
 * Returns: (transfer none) (nullable): the address that stands there
 */
const SdmLetterAddress *
sdm_letter_addresses_find (const SdmLetterAddresses *self,
                           guint                     place)
{
  for (guint i = 0; self != NULL && i < self->list->len; i++)
    {
      const SdmLetterAddress *address = g_ptr_array_index (self->list, i);

      if (place >= address->start && place < address->end)
        return address;
    }

  return NULL;
}
