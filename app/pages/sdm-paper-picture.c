/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-paper-picture.h"

#include <gtk/gtk.h>
#include <math.h>

/**
 * SdmPaperPicture:
 *
 * One page of a letter, drawn at the size at which it is looked at, off the
 * main thread. Until that is done it shows what it had, as large as it is
 * asked for; at first, plain paper.
 */
struct _SdmPaperPicture
{
  GObject parent_instance;

  SdmPaperSource *source; /* owned */
  guint           page;
  double          width;   /* points */
  double          height;  /* points */
  GdkTexture     *texture; /* owned, nullable */
  int             drawn_width;
  int             drawn_height;
  int             wanted_width;
  int             wanted_height;
  gboolean        drawing;
  GCancellable   *cancellable; /* owned */
};

/* The size of one page, and its number. */
typedef struct
{
  SdmPaperSource *source;
  guint           page;
  int             width;
  int             height;
} Order;

static void sdm_paper_picture_paintable_init (GdkPaintableInterface *interface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SdmPaperPicture, sdm_paper_picture, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (GDK_TYPE_PAINTABLE, sdm_paper_picture_paintable_init))

/* Drawing, on another thread */

static void
free_order (gpointer data)
{
  Order *order = data;

  sdm_paper_source_unref (order->source);
  g_free (order);
}

static void
render (const Order *order,
        cairo_t     *cr)
{
  double width = 0;
  double height = 0;

  sdm_paper_source_get_size (order->source, order->page, &width, &height);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, order->width / width, order->height / height);
  sdm_paper_source_draw (order->source, order->page, cr);
}

static void
draw (GTask        *task,
      gpointer      source,
      gpointer      task_data,
      GCancellable *cancellable)
{
  const Order     *order = task_data;
  cairo_surface_t *surface;
  cairo_t         *cr;
  int              stride;
  g_autoptr (GBytes) pixels = NULL;

  if (g_task_return_error_if_cancelled (task))
    return;
  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, order->width, order->height);
  cr = cairo_create (surface);
  render (order, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  stride = cairo_image_surface_get_stride (surface);
  pixels = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface), (gsize) stride * (gsize) order->height,
                                       (GDestroyNotify) cairo_surface_destroy, surface);
  g_task_return_pointer (task, gdk_memory_texture_new (order->width, order->height, GDK_MEMORY_DEFAULT, pixels, (gsize) stride), g_object_unref);
}

static void start_drawing (SdmPaperPicture *self);

static void
drawn_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  SdmPaperPicture *self = SDM_PAPER_PICTURE (object);
  const Order     *order = g_task_get_task_data (G_TASK (result));
  GdkTexture      *texture = g_task_propagate_pointer (G_TASK (result), NULL);

  self->drawing = FALSE;
  if (texture == NULL)
    return;
  g_clear_object (&self->texture);
  self->texture = texture;
  self->drawn_width = order->width;
  self->drawn_height = order->height;
  if (self->wanted_width != self->drawn_width || self->wanted_height != self->drawn_height)
    start_drawing (self);
  gdk_paintable_invalidate_contents (GDK_PAINTABLE (self));
}

/* One size is drawn at a time; of those that were asked for meanwhile, only the last. */
static void
start_drawing (SdmPaperPicture *self)
{
  g_autoptr (GTask) task = NULL;
  Order *order;

  if (self->drawing || g_cancellable_is_cancelled (self->cancellable))
    return;
  self->drawing = TRUE;
  order = g_new0 (Order, 1);
  order->source = sdm_paper_source_ref (self->source);
  order->page = self->page;
  order->width = self->wanted_width;
  order->height = self->wanted_height;
  task = g_task_new (self, self->cancellable, drawn_cb, NULL);
  g_task_set_task_data (task, order, free_order);
  g_task_run_in_thread (task, draw);
}

/* Paintable */

