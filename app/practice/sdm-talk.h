/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-talk-turn.h"

G_BEGIN_DECLS

#define SDM_TYPE_TALK (sdm_talk_get_type ())
G_DECLARE_FINAL_TYPE (SdmTalk, sdm_talk, SDM, TALK, GObject)

SdmTalk *sdm_talk_new (SdmCase *example,
                       SdmAid  *aid,
                       guint32  seed) G_GNUC_WARN_UNUSED_RESULT;
SdmTalk *sdm_talk_new_from_text (SdmCase     *example,
                                 SdmAid      *aid,
                                 SdmJsonText *text,
                                 GError     **error) G_GNUC_WARN_UNUSED_RESULT;
GBytes  *sdm_talk_to_bytes (SdmTalk *self) G_GNUC_WARN_UNUSED_RESULT;
json_t  *sdm_talk_to_json (SdmTalk *self) G_GNUC_WARN_UNUSED_RESULT;

SdmCase    *sdm_talk_get_case (SdmTalk *self);
SdmAid     *sdm_talk_get_aid (SdmTalk *self);
guint32     sdm_talk_get_seed (SdmTalk *self);
SdmMood     sdm_talk_get_mood (SdmTalk *self);
const char *sdm_talk_get_companion (SdmTalk *self);
GListModel *sdm_talk_get_turns (SdmTalk *self);
gboolean    sdm_talk_has_case_changed (SdmTalk *self);
gboolean    sdm_talk_has_aid_changed (SdmTalk *self);

const SdmPersonaCard *sdm_talk_get_cards (SdmTalk *self,
                                          guint   *n_cards);
gboolean              sdm_talk_has_found (SdmTalk    *self,
                                          const char *hidden);
gboolean              sdm_talk_has_twisted (SdmTalk *self);

guint sdm_talk_get_seconds (SdmTalk *self);
void  sdm_talk_set_seconds (SdmTalk *self,
                            guint    seconds);

SdmTalkTurn *sdm_talk_say (SdmTalk    *self,
                           const char *text);
SdmTalkTurn *sdm_talk_pick (SdmTalk    *self,
                            const char *card,
                            GError    **error);
SdmTalkTurn *sdm_talk_show_figure (SdmTalk             *self,
                                   const SdmTalkFigure *figure,
                                   GError             **error);
SdmTalkTurn *sdm_talk_let_see (SdmTalk    *self,
                               const char *what,
                               const char *option);
SdmTalkTurn *sdm_talk_enter_step (SdmTalk    *self,
                                  const char *step);

G_END_DECLS
