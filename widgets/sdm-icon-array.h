/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "sdm-person.h"

G_BEGIN_DECLS

/**
 * SdmIconArrayKind:
 * @SDM_ICON_ARRAY_NOT_SET: nothing was set; a quiet frame
 * @SDM_ICON_ARRAY_COUNTS: a best guess, with or without a range
 * @SDM_ICON_ARRAY_RANGE: a range without a best guess
 * @SDM_ICON_ARRAY_FEWER_THAN_ONE: rarer than one in the denominator; told in words
 * @SDM_ICON_ARRAY_NOT_KNOWN: no number is known; a dashed frame with words
 */
typedef enum
{
  SDM_ICON_ARRAY_NOT_SET,
  SDM_ICON_ARRAY_COUNTS,
  SDM_ICON_ARRAY_RANGE,
  SDM_ICON_ARRAY_FEWER_THAN_ONE,
  SDM_ICON_ARRAY_NOT_KNOWN,
} SdmIconArrayKind;

#define SDM_TYPE_ICON_ARRAY_KIND (sdm_icon_array_kind_get_type ())
GType sdm_icon_array_kind_get_type (void);

#define SDM_TYPE_ICON_ARRAY (sdm_icon_array_get_type ())
G_DECLARE_FINAL_TYPE (SdmIconArray, sdm_icon_array, SDM, ICON_ARRAY, GtkWidget)

GtkWidget *sdm_icon_array_new (void) G_GNUC_WARN_UNUSED_RESULT;

SdmIconArrayKind sdm_icon_array_get_kind (SdmIconArray *self);
guint            sdm_icon_array_get_denominator (SdmIconArray *self);
guint            sdm_icon_array_get_count (SdmIconArray *self);
guint            sdm_icon_array_get_low (SdmIconArray *self);
guint            sdm_icon_array_get_high (SdmIconArray *self);
void             sdm_icon_array_set_counts (SdmIconArray *self,
                                            guint         denominator,
                                            guint         n,
                                            guint         low,
                                            guint         high);
void             sdm_icon_array_set_range (SdmIconArray *self,
                                           guint         denominator,
                                           guint         low,
                                           guint         high);
void             sdm_icon_array_set_fewer_than_one (SdmIconArray *self,
                                                    guint         denominator);
void             sdm_icon_array_set_not_known (SdmIconArray *self,
                                               guint         denominator,
                                               const char   *words);

gboolean sdm_icon_array_get_band (SdmIconArray *self,
                                  guint        *from,
                                  guint        *to);
void     sdm_icon_array_set_band (SdmIconArray *self,
                                  guint         from,
                                  guint         to);

SdmPersonSign sdm_icon_array_get_sign (SdmIconArray *self,
                                       guint         person);

const char *sdm_icon_array_get_happens (SdmIconArray *self);
void        sdm_icon_array_set_happens (SdmIconArray *self,
                                        const char   *happens);

void  sdm_icon_array_set_words (SdmIconArray *self,
                                const char   *label,
                                const char   *description);
char *sdm_icon_array_dup_label (SdmIconArray *self) G_GNUC_WARN_UNUSED_RESULT;
char *sdm_icon_array_dup_description (SdmIconArray *self) G_GNUC_WARN_UNUSED_RESULT;

guint sdm_icon_array_get_cell_size (SdmIconArray *self);
void  sdm_icon_array_set_cell_size (SdmIconArray *self,
                                    guint         cell_size);

G_END_DECLS
