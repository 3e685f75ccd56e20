/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A widget as pixels, for tests of what is drawn. */
typedef struct
{
  int      width;
  int      height;
  guint32 *pixels; /* owned; premultiplied ARGB, row by row */
} WidgetPicture;

GtkWidget *widget_picture_show (GtkWidget *widget) G_GNUC_WARN_UNUSED_RESULT;

WidgetPicture widget_picture_take (GtkWidget *widget);
void          widget_picture_clear (WidgetPicture *picture);

gboolean widget_picture_is_near (const WidgetPicture *picture,
                                 int                  x,
                                 int                  y,
                                 const char          *ink);
guint    widget_picture_count_near (const WidgetPicture *picture,
                                    const char          *ink);

char           *widget_picture_load_style (const char *name) G_GNUC_WARN_UNUSED_RESULT;
GtkCssProvider *widget_picture_use_style (const char *name) G_GNUC_WARN_UNUSED_RESULT;
void            widget_picture_drop_style (GtkCssProvider *provider);

G_END_DECLS
