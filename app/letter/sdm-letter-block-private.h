/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-letter-block.h"

G_BEGIN_DECLS

/* What the folder's own files see of a document. Strings are owned; NULL where the caller gave none. */

typedef enum
{
  SDM_LETTER_ARM_COUNT,
  SDM_LETTER_ARM_SCORE,
  SDM_LETTER_ARM_UNKNOWN,
  SDM_LETTER_ARM_INAPPLICABLE,
} SdmLetterArmKind;

/* One option of a picture. */
typedef struct
{
  SdmLetterArmKind kind;
  char            *option;
  guint            denominator;
  guint            low;
  guint            high;
  double           value;
  double           minimum;
  double           maximum;
  char            *alt;
  char            *headline; /* the frame of what happens; "We do not know." */
  char            *text;     /* the other frame; what was not counted */
} SdmLetterArm;

/* One row: a list item uses the first cell only, a fact the first two, a grid those of its own. */
typedef struct
{
  char  *cells[3];
  char **grid_cells; /* NULL but in a grid */
} SdmLetterRow;

struct _SdmLetterBlock
{
  SdmLetterBlockKind kind;
  guint              level;  /* headings */
  guint              number; /* pictures */
  guint              minimum_size;
  gboolean           keeps_next; /* a paragraph that stays with what comes after it */
  gboolean           beside;     /* a lead-in that stands at the left of the list after it */
  SdmLetterListStyle list_style;
  char              *language;
  char              *text;      /* text, title of a picture, closing of a signature */
  char              *twin_text; /* what the twin says in its place; @text may then name a page */
  char              *population;
  char              *certainty;
  char              *heads[3];   /* actions */
  char              *key[3];     /* filled, striped, empty */
  char             **lines;      /* signature */
  guint              n_lines;    /* to write on */
  char             **columns;    /* heads of a grid */
  double             row_height; /* of a grid, at least; in points */
  GPtrArray         *rows;       /* of SdmLetterRow */
  GPtrArray         *arms;       /* of SdmLetterArm */
};

struct _SdmLetterDocument
{
  SdmLetterPaper  paper;
  SdmLetterGround ground;
  char           *title;
  char           *language;
  char           *author;
  GDateTime      *date;
  char           *reference;
  char           *running_head;
  char           *running_mark;
  char           *foot_mark;
  char           *letterhead;
  char          **letterhead_lines;
  GBytes         *logo; /* nullable */
  guint           logo_width;
  guint           logo_height;
  char           *logo_alt;
  GPtrArray      *reference_lines; /* of char * */
  char           *contact;
  char          **address;
  GPtrArray      *blocks; /* of SdmLetterBlock */
  guint           n_untranslated;
};

SdmLetterBlock *sdm_letter_block_new (SdmLetterBlockKind kind,
                                      const char        *text) G_GNUC_WARN_UNUSED_RESULT;
void            sdm_letter_block_free (gpointer data);
void            sdm_letter_replace_text (char      **place,
                                         const char *text);
void            sdm_letter_replace_lines (char            ***place,
                                          const char *const *lines);

/* A bold span of a plain text, in bytes. */
typedef struct
{
  guint start;
  guint end;
} SdmLetterSpan;

char *sdm_letter_text_parse (const char *marked,
                             gboolean    all_bold,
                             GArray    **bold) G_GNUC_WARN_UNUSED_RESULT;
char *sdm_letter_text_flatten (const char *marked) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
