/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The parts of a decision aid, as evenhand-aid/1 has them. All are read-only and
 * belong to their SdmAid; every text is UTF-8 plain text, never markup. Lists of
 * names end with NULL. What each field means stands in decision-aids/schema. */

/* What a change from the no-change option may bring. Says nothing about whether the event is good. */
typedef enum
{
  SDM_SIDE_BENEFIT,
  SDM_SIDE_HARM,
  SDM_SIDE_NEUTRAL,
} SdmSide;

typedef enum
{
  SDM_SHOW_ICONS, /* people out of the denominator */
  SDM_SHOW_BARS,  /* a score or amount on its own scale */
  SDM_SHOW_WORDS, /* statements, with a number or without */
  SDM_SHOW_TREE,  /* a test and what follows */
} SdmShow;

typedef enum
{
  SDM_CERTAINTY_HIGH,
  SDM_CERTAINTY_MODERATE,
  SDM_CERTAINTY_LOW,
  SDM_CERTAINTY_VERY_LOW,
  SDM_CERTAINTY_NOT_GRADED,
} SdmCertainty;

/* Why an option has no arm in an outcome. */
typedef enum
{
  SDM_GAP_NOT_KNOWN,
  SDM_GAP_DOES_NOT_APPLY,
  SDM_GAP_COMPARISON,
  SDM_GAP_OTHER_OUTCOME,
} SdmGapKind;

typedef enum
{
  SDM_URGENCY_999,
  SDM_URGENCY_SAME_DAY,
  SDM_URGENCY_SOON,
} SdmUrgency;

/* How much of a source was read. */
typedef enum
{
  SDM_READ_FULL,
  SDM_READ_ABSTRACT,
  SDM_READ_TABLE,
  SDM_READ_GUIDELINE,
  SDM_READ_SECONDARY, /* in somebody else's account: to be checked */
} SdmReading;

typedef struct
{
  const char        *text; /* with placeholders */
  const char *const *outcomes;
} SdmPoint;

typedef struct
{
  const char *id;
  const char *what;
  guint       times;
  const char *per;     /* "day", "week", "month", "year", "first-year", "step", "course" */
  int         minutes; /* -1: not known */
  gboolean    is_estimate;
  const char *when; /* "morning" … "any", "visit" */
} SdmBurden;

typedef struct
{
  const char      *id;
  const char      *title;
  const char      *short_title; /* at most 16 letters, heads a column */
  const char      *kind;        /* "no-change", "medicine", … */
  gboolean         is_no_change;
  const char      *summary;
  const char      *choice; /* after "You decided to", for example "take one tablet fewer" */
  const SdmPoint  *good;
  guint            n_good;
  const SdmPoint  *bad;
  guint            n_bad;
  const SdmBurden *burdens;
  guint            n_burdens;

  const char *const *not_for; /* nullable; for the clinician */
} SdmOption;

typedef struct
{
  const char *source;
  const char *where;
  SdmReading  read; /* for what cites it */
  gboolean    is_second_hand;
} SdmCitation;

typedef struct
{
  const char        *option;
  const char        *text; /* with placeholders */
  gboolean           not_known;
  const char *const *outcomes; /* whose figures it quotes */
  const SdmCitation *citations;
  guint              n_citations;
} SdmAnswer;

typedef struct
{
  const char      *id;
  const char      *text;
  SdmSide          side;
  const SdmAnswer *answers; /* one an option; none where answers_from is set */
  guint            n_answers;
  const char      *answers_from; /* nullable: the outcome whose sentences are the answers */
} SdmQuestion;

typedef struct
{
  const char        *id;
  const char        *label;
  const char *const *options; /* options for which it stands; none: a mere comparison */
  gboolean           is_comparator;
  gboolean           fits_in_part; /* its note stands beside the figure */
  const char        *fit_note;     /* nullable */
} SdmArm;

typedef struct
{
  const char *arm;
  gboolean    has_n;
  guint       n;
  gboolean    has_range;
  guint       low;
  guint       high;
  gboolean    under_one; /* more than none, fewer than one in the denominator */
  gboolean    not_known;
} SdmCount;

typedef struct
{
  const char     *id; /* "all" serves whichever group is chosen */
  const char     *label;
  const SdmCount *counts;
  guint           n_counts;
} SdmOutcomeGroup;

