/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <hb.h>

#include "sdm-letter-address.h"

G_BEGIN_DECLS

/*
 * What layout hands to the writer: a tree of tags in reading order, and pages of placed items.
 * Lengths are points; y runs down from the top edge of the page.
 */

#define SDM_MM(v) ((v) *72.0 / 25.4)

/* One glyph of a run, placed from the start of its line. */
typedef struct
{
  guint32  id;
  double   x;
  double   y;    /* above the baseline */
  gunichar text; /* what it stands for; 0 for a part of the cluster before */
  char    *more; /* (owned, nullable): all of the cluster, where it is more than one character */
} SdmGlyph;

/* A stretch of glyphs of one face. */
typedef struct
{
  hb_face_t *face; /* owned */
  double     size;
  guint      start;       /* of its first character in the text, in bytes */
  gboolean   reordered;   /* glyphs alone do not give the text back */
  char      *actual_text; /* owned; only where @reordered */
  GArray    *glyphs;      /* of SdmGlyph */
} SdmGlyphRun;

SdmGlyphRun *sdm_glyph_run_new (hb_face_t *face,
                                double     size) G_GNUC_WARN_UNUSED_RESULT;
void         sdm_glyph_run_free (SdmGlyphRun *run);

/* One measured line. Reference counted, as a table's head is placed on every page. */
typedef struct
{
  char               *text;
  double              width;
  double              x;         /* from the side at which its block begins; not 0 where its text runs the other way */
  GPtrArray          *runs;      /* of SdmGlyphRun; empty from a stand-in */
  SdmLetterAddresses *addresses; /* (owned, nullable): those in the whole text of which this is a line */
} SdmLetterLine;

SdmLetterLine *sdm_letter_line_new (const char *text,
                                    double      width) G_GNUC_WARN_UNUSED_RESULT;
SdmLetterLine *sdm_letter_line_ref (SdmLetterLine *line);
void           sdm_letter_line_unref (SdmLetterLine *line);

/* A tag. The tree is in the written order, whatever page an item comes to stand on. */
typedef struct _SdmLetterElement SdmLetterElement;
struct _SdmLetterElement
{
  const char       *role; /* static: "P", "H1", "Figure", … */
  SdmLetterElement *parent;
  GPtrArray        *children; /* of SdmLetterElement */
  char             *language;
  char             *alt;
  char             *title;     /* headings: the text, for the bookmarks */
  const char       *numbering; /* static: lists */
  const char       *scope;     /* static: heads of tables */
};

SdmLetterElement *sdm_letter_element_new (SdmLetterElement *parent,
                                          const char       *role);
void              sdm_letter_element_free (SdmLetterElement *element);

typedef enum
{
  SDM_LETTER_ITEM_LINE,   /* at x, baseline y */
  SDM_LETTER_ITEM_RULE,   /* from x, y over w; of thickness h */
  SDM_LETTER_ITEM_FRAME,  /* outline of x, y, w, h */
  SDM_LETTER_ITEM_BAR,    /* filled with ink */
  SDM_LETTER_ITEM_PERSON, /* one person of a key, h high */
  SDM_LETTER_ITEM_PEOPLE, /* an icon array in x, y, w, h */
  SDM_LETTER_ITEM_SCORE,  /* a bar on its scale */
  SDM_LETTER_ITEM_LOGO,   /* the logo of the document */
  SDM_LETTER_ITEM_GROUND, /* the yellow of x, y, w, h, below everything else */
  SDM_LETTER_ITEM_ROOM,   /* lines to write on, as many as rows, in x, y, w, h */
} SdmLetterItemKind;

typedef enum
{
  SDM_LETTER_PERSON_FILLED,
  SDM_LETTER_PERSON_STRIPED,
  SDM_LETTER_PERSON_EMPTY,
} SdmLetterPersonKind;

typedef struct
{
  SdmLetterItemKind   kind;
  double              x;
  double              y;
  double              w;
  double              h;
  SdmLetterLine      *line;       /* owned */
  SdmLetterElement   *element;    /* borrowed; NULL for an artifact */
  gboolean            pagination; /* an artifact of the page, not of the text */
  gboolean            mirrored;   /* people and scores: filled from the right */
  SdmLetterPersonKind person;
  guint               columns; /* people: columns, rows and after how many of each a gap comes */
  guint               rows;
  guint               group_columns;
  guint               group_rows;
  double              gap;
  guint               low;
  guint               high;
  double              fraction; /* score: 0 to 1 */
} SdmLetterItem;

SdmLetterItem *sdm_letter_item_new (SdmLetterItemKind kind,
                                    double            x,
                                    double            y,
                                    double            w,
                                    double            h) G_GNUC_WARN_UNUSED_RESULT;
SdmLetterItem *sdm_letter_item_new_line (SdmLetterLine    *line,
                                         double            x,
                                         double            baseline,
                                         SdmLetterElement *element) G_GNUC_WARN_UNUSED_RESULT;
void           sdm_letter_item_mirror (SdmLetterItem *item,
                                       double         page_width);
SdmLetterItem *sdm_letter_item_copy_as_artifact (const SdmLetterItem *item) G_GNUC_WARN_UNUSED_RESULT;
void           sdm_letter_item_free (SdmLetterItem *item);
void           sdm_letter_item_get_person_box (const SdmLetterItem *item,
                                               guint                index,
                                               double              *x,
                                               double              *y,
                                               double              *height);

/* The whole: pages are GPtrArrays of SdmLetterItem. */
typedef struct
{
  double            width;
  double            height;
  GPtrArray        *pages;
  SdmLetterElement *root;
} SdmLetterPages;

SdmLetterPages *sdm_letter_pages_new (void) G_GNUC_WARN_UNUSED_RESULT;
void            sdm_letter_pages_free (SdmLetterPages *pages);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SdmGlyphRun, sdm_glyph_run_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SdmLetterLine, sdm_letter_line_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SdmLetterItem, sdm_letter_item_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SdmLetterPages, sdm_letter_pages_free)

G_END_DECLS
