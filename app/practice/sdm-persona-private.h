/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-everyday.h"
#include "sdm-persona.h"
#include "sdm-spelling.h"
#include "sdm-words-common.h"

G_BEGIN_DECLS

/* The most that the schema of a case allows. */
#define SDM_PERSONA_TOPICS  40
#define SDM_PERSONA_HIDDEN  12
#define SDM_PERSONA_REPLIES 16
#define SDM_PERSONA_PARTS   8

/* What must have happened before a hidden thing comes out. */
typedef enum
{
  SDM_NEED_GREETED = 1 << 0,
  SDM_NEED_ROLE_ASKED = 1 << 1,
  SDM_NEED_OWN_WORDS = 1 << 2,
  SDM_NEED_NO_INTERRUPTION = 1 << 3,
  SDM_NEED_TURN_3 = 1 << 4,
} SdmNeed;

/* Something that is said, once written. Strings live in the case. */
typedef struct
{
  const char   *say;
  SdmExpression expression;
  json_t       *tells;        /* nullable */
  const char   *after;        /* nullable */
  gint          after_topic;  /* -1 where it waits for none */
  gint          after_hidden; /* -1 where it waits for none */
  GHashTable   *about;        /* nullable: stems of what it speaks of */
} SdmPersonaLine;

typedef struct
{
  const char  *id;
  SdmTriggers *any_of;
  GArray      *replies;   /* SdmPersonaLine */
  GHashTable  *about;     /* stems of its title and its questions */
  GHashTable  *asked;     /* its questions, as words */
  const char  *companion; /* nullable: what the companion puts in */
} SdmPersonaTopic;

typedef struct
{
  const char    *id;
  GPtrArray     *ways; /* SdmTriggers */
  guint          needs;
  SdmPersonaLine reveal;
  const char    *hint;  /* nullable */
  GHashTable    *about; /* stems of what it is, of its words and its questions */
} SdmPersonaHidden;

typedef struct
{
  const char    *to;
  const char    *outcome; /* nullable */
  const char    *option;  /* nullable */
  SdmPersonaLine line;
} SdmPersonaReaction;

/* What is answered to an everyday question. */
typedef struct
{
  gint           subject; /* -1: a newer one */
  SdmPersonaLine line;    /* its words are NULL where it leads to something else */
  json_t        *to;      /* nullable: ids of hidden things and topics */
  guint64        beside;  /* topics that it goes before */
} SdmPersonaEveryday;

struct _SdmPersona
{
  GObject parent_instance;

  SdmCase *example;

  GArray      *topics;    /* SdmPersonaTopic */
  GArray      *hidden;    /* SdmPersonaHidden */
  GArray      *reactions; /* SdmPersonaReaction */
  GArray      *everyday;  /* SdmPersonaEveryday */
  SdmSpelling *spelling;
  gint         topics_for[SDM_EVERYDAY_MOST]; /* topic that an everyday question is about, -1: none */
  SdmTriggers *open_any_of;
  GArray      *open_replies; /* SdmPersonaLine */
  GArray      *no_match;     /* SdmPersonaLine */
  GPtrArray   *jargon_words; /* owned: small letters and digits only */
  SdmTriggers *jargon;
  GArray      *openings; /* SdmPersonaLine */

  SdmPersonaLine twist;
  const char    *twist_step; /* nullable */
  gint           twist_topic;
  guint          twist_turns; /* 0: never by turns alone */

  const char *companion;       /* nullable: name */
  gboolean    companion_stays; /* comes whatever the seed */
  GHashTable *companion_names; /* words by which they are spoken to */
  GArray     *companion_asked; /* SdmPersonaLine: what they answer */
  guint       moods;           /* bit for each #SdmMood */

  GArray *cards; /* SdmPersonaCard */
};

/* What the seed decides. */
typedef struct
{
  SdmMood  mood;
  guint    opening;
  guint    first_open;     /* which line is told first to an open question */
  guint    first_no_match; /* the same for what was not understood */
  gboolean with_companion;
} SdmPersonaSetup;

/* Where the person stands. Plain values, so that a search can copy it. */
typedef struct
{
  guint    turns; /* what was said or picked */
  guint32  found; /* bit for each hidden thing */
  guint    put_off;
  guint    statements; /* in a row */
  guint    figures;    /* in a row */
  guint    n_open;
  guint    n_no_match;
  guint    n_companion;
  gboolean is_guarded;
  gboolean greeted;
  gboolean role_asked;
  gboolean own_words;
  gboolean has_twisted;
  guint16  told[SDM_PERSONA_TOPICS];  /* bit for each reply */
  guint8   again[SDM_PERSONA_TOPICS]; /* how often it was told again */
} SdmPersonaState;

