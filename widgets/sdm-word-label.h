/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "sdm-glossary.h"

G_BEGIN_DECLS

#define SDM_TYPE_WORD_LABEL (sdm_word_label_get_type ())
G_DECLARE_FINAL_TYPE (SdmWordLabel, sdm_word_label, SDM, WORD_LABEL, GtkWidget)

GtkWidget *sdm_word_label_new (const char *css_class) G_GNUC_WARN_UNUSED_RESULT;

const char *sdm_word_label_get_text (SdmWordLabel *self);
void        sdm_word_label_set_text (SdmWordLabel  *self,
                                     const char    *text,
                                     PangoAttrList *attributes);

SdmGlossary *sdm_word_label_get_glossary (SdmWordLabel *self);
void         sdm_word_label_set_glossary (SdmWordLabel *self,
                                          SdmGlossary  *glossary);

GArray *sdm_word_label_get_places (SdmWordLabel *self);

void sdm_word_label_explain (GtkWidget          *parent,
                             const GdkRectangle *at,
                             GArray             *places);

G_END_DECLS
