/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-document-page.h"

/**
 * SdmDocumentPage:
 *
 * One page of paper: its picture, its size, and the words on it for those who
 * have them read aloud. It never changes.
 */
struct _SdmDocumentPage
{
  GObject parent_instance;

  GdkPaintable *picture; /* owned */
  double        width;   /* points */
  double        height;  /* points */
  char         *text;    /* owned */
};

G_DEFINE_FINAL_TYPE (SdmDocumentPage, sdm_document_page, G_TYPE_OBJECT)

/* Overrides */

static void
sdm_document_page_finalize (GObject *object)
{
  SdmDocumentPage *self = SDM_DOCUMENT_PAGE (object);

  g_clear_object (&self->picture);
  g_clear_pointer (&self->text, g_free);

  G_OBJECT_CLASS (sdm_document_page_parent_class)->finalize (object);
}

static void
sdm_document_page_class_init (SdmDocumentPageClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sdm_document_page_finalize;
}

static void
sdm_document_page_init (SdmDocumentPage *self)
{
}

/**
 * sdm_document_page_new:
 * @picture: (transfer none): the page, drawn at any size it is asked for
 * @width: of the paper, in points
 * @height: of the paper, in points
 * @text: the words on the page, in reading order
 *
 * Returns: (transfer full): the page
 */
SdmDocumentPage *
sdm_document_page_new (GdkPaintable *picture,
                       double        width,
                       double        height,
                       const char   *text)
{
  SdmDocumentPage *self;

  g_return_val_if_fail (GDK_IS_PAINTABLE (picture), NULL);
  g_return_val_if_fail (width > 0 && height > 0, NULL);
  g_return_val_if_fail (text != NULL, NULL);

  self = g_object_new (SDM_TYPE_DOCUMENT_PAGE, NULL);
  self->picture = g_object_ref (picture);
  self->width = width;
  self->height = height;
  self->text = g_strdup (text);

  return self;
}

/**
 * sdm_document_page_get_picture:
 *
 * Returns: (transfer none): the page, drawn at any size
 */
GdkPaintable *
sdm_document_page_get_picture (SdmDocumentPage *self)
{
  g_return_val_if_fail (SDM_IS_DOCUMENT_PAGE (self), NULL);

  return self->picture;
}

/**
 * sdm_document_page_get_width:
 *
 * Returns: the width of the paper, in points
 */
double
sdm_document_page_get_width (SdmDocumentPage *self)
{
  g_return_val_if_fail (SDM_IS_DOCUMENT_PAGE (self), 0);

  return self->width;
}

/**
 * sdm_document_page_get_height:
 *
 * Returns: the height of the paper, in points
 */
double
sdm_document_page_get_height (SdmDocumentPage *self)
{
  g_return_val_if_fail (SDM_IS_DOCUMENT_PAGE (self), 0);

  return self->height;
}

/**
 * sdm_document_page_get_text:
 *
 * Returns: (transfer none): the words on the page, in reading order
 */
const char *
sdm_document_page_get_text (SdmDocumentPage *self)
{
  g_return_val_if_fail (SDM_IS_DOCUMENT_PAGE (self), NULL);

  return self->text;
}
