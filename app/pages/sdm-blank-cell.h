/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "sdm-consultation-blank.h"

G_BEGIN_DECLS

/**
 * SdmBlankCellKind:
 * @SDM_BLANK_CELL_NAME: the name of an option
 * @SDM_BLANK_CELL_QUESTION: the words of a question
 * @SDM_BLANK_CELL_ANSWER: the answer to a question for an option
 * @SDM_BLANK_CELL_WEIGH: what an option does about something that matters
 */
typedef enum
{
  SDM_BLANK_CELL_NAME,
  SDM_BLANK_CELL_QUESTION,
  SDM_BLANK_CELL_ANSWER,
  SDM_BLANK_CELL_WEIGH,
} SdmBlankCellKind;

/**
 * SdmBlankCell:
 * @kind: what is written there
 * @row: (nullable): the question's id, or the statement that matters
 * @option: (nullable): the option's id
 * @text: where it is written: a #SdmBlankText
 * @entry: where in its list the consultation keeps it, or kept it last; -1: nowhere
 *
 * One place of a blank page, and what the consultation keeps for it.
 */
typedef struct
{
  SdmBlankCellKind kind;
  SdmConsultation *consultation;
  char            *row;
  char            *option;
  GtkWidget       *text;
  int              entry;
} SdmBlankCell;

SdmBlankCell *sdm_blank_cell_new (SdmConsultation *consultation,
                                  SdmBlankCellKind kind,
                                  const char      *row,
                                  const char      *option) G_GNUC_WARN_UNUSED_RESULT;
void          sdm_blank_cell_free (SdmBlankCell *self);

gboolean sdm_blank_cell_is_same (const SdmBlankCell *self,
                                 const SdmBlankCell *other);
void     sdm_blank_cell_show (const SdmBlankCell *self);
void     sdm_blank_cell_rename (const SdmBlankCell *self);
void     sdm_blank_cell_mark (SdmBlankCell *self);

char *sdm_blank_dup_part_name (SdmConsultation *consultation,
                               SdmBlankPart     part,
                               const char      *id) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
