/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "sdm-glossary.h"

G_BEGIN_DECLS

#define SDM_TYPE_GRID_ROW (sdm_grid_row_get_type ())
G_DECLARE_FINAL_TYPE (SdmGridRow, sdm_grid_row, SDM, GRID_ROW, GObject)

SdmGridRow *sdm_grid_row_new (const char *id,
                              const char *question) G_GNUC_WARN_UNUSED_RESULT;

const char *sdm_grid_row_get_id (SdmGridRow *self);

const char *sdm_grid_row_get_question (SdmGridRow *self);

const char *sdm_grid_row_get_lead (SdmGridRow *self);
void        sdm_grid_row_set_lead (SdmGridRow *self,
                                   const char *lead);

const char *sdm_grid_row_get_footnote (SdmGridRow *self);
void        sdm_grid_row_set_footnote (SdmGridRow *self,
                                       const char *footnote);

const char *sdm_grid_row_get_note (SdmGridRow *self);
const char *sdm_grid_row_get_said (SdmGridRow *self);
void        sdm_grid_row_set_matters (SdmGridRow *self,
                                      const char *note,
                                      const char *said);

const char *sdm_grid_row_get_sources (SdmGridRow *self);
void        sdm_grid_row_set_sources (SdmGridRow *self,
                                      const char *sources);

SdmGlossary *sdm_grid_row_get_glossary (SdmGridRow *self);
void         sdm_grid_row_set_glossary (SdmGridRow  *self,
                                        SdmGlossary *glossary);

void sdm_grid_row_set_answer (SdmGridRow *self,
                              const char *option_id,
                              const char *text,
                              const char *second);
void sdm_grid_row_set_figure (SdmGridRow *self,
                              const char *option_id,
                              const char *text,
                              const char *second);
void sdm_grid_row_set_not_known (SdmGridRow *self,
                                 const char *option_id,
                                 const char *text,
                                 const char *second);

const char *sdm_grid_row_get_text (SdmGridRow *self,
                                   const char *option_id);
const char *sdm_grid_row_get_second (SdmGridRow *self,
                                     const char *option_id);
gboolean    sdm_grid_row_is_known (SdmGridRow *self,
                                   const char *option_id);
gboolean    sdm_grid_row_is_figure (SdmGridRow *self,
                                    const char *option_id);

gboolean sdm_grid_row_has_more (SdmGridRow *self);

G_END_DECLS
