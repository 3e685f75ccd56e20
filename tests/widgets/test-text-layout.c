/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sdm-text-layout.h"

static GtkWidget *
new_label (const char   *text,
           PangoWrapMode wrap_mode,
           int           width_chars)
{
  return g_object_ref_sink (g_object_new (GTK_TYPE_LABEL, "label", text, "wrap", TRUE, "wrap-mode", wrap_mode,
                                          "width-chars", width_chars, NULL));
}

static void
measure (GtkWidget *label,
         int        height,
         int       *minimum,
         int       *natural)
{
  gtk_widget_measure (label, GTK_ORIENTATION_HORIZONTAL, height, minimum, natural, NULL, NULL);
}

/* A pixel may be lost or won where a word is cut out of a line. */
static void
assert_same_widths (GtkWidget *quick,
                    GtkWidget *plain)
{
  int minimum, natural, plain_minimum, plain_natural;

  measure (quick, -1, &minimum, &natural);
  measure (plain, -1, &plain_minimum, &plain_natural);
  g_assert_cmpint (ABS (minimum - plain_minimum), <=, 1);
  g_assert_cmpint (ABS (natural - plain_natural), <=, 1);
}

static const struct
{
  const char   *text;
  PangoWrapMode wrap_mode;
  int           width_chars;
} texts[] = {
  { "", PANGO_WRAP_WORD, -1 },
  { "Yes", PANGO_WRAP_WORD, -1 },
  { "You take one tablet each day, for years.", PANGO_WRAP_WORD, -1 },
  { "Incomprehensibilities come  last ", PANGO_WRAP_WORD, -1 },
  { "a self-explanatory, 1,000-fold risk\nin two paragraphs", PANGO_WRAP_WORD, -1 },
  { "Siân, Llŷr a’r meddyg teulu – “ŵyn”", PANGO_WRAP_WORD, -1 },
  { "The word שלוםשלוםשלום goes the other way", PANGO_WRAP_WORD, -1 },
  { "Short", PANGO_WRAP_WORD, 20 },
  { "https://example.org/an/address/that/does/not/end", PANGO_WRAP_WORD_CHAR, 6 },
};

static void
test_same_widths (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GtkWidget) quick = new_label (texts[i].text, texts[i].wrap_mode, texts[i].width_chars);
      g_autoptr (GtkWidget) plain = new_label (texts[i].text, texts[i].wrap_mode, texts[i].width_chars);

      g_test_message ("%s", texts[i].text);
      sdm_text_layout_use (quick);
      assert_same_widths (quick, plain);
    }
}

static void
test_same_height (void)
{
  g_autoptr (GtkWidget) quick = new_label (texts[2].text, PANGO_WRAP_WORD, -1);
  g_autoptr (GtkWidget) plain = new_label (texts[2].text, PANGO_WRAP_WORD, -1);
  int height, plain_height;

  sdm_text_layout_use (quick);
  gtk_widget_measure (quick, GTK_ORIENTATION_VERTICAL, 120, &height, NULL, NULL, NULL);
  gtk_widget_measure (plain, GTK_ORIENTATION_VERTICAL, 120, &plain_height, NULL, NULL, NULL);

  g_assert_cmpint (height, ==, plain_height);
  g_assert_cmpint (gtk_widget_get_request_mode (quick), ==, GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH);
}

static void
test_same_at_every_height (void)
{
  g_autoptr (GtkWidget) label = new_label (texts[2].text, PANGO_WRAP_WORD, -1);
  int minimum, natural, minimum_low, natural_low;

  sdm_text_layout_use (label);
  measure (label, -1, &minimum, &natural);
  measure (label, 300, &minimum_low, &natural_low);

  g_assert_cmpint (minimum_low, ==, minimum);
  g_assert_cmpint (natural_low, ==, natural);
}

/* What is remembered belongs to one text in one look. */
static void
test_changes (void)
{
  g_autoptr (GtkWidget) quick = new_label ("Short", PANGO_WRAP_WORD, -1);
  g_autoptr (GtkWidget) plain = new_label ("Short", PANGO_WRAP_WORD, -1);
  g_autoptr (PangoAttrList) large = pango_attr_list_new ();
  GtkWidget *both[] = { quick, plain };

  sdm_text_layout_use (quick);
  assert_same_widths (quick, plain);
  for (guint i = 0; i < G_N_ELEMENTS (both); i++)
    gtk_label_set_label (GTK_LABEL (both[i]), "Considerably longer");
  assert_same_widths (quick, plain);
  pango_attr_list_insert (large, pango_attr_scale_new (3));
  for (guint i = 0; i < G_N_ELEMENTS (both); i++)
    gtk_label_set_attributes (GTK_LABEL (both[i]), large);
  assert_same_widths (quick, plain);
  for (guint i = 0; i < G_N_ELEMENTS (both); i++)
    gtk_label_set_max_width_chars (GTK_LABEL (both[i]), 1);
  assert_same_widths (quick, plain);
  for (guint i = 0; i < G_N_ELEMENTS (both); i++)
    gtk_label_set_wrap (GTK_LABEL (both[i]), FALSE);
  assert_same_widths (quick, plain);
}

/* A label that may break anywhere leaves room for its widest letter. */
static void
test_letters (void)
{
  g_autoptr (GtkWidget) label = new_label ("Would my muscles hurt?", PANGO_WRAP_WORD, -1);
  g_autoptr (GtkWidget) letter = new_label ("W", PANGO_WRAP_WORD, -1);
  int minimum, natural, letter_minimum, letter_natural;

  sdm_text_layout_use (label);
  measure (label, -1, &minimum, &natural);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  /* GTK itself wraps as before until something else lets it begin anew. */
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_RIGHT);
  measure (label, -1, &minimum, &natural);
  measure (letter, -1, &letter_minimum, &letter_natural);

  g_assert_cmpint (minimum, ==, letter_minimum);
}

/* The font of a widget comes from its style. */
static void
test_other_font (void)
{
  g_autoptr (GtkWidget) quick = new_label (texts[2].text, PANGO_WRAP_WORD, -1);
  g_autoptr (GtkWidget) plain = new_label (texts[2].text, PANGO_WRAP_WORD, -1);
  GtkWidget *both[] = { quick, plain };

  sdm_text_layout_use (quick);
  assert_same_widths (quick, plain);
  for (guint i = 0; i < G_N_ELEMENTS (both); i++)
    gtk_widget_add_css_class (both[i], "title-1");
  assert_same_widths (quick, plain);
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);

  g_test_add_func ("/widgets/text-layout/same-widths", test_same_widths);
  g_test_add_func ("/widgets/text-layout/same-height", test_same_height);
  g_test_add_func ("/widgets/text-layout/same-at-every-height", test_same_at_every_height);
  g_test_add_func ("/widgets/text-layout/changes", test_changes);
  g_test_add_func ("/widgets/text-layout/letters", test_letters);
  g_test_add_func ("/widgets/text-layout/other-font", test_other_font);

  return g_test_run ();
}
