/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-options-points.h"

#include <glib/gi18n.h>

#include "sdm-consultation-options.h"
#include "sdm-option-columns.h"
#include "sdm-option-marks.h"

static void
add_points (GtkWidget      *card,
            SdmSession     *session,
            const char     *title,
            const SdmPoint *points,
            guint           n_points)
{
  SdmAid     *aid = sdm_session_get_aid (session);
  const char *group = sdm_consultation_get_group (sdm_session_get_consultation (session), aid);

  gtk_box_append (GTK_BOX (card), sdm_ui_label (title, "h3"));
  for (guint i = 0; i < n_points; i++)
    {
      g_autofree char *text = sdm_aid_fill (aid, points[i].text, group);

      gtk_box_append (GTK_BOX (card), sdm_ui_label (text, "answer"));
    }
}

static GtkWidget *
make_card (SdmSession      *session,
           const SdmOption *option)
{
  GtkWidget *content;
  GtkWidget *card = sdm_ui_card (NULL, &content);
  GtkWidget *head = sdm_ui_row (10);

  gtk_box_append (GTK_BOX (head), sdm_mark_new (sdm_option_marks_get (sdm_session_get_aid (session), option)));
  gtk_box_append (GTK_BOX (head), sdm_steady_new (sdm_ui_label (option->title, "h2")));
  gtk_box_append (GTK_BOX (content), head);
  gtk_box_append (GTK_BOX (content), sdm_ui_label (option->summary, "answer"));
  add_points (content, session, _ ("Good points"), option->good, option->n_good);
  add_points (content, session, _ ("Bad points"), option->bad, option->n_bad);

  return card;
}

/**
 * sdm_options_points_new:
 * @shown: (element-type SdmOption): the options on screen, in the order seen
 *
 * Returns: (transfer floating): the good and the bad points of each option, in places of equal size
 */
GtkWidget *
sdm_options_points_new (SdmSession *session,
                        GPtrArray  *shown)
{
  GtkWidget *columns = sdm_option_columns_new ();

  gtk_widget_add_css_class (columns, "points");
  for (guint i = 0; i < shown->len; i++)
    sdm_option_columns_add (SDM_OPTION_COLUMNS (columns), make_card (session, g_ptr_array_index (shown, i)));

  return columns;
}
