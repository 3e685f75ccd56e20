/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-pdf-content.h"

G_BEGIN_DECLS

/* One page as it is being written. */
typedef struct
{
  SdmPdfContent    *content;
  GString          *out;
  GPtrArray        *elements; /* by MCID */
  guint             page;
  double            height;
  SdmLetterElement *open; /* the tag of the open sequence */
  gboolean          is_open;
  gboolean          in_artifact;
  gboolean          open_pagination;
  gboolean          failed;
} SdmPdfPage;

void sdm_pdf_page_append_numbers (SdmPdfPage   *page,
                                  const double *values,
                                  guint         n,
                                  const char   *operator_text);
void sdm_pdf_page_open_tag (SdmPdfPage       *page,
                            SdmLetterElement *element,
                            double            top);
void sdm_pdf_page_open_for_item (SdmPdfPage          *page,
                                 const SdmLetterItem *item,
                                 double               top);
void sdm_pdf_page_open_span (SdmPdfPage        *page,
                             SdmLetterElement  *element,
                             const SdmGlyphRun *run,
                             double             top);
void sdm_pdf_page_write_line (SdmPdfPage          *page,
                              const SdmLetterItem *item);

gboolean sdm_pdf_content_cut_fonts (SdmPdfContent        *self,
                                    const SdmLetterPages *pages,
                                    GError              **error);

G_END_DECLS
