/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-persona-private.h"
#include "sdm-talk.h"

G_BEGIN_DECLS

struct _SdmTalkTurn
{
  GObject parent_instance;

  SdmTalkDid    did;
  guint         seconds; /* since the talk began */
  char         *words;   /* nullable: the question; what was seen; the step */
  char         *card;    /* nullable: id of the card that was picked */
  char         *option;  /* nullable: the option that something seen is about */
  SdmTalkFigure figure;  /* its strings are owned */
  SdmHeard      heard;

  GStrv         said;
  SdmExpression expression;
  SdmTaken      taken;
  char         *topic;  /* nullable */
  char         *jargon; /* nullable */
  GStrv         found;
  GStrv         hinted;
  GStrv         tells;
  gboolean      is_twist;
};

struct _SdmTalk
{
  GObject parent_instance;

  SdmCase    *example;
  SdmPersona *persona;
  SdmAid     *aid;
  guint32     seed;
  guint       seconds; /* since it began */

  SdmPersonaSetup setup;
  SdmPersonaState state;
  GListStore     *turns;
  GArray         *cards; /* SdmPersonaCard, as they are laid out */

  gboolean case_changed;
  gboolean aid_changed;
};

SdmTalk     *sdm_talk_new_until (SdmTalk *self,
                                 guint    turn) G_GNUC_WARN_UNUSED_RESULT;
SdmTalkTurn *sdm_talk_turn_new (SdmTalkDid  did,
                                const char *words,
                                const char *option) G_GNUC_WARN_UNUSED_RESULT;
void         sdm_talk_turn_set_figure (SdmTalkTurn         *self,
                                       const SdmTalkFigure *figure);
void         sdm_talk_turn_set_answer (SdmTalkTurn            *self,
                                       SdmPersona             *persona,
                                       const SdmPersonaAnswer *answer);
json_t      *sdm_talk_turn_to_json (SdmTalkTurn *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
