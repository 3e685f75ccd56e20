/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-weigh-companions.h"

#include <glib/gi18n.h>

#include "sdm-consultation-companions.h"
#include "sdm-consultation-options.h"
#include "sdm-option-columns.h"
#include "sdm-ruler.h"
#include "sdm-view-strip.h"

/**
 * SdmWeighCompanions:
 *
 * How each option feels to those who came along: a row of rulers for each,
 * under the same columns as the person's and never on sand. While one of them
 * answers, the person's own answers are out of sight; afterwards the row is
 * covered, and shown beside the person's only on request. Whenever the page
 * comes on screen, all is covered again.
 */
struct _SdmWeighCompanions
{
  AdwBin parent_instance;

  SdmPage   *page;       /* not owned: it owns this */
  GtkWidget *person;     /* not owned: what is out of sight while another one answers */
  char     **companions; /* owned: whom there is a strip for */
  char      *shown;      /* owned, nullable: whose rulers are on screen */
  gboolean   is_turn;    /* they answer, apart from the person */

  GtkWidget *content;
  GtkWidget *strips;
  GtkWidget *row; /* nullable */
  GtkWidget *done;
};

G_DEFINE_FINAL_TYPE (SdmWeighCompanions, sdm_weigh_companions, ADW_TYPE_BIN)

/* Helpers */

static SdmConsultation *
get_consultation (SdmWeighCompanions *self)
{
  return sdm_page_get_consultation (self->page);
}

static gboolean
is_read_only (SdmWeighCompanions *self)
{
  return sdm_session_is_read_only (sdm_page_get_session (self->page));
}

/* Callbacks */

static void
ruler_changed_cb (SdmRuler           *ruler,
                  SdmWeighCompanions *self)
{
  g_autoptr (GError) error = NULL;

  if (!sdm_consultation_set_companion_leaning (get_consultation (self), self->shown, g_object_get_data (G_OBJECT (ruler), "option"),
                                               sdm_ruler_get_value (ruler), &error))
    sdm_session_say (sdm_page_get_session (self->page), error->message);
}

/* The rulers */

static GtkWidget *
make_column (SdmWeighCompanions *self,
             const SdmOption    *option)
{
  GtkWidget *column = sdm_ui_column (8);
  GtkWidget *ruler = sdm_ruler_new ();
  /* Translators: the name of an option, and who came along: "How does “Standard statin” feel to Jo?" */
  g_autofree char *question = g_strdup_printf (_ ("How does “%s” feel to %s?"), option->title, self->shown);

  sdm_ruler_set_question (SDM_RULER (ruler), question);
  sdm_ruler_set_end_labels (SDM_RULER (ruler), _ ("not right"), _ ("right"));
  sdm_ruler_set_value (SDM_RULER (ruler), sdm_consultation_get_companion_leaning (get_consultation (self), self->shown, option->id));
  gtk_widget_set_sensitive (ruler, !is_read_only (self));
  g_object_set_data_full (G_OBJECT (ruler), "option", g_strdup (option->id), g_free);
  g_signal_connect_object (ruler, "changed", G_CALLBACK (ruler_changed_cb), self, 0);

  gtk_widget_add_css_class (column, "option-column");
  gtk_widget_add_css_class (column, "leaning");
  gtk_box_append (GTK_BOX (column), sdm_option_columns_make_name (sdm_page_get_aid (self->page), option));
  gtk_box_append (GTK_BOX (column), ruler);

  return column;
}

static void
show_row (SdmWeighCompanions *self)
{
  g_autoptr (GPtrArray) options = sdm_consultation_list_shown_options (get_consultation (self), sdm_page_get_aid (self->page));
  g_autofree char *title = NULL;
  GtkWidget       *columns;
  GtkWidget       *heading;

  if (self->row != NULL)
    gtk_box_remove (GTK_BOX (self->content), self->row);
  self->row = NULL;
  gtk_widget_set_visible (self->done, self->is_turn);
  if (self->shown == NULL)
    return;

  /* Translators: %s came along with the person: "How does each one feel to Jo?" */
  title = g_strdup_printf (_ ("How does each one feel to %s?"), self->shown);
  heading = sdm_ui_label (title, "h3");
  columns = sdm_option_columns_new ();
  for (guint i = 0; i < options->len; i++)
    sdm_option_columns_add (SDM_OPTION_COLUMNS (columns), make_column (self, g_ptr_array_index (options, i)));
  self->row = sdm_ui_column (8);
  gtk_box_append (GTK_BOX (self->row), heading);
  if (self->is_turn)
    {
      g_autofree char *helper = sdm_view_strip_dup_turn_words (self->shown);

      gtk_box_append (GTK_BOX (self->row), sdm_ui_label (helper, "body"));
    }
  gtk_box_append (GTK_BOX (self->row), columns);
  gtk_box_insert_child_after (GTK_BOX (self->content), self->row, NULL);
}

