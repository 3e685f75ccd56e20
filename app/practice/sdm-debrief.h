/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-talk.h"

G_BEGIN_DECLS

/**
 * SdmDebriefHidden:
 * @id: its id in the case
 * @what: what it is
 * @is_found: whether it came out
 * @turn: position of the turn in which it came out, or was hinted at first; -1 for neither
 * @is_hinted: whether it was hinted at and did not come out
 * @question: a question that would have brought it out
 *
 * A hidden thing, and whether it came out. Strings live in the case.
 */
typedef struct
{
  const char *id;
  const char *what;
  gboolean    is_found;
  gint        turn;
  gboolean    is_hinted;
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
 * SdmDebriefOption:
 * @id: its id in the aid
 * @title: its title
 * @is_shown: whether it was on screen
 * @aside: (nullable): the reason for which it was put aside
 * @words: words of the trainee about it
 * @seconds: time that went to it
 * @figures: how many of the figures that were shown tell of it
 * @words_share: of 100 words that were about options
 * @seconds_share: the same for the time
 * @figures_share: the same for the figures
 *
 * An option, and what it got in the talk. Strings live in the aid and in the consultation.
 *
 * How it is counted. A sentence of the trainee ends at a full stop, a question mark, an exclamation mark, a semicolon
 * or the end of a line. Its words are about each option that it names, in equal parts; one that names none is about none.
 * An option is named by its title, its short title, a word or pair of words of these that no other option has, or
 * another word for it that the word list of the aid gives. The time from one turn to the next is about the options that the next
 * one names or, where it names none, about those of the figure that had just been shown, in equal parts; after two
 * minutes without a turn it is about none. A figure tells of each option for which the aid has a number in it.
 */
typedef struct
{
  const char *id;
  const char *title;
  gboolean    is_shown;
  const char *aside;
  guint       words;
  guint       seconds;
  guint       figures;
  guint       words_share;
  guint       seconds_share;
  guint       figures_share;
} SdmDebriefOption;

/**
 * SdmDebriefFit:
 * @option: id of an option
 * @title: its title
 * @how: "well", "if" or "poorly"
 * @why: in words
 * @is_chosen: whether it was recorded as chosen
 *
 * How an option fits what this person holds dear. Strings live in the case and in the aid.
 */
typedef struct
{
  const char *option;
  const char *title;
  const char *how;
  const char *why;
  gboolean    is_chosen;
} SdmDebriefFit;

/**
 * SdmDebriefSeen:
 * @SDM_DEBRIEF_SEEN: it can be seen in the talk or in the record
 * @SDM_DEBRIEF_NOT_SEEN: it cannot
 * @SDM_DEBRIEF_ASK_YOURSELF: the program cannot tell; the trainee does
 */
typedef enum
{
  SDM_DEBRIEF_SEEN,
  SDM_DEBRIEF_NOT_SEEN,
  SDM_DEBRIEF_ASK_YOURSELF,
} SdmDebriefSeen;

/**
 * SdmDebriefPractice:
 * @text: what good practice looks like here
 * @seen: whether it was seen
 *
 * Strings live in the case.
 */
typedef struct
{
  const char    *text;
  SdmDebriefSeen seen;
} SdmDebriefPractice;

/**
 * SdmDebriefMoment:
 * @turn: position in the list of turns
 * @seconds: since the talk began
 * @step: (nullable): id of the step that was open; %NULL before the first
 * @before: (nullable): the last words of the person before it
 *
 * A turn on its place in the talk. @step lives in the talk; @before is owned.
 */
typedef struct
{
  guint       turn;
  guint       seconds;
  const char *step;
  char       *before;
} SdmDebriefMoment;

/**
 * SdmDebriefChance:
 * @what: the hidden thing
 * @question: a question
 * @answer: what the person would have said to it then
 * @is_hint: whether that is only a hint
 *
 * What would have come to which question at one moment. @answer is owned; the others live in the case.
 */
typedef struct
{
  const char *what;
  const char *question;
  char       *answer;
  gboolean    is_hint;
} SdmDebriefChance;

/**
 * SdmDebrief:
 * @person: name of the person
 * @hidden: (element-type SdmDebriefHidden): in the order of the case
 * @outcomes: (element-type SdmDebriefOutcome): in the order of the aid
 * @options: (element-type SdmDebriefOption): in the order of the aid
 * @fits: (element-type SdmDebriefFit): of what was chosen; none while nothing is
 * @other_fits: (element-type SdmDebriefFit): of all other options
 * @practices: (element-type SdmDebriefPractice): what good practice looks like here
 * @moments: (element-type SdmDebriefMoment): one for each turn
 * @options_not_shown: (element-type utf8): ids of options that were not shown; the strings live in the aid
 * @jargon: (element-type utf8): hard words, each once
 * @n_open: open questions
 * @n_closed: closed questions
 * @n_statements: what was no question
 * @trainee_words: words that the trainee used
 * @person_words: words that the person used
 * @n_talked_at: how often the person drew back or was hurt
 * @n_hurt: how often the person was hurt
 * @n_not_understood: how often the person did not understand
 * @seconds: how long the talk took, 0 where that is not known
 * @role_asked: whether the person was asked how to decide
 * @told_back: whether the person was asked to tell it back
 * @twist_came: whether the twist came
 * @twist: (nullable): what the twist is
 * @twist_changes: (nullable) (element-type utf8): what it changes
 * @result: (nullable): what was recorded: "decided", "not-yet" or "no-thank-you"
 * @why: (nullable): why, as it was recorded
 * @mentor_notes: (nullable): what a mentor may look at
 * @letter_was_checked: whether anything is known of the letter
 * @letter_findings: (element-type utf8): what was found in it, in words
 *
 * What can be seen in a talk and in what was recorded. It gives no points.
 */
typedef struct
{
  char       *person;
  GArray     *hidden;
  GArray     *outcomes;
  GArray     *options;
  GArray     *fits;
  GArray     *other_fits;
  GArray     *practices;
  GArray     *moments;
  GPtrArray  *options_not_shown;
  GPtrArray  *jargon;
  guint       n_open;
  guint       n_closed;
  guint       n_statements;
  guint       trainee_words;
  guint       person_words;
  guint       n_talked_at;
  guint       n_hurt;
  guint       n_not_understood;
  guint       seconds;
  gboolean    role_asked;
  gboolean    told_back;
  gboolean    twist_came;
  const char *twist;
  GPtrArray  *twist_changes;
  char       *result;
  char       *why;
  const char *mentor_notes;
  gboolean    letter_was_checked;
  GPtrArray  *letter_findings;
} SdmDebrief;

SdmDebrief *sdm_debrief_new (SdmTalk         *talk,
                             SdmConsultation *consultation) G_GNUC_WARN_UNUSED_RESULT;
void        sdm_debrief_free (SdmDebrief *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SdmDebrief, sdm_debrief_free)

void sdm_debrief_take_letter (SdmDebrief *self,
                              GPtrArray  *findings);

SdmHeardKind sdm_debrief_get_kind (SdmTalkTurn *turn);

GArray *sdm_debrief_list_chances (SdmTalk *talk,
                                  guint    turn) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
