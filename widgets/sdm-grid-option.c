/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-grid-option.h"

/**
 * SdmGridOption:
 *
 * The head of a column: an option's names and its mark. It never changes.
 *
 * The mark follows the option when the order is turned round; it is not a
 * rank, and all marks have the same area.
 */
struct _SdmGridOption
{
  GObject parent_instance;

  char *id;          /* owned */
  char *title;       /* owned */
  char *short_title; /* owned */
  char *subtitle;    /* owned, nullable */
  guint mark;
};

G_DEFINE_FINAL_TYPE (SdmGridOption, sdm_grid_option, G_TYPE_OBJECT)

/* The icon file and the CSS class of each mark, in order of use. */
static const struct
{
  const char *icon_name;
  const char *css_class;
} marks[SDM_N_MARKS] = {
  { "ev-mark-disc-symbolic", "mark-0" },
  { "ev-mark-square-symbolic", "mark-1" },
  { "ev-mark-diamond-symbolic", "mark-2" },
  { "ev-mark-hexagon-symbolic", "mark-3" },
  { "ev-mark-arch-symbolic", "mark-4" },
  { "ev-mark-clover-symbolic", "mark-5" },
};

/* Overrides */

static void
sdm_grid_option_finalize (GObject *object)
{
  SdmGridOption *self = SDM_GRID_OPTION (object);

  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->short_title, g_free);
  g_clear_pointer (&self->subtitle, g_free);

  G_OBJECT_CLASS (sdm_grid_option_parent_class)->finalize (object);
}

static void
sdm_grid_option_class_init (SdmGridOptionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sdm_grid_option_finalize;
}

static void
sdm_grid_option_init (SdmGridOption *self)
{
}

/**
 * sdm_grid_option_new:
 * @id: the name the caller and the answers know the option by
 * @title: the name in full
 * @short_title: (nullable): a name for a narrow place, else @title
 * @subtitle: (nullable): a few words below the name
 * @mark: 0 to 5, the mark's place in the order of use
 *
 * Returns: (transfer full): the option
 */
SdmGridOption *
sdm_grid_option_new (const char *id,
                     const char *title,
                     const char *short_title,
                     const char *subtitle,
                     guint       mark)
{
  SdmGridOption *self;

  g_return_val_if_fail (id != NULL, NULL);
  g_return_val_if_fail (title != NULL, NULL);
  g_return_val_if_fail (mark < SDM_N_MARKS, NULL);

  self = g_object_new (SDM_TYPE_GRID_OPTION, NULL);
  self->id = g_strdup (id);
  self->title = g_strdup (title);
  self->short_title = g_strdup (short_title != NULL ? short_title : title);
  self->subtitle = g_strdup (subtitle);
  self->mark = mark;

  return self;
}

/**
 * sdm_grid_option_get_id:
 *
 * Returns: (transfer none): the name the answers know the option by
 */
const char *
sdm_grid_option_get_id (SdmGridOption *self)
{
  g_return_val_if_fail (SDM_IS_GRID_OPTION (self), NULL);

  return self->id;
}

/**
 * sdm_grid_option_get_title:
 *
 * Returns: (transfer none): the name in full
 */
const char *
sdm_grid_option_get_title (SdmGridOption *self)
{
  g_return_val_if_fail (SDM_IS_GRID_OPTION (self), NULL);

  return self->title;
}

/**
 * sdm_grid_option_get_short_title:
 *
 * Returns: (transfer none): the name for a narrow place
 */
const char *
sdm_grid_option_get_short_title (SdmGridOption *self)
{
  g_return_val_if_fail (SDM_IS_GRID_OPTION (self), NULL);

  return self->short_title;
}

/**
 * sdm_grid_option_get_subtitle:
 *
 * Returns: (transfer none) (nullable): a few words below the name
 */
const char *
sdm_grid_option_get_subtitle (SdmGridOption *self)
{
  g_return_val_if_fail (SDM_IS_GRID_OPTION (self), NULL);

  return self->subtitle;
}

/**
 * sdm_grid_option_get_mark:
 *
 * Returns: the mark's place in the order of use, from 0
 */
guint
sdm_grid_option_get_mark (SdmGridOption *self)
{
  g_return_val_if_fail (SDM_IS_GRID_OPTION (self), 0);

  return self->mark;
}

/**
 * sdm_mark_get_icon_name:
 * @mark: 0 to 5
 *
 * Returns: (transfer none): the symbolic icon that draws the mark
 */
const char *
sdm_mark_get_icon_name (guint mark)
{
  g_return_val_if_fail (mark < SDM_N_MARKS, NULL);

  return marks[mark].icon_name;
}

/**
 * sdm_mark_get_css_class:
 * @mark: 0 to 5
 *
 * Returns: (transfer none): the class that gives the mark its colour
 */
const char *
sdm_mark_get_css_class (guint mark)
{
  g_return_val_if_fail (mark < SDM_N_MARKS, NULL);

  return marks[mark].css_class;
}

/**
 * sdm_mark_new:
 * @mark: 0 to 5
 *
 * A picture of the mark, to stand beside an option's name wherever it is
 * written. It is left out of what is read aloud: the name says it all.
 *
 * Returns: (transfer floating): the picture
 */
GtkWidget *
sdm_mark_new (guint mark)
{
  GtkWidget *image;

  g_return_val_if_fail (mark < SDM_N_MARKS, NULL);

  image = g_object_new (GTK_TYPE_IMAGE,
                        "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                        "icon-name", marks[mark].icon_name,
                        "valign", GTK_ALIGN_CENTER,
                        NULL);
  gtk_widget_add_css_class (image, "mark");
  gtk_widget_add_css_class (image, marks[mark].css_class);

  return image;
}
