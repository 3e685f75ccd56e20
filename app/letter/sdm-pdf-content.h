/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-font-subset.h"
#include "sdm-letter-paper.h"

G_BEGIN_DECLS

/* One stretch of marked content. */
typedef struct
{
  guint page;
  guint mcid;
} SdmPdfMark;

/* What the writer needs to know of a tag after its content was written. */
typedef struct
{
  GArray  *marks; /* of SdmPdfMark */
  gboolean has_box;
  double   box[4]; /* left, bottom, right, top, in PDF space */
  double   top;    /* of the first mark, in PDF space */
} SdmPdfTag;

/* An address of the web that stands on one line. */
typedef struct
{
  SdmLetterElement *element; /* its tag, a child of that of the text */
  char             *uri;     /* owned */
  guint             page;
  double            box[4]; /* left, bottom, right, top, in PDF space */
} SdmPdfLink;

/* The operators of all pages. Fonts are named F0, F1 …; people P0, P1, P2, the logo Logo. */
typedef struct
{
  GPtrArray  *streams;  /* of GString, one a page */
  GPtrArray  *elements; /* of GPtrArray of SdmLetterElement by MCID, one a page */
  GHashTable *tags;     /* SdmLetterElement -> SdmPdfTag */
  GPtrArray  *fonts;    /* of SdmFontSubset */
  GPtrArray  *links;    /* of SdmPdfLink */
} SdmPdfContent;

SdmPdfContent *sdm_pdf_content_new (const SdmLetterPages *pages,
                                    GError              **error) G_GNUC_WARN_UNUSED_RESULT;
void           sdm_pdf_content_free (SdmPdfContent *self);
SdmPdfTag     *sdm_pdf_content_get_tag (SdmPdfContent          *self,
                                        const SdmLetterElement *element);

gboolean sdm_pdf_append_number (GString *out,
                                double   value);
char    *sdm_pdf_dup_person (SdmLetterPersonKind kind) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SdmPdfContent, sdm_pdf_content_free)

G_END_DECLS
