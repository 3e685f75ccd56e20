/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-aid-check-words.h"
#include "sdm-aid-check.h"
#include "sdm-aid-private.h"

G_BEGIN_DECLS

/* Benefit, harm and neutral. */
#define SDM_N_SIDES 3

/* Groups of people to choose from; nobody finds their own among more. */
#define SDM_MOST_GROUPS 8u

/* What a text may quote figures of: every outcome, or those named. */
#define SDM_QUOTES_ANY NULL

/**
 * SdmPlace:
 * @path: a JSON pointer with # for each position in a list
 * @index: the positions, in order
 *
 * Where something stands. Made for every text of an aid, so it costs nothing
 * until there is a finding and it becomes a pointer.
 */
typedef struct
{
  const char *path;
  guint       index[4];
} SdmPlace;

#define SDM_PLACE(path, ...) ((SdmPlace){ path, { __VA_ARGS__ } })

/**
 * SdmCheckText:
 * @field: index into the names of fields
 * @place: where it stands
 * @text: as a person reads it, placeholders filled
 * @quotes: (nullable): names of the outcomes whose figures it may quote; %NULL for any
 * @own: (nullable): one more such outcome
 * @is_wrong_choice: a choice that is meant to be wrong
 * @depends_on_group: whether another group gives another text
 * @prose: what was counted in it
 */
typedef struct
{
  guint              field;
  SdmPlace           place;
  const char        *text;
  const char *const *quotes;
  const char        *own;
  gboolean           is_wrong_choice;
  gboolean           depends_on_group;
  SdmProse           prose;
} SdmCheckText;

/* The numbers of the balance meter. */
typedef struct
{
  SdmProse summary;
  SdmProse good;
  SdmProse bad;
  SdmProse answers;
  SdmProse all;
} SdmOptionBalance;

typedef struct
{
  SdmProse prose;
  guint    n_outcomes;
  guint    n_pictures;
  guint    n_questions;
} SdmSideBalance;

/* What is known during one check. Everything lives until it is over. */
typedef struct
{
  SdmAid            *aid;
  json_t            *root;
  GPtrArray         *findings;
  SdmWords          *words; /* nullable: where no texts are looked at */
  guint              n_groups;
  const char *const *groups;        /* at least "all" */
  guint              group;         /* the one in the middle, for what is counted once */
  gboolean          *cited;         /* one for each source; sdm_aid_check_references() notes it */
  char             **sentences;     /* outcome × option × group, made when first asked for */
  GStringChunk      *filled;        /* owns what was filled in */
  GHashTable        *fills;         /* what a text with placeholders reads for the group in the middle */
  GHashTable        *abbreviations; /* nullable: those that were told */
  GArray            *texts;         /* SdmCheckText, nullable */
  GHashTable        *read;          /* nullable: which of these a text is, from 1, where it was read */
  guint              n_fields;
  SdmProse          *fields; /* counted texts of each field */
  guint             *field_texts;
  SdmOptionBalance  *options;
  SdmSideBalance     sides[SDM_N_SIDES];
} SdmAidCheck;

void sdm_aid_check_init (SdmAidCheck *check,
                         SdmAid      *aid,
                         GPtrArray   *findings,
                         SdmWords    *words);
void sdm_aid_check_clear (SdmAidCheck *check);

void  sdm_aid_check_add (SdmAidCheck *check,
                         const char  *tag,
                         SdmPlace     place,
                         const char  *format,
                         ...) G_GNUC_PRINTF (4, 5);
char *sdm_place_to_pointer (const SdmPlace *place) G_GNUC_WARN_UNUSED_RESULT;

const char *sdm_aid_check_get_sentence (SdmAidCheck *check,
                                        guint        outcome,
                                        guint        option,
                                        guint        group);
const char *sdm_aid_check_get_answer (SdmAidCheck *check,
                                      guint        question,
                                      guint        option,
                                      guint        group);
const char *sdm_aid_check_fill (SdmAidCheck *check,
                                const char  *text,
                                guint        group);

/* What makes an aid unusable: looked at whenever one is read. */
void sdm_aid_check_usable (SdmAidCheck *check);
void sdm_aid_check_references (SdmAidCheck *check);
void sdm_aid_check_answers (SdmAidCheck *check);
void sdm_aid_check_counts (SdmAidCheck *check);
void sdm_aid_check_figures (SdmAidCheck *check);

/* What an editor would say: looked at when somebody asks. */
void        sdm_aid_check_collect_texts (SdmAidCheck *check,
                                         guint        group,
                                         gboolean     only_of_group);
void        sdm_aid_check_analyse_texts (SdmAidCheck *check);
void        sdm_aid_check_read (SdmAidCheck *check,
                                const char  *text,
                                SdmProse    *prose);
const char *sdm_aid_check_get_field_name (guint field);
gboolean    sdm_aid_check_is_scored (const SdmProse *prose);
void        sdm_aid_check_numbers (SdmAidCheck *check);
void        sdm_aid_check_sentences (SdmAidCheck *check);
void        sdm_aid_check_wording (SdmAidCheck        *check,
                                   const SdmCheckText *text);
void        sdm_aid_check_names (SdmAidCheck *check);
void        sdm_aid_check_reading (SdmAidCheck *check);
void        sdm_aid_check_balance (SdmAidCheck *check);
void        sdm_aid_check_life_cycle (SdmAidCheck *check,
                                      SdmClock    *clock);
char       *sdm_aid_check_write_report (SdmAidCheck *check) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
