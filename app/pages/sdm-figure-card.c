/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-figure-card.h"

#include <glib/gi18n.h>

#include "sdm-figure-cell.h"
#include "sdm-figure-tree.h"
#include "sdm-figure-words.h"
#include "sdm-option-columns.h"
#include "sdm-ui.h"

/**
 * SdmFigureCard:
 *
 * One outcome for all options on screen, side by side in cells of one size.
 * Benefits and harms look the same. How sure the figures are stands in the
 * head; why, whom they are about and where they come from are one click away.
 *
 * ## Accessibility
 *
 * A `group` named after the outcome, with one group for each option in it.
 */
struct _SdmFigureCard
{
  AdwBin parent_instance;

  SdmAid           *aid;
  const SdmOutcome *outcome;
  GPtrArray        *cells; /* of SdmFigureCell, not owned */
};

G_DEFINE_FINAL_TYPE (SdmFigureCard, sdm_figure_card, ADW_TYPE_BIN)

/* What is one click away */

static GtkWidget *
make_more_button (const char *label,
                  GtkWidget  *content)
{
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *text = sdm_ui_label (label, NULL);

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), content);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 420);
  gtk_widget_set_size_request (scroller, 420, -1);
  gtk_popover_set_child (GTK_POPOVER (popover), scroller);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (text), GTK_NATURAL_WRAP_NONE);
  gtk_menu_button_set_child (GTK_MENU_BUTTON (button), text);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  gtk_menu_button_set_has_frame (GTK_MENU_BUTTON (button), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);

  return button;
}

static void
append_titled (GtkWidget  *column,
               const char *title,
               const char *text)
{
  if (text == NULL || *text == '\0')
    return;
  gtk_box_append (GTK_BOX (column), sdm_ui_label (title, "h3"));
  gtk_box_append (GTK_BOX (column), sdm_ui_label (text, "answer"));
}

static GtkWidget *
make_sure_button (const SdmOutcome *outcome,
                  const char       *label)
{
  GtkWidget *content = sdm_ui_column (6);

  append_titled (content, sdm_certainty_get_label (outcome->certainty), outcome->certainty_why);
  append_titled (content, _ ("How far off could it be?"), outcome->range_not_known);

  return make_more_button (label, content);
}

/* Who took what, where they are not quite the people the figure stands for. */
static char *
dup_fit_notes (const SdmOutcome *outcome)
{
  GString *notes = g_string_new (NULL);

  for (guint i = 0; i < outcome->n_arms; i++)
    {
      const SdmArm *arm = &outcome->arms[i];

      if (arm->fit_note == NULL)
        continue;
      if (notes->len > 0)
        g_string_append_c (notes, '\n');
      /* Translators: what some people took, and how well they stand for an option:
       * "A dummy tablet: it has no statin in it." */
      g_string_append_printf (notes, _ ("%s: %s"), arm->label, arm->fit_note);
    }

  return g_string_free (notes, FALSE);
}

static GtkWidget *
make_source_button (SdmAid           *aid,
                    const SdmOutcome *outcome)
{
  GtkWidget       *content = sdm_ui_column (6);
  g_autofree char *sources = sdm_outcome_dup_source_line (aid, outcome);
  g_autofree char *fit = dup_fit_notes (outcome);

  append_titled (content, _ ("Who are these people?"), outcome->population);
  append_titled (content, _ ("What did they take?"), fit);
  append_titled (content, _ ("What can it mean?"), outcome->meaning);
  append_titled (content, _ ("Where does it come from?"), sources);
  if (sdm_outcome_is_second_hand (outcome))
    append_titled (content, _ ("To be checked"), _ ("This figure comes from a second-hand source."));

  return make_more_button (_ ("Source"), content);
}

/* Building */

