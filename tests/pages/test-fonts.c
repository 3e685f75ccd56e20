/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "page-fixture.h"
#include "sdm-application.h"

#include <glib/gstdio.h>

/* A computer that has not the font of the window, or none at all. */

/* Of the package fonts-dejavu-core. */
#define OTHER_FONTS "/usr/share/fonts/truetype/dejavu"

/* Before anything is drawn: fonts are looked for only once. */
static void
use_fonts (const char *folder)
{
  g_autofree char *path = NULL;
  g_autofree char *text = g_strdup_printf ("<?xml version=\"1.0\"?><!DOCTYPE fontconfig SYSTEM \"fonts.dtd\"><fontconfig>%s%s%s</fontconfig>",
                                           folder != NULL ? "<dir>" : "", folder != NULL ? folder : "", folder != NULL ? "</dir>" : "");

  g_close (g_file_open_tmp ("evenhand-fonts-XXXXXX", &path, NULL), NULL);
  g_file_set_contents (path, text, -1, NULL);
  g_setenv ("FONTCONFIG_FILE", path, TRUE);
}

static void
clear_up (void)
{
  g_unlink (g_getenv ("FONTCONFIG_FILE"));
}

static void
test_no_font (void)
{
  char  program[] = "evenhand";
  char *arguments[] = { program, NULL };
  int   result;

  if (!g_test_subprocess ())
    {
      g_test_trap_subprocess (NULL, 0, 0);
      g_test_trap_assert_passed ();
      g_test_trap_assert_stderr ("*evenhand: opening the window: there is no font to read it in; install fonts-inter*");
      return;
    }
  use_fonts (NULL);
  result = sdm_application_run (1, arguments);
  clear_up ();
  g_assert_cmpint (result, ==, 2);
}

static guint
count_unknown (GtkWidget *widget)
{
  guint n = 0;

  if (GTK_IS_LABEL (widget))
    n += (guint) pango_layout_get_unknown_glyphs_count (gtk_label_get_layout (GTK_LABEL (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    n += count_unknown (child);

  return n;
}

/* The window is read in another font; the letter, whose look is part of it, says what to install. */
static void
test_other_font (void)
{
  static const SdmStep steps[] = { SDM_STEP_START, SDM_STEP_OPTIONS, SDM_STEP_LETTER };
  PageFixture          fixture = { NULL };
  guint                limit;

  if (!g_test_subprocess ())
    {
      g_test_trap_subprocess (NULL, 0, 0);
      g_test_trap_assert_passed ();
      return;
    }
  g_assert_true (g_file_test (OTHER_FONTS "/DejaVuSans.ttf", G_FILE_TEST_EXISTS));
  use_fonts (OTHER_FONTS);
  gtk_init ();
  page_fixture_set_up (&fixture, PAGE_FIXTURE_FRAILTY_CASE);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      page_fixture_show (&fixture, steps[i]);
      g_assert_cmpuint (count_unknown (fixture.window), ==, 0);
    }
  limit = page_fixture_limit_wait ();
  while (page_fixture_find_label (&fixture, "Evenhand needs the Inter font: install fonts-inter") == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (limit);
  page_fixture_tear_down (&fixture, PAGE_FIXTURE_FRAILTY_CASE);
  clear_up ();
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/pages/fonts/none", test_no_font);
  g_test_add_func ("/pages/fonts/another", test_other_font);

  return page_fixture_run ();
}