/* The sharpest of the screens; a paintable is not told on which one it is shown. */
static int
get_scale (void)
{
  GdkDisplay *display = gdk_display_get_default ();
  GListModel *monitors = display != NULL ? gdk_display_get_monitors (display) : NULL;
  int         scale = 1;

  for (guint i = 0; monitors != NULL && i < g_list_model_get_n_items (monitors); i++)
    {
      g_autoptr (GdkMonitor) monitor = g_list_model_get_item (monitors, i);

      scale = MAX (scale, gdk_monitor_get_scale_factor (monitor));
    }

  return scale;
}

static void
sdm_paper_picture_snapshot (GdkPaintable *paintable,
                            GdkSnapshot  *snapshot,
                            double        width,
                            double        height)
{
  SdmPaperPicture *self = SDM_PAPER_PICTURE (paintable);
  const int        scale = get_scale ();

  self->wanted_width = MAX (1, (int) ceil (width) * scale);
  self->wanted_height = MAX (1, (int) ceil (height) * scale);
  if (self->wanted_width != self->drawn_width || self->wanted_height != self->drawn_height)
    start_drawing (self);
  if (self->texture != NULL)
    gdk_paintable_snapshot (GDK_PAINTABLE (self->texture), snapshot, width, height);
}

static int
sdm_paper_picture_get_intrinsic_width (GdkPaintable *paintable)
{
  return (int) ceil (SDM_PAPER_PICTURE (paintable)->width);
}

static int
sdm_paper_picture_get_intrinsic_height (GdkPaintable *paintable)
{
  return (int) ceil (SDM_PAPER_PICTURE (paintable)->height);
}

static void
sdm_paper_picture_paintable_init (GdkPaintableInterface *interface)
{
  interface->snapshot = sdm_paper_picture_snapshot;
  interface->get_intrinsic_width = sdm_paper_picture_get_intrinsic_width;
  interface->get_intrinsic_height = sdm_paper_picture_get_intrinsic_height;
}

/* GObject */

static void
sdm_paper_picture_finalize (GObject *object)
{
  SdmPaperPicture *self = SDM_PAPER_PICTURE (object);

  g_clear_object (&self->texture);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->source, sdm_paper_source_unref);

  G_OBJECT_CLASS (sdm_paper_picture_parent_class)->finalize (object);
}

static void
sdm_paper_picture_class_init (SdmPaperPictureClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sdm_paper_picture_finalize;
}

static void
sdm_paper_picture_init (SdmPaperPicture *self)
{
  self->cancellable = g_cancellable_new ();
}

/* Public API */

/**
 * sdm_paper_picture_new:
 * @page: from 0
 *
 * Makes a picture, on any thread; nothing is drawn before it is looked at.
 *
 * Returns: (transfer full): the picture
 */
SdmPaperPicture *
sdm_paper_picture_new (SdmPaperSource *source,
                       guint           page)
{
  SdmPaperPicture *self = g_object_new (SDM_TYPE_PAPER_PICTURE, NULL);

  self->source = sdm_paper_source_ref (source);
  self->page = page;
  sdm_paper_source_get_size (source, page, &self->width, &self->height);

  return self;
}

/**
 * sdm_paper_picture_take_over:
 * @former: what was in this one's place
 *
 * Shows @former until this one is drawn, so that a letter that changes does not flash. What has not been drawn of
 * @former by now never is.
 */
void
sdm_paper_picture_take_over (SdmPaperPicture *self,
                             SdmPaperPicture *former)
{
  g_return_if_fail (SDM_IS_PAPER_PICTURE (self) && SDM_IS_PAPER_PICTURE (former));

  if (self->texture == NULL && ABS (self->width - former->width) < 1 && ABS (self->height - former->height) < 1)
    g_set_object (&self->texture, former->texture);
  g_cancellable_cancel (former->cancellable);
}

/**
 * sdm_paper_picture_is_drawn:
 *
 * Returns: whether what is seen is this page, at the size that was last asked for
 */
gboolean
sdm_paper_picture_is_drawn (SdmPaperPicture *self)
{
  g_return_val_if_fail (SDM_IS_PAPER_PICTURE (self), FALSE);

  return self->texture != NULL && self->drawn_width > 0 && self->drawn_width == self->wanted_width && self->drawn_height == self->wanted_height;
}