static void
show_strips (SdmWeighCompanions *self)
{
  gboolean is_anything_shown = self->row != NULL;

  for (GtkWidget *strip = gtk_widget_get_first_child (self->strips); strip != NULL; strip = gtk_widget_get_next_sibling (strip))
    {
      const char *name = g_object_get_data (G_OBJECT (strip), "name");

      sdm_view_strip_show_companion (SDM_VIEW_STRIP (strip), name, sdm_consultation_has_companion_leaning (get_consultation (self), name),
                                     g_strcmp0 (self->shown, name) == 0, is_read_only (self));
      is_anything_shown = is_anything_shown || gtk_widget_get_visible (strip);
    }
  gtk_widget_set_visible (self->strips, !self->is_turn);
  gtk_widget_set_visible (GTK_WIDGET (self), is_anything_shown);
}

static void
show (SdmWeighCompanions *self,
      const char         *name,
      gboolean            is_turn)
{
  char *shown = g_strdup (name);

  g_free (self->shown);
  self->shown = shown;
  self->is_turn = is_turn;
  gtk_widget_set_visible (self->person, !is_turn);
  show_row (self);
  show_strips (self);
}

static void
turn_cb (SdmViewStrip       *strip,
         SdmWeighCompanions *self)
{
  show (self, g_object_get_data (G_OBJECT (strip), "name"), TRUE);
  gtk_widget_child_focus (self->row, GTK_DIR_TAB_FORWARD);
  sdm_ui_scroll_to (GTK_WIDGET (self));
}

static void
done_cb (SdmWeighCompanions *self)
{
  show (self, NULL, FALSE);
  gtk_widget_child_focus (self->person, GTK_DIR_TAB_FORWARD);
  sdm_ui_scroll_to (self->person);
}

static void
show_view_cb (SdmViewStrip       *strip,
              SdmWeighCompanions *self)
{
  const char *name = g_object_get_data (G_OBJECT (strip), "name");

  show (self, g_strcmp0 (self->shown, name) == 0 ? NULL : name, FALSE);
  sdm_ui_scroll_to (self->person);
}

static void
map_cb (SdmWeighCompanions *self)
{
  show (self, NULL, FALSE);
}

static void
make_companions (SdmWeighCompanions *self)
{
  g_auto (GStrv) names = sdm_consultation_dup_companions (get_consultation (self));

  if (self->companions != NULL && g_strv_equal ((const char *const *) names, (const char *const *) self->companions))
    return;
  sdm_ui_clear (self->strips);
  for (guint i = 0; names[i] != NULL; i++)
    {
      GtkWidget *strip = sdm_view_strip_new ("ev-person-symbolic");

      g_object_set_data_full (G_OBJECT (strip), "name", g_strdup (names[i]), g_free);
      g_signal_connect_object (strip, "turn", G_CALLBACK (turn_cb), self, 0);
      g_signal_connect_object (strip, "show-view", G_CALLBACK (show_view_cb), self, 0);
      gtk_box_append (GTK_BOX (self->strips), strip);
    }
  g_strfreev (self->companions);
  self->companions = g_steal_pointer (&names);
}

/* GObject */

static void
sdm_weigh_companions_finalize (GObject *object)
{
  SdmWeighCompanions *self = SDM_WEIGH_COMPANIONS (object);

  g_strfreev (self->companions);
  g_free (self->shown);

  G_OBJECT_CLASS (sdm_weigh_companions_parent_class)->finalize (object);
}

static void
sdm_weigh_companions_class_init (SdmWeighCompanionsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sdm_weigh_companions_finalize;
}

static void
sdm_weigh_companions_init (SdmWeighCompanions *self)
{
}

/* Public API */

/**
 * sdm_weigh_companions_new:
 * @person: what the person said, out of sight while another one answers
 *
 * Returns: (transfer floating): the rows of those who came along; hidden where nobody did
 */
GtkWidget *
sdm_weigh_companions_new (SdmPage   *page,
                          GtkWidget *person)
{
  SdmWeighCompanions *self = g_object_new (SDM_TYPE_WEIGH_COMPANIONS, NULL);

  self->page = page;
  self->person = person;
  adw_bin_set_child (ADW_BIN (self), sdm_ui_card (NULL, &self->content));
  self->strips = sdm_ui_column (4);
  self->done = sdm_ui_button (_ ("Cover it and turn the screen"), "ev-swap-symbolic");
  gtk_widget_set_halign (self->done, GTK_ALIGN_START);
  gtk_widget_set_visible (self->done, FALSE);
  gtk_box_append (GTK_BOX (self->content), self->done);
  gtk_box_append (GTK_BOX (self->content), self->strips);
  g_signal_connect_object (self->done, "clicked", G_CALLBACK (done_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "map", G_CALLBACK (map_cb), NULL);

  return GTK_WIDGET (self);
}

/**
 * sdm_weigh_companions_refresh:
 *
 * Shows what the consultation holds now. Whoever has the screen keeps it, as
 * after an undo.
 */
void
sdm_weigh_companions_refresh (SdmWeighCompanions *self)
{
  make_companions (self);
  show_row (self);
  show_strips (self);
}
