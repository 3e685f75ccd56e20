/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <poppler.h>

G_BEGIN_DECLS

/**
 * SdmPoppler:
 *
 * The functions of poppler that read letters back, under their own names without `poppler_`. The
 * library and the nine that it needs are loaded when the first letter is shown and not when the
 * program starts, which most of the time shows none for minutes: they took a tenth of the time to
 * the first frame.
 */
typedef struct
{
  typeof (poppler_document_new_from_bytes)  *document_new_from_bytes;
  typeof (poppler_document_get_n_pages)     *document_get_n_pages;
  typeof (poppler_document_get_page)        *document_get_page;
  typeof (poppler_page_get_size)            *page_get_size;
  typeof (poppler_page_render)              *page_render;
  typeof (poppler_page_render_for_printing) *page_render_for_printing;
} SdmPoppler;

const SdmPoppler *sdm_poppler_load (GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
