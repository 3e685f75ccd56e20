/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sdm-language.h"
#include "sdm-letter.h"

#include <string.h>

#include <glib/gstdio.h>
#include <pango/pangocairo.h>

/*
 * What is printed, compared as a picture with what Pango and cairo draw: extraction of text would
 * not see an accent that was lost.
 */

#define DPI     144
#define WIDTH   1190
#define HEIGHT  200
#define TOP     500 /* of the compared strip, in pixels */
#define LEFT_MM 22.0
#define FACES   "Inter,Noto Sans,Noto Sans Arabic,Noto Sans Bengali,Noto Sans Gurmukhi,Noto Sans Gujarati"

static void
copy_grey (cairo_surface_t *surface,
           guint8          *grey)
{
  const guint8 *pixels = cairo_image_surface_get_data (surface);
  int           stride = cairo_image_surface_get_stride (surface);

  g_assert_cmpint (cairo_image_surface_get_width (surface), ==, WIDTH);
  g_assert_cmpint (cairo_image_surface_get_height (surface), ==, HEIGHT);
  for (int y = 0; y < HEIGHT; y++)
    {
      for (int x = 0; x < WIDTH; x++)
        grey[y * WIDTH + x] = pixels[y * stride + 4 * x];
    }
}

static guint8 *
draw_with_cairo (const char *text,
                 const char *language,
                 double      baseline)
{
  cairo_surface_t      *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
  cairo_t              *cr = cairo_create (surface);
  PangoLayout          *layout = pango_cairo_create_layout (cr);
  PangoFontDescription *font = pango_font_description_from_string (FACES);
  cairo_font_options_t *options = cairo_font_options_create ();
  PangoRectangle        logical = { 0 };
  guint8               *grey = g_malloc (WIDTH * HEIGHT);

  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_set_source_rgb (cr, 0, 0, 0);
  pango_cairo_context_set_resolution (pango_layout_get_context (layout), 72);
  pango_cairo_context_set_font_options (pango_layout_get_context (layout), options);
  pango_context_set_round_glyph_positions (pango_layout_get_context (layout), FALSE);
  pango_font_description_set_size (font, 24 * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_context_set_language (pango_layout_get_context (layout), pango_language_from_string (language));
  pango_layout_set_text (layout, text, -1);
  /* From right to left the line ends at the other margin. */
  pango_layout_line_get_extents (pango_layout_get_line_readonly (layout, 0), NULL, &logical);
  cairo_translate (cr, LEFT_MM / 25.4 * DPI, baseline - TOP);
  cairo_scale (cr, DPI / 72.0, DPI / 72.0);
  if (sdm_language_is_right_to_left (language))
    cairo_translate (cr, (210 - 2 * LEFT_MM) / 25.4 * 72 - logical.width / (double) PANGO_SCALE, 0);
  pango_cairo_update_layout (cr, layout);
  pango_cairo_show_layout_line (cr, pango_layout_get_line_readonly (layout, 0));
  cairo_surface_flush (surface);
  copy_grey (surface, grey);
  cairo_font_options_destroy (options);
  pango_font_description_free (font);
  g_object_unref (layout);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return grey;
}

/* The letter by poppler, as the strip of the page on which the paragraph stands. */
static guint8 *
draw_with_poppler (const char *text,
                   const char *language)
{
  g_autoptr (SdmLetterDocument) document = sdm_letter_document_new ("A", language);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GFile) file = NULL;
  g_autofree char *folder = g_dir_make_tmp ("evenhand-picture-XXXXXX", &error);
  g_autofree char *pdf = g_build_filename (folder, "a.pdf", NULL);
  g_autofree char *stem = g_build_filename (folder, "a", NULL);
  g_autofree char *png = g_build_filename (folder, "a.png", NULL);
  cairo_surface_t *surface = NULL;
  guint8          *grey = g_malloc (WIDTH * HEIGHT);
  const char      *argv[] = { "pdftocairo", "-png", "-r", "144", "-singlefile", "-x", "0", "-y", "500", "-W", "1190", "-H", "200", pdf, stem, NULL };

  sdm_letter_document_add_paragraph (document, text);
  bytes = sdm_letter_render_pdf (document, 24, NULL, &error);
  g_assert_no_error (error);
  file = g_file_new_for_path (pdf);
  g_assert_true (sdm_letter_save (bytes, file, &error));
  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  surface = cairo_image_surface_create_from_png (png);
  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  copy_grey (surface, grey);
  cairo_surface_destroy (surface);
  g_unlink (pdf);
  g_unlink (png);
  g_rmdir (folder);
  return grey;
}