static GtkWidget *
make_head (SdmFigureCard *self)
{
  const SdmOutcome *outcome = self->outcome;
  GtkWidget        *head = sdm_ui_wrap (8);
  GtkWidget        *titles = sdm_ui_row (8);
  GtkWidget        *title = sdm_ui_label (outcome->title, "chrome-strong");
  GtkWidget        *span = sdm_ui_label (outcome->time_frame, "chrome");
  /* Translators: how sure we can be of a figure: "How sure? Fairly sure" */
  g_autofree char *sure = g_strdup_printf (_ ("How sure? %s"), sdm_certainty_get_word (outcome->certainty));

  gtk_widget_add_css_class (title, "title");
  gtk_widget_add_css_class (span, "title");
  /* Two short lines would fit the height of the buttons, and be chosen. */
  gtk_label_set_natural_wrap_mode (GTK_LABEL (title), GTK_NATURAL_WRAP_NONE);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (span), GTK_NATURAL_WRAP_NONE);
  gtk_box_append (GTK_BOX (titles), sdm_steady_new (title));
  gtk_box_append (GTK_BOX (titles), sdm_steady_new (span));
  gtk_widget_set_hexpand (titles, TRUE);
  gtk_box_append (GTK_BOX (head), titles);
  if (sdm_outcome_is_second_hand (outcome))
    gtk_box_append (GTK_BOX (head), sdm_figure_card_make_to_be_checked ());
  gtk_box_append (GTK_BOX (head), sdm_steady_new (make_sure_button (outcome, sure)));
  gtk_box_append (GTK_BOX (head), sdm_steady_new (make_source_button (self->aid, outcome)));
  gtk_widget_add_css_class (head, "head");

  return head;
}

/* A tree takes the whole width; every other cell has the same share of it. */
static void
append_cells (SdmFigureCard *self,
              GtkWidget     *card,
              GPtrArray     *shown,
              SdmFigureSize  size)
{
  GtkWidget *cells = sdm_option_columns_new ();
  g_autoptr (GtkSizeGroup) names = gtk_size_group_new (GTK_SIZE_GROUP_VERTICAL);

  for (guint i = 0; i < shown->len; i++)
    {
      const SdmOption *option = g_ptr_array_index (shown, i);
      gboolean         has_tree = sdm_figure_tree_has (self->outcome, option);
      GtkWidget       *cell = sdm_figure_cell_new (self->aid, self->outcome, option,
                                             has_tree ? 1 : MIN (shown->len, SDM_MOST_SIDE_BY_SIDE), size);

      if (has_tree)
        gtk_box_append (GTK_BOX (card), cell);
      else
        {
          /* A name of two lines must not push one picture below the others. */
          gtk_size_group_add_widget (names, sdm_figure_cell_get_name (SDM_FIGURE_CELL (cell)));
          sdm_option_columns_add (SDM_OPTION_COLUMNS (cells), cell);
        }
      g_ptr_array_add (self->cells, cell);
    }
  gtk_box_append (GTK_BOX (card), cells);
}

/* Where experts come to different numbers, that is said beside the figure. */
static void
append_disagreements (SdmFigureCard *self,
                      GtkWidget     *card)
{
  for (guint i = 0; i < self->outcome->n_disagreements; i++)
    {
      GtkWidget *note = sdm_ui_label (self->outcome->disagreements[i].why, "caption");

      gtk_widget_add_css_class (note, "disagreement");
      gtk_box_append (GTK_BOX (card), note);
    }
}

/* What stands beside every figure: that a group fits only in part. */
static void
append_part_fits (SdmFigureCard *self,
                  GtkWidget     *card)
{
  for (guint i = 0; i < self->outcome->n_arms; i++)
    {
      const SdmArm    *arm = &self->outcome->arms[i];
      g_autofree char *text = NULL;
      GtkWidget       *note;

      if (!arm->fits_in_part || arm->fit_note == NULL)
        continue;
      text = g_strdup_printf (_ ("%s: %s"), arm->label, arm->fit_note);
      note = sdm_ui_label (text, "caption");
      gtk_widget_add_css_class (note, "disagreement");
      gtk_box_append (GTK_BOX (card), note);
    }
}

/* GObject */

static void
sdm_figure_card_dispose (GObject *object)
{
  SdmFigureCard *self = SDM_FIGURE_CARD (object);

  g_clear_pointer (&self->cells, g_ptr_array_unref);
  g_clear_object (&self->aid);

  G_OBJECT_CLASS (sdm_figure_card_parent_class)->dispose (object);
}

