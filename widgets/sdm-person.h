/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SdmPersonSign:
 * @SDM_PERSON_DOES_NOT: it does not happen to this person; thin outline
 * @SDM_PERSON_HAPPENS: it happens to this person; filled
 * @SDM_PERSON_MAY_HAPPEN: between the low and the high count; hollow head, striped body
 * @SDM_PERSON_SPARED: would have happened without the option; heavy outline
 *
 * What the shape of one person says. The four differ by fill as well as by
 * colour, so they can be told apart in grey.
 */
typedef enum
{
  SDM_PERSON_DOES_NOT,
  SDM_PERSON_HAPPENS,
  SDM_PERSON_MAY_HAPPEN,
  SDM_PERSON_SPARED,
} SdmPersonSign;

#define SDM_PERSON_N_SIGNS (SDM_PERSON_SPARED + 1)

#define SDM_TYPE_PERSON (sdm_person_get_type ())
G_DECLARE_FINAL_TYPE (SdmPerson, sdm_person, SDM, PERSON, GtkWidget)

GtkWidget *sdm_person_new (SdmPersonSign sign,
                           gboolean      on_band,
                           guint         size) G_GNUC_WARN_UNUSED_RESULT;

SdmPersonSign sdm_person_get_sign (SdmPerson *self);
gboolean      sdm_person_get_on_band (SdmPerson *self);

G_END_DECLS