typedef struct
{
  const char *arm;
  const char *value; /* decimals as written; nullable */
  const char *low;   /* nullable, with high */
  const char *high;
} SdmBar;

/* One part of the people who were tested; its own parts come right after it. */
typedef struct
{
  const char *label;
  guint       n;         /* out of the aid's denominator */
  guint       depth;     /* 1 for a part of all, 2 for a part of such a part, and so on */
  gboolean    has_it;    /* these people have what the test looks for */
  const char *not_known; /* nullable: what cannot be told apart inside it */
} SdmTreePart;

typedef struct
{
  const char *option;
  SdmGapKind  kind;
  const char *outcome; /* nullable: where it is told instead */
  const char *text;
} SdmGap;

typedef struct
{
  const char *option;
  const char *group; /* nullable: for every group */
  const char *text;
  gboolean    not_known;
  gboolean    does_not_apply;
} SdmStatement;

typedef struct
{
  const char *outcome;
  const char *why;
} SdmDisagreement;

typedef struct
{
  const char            *id;
  SdmShow                show;
  SdmSide                side;
  gboolean               on_request; /* shown only when asked for */
  const char            *title;
  const char            *happens;  /* nullable */
  const char            *does_not; /* nullable */
  const char            *sentence; /* templates; each nullable */
  const char            *sentence_range;
  const char            *sentence_comparator;
  const char            *sentence_under_one;
  const char            *sentence_not_known;
  const char            *population;
  const char            *time_frame;
  const SdmArm          *arms;
  guint                  n_arms;
  const SdmOutcomeGroup *groups;
  guint                  n_groups;
  const char            *scale_unit; /* bars only */
  const char            *scale_min;
  const char            *scale_max;
  const char            *scale_zero; /* nullable */
  const SdmBar          *bars;
  guint                  n_bars;
  const char            *tree_label; /* nullable: those who were tested, who are all */
  const SdmTreePart     *tree;       /* their parts */
  guint                  n_tree;
  const SdmStatement    *statements;
  guint                  n_statements;
  const SdmGap          *gaps;
  guint                  n_gaps;
  const char            *range_not_known; /* nullable */
  const char            *meaning;
  SdmCertainty           certainty;
  const char            *certainty_why;
  const SdmCitation     *citations;
  guint                  n_citations;
  const SdmDisagreement *disagreements;
  guint                  n_disagreements;
} SdmOutcome;

typedef struct
{
  const char        *id;
  const char        *text;
  const char *const *outcomes;
  const char *const *questions;
  gboolean           touches_burdens;
} SdmPriority;

typedef struct
{
  const char *id;
  const char *text; /* with placeholders */
} SdmChoice;

typedef struct
{
  const char      *id;
  const char      *question; /* with placeholders */
  const SdmChoice *choices;
  guint            n_choices;
  const char      *answer; /* id of the right choice */
  const char      *why;    /* with placeholders */

  const char *const *outcomes; /* whose figures it quotes */
} SdmKnowledge;

typedef struct
{
  const char        *id;
  const char        *prompt;
  const char *const *listen_for;
  const char *const *questions;
} SdmTeachBack;

typedef struct
{
  const char        *id;
  const char        *look_for;
  const char        *what_to_do;
  SdmUrgency         urgency;
  const char *const *options; /* for which it is printed */
} SdmSafetyNet;

typedef struct
{
  const char *id;
  gboolean    stops; /* FALSE: go on with part of the choice taken out */
  const char *when;
  const char *then;
} SdmStopCard;

/* People whom the whole aid is not for. */
typedef struct
{
  const char *text;
  const char *instead; /* what to do for them */
} SdmNotFor;

typedef struct
{
  const char        *term;
  const char        *plain;
  const char *const *also; /* other spellings, and the doctor's word */
} SdmTerm;

typedef struct
{
  const char *id;
  const char *step;
  const char *kind; /* "open-question", "soft-start", "when" */
  const char *when; /* nullable */
  const char *text;
} SdmPrompt;

typedef struct
{
  const char *id;
  const char *citation;
  SdmReading  read;
  gboolean    is_second_hand;
  const char *via; /* nullable: what was read in its place */
  const char *url; /* nullable: where it can be read */
} SdmSource;

/* A published group that the clinician can pick for the whole aid. */
typedef struct
{
  const char *id;
  const char *label;
} SdmAidGroup;

G_END_DECLS
