/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <hpdf.h>

#include "sdm-letter-block-private.h"
#include "sdm-pdf-content.h"

G_BEGIN_DECLS

/* One file as it is being written. */
typedef struct
{
  SdmLetterDocument    *document;
  const SdmLetterPages *pages;
  SdmPdfContent        *content;
  HPDF_Doc              pdf;
  HPDF_STATUS           first_error;
  GPtrArray            *page_objects; /* of HPDF_Page */
  GPtrArray            *font_objects; /* of HPDF_Dict */
  HPDF_Dict             people[3];
  HPDF_Image            logo;            /* NULL for none */
  GHashTable           *element_objects; /* SdmLetterElement -> HPDF_Dict */
  GHashTable           *annotations;     /* SdmLetterElement of a link -> HPDF_Dict */
} SdmPdfWriter;

HPDF_Dict  sdm_pdf_writer_add_dict (SdmPdfWriter *writer);
HPDF_Dict  sdm_pdf_writer_set_dict (SdmPdfWriter *writer,
                                    HPDF_Dict     parent,
                                    const char   *key);
HPDF_Array sdm_pdf_writer_set_array (SdmPdfWriter *writer,
                                     HPDF_Dict     parent,
                                     const char   *key);
void       sdm_pdf_writer_set_text (SdmPdfWriter *writer,
                                    HPDF_Dict     parent,
                                    const char   *key,
                                    const char   *text);
void       sdm_pdf_writer_set_ascii (SdmPdfWriter *writer,
                                     HPDF_Dict     parent,
                                     const char   *key,
                                     const char   *text);

void sdm_pdf_writer_add_structure (SdmPdfWriter *writer);

G_END_DECLS