static void
sdm_figure_card_class_init (SdmFigureCardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sdm_figure_card_dispose;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
sdm_figure_card_init (SdmFigureCard *self)
{
  self->cells = g_ptr_array_new ();
}

/* Public API */

static GtkWidget *
make_card (SdmAid           *aid,
           const SdmOutcome *outcome,
           GPtrArray        *shown,
           SdmFigureSize     size)
{
  SdmFigureCard *self = g_object_new (SDM_TYPE_FIGURE_CARD, NULL);
  GtkWidget     *card = sdm_ui_column (0);

  self->aid = g_object_ref (aid);
  self->outcome = outcome;
  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "figure-card");
  if (size == SDM_FIGURE_IN_CARD)
    gtk_box_append (GTK_BOX (card), make_head (self));
  append_cells (self, card, shown, size);
  append_part_fits (self, card);
  append_disagreements (self, card);
  adw_bin_set_child (ADW_BIN (self), card);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, outcome->title, -1);

  return GTK_WIDGET (self);
}

/**
 * sdm_figure_card_new:
 * @outcome: an outcome of @aid
 * @shown: (element-type SdmOption): the options on screen, in the order seen
 */
GtkWidget *
sdm_figure_card_new (SdmAid           *aid,
                     const SdmOutcome *outcome,
                     GPtrArray        *shown)
{
  return make_card (aid, outcome, shown, SDM_FIGURE_IN_CARD);
}

/**
 * sdm_figure_card_new_for_screen:
 * @outcome: an outcome of @aid
 * @shown: (element-type SdmOption): the options on screen, in the order seen
 *
 * Returns: (transfer floating): the card without its head, large enough for a screen
 *   that shows nothing else
 */
GtkWidget *
sdm_figure_card_new_for_screen (SdmAid           *aid,
                                const SdmOutcome *outcome,
                                GPtrArray        *shown)
{
  return make_card (aid, outcome, shown, SDM_FIGURE_ON_SCREEN);
}

/**
 * sdm_figure_card_make_sure_line:
 *
 * Returns: (transfer floating): says how sure the figures are, with the reason one click
 *   away; wraps where there is little room
 */
GtkWidget *
sdm_figure_card_make_sure_line (const SdmOutcome *outcome)
{
  GtkWidget       *line = sdm_ui_wrap (12);
  g_autofree char *text = NULL;
  GtkWidget       *label;

  /* Translators: how sure we can be of a figure: "How sure are we? Fairly sure." */
  text = g_strdup_printf (_ ("How sure are we? %s."), sdm_certainty_get_label (outcome->certainty));
  label = sdm_ui_label (text, "chrome");
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  gtk_box_append (GTK_BOX (line), label);
  gtk_box_append (GTK_BOX (line), make_sure_button (outcome, _ ("Why?")));

  return line;
}

/**
 * sdm_figure_card_make_to_be_checked:
 *
 * For the clinician alone: whoever wrote the aid has not read the study itself.
 *
 * Returns: (transfer floating): a small mark beside a figure or a source
 */
GtkWidget *
sdm_figure_card_make_to_be_checked (void)
{
  GtkWidget *mark = gtk_label_new (_ ("To be checked"));

  gtk_widget_set_valign (mark, GTK_ALIGN_CENTER);
  gtk_widget_set_halign (mark, GTK_ALIGN_START);
  gtk_widget_add_css_class (mark, "provisional");
  gtk_widget_set_tooltip_text (mark, _ ("This figure comes from a second-hand source."));

  return mark;
}

const SdmOutcome *
sdm_figure_card_get_outcome (SdmFigureCard *self)
{
  return self->outcome;
}

/**
 * sdm_figure_card_show:
 * @group: the group whose figures are shown
 * @former_group: (nullable): the group shown before; where the outcome tells it
 *   apart, its numbers stand beside the new ones
 */
void
sdm_figure_card_show (SdmFigureCard *self,
                      const char    *group,
                      const char    *former_group)
{
  for (guint i = 0; i < self->cells->len; i++)
    sdm_figure_cell_show (g_ptr_array_index (self->cells, i), group, former_group);
}

/**
 * sdm_figure_card_set_fit:
 *
 * Lays the card out for a narrow window, for large text, or for neither.
 */
void
sdm_figure_card_set_fit (SdmFigureCard *self,
                         gboolean       is_narrow,
                         gboolean       has_large_text)
{
  for (guint i = 0; i < self->cells->len; i++)
    sdm_figure_cell_set_fit (g_ptr_array_index (self->cells, i), is_narrow, has_large_text);
}
