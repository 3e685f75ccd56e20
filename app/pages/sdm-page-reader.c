/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-page-reader.h"

#include <glib/gi18n.h>

/**
 * sdm_page_is_for_parent:
 *
 * Returns: whether "you" on the pages is a parent, and the person is a child
 */
gboolean
sdm_page_is_for_parent (SdmPage *self)
{
  return sdm_consultation_get_reader (sdm_page_get_consultation (self), sdm_page_get_aid (self)) == SDM_READER_PARENT;
}

/**
 * sdm_page_dup_speaker:
 *
 * Returns: (transfer full): who decides in the room and reads the letter, by name: the person, or
 *   the parent of a child
 */
char *
sdm_page_dup_speaker (SdmPage *self)
{
  SdmConsultation *consultation = sdm_page_get_consultation (self);
  const char      *reader = sdm_consultation_get_reader_name (consultation, sdm_page_get_aid (self));

  if (!sdm_page_is_for_parent (self))
    return sdm_consultation_dup_greeting_name (consultation);

  /* Translators: stands for the name of a child's parent while nobody has typed it */
  return g_strdup (reader != NULL ? reader : _ ("A parent or carer"));
}
