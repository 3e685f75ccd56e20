/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-case.h"
#include "sdm-heard.h"

G_BEGIN_DECLS

/**
 * SdmExpression:
 *
 * What the face says.
 */
typedef enum
{
  SDM_EXPRESSION_CALM,
  SDM_EXPRESSION_WARM,
  SDM_EXPRESSION_THINKING,
  SDM_EXPRESSION_PUZZLED,
  SDM_EXPRESSION_WORRIED,
  SDM_EXPRESSION_SAD,
  SDM_EXPRESSION_MOVED,
  SDM_EXPRESSION_WITHDRAWN,
  SDM_EXPRESSION_HURT,
  SDM_EXPRESSION_RELIEVED,
} SdmExpression;

/**
 * SdmTaken:
 * @SDM_TAKEN_ANSWERED: a topic was answered
 * @SDM_TAKEN_REVEALED: something hidden came out
 * @SDM_TAKEN_VOLUNTEERED: something was told to an open question that fits no topic
 * @SDM_TAKEN_REACTED: to a figure, a step, an order, thanks and the like
 * @SDM_TAKEN_NOT_UNDERSTOOD: the person says so
 * @SDM_TAKEN_NOT_ENGLISH: the person asks for English
 * @SDM_TAKEN_JARGON: a word was not known
 * @SDM_TAKEN_TALKED_AT: the person drew back
 * @SDM_TAKEN_HURT: the person was hurt
 *
 * How the person took it.
 */
typedef enum
{
  SDM_TAKEN_ANSWERED,
  SDM_TAKEN_REVEALED,
  SDM_TAKEN_VOLUNTEERED,
  SDM_TAKEN_REACTED,
  SDM_TAKEN_NOT_UNDERSTOOD,
  SDM_TAKEN_NOT_ENGLISH,
  SDM_TAKEN_JARGON,
  SDM_TAKEN_TALKED_AT,
  SDM_TAKEN_HURT,
} SdmTaken;

/**
 * SdmMood:
 * @SDM_MOOD_AS_WRITTEN: as the case has it
 * @SDM_MOOD_GUARDED: short answers until the first open question
 * @SDM_MOOD_TALKATIVE: tells more than was asked
 */
typedef enum
{
  SDM_MOOD_AS_WRITTEN,
  SDM_MOOD_GUARDED,
  SDM_MOOD_TALKATIVE,
} SdmMood;

/**
 * SdmTalkFrames:
 * @SDM_TALK_FRAMES_HAPPENS: how many it happens to
 * @SDM_TALK_FRAMES_DOES_NOT: how many it does not happen to
 * @SDM_TALK_FRAMES_BOTH: both
 */
typedef enum
{
  SDM_TALK_FRAMES_HAPPENS,
  SDM_TALK_FRAMES_DOES_NOT,
  SDM_TALK_FRAMES_BOTH,
} SdmTalkFrames;

/**
 * SdmTalkFigure:
 * @outcome: id of the outcome in the aid
 * @first_option: (nullable): id of the option that was shown or named first
 * @frames: what was said of it
 * @as_percent: as per cent
 * @with_range: with its range
 * @not_known: what was shown is that nobody knows
 *
 * A figure put before the person.
 */
typedef struct
{
  const char   *outcome;
  const char   *first_option;
  SdmTalkFrames frames;
  gboolean      as_percent;
  gboolean      with_range;
  gboolean      not_known;
} SdmTalkFigure;

/**
 * SdmPersonaCard:
 * @id: name of the card within its case; it says where the card comes from, so it is not for the eyes of a trainee
 * @text: the question
 * @is_open: whether it is an open question
 *
 * A question that can be picked.
 */
typedef struct
{
  const char *id;
  const char *text;
  gboolean    is_open;
} SdmPersonaCard;

#define SDM_TYPE_PERSONA (sdm_persona_get_type ())
G_DECLARE_FINAL_TYPE (SdmPersona, sdm_persona, SDM, PERSONA, GObject)

SdmPersona *sdm_persona_new (SdmCase *example) G_GNUC_WARN_UNUSED_RESULT;

const SdmPersonaCard *sdm_persona_get_cards (SdmPersona *self,
                                             guint      *n_cards);

const char *sdm_expression_to_string (SdmExpression expression);
const char *sdm_taken_to_string (SdmTaken taken);
const char *sdm_mood_to_string (SdmMood mood);

G_END_DECLS
