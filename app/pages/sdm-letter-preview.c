/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-letter-preview.h"

#include <gdk/gdk.h>

#include "sdm-document-page.h"
#include "sdm-letter-content.h"
#include "sdm-letter.h"
#include "sdm-poppler.h"

/* Pages are drawn this many times larger than their size in points, so that they stay sharp when
 * they are looked at closely. */
#define PIXELS_PER_POINT 2

/* What the worker needs: nothing that the main thread may change meanwhile. */
typedef struct
{
  GBytes       *consultation;
  SdmAid       *aid;
  SdmLetterKind kind;
  guint         edition;
} Order;

static void
free_order (gpointer data)
{
  Order *order = data;

  g_bytes_unref (order->consultation);
  g_object_unref (order->aid);
  g_free (order);
}

static void
clear_preview (gpointer data)
{
  SdmLetterPreview *self = data;

  g_clear_pointer (&self->pdf, g_bytes_unref);
  g_clear_object (&self->document);
  g_clear_object (&self->pages);
  g_free (self->sha256);
}

/* Worker */

static GBytes *
make_pdf (const Order *order,
          guint       *n_pages,
          GError     **error)
{
  g_autoptr (SdmConsultation) consultation = sdm_consultation_new_from_bytes (order->consultation, "consultation", error);
  g_autoptr (SdmLetterDocument) letter = NULL;

  if (consultation == NULL)
    return NULL;
  letter = sdm_letter_build_kind (consultation, order->aid, order->kind, error);
  if (letter == NULL)
    return NULL;

  return sdm_letter_render_pdf (letter, order->edition, n_pages, error);
}

static SdmDocumentPage *
read_page (const SdmPoppler *poppler,
           PopplerDocument  *document,
           int               number)
{
  PopplerPage     *page = poppler->document_get_page (document, number);
  double           width = 0;
  double           height = 0;
  cairo_surface_t *surface;
  cairo_t         *cr;
  int              stride;
  g_autoptr (GBytes) pixels = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  g_autofree char *text = poppler->page_get_text (page);

  poppler->page_get_size (page, &width, &height);
  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) (width * PIXELS_PER_POINT), (int) (height * PIXELS_PER_POINT));
  cr = cairo_create (surface);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, PIXELS_PER_POINT, PIXELS_PER_POINT);
  poppler->page_render (page, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  stride = cairo_image_surface_get_stride (surface);
  pixels = g_bytes_new (cairo_image_surface_get_data (surface), (gsize) stride * (gsize) cairo_image_surface_get_height (surface));
  texture = gdk_memory_texture_new (cairo_image_surface_get_width (surface), cairo_image_surface_get_height (surface),
                                    GDK_MEMORY_DEFAULT, pixels, (gsize) stride);
  cairo_surface_destroy (surface);
  g_object_unref (page);

  return sdm_document_page_new (GDK_PAINTABLE (texture), width, height, text != NULL ? text : "");
}

static void
make_preview (GTask        *task,
              gpointer      source,
              gpointer      task_data,
              GCancellable *cancellable)
{
  g_autoptr (SdmLetterPreview) preview = g_atomic_rc_box_new0 (SdmLetterPreview);
  const SdmPoppler *poppler;
  PopplerDocument  *document;
  GListStore       *pages;
  GError           *error = NULL;

  preview->kind = ((const Order *) task_data)->kind;
  preview->pdf = make_pdf (task_data, &preview->n_pages, &error);
  poppler = preview->pdf != NULL ? sdm_poppler_load (&error) : NULL;
  if (poppler != NULL)
    preview->document = poppler->document_new_from_bytes (preview->pdf, NULL, &error);
  document = preview->document;
  if (document == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  pages = g_list_store_new (SDM_TYPE_DOCUMENT_PAGE);
  preview->pages = G_LIST_MODEL (pages);
  /* Whoever has left the page waits for no more pictures. */
  for (int i = 0; i < poppler->document_get_n_pages (document) && !g_cancellable_is_cancelled (cancellable); i++)
    {
      g_autoptr (SdmDocumentPage) page = read_page (poppler, document, i);

      g_list_store_append (pages, page);
    }
  preview->sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, preview->pdf);
  g_task_return_pointer (task, g_steal_pointer (&preview), (GDestroyNotify) sdm_letter_preview_unref);
}

/* Public API */

/**
 * sdm_letter_preview_new_async:
 * @kind: which paper
 * @edition: body size in points
 *
 * Makes the letter, or another paper, from the consultation as it is now and reads its pages back
 * from the very bytes that are saved and printed. All the work is done on a
 * thread of its own.
 */
void
sdm_letter_preview_new_async (SdmConsultation    *consultation,
                              SdmAid             *aid,
                              SdmLetterKind       kind,
                              guint               edition,
                              GCancellable       *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Order *order = g_new0 (Order, 1);

  order->consultation = sdm_consultation_to_bytes (consultation);
  order->aid = g_object_ref (aid);
  order->kind = kind;
  order->edition = edition;
  g_task_set_source_tag (task, sdm_letter_preview_new_async);
  g_task_set_task_data (task, order, free_order);
  g_task_run_in_thread (task, make_preview);
}

/**
 * sdm_letter_preview_new_finish:
 *
 * Returns: (transfer full): the letter, or NULL with @error set
 */
SdmLetterPreview *
sdm_letter_preview_new_finish (GAsyncResult *result,
                               GError      **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, sdm_letter_preview_new_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

SdmLetterPreview *
sdm_letter_preview_ref (SdmLetterPreview *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
sdm_letter_preview_unref (SdmLetterPreview *self)
{
  g_atomic_rc_box_release_full (self, clear_preview);
}
