/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-tall.h"

/**
 * SdmTall:
 *
 * What a scrolled window scrolls up and down: a page full of texts. A scrolled
 * window asks how tall that would be at any width, and makes no use of the answer;
 * to find it, every text would be laid out twice more. This one says nothing
 * until the width is known.
 */
struct _SdmTall
{
  GtkWidget parent_instance;

  GtkWidget *child; /* owned as child */
};

G_DEFINE_FINAL_TYPE (SdmTall, sdm_tall, GTK_TYPE_WIDGET)

/* Overrides */

static GtkSizeRequestMode
sdm_tall_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
sdm_tall_measure (GtkWidget     *widget,
                  GtkOrientation orientation,
                  int            for_size,
                  int           *minimum,
                  int           *natural,
                  int           *minimum_baseline,
                  int           *natural_baseline)
{
  SdmTall *self = SDM_TALL (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    gtk_widget_measure (self->child, orientation, -1, minimum, natural, NULL, NULL);
  else if (for_size >= 0)
    gtk_widget_measure (self->child, orientation, for_size, minimum, natural, NULL, NULL);
}

static void
sdm_tall_size_allocate (GtkWidget *widget,
                        int        width,
                        int        height,
                        int        baseline)
{
  gtk_widget_size_allocate (SDM_TALL (widget)->child, &(GtkAllocation){ 0, 0, width, height }, -1);
}

static void
sdm_tall_dispose (GObject *object)
{
  g_clear_pointer (&SDM_TALL (object)->child, gtk_widget_unparent);

  G_OBJECT_CLASS (sdm_tall_parent_class)->dispose (object);
}

static void
sdm_tall_class_init (SdmTallClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sdm_tall_dispose;
  widget_class->get_request_mode = sdm_tall_get_request_mode;
  widget_class->measure = sdm_tall_measure;
  widget_class->size_allocate = sdm_tall_size_allocate;
}

static void
sdm_tall_init (SdmTall *self)
{
}

/**
 * sdm_tall_new:
 * @child: what is scrolled
 *
 * Returns: (transfer floating): @child, for a window that scrolls up and down only
 */
GtkWidget *
sdm_tall_new (GtkWidget *child)
{
  SdmTall *self = g_object_new (SDM_TYPE_TALL, NULL);

  self->child = child;
  gtk_widget_set_parent (child, GTK_WIDGET (self));

  return GTK_WIDGET (self);
}
