/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-talk.h"

G_BEGIN_DECLS

/**
 * SdmDebriefHidden:
 * @id: its id in the case
 * @what: what it is
 * @is_found: whether it came out
 * @question: a question that would have brought it out
 *
 * A hidden thing, and whether it came out. Strings live in the case.
 */
typedef struct
{
  const char *id;
  const char *what;
  gboolean    is_found;
  const char *question;
} SdmDebriefHidden;

/**
 * SdmDebriefOutcome:
 * @id: its id in the aid
 * @title: its title
 * @is_shown: whether a figure of it was shown
 * @with_both_frames: whether both frames of it were shown
 *
 * An outcome of the aid, and how it was shown. Strings live in the aid.
 */
typedef struct
{
  const char *id;
  const char *title;
  gboolean    is_shown;
  gboolean    with_both_frames;
} SdmDebriefOutcome;

/**
 * SdmDebriefFit:
 * @option: id of an option that was recorded as chosen
 * @how: "well", "if" or "poorly"
 * @why: in words
 *
 * How what was chosen fits what this person holds dear. Strings live in the case.
 */
typedef struct
{
  const char *option;
  const char *how;
  const char *why;
} SdmDebriefFit;

/**
 * SdmDebrief:
 * @hidden: (element-type SdmDebriefHidden): in the order of the case
 * @outcomes: (element-type SdmDebriefOutcome): in the order of the aid
 * @fits: (element-type SdmDebriefFit): of what was chosen; none while nothing is
 * @options_not_shown: (element-type utf8): ids of options that were not shown; the strings live in the aid
 * @jargon: (element-type utf8): hard words, each once
 * @n_open: open questions
 * @n_closed: closed questions
 * @n_statements: what was no question
 * @trainee_words: words that the trainee used
 * @person_words: words that the person used
 * @n_talked_at: how often the person drew back or was hurt
 * @role_asked: whether the person was asked how to decide
 * @told_back: whether the person was asked to tell it back
 * @twist_came: whether the twist came
 *
 * What can be seen in a talk and in what was recorded. It gives no points.
 */
typedef struct
{
  GArray    *hidden;
  GArray    *outcomes;
  GArray    *fits;
  GPtrArray *options_not_shown;
  GPtrArray *jargon;
  guint      n_open;
  guint      n_closed;
  guint      n_statements;
  guint      trainee_words;
  guint      person_words;
  guint      n_talked_at;
  gboolean   role_asked;
  gboolean   told_back;
  gboolean   twist_came;
} SdmDebrief;

SdmDebrief *sdm_debrief_new (SdmTalk         *talk,
                             SdmConsultation *consultation) G_GNUC_WARN_UNUSED_RESULT;
void        sdm_debrief_free (SdmDebrief *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SdmDebrief, sdm_debrief_free)

G_END_DECLS
