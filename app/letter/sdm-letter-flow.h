/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-letter-measure.h"

G_BEGIN_DECLS

/* The sizes of one edition, in points. */
typedef struct
{
  double size;
  double leading;
  double h2;
  double h1;
  double left;
  double measure;
  double gap; /* what spaces are multiplied with: less than 1 on a small card */
} SdmLetterEdition;

SdmLetterEdition sdm_letter_edition_for_size (guint size);
gboolean         sdm_letter_is_small_card (const SdmLetterDocument *document,
                                           guint                    size);
gboolean         sdm_letter_is_wide (const SdmLetterDocument *document,
                                     guint                    size);
gboolean         sdm_letter_is_sheet (const SdmLetterDocument *document);

/*
 * A strip of the text that is never cut. A strip that is glued stays on the page of the strip
 * before it; a strip that is only space vanishes at the ends of a page.
 */
typedef struct
{
  double             height;
  gboolean           glue;
  gboolean           space;
  gboolean           squeezable;
  gboolean           page_break;
  guint              block;
  SdmLetterBlockKind kind;
  gboolean           part_start; /* the hairline above a part */
  gboolean           option_row; /* one or more options of a picture, whole */
  gboolean           mirrored;   /* from right to left: what stands at the left comes to stand at the right */
  guint              head;       /* 1 + index of the strip to be repeated above this row; 0 none */
  guint              n_lines;    /* of text, for the rule of the last page */
  GPtrArray         *items;      /* of SdmLetterItem, from the strip's own top; x is absolute */
} SdmLetterStrip;

/* The state of turning blocks into strips. */
typedef struct
{
  SdmLetterDocument       *document;
  const SdmLetterMeasurer *measurer;
  SdmLetterEdition         edition;
  double                   page_height; /* room for text on any page but the first */
  const char              *language;    /* of the current block */
  const char              *part;        /* heading of the part it stands in; NULL before the first */
  SdmLetterElement        *root;
  GPtrArray               *strips;
  guint                    block;
  SdmLetterBlockKind       kind;
  gboolean                 keep;           /* the next block stays with what was added last */
  guint                    enclosure_page; /* 0 where it is not known */
  GHashTable              *broken;         /* what was broken into lines already */
  GError                  *error;
} SdmLetterFlow;

GHashTable *sdm_letter_flow_new_broken (void) G_GNUC_WARN_UNUSED_RESULT;

void sdm_letter_flow_init (SdmLetterFlow           *flow,
                           SdmLetterDocument       *document,
                           guint                    size,
                           const SdmLetterMeasurer *measurer,
                           SdmLetterElement        *root,
                           GHashTable              *broken);
void sdm_letter_flow_clear (SdmLetterFlow *flow);
void sdm_letter_flow_add_blocks (SdmLetterFlow *flow);
void sdm_letter_flow_add_text (SdmLetterFlow *flow,
                               const char    *marked,
                               double         space_after);

/* For the files that lay out one kind of block. */

SdmLetterStrip   *sdm_letter_flow_add_strip (SdmLetterFlow *flow,
                                             double         height);
SdmLetterStrip   *sdm_letter_flow_add_space (SdmLetterFlow *flow,
                                             double         height,
                                             gboolean       glue);
SdmLetterElement *sdm_letter_flow_add_element (SdmLetterFlow    *flow,
                                               SdmLetterElement *parent,
                                               const char       *role);
GPtrArray        *sdm_letter_flow_break (SdmLetterFlow *flow,
                                         const char    *marked,
                                         gboolean       bold,
                                         double         size,
                                         double         width) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray        *sdm_letter_flow_try_break (SdmLetterFlow *flow,
                                             const char    *marked,
                                             gboolean       bold,
                                             double         size,
                                             double         width,
                                             gboolean      *fits) G_GNUC_WARN_UNUSED_RESULT;
double            sdm_letter_flow_place_lines (SdmLetterFlow    *flow,
                                               SdmLetterStrip   *strip,
                                               GPtrArray        *lines,
                                               double            x,
                                               double            y,
                                               double            leading,
                                               SdmLetterElement *element);
double            sdm_letter_flow_place_cell (SdmLetterFlow    *flow,
                                              SdmLetterStrip   *strip,
                                              GPtrArray        *lines,
                                              double            x,
                                              double            y,
                                              SdmLetterElement *element);
void              sdm_letter_flow_add_lines (SdmLetterFlow    *flow,
                                             GPtrArray        *lines,
                                             double            x,
                                             double            leading,
                                             SdmLetterElement *element,
                                             gboolean          whole);
void              sdm_letter_flow_add_picture (SdmLetterFlow        *flow,
                                               const SdmLetterBlock *block);
void              sdm_letter_flow_add_actions (SdmLetterFlow        *flow,
                                               const SdmLetterBlock *block);
void              sdm_letter_flow_add_facts (SdmLetterFlow        *flow,
                                             const SdmLetterBlock *block);
void              sdm_letter_flow_add_list (SdmLetterFlow        *flow,
                                            const SdmLetterBlock *block);
void              sdm_letter_flow_add_room (SdmLetterFlow        *flow,
                                            const SdmLetterBlock *block);
void              sdm_letter_flow_add_grid (SdmLetterFlow        *flow,
                                            const SdmLetterBlock *block);

gboolean sdm_letter_flow_add_beside (SdmLetterFlow        *flow,
                                     const SdmLetterBlock *lead_in,
                                     const SdmLetterBlock *list);

G_END_DECLS
