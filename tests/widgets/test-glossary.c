/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gtk/gtk.h>

#include "press-key.h"
#include "sdm-glossary.h"
#include "sdm-grid-cell-private.h"
#include "sdm-option-grid.h"
#include "sdm-widgets.h"
#include "sdm-word-label.h"
#include "widget-picture.h"

static SdmGlossary *
make_glossary (void)
{
  static const char *const placebo[] = { "placebo", NULL };
  static const char *const ldl[] = { "LDL cholesterol", NULL };
  SdmGlossary             *glossary = sdm_glossary_new ();

  sdm_glossary_add (glossary, "cholesterol", "a kind of fat in the blood", NULL);
  sdm_glossary_add (glossary, "LDL", "the harmful kind of cholesterol", ldl);
  sdm_glossary_add (glossary, "dummy tablet", "a tablet with no medicine in it", placebo);
  sdm_glossary_add (glossary, "IT", "a machine", NULL);
  sdm_glossary_add (glossary, "tŷ", "house", NULL);

  return glossary;
}

typedef struct
{
  const char *name;
  const char *text;
  const char *expected; /* each place, and the term it is explained as */
} FindCase;

static const FindCase find_cases[] = {
  { "none", "You take no tablet.", "" },
  { "empty", "", "" },
  { "whole-word", "hypercholesterolaemia, cholesterolic", "" },
  { "any-case", "Cholesterol falls.", "Cholesterol=cholesterol " },
  { "once", "Cholesterol, and cholesterol again", "Cholesterol=cholesterol " },
  { "more-than-one", "Two dummy tablets.", "dummy tablets=dummy tablet " },
  { "other-word", "than a placebo", "placebo=dummy tablet " },
  { "once-by-any-name", "a placebo is a dummy tablet", "placebo=dummy tablet " },
  { "longest", "Your LDL cholesterol fell", "LDL cholesterol=LDL " },
  { "in-order", "Harmful (LDL) cholesterol", "LDL=LDL cholesterol=cholesterol " },
  { "capitals", "it could be IT", "IT=IT " },
  { "accents", "A bach, tŷ bach; tŷs", "tŷ=tŷ " },
  { "at-the-end", "LDL", "LDL=LDL " },
};

static void
test_find (gconstpointer data)
{
  const FindCase *c = data;
  g_autoptr (SdmGlossary) glossary = make_glossary ();
  g_autoptr (GArray) places = sdm_glossary_find (glossary, c->text);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < places->len; i++)
    {
      const SdmWordPlace *place = &g_array_index (places, SdmWordPlace, i);

      g_string_append_printf (found, "%.*s=%s ", (int) (place->end - place->start), c->text + place->start, place->term);
    }
  g_assert_cmpstr (found->str, ==, c->expected);
}

static void
test_meanings (void)
{
  g_autoptr (SdmGlossary) glossary = make_glossary ();
  g_autoptr (GArray) places = sdm_glossary_find (glossary, "LDL and placebo");
  g_autofree char *meanings = sdm_glossary_dup_meanings (places);

  g_assert_cmpstr (meanings, ==, "LDL: the harmful kind of cholesterol\ndummy tablet: a tablet with no medicine in it");
}

static void
test_label (void)
{
  g_autoptr (SdmGlossary) glossary = make_glossary ();
  GtkWidget *label = g_object_ref_sink (sdm_word_label_new ("text"));

  sdm_word_label_set_text (SDM_WORD_LABEL (label), "LDL falls.", NULL);
  g_assert_cmpuint (sdm_word_label_get_places (SDM_WORD_LABEL (label))->len, ==, 0);
  sdm_word_label_set_glossary (SDM_WORD_LABEL (label), glossary);
  g_assert_cmpuint (sdm_word_label_get_places (SDM_WORD_LABEL (label))->len, ==, 1);
  sdm_word_label_set_text (SDM_WORD_LABEL (label), "It falls.", NULL);
  g_assert_cmpuint (sdm_word_label_get_places (SDM_WORD_LABEL (label))->len, ==, 0);
  g_assert_finalize_object (label);
}

static GtkWidget *
find_type (GtkWidget *widget,
           GType      type)
{
  GtkWidget *found = G_TYPE_CHECK_INSTANCE_TYPE (widget, type) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); found == NULL && child != NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_type (child, type);

  return found;
}

/* In a cell, F1 explains the words, and what it says has the keyboard until Escape. */
static void
test_key (void)
{
  g_autoptr (SdmGlossary) glossary = make_glossary ();
  g_autoptr (GListStore) options = g_list_store_new (SDM_TYPE_GRID_OPTION);
  g_autoptr (GListStore) rows = g_list_store_new (SDM_TYPE_GRID_ROW);
  g_autoptr (SdmGridOption) option = sdm_grid_option_new ("a", "No statin", NULL, NULL, 0);
  g_autoptr (SdmGridRow) row = sdm_grid_row_new ("fat", "What of my cholesterol?");
  GtkWidget *grid = sdm_option_grid_new ();
  GtkWidget *window;
  GtkWidget *answer;
  GtkWidget *popover;

  g_list_store_append (options, option);
  sdm_grid_row_set_answer (row, "a", "Your LDL stays.", "As with a placebo.");
  sdm_grid_row_set_glossary (row, glossary);
  g_list_store_append (rows, row);
  sdm_option_grid_set_options (SDM_OPTION_GRID (grid), G_LIST_MODEL (options));
  sdm_option_grid_set_rows (SDM_OPTION_GRID (grid), G_LIST_MODEL (rows));
  window = widget_picture_show (grid);
  answer = find_type (grid, SDM_TYPE_GRID_ANSWER);
  gtk_test_accessible_assert_property (answer, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "F1 explains: LDL");
  sdm_option_grid_set_open_row (SDM_OPTION_GRID (grid), "fat");
  gtk_test_accessible_assert_property (answer, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "As with a placebo.\nF1 explains: LDL, dummy tablet");

  gtk_widget_grab_focus (answer);
  g_assert_true (press_key (window, GDK_KEY_F1, 0));
  popover = find_type (answer, GTK_TYPE_POPOVER);
  g_assert_nonnull (popover);
  gtk_test_accessible_assert_property (gtk_popover_get_child (GTK_POPOVER (popover)), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "LDL: the harmful kind of cholesterol\ndummy tablet: a tablet with no medicine in it");
  g_assert_true (gtk_root_get_focus (GTK_ROOT (window)) == gtk_popover_get_child (GTK_POPOVER (popover)));

  gtk_popover_popdown (GTK_POPOVER (popover));
  while (find_type (answer, GTK_TYPE_POPOVER) != NULL)
    g_main_context_iteration (NULL, TRUE);

  /* With one still open, all goes without a word. */
  gtk_widget_grab_focus (answer);
  g_assert_true (press_key (window, GDK_KEY_F1, 0));
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  sdm_widgets_init ();

  for (gsize i = 0; i < G_N_ELEMENTS (find_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/widgets/glossary/find/", find_cases[i].name, NULL);

      g_test_add_data_func (path, &find_cases[i], test_find);
    }
  g_test_add_func ("/widgets/glossary/meanings", test_meanings);
  g_test_add_func ("/widgets/glossary/label", test_label);
  g_test_add_func ("/widgets/glossary/key", test_key);

  return g_test_run ();
}
