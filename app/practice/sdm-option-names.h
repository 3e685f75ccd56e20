/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-aid.h"
#include "sdm-triggers.h"

G_BEGIN_DECLS

/* The words by which the options of an aid are told apart in a talk. */

typedef struct _SdmOptionNames SdmOptionNames;

SdmOptionNames *sdm_option_names_new (SdmAid *aid) G_GNUC_WARN_UNUSED_RESULT;
void            sdm_option_names_free (SdmOptionNames *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SdmOptionNames, sdm_option_names_free)

const char *const *sdm_option_names_get_terms (SdmOptionNames *self,
                                               guint           option,
                                               guint          *n_terms);
guint32            sdm_option_names_find (SdmOptionNames *self,
                                          const SdmAsked *asked);

G_END_DECLS
