/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-persona.h"

G_BEGIN_DECLS

/**
 * SdmTalkDid:
 * @SDM_TALK_OPENED: nothing yet: these are the first words of the person
 * @SDM_TALK_SAID: something was typed
 * @SDM_TALK_PICKED: a card was picked
 * @SDM_TALK_SHOWED_FIGURE: a figure was put before the person
 * @SDM_TALK_SAW: something happened that people react to, such as "silence"
 * @SDM_TALK_ENTERED_STEP: the consultation went on to a step
 *
 * What the trainee did.
 */
typedef enum
{
  SDM_TALK_OPENED,
  SDM_TALK_SAID,
  SDM_TALK_PICKED,
  SDM_TALK_SHOWED_FIGURE,
  SDM_TALK_SAW,
  SDM_TALK_ENTERED_STEP,
} SdmTalkDid;

#define SDM_TYPE_TALK_TURN (sdm_talk_turn_get_type ())
G_DECLARE_FINAL_TYPE (SdmTalkTurn, sdm_talk_turn, SDM, TALK_TURN, GObject)

SdmTalkDid           sdm_talk_turn_get_did (SdmTalkTurn *self);
guint                sdm_talk_turn_get_seconds (SdmTalkTurn *self);
const char          *sdm_talk_turn_get_words (SdmTalkTurn *self);
const SdmTalkFigure *sdm_talk_turn_get_figure (SdmTalkTurn *self);
SdmHeardKind         sdm_talk_turn_get_kind (SdmTalkTurn *self);
guint                sdm_talk_turn_get_flags (SdmTalkTurn *self);
guint                sdm_talk_turn_get_n_words (SdmTalkTurn *self);
const char          *sdm_talk_turn_get_option (SdmTalkTurn *self);

const char *const *sdm_talk_turn_get_said (SdmTalkTurn *self);
char              *sdm_talk_turn_dup_text (SdmTalkTurn *self) G_GNUC_WARN_UNUSED_RESULT;
SdmExpression      sdm_talk_turn_get_expression (SdmTalkTurn *self);
SdmTaken           sdm_talk_turn_get_taken (SdmTalkTurn *self);
const char        *sdm_talk_turn_get_topic (SdmTalkTurn *self);
const char        *sdm_talk_turn_get_jargon (SdmTalkTurn *self);
const char *const *sdm_talk_turn_get_found (SdmTalkTurn *self);
const char *const *sdm_talk_turn_get_hinted (SdmTalkTurn *self);
const char *const *sdm_talk_turn_get_tells (SdmTalkTurn *self);
gboolean           sdm_talk_turn_is_twist (SdmTalkTurn *self);

G_END_DECLS
