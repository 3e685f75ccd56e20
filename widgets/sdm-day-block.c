/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-day-block-private.h"

#include <glib/gi18n.h>

#include "sdm-steady.h"
#include "sdm-text-layout.h"

/**
 * SdmDayBlock:
 *
 * One thing on the line of a day, with its time in words: on sand what the
 * person does, on white what an option asks; dashed what is not for every day.
 *
 * ## Accessibility
 *
 * A group that is labelled with all it says: "8 am: Up the hill with Tess,
 * matters to you".
 */
struct _SdmDayBlock
{
  GtkBox parent_instance;

  SdmDayItem *item;
  int         minutes; /* as it is shown, which may be on its way */
  GtkWidget  *when;
};

G_DEFINE_FINAL_TYPE (SdmDayBlock, sdm_day_block, GTK_TYPE_BOX)

/* Words */

/**
 * sdm_day_dup_time:
 * @minutes: since midnight; a whole day more is the same
 *
 * Returns: (transfer full): the time as people say it: "8 am", "8:30 pm", "noon"
 */
char *
sdm_day_dup_time (int minutes)
{
  const int hour = minutes / 60 % 24;
  const int minute = minutes % 60;
  const int hour_of_half = hour % 12 == 0 ? 12 : hour % 12;

  /* Translators: write "24" here where people say 20:30 and not 8:30 pm. */
  if (g_str_equal (C_ ("hours of the clock", "12"), "24"))
    return g_strdup_printf ("%02d:%02d", hour, minute);
  if (hour == 0 && minute == 0)
    return g_strdup (_ ("midnight"));
  if (hour == 12 && minute == 0)
    return g_strdup (_ ("noon"));
  if (minute == 0)
    return g_strdup_printf (hour < 12 ? _ ("%d am") : _ ("%d pm"), hour_of_half);

  return g_strdup_printf (hour < 12 ? _ ("%d:%02d am") : _ ("%d:%02d pm"), hour_of_half, minute);
}

static void
show_time (SdmDayBlock *self)
{
  g_autofree char *time = self->minutes != SDM_DAY_NO_TIME ? sdm_day_dup_time (self->minutes) : NULL;
  g_autofree char *words = sdm_day_block_dup_words (self);

  gtk_label_set_label (GTK_LABEL (self->when), time != NULL ? time : "");
  gtk_widget_set_visible (self->when, time != NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

/* Parts */

static GtkWidget *
new_label (const char *text,
           const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  sdm_text_layout_use (label);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

static void
add_parts (SdmDayBlock *self)
{
  GtkWidget  *first = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  const char *text = sdm_day_item_get_text (self->item);

  if ((sdm_day_item_get_flags (self->item) & SDM_DAY_ITEM_MATTERS) != 0)
    {
      GtkWidget *heart = gtk_image_new_from_icon_name ("ev-heart-symbolic");

      gtk_widget_set_valign (heart, GTK_ALIGN_CENTER);
      gtk_box_append (GTK_BOX (first), heart);
    }
  self->when = new_label (NULL, "when");
  gtk_label_set_wrap (GTK_LABEL (self->when), FALSE);
  gtk_widget_set_valign (self->when, GTK_ALIGN_BASELINE);
  gtk_box_append (GTK_BOX (first), self->when);
  if (text != NULL)
    {
      GtkWidget *label = new_label (text, NULL);
      GtkWidget *steady = sdm_steady_new (label);

      gtk_widget_set_hexpand (label, TRUE);
      gtk_widget_set_valign (label, GTK_ALIGN_BASELINE);
      gtk_widget_set_valign (steady, GTK_ALIGN_BASELINE);
      gtk_box_append (GTK_BOX (first), steady);
    }
  gtk_widget_set_vexpand (first, TRUE);
  gtk_widget_set_valign (first, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (self), first);
  if (sdm_day_item_get_more (self->item) != NULL)
    gtk_box_append (GTK_BOX (self), new_label (sdm_day_item_get_more (self->item), "more"));
}

/* GObject */

static void
sdm_day_block_dispose (GObject *object)
{
  g_clear_object (&SDM_DAY_BLOCK (object)->item);

  G_OBJECT_CLASS (sdm_day_block_parent_class)->dispose (object);
}

static void
sdm_day_block_class_init (SdmDayBlockClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sdm_day_block_dispose;

  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "block");
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
sdm_day_block_init (SdmDayBlock *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
}

/* Shared inside this folder */

GtkWidget *
sdm_day_block_new (SdmDayItem *item)
{
  SdmDayBlock *self = g_object_new (SDM_TYPE_DAY_BLOCK, NULL);

  self->item = g_object_ref (item);
  self->minutes = sdm_day_item_get_minutes (item);
  gtk_widget_add_css_class (GTK_WIDGET (self), sdm_day_item_get_lane (item) == NULL ? "life" : "burden");
  if ((sdm_day_item_get_flags (item) & SDM_DAY_ITEM_SOMETIMES) != 0)
    gtk_widget_add_css_class (GTK_WIDGET (self), "sometimes");
  if ((sdm_day_item_get_flags (item) & SDM_DAY_ITEM_MATTERS) != 0)
    gtk_widget_add_css_class (GTK_WIDGET (self), "matters");
  add_parts (self);
  show_time (self);

  return GTK_WIDGET (self);
}

SdmDayItem *
sdm_day_block_get_item (SdmDayBlock *self)
{
  return self->item;
}

int
sdm_day_block_get_minutes (SdmDayBlock *self)
{
  return self->minutes;
}

/* Shows the block at another time than its item's, while it is on its way. */
void
sdm_day_block_set_minutes (SdmDayBlock *self,
                           int          minutes)
{
  if (self->minutes == minutes)
    return;

  self->minutes = minutes;
  show_time (self);
}

char *
sdm_day_block_dup_words (SdmDayBlock *self)
{
  g_autoptr (GString) words = g_string_new (NULL);
  const char *text = sdm_day_item_get_text (self->item);
  const char *more = sdm_day_item_get_more (self->item);

  if (self->minutes != SDM_DAY_NO_TIME)
    {
      g_autofree char *time = sdm_day_dup_time (self->minutes);

      if (text != NULL)
        /* Translators: when something happens in the day, and what: "8 am: Up the hill with Tess" */
        g_string_append_printf (words, _ ("%s: %s"), time, text);
      else
        g_string_append (words, time);
    }
  else if (text != NULL)
    g_string_append (words, text);
  if (more != NULL)
    g_string_append_printf (words, ", %s", more);
  if ((sdm_day_item_get_flags (self->item) & SDM_DAY_ITEM_MATTERS) != 0)
    /* Translators: follows what happens in the day: "8 am: Up the hill with Tess, matters to you" */
    g_string_append_printf (words, ", %s", _ ("matters to you"));

  return g_string_free (g_steal_pointer (&words), FALSE);
}
