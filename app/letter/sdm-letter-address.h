/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SdmLetterAddress:
 * @start: where it begins in the text, in bytes
 * @end: and ends
 * @uri: what it leads to
 *
 * An address of the web in a text.
 */
typedef struct
{
  guint start;
  guint end;
  char *uri;
} SdmLetterAddress;

/**
 * SdmLetterAddresses:
 * @text: the whole text, of which lines show parts
 * @list: (element-type SdmLetterAddress): in the order of the text
 *
 * The addresses of a text; all are owned. Reference counted, as each line of the text has them.
 */
typedef struct
{
  char      *text;
  GPtrArray *list;
} SdmLetterAddresses;

SdmLetterAddresses     *sdm_letter_addresses_new (const char *text) G_GNUC_WARN_UNUSED_RESULT;
void                    sdm_letter_addresses_unref (SdmLetterAddresses *self);
const SdmLetterAddress *sdm_letter_addresses_find (const SdmLetterAddresses *self,
                                                   guint                     place);

G_END_DECLS
