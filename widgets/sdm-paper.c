/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-paper-private.h"

#include <glib/gi18n.h>
#include <math.h>

/* A zoom of 1 shows a point of paper as large as a point of text on a screen of 96 dots an inch. */
#define PX_PER_POINT (96.0 / 72.0)

/**
 * SdmPaper:
 *
 * One page of a document view, drawn at the size of the zoom. Where nothing of
 * it is in sight it draws nothing: with each frame, GTK copies the picture of every page that
 * is drawn, also of those that are scrolled away.
 *
 * ## Accessibility
 *
 * An `img` with the label "Page 1 of 5" and the words on it as description.
 * Tab comes to it, so that it can be read aloud.
 */
struct _SdmPaper
{
  GtkWidget parent_instance;

  SdmDocumentPage *page; /* owned */
  double           zoom;
};

G_DEFINE_FINAL_TYPE (SdmPaper, sdm_paper, GTK_TYPE_WIDGET)

/* Overrides */

static void
sdm_paper_measure (GtkWidget     *widget,
                   GtkOrientation orientation,
                   int            for_size,
                   int           *minimum,
                   int           *natural,
                   int           *minimum_baseline,
                   int           *natural_baseline)
{
  SdmPaper    *self = SDM_PAPER (widget);
  const double points = orientation == GTK_ORIENTATION_HORIZONTAL ? sdm_document_page_get_width (self->page) : sdm_document_page_get_height (self->page);

  *minimum = *natural = (int) ceil (points * PX_PER_POINT * self->zoom);
  *minimum_baseline = *natural_baseline = -1;
}

/* How far it is scrolled away, in heights of what it is scrolled in; 0 where something of it is in sight. */
static double
get_distance (SdmPaper *self)
{
  GtkWidget      *viewport = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_VIEWPORT);
  const int       height = viewport != NULL ? gtk_widget_get_height (viewport) : 0;
  graphene_rect_t bounds;

  if (height <= 0 || !gtk_widget_compute_bounds (GTK_WIDGET (self), viewport, &bounds))
    return 0;

  return MAX (0, MAX (-(bounds.origin.y + bounds.size.height), bounds.origin.y - height)) / height;
}

static gboolean
is_as_large (SdmDocumentPage *first,
             SdmDocumentPage *second)
{
  return first != NULL && G_APPROX_VALUE (sdm_document_page_get_width (first), sdm_document_page_get_width (second), 0.01) &&
         G_APPROX_VALUE (sdm_document_page_get_height (first), sdm_document_page_get_height (second), 0.01);
}

static void
sdm_paper_snapshot (GtkWidget   *widget,
                    GtkSnapshot *snapshot)
{
  SdmPaper *self = SDM_PAPER (widget);

  if (get_distance (self) > 0)
    return;
  gdk_paintable_snapshot (sdm_document_page_get_picture (self->page), snapshot,
                          gtk_widget_get_width (widget), gtk_widget_get_height (widget));
}

static void
sdm_paper_dispose (GObject *object)
{
  SdmPaper *self = SDM_PAPER (object);

  g_clear_object (&self->page);

  G_OBJECT_CLASS (sdm_paper_parent_class)->dispose (object);
}

static void
sdm_paper_class_init (SdmPaperClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sdm_paper_dispose;
  widget_class->measure = sdm_paper_measure;
  widget_class->snapshot = sdm_paper_snapshot;

  gtk_widget_class_set_css_name (widget_class, "paper");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
sdm_paper_init (SdmPaper *self)
{
  self->zoom = 1;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

/**
 * sdm_paper_new:
 * @number: from 1
 *
 * Returns: (transfer floating): a page
 */
GtkWidget *
sdm_paper_new (SdmDocumentPage *page,
               guint            number,
               guint            n_pages,
               double           zoom)
{
  SdmPaper *self;

  g_return_val_if_fail (SDM_IS_DOCUMENT_PAGE (page), NULL);

  self = g_object_new (SDM_TYPE_PAPER, NULL);
  self->zoom = zoom;
  sdm_paper_set_page (self, page, number, n_pages);

  return GTK_WIDGET (self);
}

/**
 * sdm_paper_set_page:
 * @page: what it shows from now on
 * @number: from 1
 */
void
sdm_paper_set_page (SdmPaper        *self,
                    SdmDocumentPage *page,
                    guint            number,
                    guint            n_pages)
{
  g_autofree char *label = NULL;

  g_return_if_fail (SDM_IS_PAPER (self));

  /* Translators: a page of the letter on the screen: “Page 1 of 5” */
  label = g_strdup_printf (_("Page %u of %u"), number, n_pages);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, sdm_document_page_get_text (page),
                                  -1);
  if (self->page == page)
    return;
  /* Nothing has to find a new place where a page takes that of another one of its size. */
  if (is_as_large (self->page, page))
    gtk_widget_queue_draw (GTK_WIDGET (self));
  else
    gtk_widget_queue_resize (GTK_WIDGET (self));
  if (self->page != NULL)
    g_signal_handlers_disconnect_by_data (sdm_document_page_get_picture (self->page), self);
  g_set_object (&self->page, page);
  g_signal_connect_object (sdm_document_page_get_picture (page), "invalidate-contents",
                           G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
}

/**
 * sdm_paper_set_zoom:
 * @zoom: 1 is the size of the paper at 96 dots an inch
 */
void
sdm_paper_set_zoom (SdmPaper *self,
                    double    zoom)
{
  g_return_if_fail (SDM_IS_PAPER (self));

  self->zoom = zoom;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * sdm_paper_prepare:
 *
 * Where the page is out of sight, and next to what is seen, asks for its picture at the size at which it would be
 * seen, so that it is there when somebody scrolls to it.
 */
void
sdm_paper_prepare (SdmPaper *self)
{
  const double   distance = get_distance (self);
  GtkSnapshot   *unused;
  GskRenderNode *node;

  g_return_if_fail (SDM_IS_PAPER (self));

  if (distance <= 0 || distance >= 1 || gtk_widget_get_width (GTK_WIDGET (self)) <= 0)
    return;
  unused = gtk_snapshot_new ();
  gdk_paintable_snapshot (sdm_document_page_get_picture (self->page), unused,
                          gtk_widget_get_width (GTK_WIDGET (self)), gtk_widget_get_height (GTK_WIDGET (self)));
  node = gtk_snapshot_free_to_node (unused);
  if (node != NULL)
    gsk_render_node_unref (node);
}