/* How much of the ink of @expected is elsewhere or missing, 0 to about 2. */
static double
compare (const guint8 *expected,
         const guint8 *printed)
{
  double ink = 0;
  double difference = 0;

  for (gsize i = 0; i < WIDTH * HEIGHT; i++)
    {
      ink += 255 - expected[i];
      difference += ABS ((int) expected[i] - (int) printed[i]);
    }
  g_assert_cmpfloat (ink, >, 0);
  return difference / ink;
}

/*
 * A line in each script, and the same with wrong letters. What is printed and what is drawn differ where
 * two programs round the place of a glyph to another quarter of a pixel, which moves its edges: at most 6
 * of 100 parts of the ink of a line. Five lost accents are 5 parts more, as nothing else takes their place.
 */
static const struct
{
  const char *language;
  const char *text;
  const char *wrong;
} lines[] = {
  { "en-GB", "Nguyễn Đức Łódź ŵŷ AVATAR", "Nguyên Đúc Lódź ŵŷ AVATAR" },
  { "cy", "Tŷ gŵyr, llŷn a môr hir", "Ty gwyr, llyn a mor hir" },
  { "pl", "Źdźbło, żółć, gęś, ćma i łza", "Zdzblo, zólc, ges, cma i lza" },
  { "ar", "شكراً، لأنّ الطبيب في العيادة", "شكرا، لان الطيب فى العياده" },
  { "ur", "ٹھیک ہے، ڈاکٹر کی گولیاں", "تھیک ہے، داکتر کی گولیان" },
  { "bn", "স্বাস্থ্য কেন্দ্রে বৃষ্টির দিন", "সবাসথয কেনদরে বৃষটির দিন" },
  { "pa", "ਡਾਕਟਰ ਨੂੰ ਮਿਲਣ, ਵਿੱਚ ਪ੍ਰਸ਼ਨ", "ਡਾਕਟਰ ਨੁ ਮਿਲਣ, ਵਿਚ ਪਰਸਨ" },
  { "gu", "સ્વાસ્થ્ય કેન્દ્રમાં પ્રશ્નો", "સવાસથય કેનદરમા પરશનો" },
};

static void
test_lines_are_printed_as_drawn (gconstpointer data)
{
  const char        *text = lines[GPOINTER_TO_UINT (data)].text;
  const char        *language = lines[GPOINTER_TO_UINT (data)].language;
  const double       baseline = (93 / 25.4 * 72 + 34 * 0.74) * DPI / 72;
  g_autofree guint8 *right = draw_with_cairo (text, language, baseline);
  g_autofree guint8 *wrong = draw_with_cairo (lines[GPOINTER_TO_UINT (data)].wrong, language, baseline);
  g_autofree guint8 *printed = draw_with_poppler (text, language);
  double             with_right = compare (right, printed);
  double             with_wrong = compare (wrong, printed);

  g_test_message ("difference %.4f; with wrong letters %.4f", with_right, with_wrong);
  g_assert_cmpfloat (with_right, <, 0.06);
  g_assert_cmpfloat (with_wrong, >, with_right + 0.04);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autofree char *path = g_strconcat ("/letter/picture/printed-as-drawn/", lines[i].language, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_lines_are_printed_as_drawn);
    }
  return g_test_run ();
}