/* What was understood of a sentence; the same in every state. */
typedef struct
{
  SdmHeard    heard;
  guint32     brings_out;        /* bit for each hidden thing */
  gint        topic;             /* -1: none */
  gint        everyday;          /* -1: the case says nothing about it */
  gint        subject;           /* of an everyday question, -1: none */
  gint        related;           /* topic that speaks of the same, -1: none */
  guint64     known;             /* topics that have a word of it */
  gboolean    is_related_fully;  /* everything that was asked stands in it */
  gboolean    is_example;        /* it is a question of the case itself, which leads to its topic */
  gboolean    is_everyday_first; /* the everyday question fits so much better that it goes before the topic */
  gboolean    is_open_line;
  gboolean    to_companion;
  const char *jargon;                      /* nullable */
  guint32     fits[SDM_PERSONA_TOPICS];    /* how well each reply of a topic fits, two bits a reply */
  guint32     repeats[SDM_PERSONA_TOPICS]; /* the same for what was told already */
} SdmUnderstood;

typedef struct
{
  const char *text;
  gsize       length;
} SdmSaid;

/* What the person says to it. */
typedef struct
{
  SdmTaken      taken;
  SdmExpression expression;
  SdmSaid       said[SDM_PERSONA_PARTS];
  guint         n_said;
  gint          topic; /* -1: none */
  json_t       *tells[SDM_PERSONA_PARTS];
  guint         n_tells;
  guint32       found; /* what came out now */
  guint32       hinted;
  gboolean      is_twist;
  const char   *jargon;
} SdmPersonaAnswer;

void sdm_persona_set_up (SdmPersona      *self,
                         guint32          seed,
                         SdmPersonaSetup *setup,
                         SdmPersonaState *state);

void sdm_persona_understand (SdmPersona    *self,
                             const char    *text,
                             SdmUnderstood *understood);

void sdm_persona_learn (SdmPersona *self);
gint sdm_persona_find_topic (SdmPersona *self,
                             const char *id);
gint sdm_persona_find_hidden (SdmPersona *self,
                              const char *id);

/* Putting an answer together */

void                      sdm_persona_start_answer (SdmPersonaAnswer *answer);
void                      sdm_persona_add_text (SdmPersonaAnswer *answer,
                                                const char       *text,
                                                gboolean          is_short);
void                      sdm_persona_add_line (SdmPersonaAnswer     *answer,
                                                const SdmPersonaLine *line,
                                                gboolean              is_short);
const SdmPersonaReaction *sdm_persona_find_reaction (SdmPersona *self,
                                                     const char *to,
                                                     const char *outcome,
                                                     const char *option);
void                      sdm_persona_react (SdmPersona       *self,
                                             const char       *to,
                                             SdmTaken          taken,
                                             SdmPersonaAnswer *answer);
void                      sdm_persona_answer_topic (SdmPersona            *self,
                                                    const SdmPersonaSetup *setup,
                                                    SdmPersonaState       *state,
                                                    const SdmUnderstood   *understood,
                                                    gint                   index,
                                                    gboolean               is_short,
                                                    SdmPersonaAnswer      *answer);
gboolean                  sdm_persona_has_more (SdmPersona            *self,
                                                const SdmPersonaState *state,
                                                gint                   index);
void                      sdm_persona_answer_open (SdmPersona            *self,
                                                   const SdmPersonaSetup *setup,
                                                   SdmPersonaState       *state,
                                                   gboolean               is_short,
                                                   SdmPersonaAnswer      *answer);

void sdm_persona_open (SdmPersona            *self,
                       const SdmPersonaSetup *setup,
                       SdmPersonaAnswer      *answer);
void sdm_persona_answer (SdmPersona            *self,
                         const SdmPersonaSetup *setup,
                         SdmPersonaState       *state,
                         const SdmUnderstood   *understood,
                         SdmPersonaAnswer      *answer);
void sdm_persona_see_figure (SdmPersona            *self,
                             const SdmPersonaSetup *setup,
                             SdmPersonaState       *state,
                             const SdmTalkFigure   *figure,
                             SdmPersonaAnswer      *answer);
void sdm_persona_see (SdmPersona            *self,
                      const SdmPersonaSetup *setup,
                      SdmPersonaState       *state,
                      const char            *what,
                      const char            *option,
                      SdmPersonaAnswer      *answer);
void sdm_persona_enter_step (SdmPersona            *self,
                             const SdmPersonaSetup *setup,
                             SdmPersonaState       *state,
                             const char            *step,
                             SdmPersonaAnswer      *answer);

G_END_DECLS
